"""The page of a list of names, from the form and from an address."""

import csv
from urllib.parse import quote

import pytest
from django.test import Client

from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db
HOSTILE = [
    "\u202eevil",
    "<script>alert(1)</script>",
    "'; DROP TABLE articles_person; --",
    "\ufffe\uffff\u0000"[:2],
    "e\u0301" * 5_000,
    "=" * 300,
    "= = =",
    "(((R-Ala.)",
    ", R-Ala.",
    ",,,,",
    "Sen.",
    "(x)",
    "٣",
    "李强",
    "ﷺ",
    "Jr.",
    " ; ; ; ",
    "x" * 100_000,
]


def test_an_empty_page_explains_itself(client):
    page = client.get("/roster/").text
    assert "Up to 500 names" in page
    assert "noindex" not in page
    assert "<table" not in page


def test_a_posted_list_is_led_to_its_address(client):
    response = client.post(
        "/roster/", {"names": "Sessions, Jeff\r\nBurr\r\n\r\n", "by": "month", "from": "2017"}
    )
    assert response.status_code == 302
    assert response.headers["Location"] == "/roster/?names=Sessions%2C+Jeff%3BBurr&by=month&from=2017"


def test_a_reader_without_a_cookie_posts_and_gets_none():
    reader = Client(enforce_csrf_checks=True)
    response = reader.post("/roster/", {"names": "Sessions"}, follow=True)
    assert response.status_code == 200
    assert response.cookies == {}
    assert reader.cookies == {}


def test_a_table_says_who_when_and_how_much_and_each_number_is_a_link(client):
    an_office()
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    an_article(on="2017-06-10")
    page = " ".join(client.get("/roster/?names=Attorney+General+Sessions").text.split())
    for expected in (
        "<b>1 name</b>",
        '<th scope="col">2017</th>',
        '<a href="/people/jeff-sessions/">Jeff Sessions</a>',
        "Attorney General, 2017–2018",
        "given as <bdi>Attorney General Sessions</bdi>",
        '<td class="heat-5"><a href="/search/?person=jeff-sessions&amp;from=2017&amp;to=2017">1</a></td>',
        '<th scope="row">The whole archive</th> <td>2</td>',
        '<caption> <span class="away">',
        'content="noindex"',
    ):
        assert expected in page
    assert "style=" not in page
    assert ">50 %</a>" in client.get("/roster/?names=Sessions&show=share").text


def test_candidates_are_links_that_choose(client):
    an_office("Donald Trump", "President", "White House", "2017-01-20", None)
    a_person("Ivanka Trump")
    an_article(people=["Donald Trump"])
    page = client.get("/roster/?names=Trump;Burr&by=month").text
    assert "Which of these?" in page
    assert "President, since 2017" in page
    link = "?names=Trump+%3D+donald-trump%3BBurr&amp;by=month"
    assert f'href="{link}"' in page
    chosen = client.get(f"/roster/{link.replace('&amp;', '&')}").text
    assert "Which of these?" not in chosen
    assert 'href="/people/donald-trump/"' in chosen


def test_an_office_that_is_not_on_record_is_asked_about(client):
    an_office("Jerry Brown", "Governor", "California", "2011-01-03", "2019-01-07")
    a_person("Sherrod Browne")
    page = client.get("/roster/?names=Senator+Brown;Senator+Browne").text
    assert "1 with an office that is not on record" in page
    assert "no office of this kind is on record; did you mean" in page
    assert 'href="?names=Senator+Brown+%3D+jerry-brown%3BSenator+Browne"' in page
    assert 'href="/people/jerry-brown/"' not in page
    assert "<small>the title was not checked: no office is on record</small>" in page


def test_a_list_too_long_for_an_address_is_answered_with_buttons(client):
    a_person("Donald Trump")
    a_person("Ivanka Trump")
    names = "\n".join(["Trump", *(f"A rather long name that nobody bears {number}" for number in range(300))])
    response = client.post("/roster/", {"names": names})
    assert response.status_code == 200
    button = '<button type="submit" form="roster" name="choose" value="Trump = ivanka-trump">'
    assert button in " ".join(response.text.split())
    chosen = client.post("/roster/", {"names": names, "choose": "Trump = ivanka-trump", "show": "share"})
    assert "Which of these?" not in chosen.text
    assert 'name="show" value="count"' in " ".join(chosen.text.split())
    assert 'href="?' not in response.text + chosen.text


def test_a_file_is_answered_at_once_and_by_its_address(client):
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    for response in (
        client.post("/roster/", {"names": "Sessions\nnobody", "format": "csv"}),
        client.get("/roster/?names=Sessions;nobody&format=csv"),
    ):
        assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert "newsroom-names.csv" in response.headers["Content-Disposition"]
        assert list(csv.reader(response.text.splitlines())) == [
            ["given", "name", "slug", "status", "candidates", "remark", "total", "2017"],
            ["Sessions", "Jeff Sessions", "jeff-sessions", "known", "", "", "1", "1"],
            ["nobody", "", "", "unknown", "", "", "", ""],
        ]


def test_a_file_is_refused_where_something_is_not_understood(client):
    response = client.get("/roster/?names=Sessions&from=yesterday&format=csv")
    assert response.status_code == 400
    assert "is no date" in response.text


def test_what_is_not_understood_is_said_on_the_page(client):
    page = client.post("/roster/", {"names": "\n".join(map(str, range(5_000))), "by": "week"}).text
    assert "Only the first 500 of 5,000 names were looked up." in page
    assert "There is no by “week”" in page


def test_who_they_are_is_said_in_an_archive_without_articles(client):
    a_person("Jeff Sessions")
    page = client.get("/roster/?names=Sessions").text
    assert 'href="/people/jeff-sessions/"' in page
    assert "no articles of this time" in page


def test_that_only_the_last_of_many_columns_are_shown_is_said(client):
    for number in range(61):
        an_article(on=f"{1950 + number}-06-09", people=["Jeff Sessions"])
    page = " ".join(client.get("/roster/?names=Sessions").text.split())
    assert "Of 61 years the last 60 are shown and counted" in page


def test_a_time_without_articles_is_said(client):
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    assert "no articles of this time" in client.get("/roster/?names=Sessions&from=1901&to=1902").text
    assert "the end comes before" in client.get("/roster/?names=Sessions&from=2018&to=2017").text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("format", ["", "csv"])
def test_whatever_is_typed_is_answered(client, method, format):
    a_person("Jeff Sessions")
    an_article(people=["Jeff Sessions"])
    for text in [*HOSTILE, "\n".join(HOSTILE)]:
        if method == "post":
            response = client.post("/roster/", {"names": text, "choose": text, "format": format})
        else:
            written = quote(text.replace("\n", ";").encode(errors="surrogatepass"))[:3_000]
            response = client.get(f"/roster/?names={written}&format={format}&by=x")
        assert response.status_code in (200, 302, 400), text[:50]
        assert format or "<script>alert" not in response.text


def test_a_body_that_is_too_long_or_no_text_is_refused(client):
    assert client.post("/roster/", {"names": "x" * 10_000_000}).status_code == 413
    assert client.post("/roster/", {"names": "a\0b"}).status_code == 400
    raw = "application/x-www-form-urlencoded"
    assert client.post("/roster/", b"names=%ED%A0%80%FF", content_type=raw).status_code in (302, 400)
    assert client.post("/roster/", b"names=%ED%A0%80%FF", content_type=raw, follow=True).status_code in (
        200,
        400,
    )


def test_other_methods_are_refused(client):
    assert client.put("/roster/").status_code == 405
    assert client.head("/roster/?names=Sessions").status_code == 200


def test_the_page_is_offered_beside_the_people_and_in_the_help(client):
    assert 'href="/roster/"' in client.get("/people/").text
    assert 'href="/roster/"' in client.get("/search/help/").text


def test_more_names_take_no_more_queries(client, django_assert_max_num_queries):
    for number in range(40):
        an_article(on=f"{1990 + number}-06-09", people=[f"Given{number} Family{number % 7}"])
    names = ";".join(
        f"Family{number % 9};Given{number} Family{number % 7};nobody {number}" for number in range(20)
    )
    client.get("/")
    with django_assert_max_num_queries(8):
        assert client.get(f"/roster/?names={quote(names)}").status_code == 200

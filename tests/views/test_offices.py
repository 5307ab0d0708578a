"""The pages of offices, of one office and of an organisation."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Office, Organisation, Person, Post
from articles.templatetags import newsroom
from tests.builders import a_post, an_article, an_office

pytestmark = pytest.mark.django_db


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return " ".join(response.text.split())


def attorneys_general():
    an_office("Sally Yates", since="2017-01-20", until="2017-01-30", manner="acting")
    an_office("Jeff Sessions")


def senators():
    for name, state, since, until in (
        ("Richard Shelby", "AL", "1987-01-03", "2023-01-03"),
        ("Jeff Sessions", "AL", "1997-01-03", "2017-02-08"),
        ("Lisa Murkowski", "AK", "2002-12-20", None),
    ):
        an_office(name, "Senator", "United States Senate", since, until, party="Republican", state=state)


def test_an_archive_without_offices_says_so(client):
    assert "knows no offices yet" in text(client, "/offices/")


def test_offices_stand_under_their_organisations_with_who_holds_them(client):
    attorneys_general()
    an_office("Christopher Wray", "FBI Director", "FBI", "2017-08-02", None)
    justice = Organisation.objects.get(name="Department of Justice")
    Organisation.objects.filter(name="FBI").update(parent=justice)
    page = text(client, "/offices/")
    assert '<a href="/organisations/department-of-justice/">Department of Justice</a>' in page
    assert (
        '<a href="/offices/attorney-general/">Attorney General</a> <span class="num">2 holders</span>' in page
    )
    assert 'last on record <a href="/people/jeff-sessions/">Jeff Sessions</a>, until 7 November 2018' in page
    assert '<a href="/people/christopher-wray/">Christopher Wray</a>, since 2 August 2017' in page


def test_offices_of_a_day_name_who_held_them_then(client):
    attorneys_general()
    page = text(client, "/offices/?on=2017-01-25")
    assert "Sally Yates" in page
    assert "Jeff Sessions" not in page
    assert "/offices/attorney-general/?on=2017-01-25" in page
    assert "nobody on record" in text(client, "/offices/?on=2017-02-01")


def test_an_office_shows_who_held_it_and_the_gap_between(client):
    attorneys_general()
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    page = text(client, "/offices/attorney-general/")
    for expected in (
        "2 tenures on record.",
        '<a href="/organisations/department-of-justice/">Department of Justice</a>',
        '<a href="/people/sally-yates/">Sally Yates</a> <small>acting</small>',
        "31 January 2017 – 8 February 2017: vacant, or nobody on record",
        "1 year 8 months",
        '<a href="/search/?person=jeff-sessions&amp;from=2017-02-09&amp;to=2018-11-07">1 article</a>',
    ):
        assert expected in page
    assert page.index("Sally Yates</a>") < page.index("Jeff Sessions</a>")


def test_the_holder_of_a_day_is_told_at_the_top_and_marked(client):
    attorneys_general()
    page = text(client, "/offices/attorney-general/?on=2017-06-09")
    assert 'On 9 June 2017 <a href="/people/jeff-sessions/">Jeff Sessions</a> held it.' in page
    assert page.count('aria-current="date"') == 1
    assert 'content="noindex"' in page
    assert "On 1 February 2017 nobody on record held it." in text(
        client, "/offices/attorney-general/?on=2017-02-01"
    )


@pytest.mark.parametrize(
    "on", ["2017", "2017-06", "2017-02-30", "x", "0000-01-01", "９９９９-01-01", "%3Cscript%3E"]
)
@pytest.mark.parametrize(
    "path", ["/offices/", "/offices/attorney-general/", "/organisations/department-of-justice/"]
)
def test_what_is_no_day_is_said(client, path, on):
    attorneys_general()
    page = text(client, f"{path}?on={on}")
    assert "“on” was left out" in page
    assert "<script>" not in page


def test_a_place_that_is_none_is_said(client):
    attorneys_general()
    assert "The place in the list was not understood" in text(client, "/offices/attorney-general/?after=x")


def test_an_office_held_for_states_is_shown_state_by_state(client):
    senators()
    page = text(client, "/offices/senator/")
    assert "3 tenures on record" in page
    assert page.index(">Alaska</th>") < page.index(">Alabama</th>")
    assert "vacant" not in page
    assert '<a href="?state=AL" title="Alabama, 2">AL</a>' in page


@pytest.mark.parametrize("state", ["AL", "al", "Alabama", "Ala."])
def test_an_office_is_narrowed_to_a_state(client, state):
    senators()
    page = text(client, f"/offices/senator/?state={state}")
    assert "Richard Shelby" in page
    assert "Lisa Murkowski" not in page
    assert 'aria-current="page">AL</a>' in page


def test_an_office_held_for_states_is_narrowed_to_a_day(client):
    senators()
    page = text(client, "/offices/senator/?on=2017-06-09")
    assert "Lisa Murkowski</a> and <a" in page
    assert "Jeff Sessions" not in page
    page = text(client, "/offices/senator/?on=2017-01-10&state=AL")
    assert "Richard Shelby</a> held it for Alabama." in page
    assert "Lisa Murkowski" not in page


def test_nobody_of_a_state_or_a_day_is_said(client):
    senators()
    assert "Nobody on record held it for Zz on 9 June 2017." in text(
        client, "/offices/senator/?state=Zz&on=2017-06-09"
    )


def test_more_than_ten_holders_of_a_day_are_counted(client):
    for number in range(11):
        an_office(f"Senator {number}", "Senator", "Senate", "2017-01-03", None, state="AL")
    assert "On 9 June 2017 11 people held it." in text(client, "/offices/senator/?on=2017-06-09")
    assert "11 people hold it still" in text(client, "/offices/senator/")


def test_an_organisation_shows_what_it_is_part_of_its_parts_and_its_posts(client):
    attorneys_general()
    government = Organisation.objects.create(name="Government", kind="government")
    Organisation.objects.filter(name="Department of Justice").update(parent=government)
    justice = Organisation.objects.get(name="Department of Justice")
    Organisation.objects.create(name="FBI", parent=justice)
    page = text(client, "/organisations/department-of-justice/?on=2017-06-09")
    for expected in (
        '<a href="/organisations/government/">Government</a>',
        '<a href="/organisations/fbi/">FBI</a>',
        "Offices on 9 June 2017",
        '<a href="/people/jeff-sessions/">Jeff Sessions</a>, 9 February 2017 – 7 November 2018',
    ):
        assert expected in page
    assert "knows no office in it" in text(client, "/organisations/government/")


@pytest.mark.parametrize("path", ["/offices/", "/organisations/senate/"])
def test_more_than_200_posts_are_paged(client, path):
    senate = Organisation.objects.create(name="Senate")
    Post.objects.bulk_create(
        Post(title=f"Office {number:03}", slug=f"office-{number}", organisation=senate)
        for number in range(201)
    )
    page = text(client, f"{path}?on=2017-06-09")
    assert "Office 199" in page
    assert "Office 200" not in page
    following = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    page = text(client, f"{path}{following}")
    assert "Office 200" in page
    assert "Office 199" not in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize("path", ["/offices/nothing/", "/organisations/nothing/"])
def test_what_is_unknown_is_no_page(client, path):
    assert client.get(path).status_code == 404


def test_markup_in_a_name_is_only_text(client):
    an_office("<b>Jeff</b>", "<i>Attorney</i>", "<u>Justice</u>", state="<s>AL</s>")
    slug = Office.objects.get().post.slug
    for path in (
        "/offices/",
        f"/offices/{slug}/",
        f"/organisations/{Organisation.objects.get().slug}/",
        "/people/",
    ):
        page = text(client, path)
        assert not any(tag in page for tag in ("<b>", "<i>", "<u>", "<s>"))


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/offices/", 5),
        ("/offices/?on=2017-06-09", 5),
        ("/offices/senator/", 4),
        ("/offices/senator/?state=AL&on=2017-06-09", 5),
        ("/organisations/senate/", 6),
        ("/organisations/senate/?on=2017-06-09", 6),
        ("/people/", 6),
        ("/people/?from=2017", 3),
        ("/people/?q=senator", 3),
    ],
)
def test_more_rows_take_no_more_queries(client, monkeypatch, path, most):
    monkeypatch.setattr(newsroom, "SECTIONS_KEPT_SECONDS", 10**9)

    def queries():
        text(client, path)
        with CaptureQueriesContext(connection) as captured:
            text(client, path)
        return len(captured)

    an_office("Senator 0", "Senator", "Senate", "2017-01-03", None, state="AL")
    an_article(people=["Senator 0"])
    few = queries()
    people = Person.objects.bulk_create(
        Person(name=f"Senator {number}", slug=f"senator-{number}", sort_name=f"Senator {number}")
        for number in range(1, 300)
    )
    posts = [a_post(f"Office {number}", f"Office {number}") for number in range(10)]
    posts += [a_post("Senator", "Senate"), a_post("Leader", "Senate")]
    Office.objects.bulk_create(
        Office(
            post=posts[-1 - number % 12], person=person, state=f"S{number % 9}", held_from=date(2017, 1, 3)
        )
        for number, person in enumerate(people)
    )
    an_article(people=[f"Senator {number}" for number in range(30)])
    assert queries() == few
    assert few <= most

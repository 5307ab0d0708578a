"""People and one person."""

import pytest

from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db


def test_people_are_listed_with_their_counts(client):
    an_article(people=["Jeff Sessions", "Richard Burr"])
    an_article(people=["Jeff Sessions"])
    page = " ".join(client.get("/people/").text.split())
    assert '<a href="/people/jeff-sessions/">Sessions, Jeff</a> <span class="num">2</span>' in page
    assert "Most covered" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [("q=zzz", "nobody by the name “zzz”"), ("letter=X", "begins with X"), ("", "knows no people yet")],
)
def test_nobody_found_is_said(client, query, words):
    assert words in client.get(f"/people/?{query}").text


def test_a_search_for_a_name_stays_out_of_search_engines(client):
    a_person("Jeff Sessions", aliases=["AG Sessions"])
    page = client.get("/people/?q=AG").text
    assert "Sessions, Jeff" in page
    assert 'content="noindex"' in page


def test_a_person_is_shown_with_coverage_and_company(client):
    a_person("Jeff Sessions", aliases=["AG Sessions"], description="Attorney General, 2017–2018")
    an_article("Steps aside", on="2017-03-02", people=["Jeff Sessions", "Sergey Kislyak"], topics=["Recusal"])
    an_article("Testifies", on="2017-06-13", people=["Jeff Sessions"])
    an_article("Elsewhere", on="2017-06-13")
    an_article("Further", on="2017-06-13")
    page = client.get("/people/jeff-sessions/").text
    for expected in (
        "Attorney General, 2017–2018",
        "AG Sessions",
        "2 articles",
        "50 %",
        "2 March 2017",
        "13 June 2017",
        "Sergey Kislyak",
    ):
        assert expected in page
    assert "Elsewhere" not in page
    assert "/people/jeff-sessions/?from=2017-03&amp;to=2017-03" in page


def test_a_person_is_not_in_their_own_company(client):
    an_article(people=["Jeff Sessions", "Sergey Kislyak"])
    panel = (
        client.get("/people/jeff-sessions/")
        .text.split('aria-label="Narrow the list"')[1]
        .split("</aside>")[0]
    )
    assert "Sergey Kislyak" in panel
    assert "Jeff Sessions" not in panel


def test_a_person_without_articles_has_a_page(client):
    a_person("Jeff Sessions")
    response = client.get("/people/jeff-sessions/")
    assert response.status_code == 200
    assert "There are no articles here" in response.text


def test_an_unknown_person_is_no_page(client):
    assert client.get("/people/nobody/").status_code == 404


def test_a_list_narrowed_on_the_page_shows_what_narrows_it(client):
    an_article("Both", people=["Jeff Sessions"], topics=["Recusal"])
    an_article("One", people=["Jeff Sessions"])
    page = client.get("/people/jeff-sessions/?topic=recusal").text
    assert "Both" in page
    assert "One</a>" not in page
    assert '<a href="/people/jeff-sessions/"><span class="chip-label">topic</span> Recusal' in page

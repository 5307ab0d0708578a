"""The index of people: by letter, by coverage, by office, by organisation."""

import pytest

from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db


def text(client, path="/people/"):
    response = client.get(path)
    assert response.status_code == 200, path
    return " ".join(response.text.split())


def test_beside_a_name_stands_what_the_person_was_last(client):
    an_office(
        "Jeff Sessions", "Senator", "Senate", "1997-01-03", "2017-02-08", party="Republican", state="AL"
    )
    an_office("Jeff Sessions")
    an_office("Chuck Schumer", "Senator", "Senate", "1999-01-03", None, party="Democratic", state="NY")
    an_office("James Mattis", "Secretary of Defense", "Defense", "2017-01-20", "2017-12-31", manner="acting")
    page = text(client)
    assert "<small>Attorney General, 2017–2018</small>" in page
    assert "<small>Senator (D-N.Y.), since 1999</small>" in page
    assert "<small>Acting Secretary of Defense, 2017</small>" in page
    assert "Senator (R-Ala.)" not in page


def test_offices_and_organisations_lead_to_their_pages(client):
    an_office("Jeff Sessions")
    an_office("Donald Trump", "President", "Government", "2017-01-20", "2021-01-20", {"principal": True})
    page = text(client)
    assert '<a href="/offices/attorney-general/">Attorney General</a> <span class="num">1</span>' in page
    assert page.index(">President</a>") < page.index(">Attorney General</a>")
    assert '<a href="/organisations/government/">Government</a> <span class="num">1</span>' in page
    assert "/organisations/government/" not in text(client, "/people/?letter=S")


def test_most_covered_of_a_time_are_those_of_its_articles(client):
    an_article(on="2017-03-02", people=["Jeff Sessions", "Sergey Kislyak"])
    an_article(on="2017-06-13", people=["Jeff Sessions"])
    an_article(on="2018-01-13", people=["Robert Mueller"])
    an_article(on="2017-06-14", people=["Rod Rosenstein"], status="draft")
    page = text(client, "/people/?from=2017&to=2017-06")
    assert '<a href="/people/jeff-sessions/?from=2017&amp;to=2017-06">Jeff Sessions</a>' in page
    assert '</svg><span class="num">2</span>' in page
    assert "2017 to 2017-06" in page
    assert page.index("Jeff Sessions") < page.index("Sergey Kislyak")
    assert "Robert Mueller" not in page
    assert "Rod Rosenstein" not in page


def test_a_time_without_people_is_said(client):
    an_article(on="2017-03-02", people=["Jeff Sessions"])
    assert "No article of that time names anybody" in text(client, "/people/?from=1900&to=1950")
    page = text(client, "/people/?from=2018&to=2016")
    assert "the end comes before the beginning" in page


@pytest.mark.parametrize("query", ["from=x", "to=2017-13", "from=%3Cscript%3E", "from=2017-02-30"])
def test_a_time_that_is_none_is_said_and_everybody_listed(client, query):
    a_person("Jeff Sessions")
    page = text(client, f"/people/?{query}")
    assert "was left out" in page
    assert "Sessions, Jeff" in page
    assert "<script>" not in page


def test_a_name_is_looked_for_in_all_time(client):
    a_person("Jeff Sessions", aliases=["AG Sessions"])
    assert "Sessions, Jeff" in text(client, "/people/?q=AG&from=1900")


def test_the_form_of_names_is_completed_with_people_alone(client):
    a_person("Jeff Sessions")
    an_article("Sessions recuses himself", topics=["Sessions"], people=["Jeff Sessions"])
    page = text(client)
    assert 'action="/people/" data-suggest="/search/suggest/?kind=person"' in page
    found = client.get("/search/suggest/?kind=person&q=sess").json()["suggestions"]
    assert [one["kind"] for one in found] == ["person"]
    everything = client.get("/search/suggest/?kind=nothing&q=sess").json()["suggestions"]
    assert [one["kind"] for one in everything] == ["person", "topic", "headline"]

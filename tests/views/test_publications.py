"""Publications and one publication."""

import pytest

from articles.models import Publication
from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_publications_are_listed_with_their_counts(client):
    an_article(publication="Potomac Courier")
    page = client.get("/publications/").text
    assert "Potomac Courier" in page
    assert "1 article" in page


def test_a_publication_shows_its_articles_only(client):
    Publication.objects.create(
        name="Potomac Courier", description="An evening paper.", url="https://courier.example/"
    )
    an_article("Of the evening", publication="Potomac Courier")
    an_article("Of the morning", publication="The Capital Ledger")
    page = client.get("/publications/potomac-courier/").text
    assert "An evening paper." in page
    assert "Of the evening" in page
    assert "Of the morning" not in page


def test_an_unknown_publication_is_no_page(client):
    assert client.get("/publications/nothing/").status_code == 404


def test_names_that_only_hidden_articles_have_are_in_no_list(client):
    an_article("Seen", publication="The Ledger", section="Justice")
    for status in ("draft", "scheduled", "withdrawn"):
        an_article(f"Hidden {status}", status=status, publication=f"Paper {status}", section=f"Part {status}")
    page = client.get("/publications/").text
    assert ("The Ledger" in page, "Justice" in page) == (True, True)
    assert [status for status in ("draft", "scheduled", "withdrawn") if f"{status}<" in page] == []

"""What the archive holds, and robots."""

import pytest

from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_about_says_how_much_from_when_and_from_whom(client):
    an_article(on="1868-02-25", publication="Potomac Courier")
    an_article(on="2017-06-09")
    page = client.get("/about/").text
    for expected in (
        "2 articles",
        "25 February 1868",
        "9 June 2017",
        "Potomac Courier",
        "The figures as a table",
    ):
        assert expected in page


def test_about_an_empty_archive(client):
    assert "No articles yet" in client.get("/about/").text


def test_robots_are_kept_out_of_search_and_admin(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.text.splitlines() == ["User-agent: *", "Disallow: /search/", "Disallow: /admin/"]

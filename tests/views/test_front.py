"""The front page."""

import pytest
from django.urls import reverse

from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_an_empty_archive_says_so(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "Nothing has been published yet" in response.text


def test_the_newest_day_with_articles_is_the_front_page(client):
    an_article("Older news", on="2017-06-08")
    an_article("Newer news", on="2017-06-09", people=["Jeff Sessions"], topics=["Recusal"])
    page = client.get("/").text
    assert "9 June 2017</h1>" in page
    assert "Newer news" in page
    assert page.index("Newer news") < page.index("The days before") < page.index("Older news")
    assert "Jeff Sessions" in page
    assert "Thursday</span> 8 June 2017" in page


def test_a_draft_makes_no_front_page(client):
    an_article("Seen", on="2017-06-08")
    an_article("Unseen", on="2018-01-01", status="draft")
    assert "Unseen" not in client.get("/").text


def test_earlier_years_are_remembered(client):
    an_article("Have you no sense of decency?", on="2016-06-09")
    an_article("Today", on="2017-06-09")
    page = client.get("/").text
    assert "On this day" in page
    assert "Have you no sense of decency?" in page


def test_the_foot_says_what_the_archive_covers(client):
    an_article(on="1868-02-25")
    an_article(on="2017-06-09")
    page = client.get("/").text
    assert "2 articles" in page
    assert "25 February 1868" in page


def test_sections_of_the_archive_stand_in_the_bar(client):
    an_article(section="White House")
    assert f'href="{reverse("search")}?section=white-house"' in client.get("/").text


def test_only_reading_is_allowed(client):
    assert client.post("/").status_code == 405

"""Topics and one topic."""

import pytest

from tests.builders import a_topic, an_article

pytestmark = pytest.mark.django_db


def test_topics_stand_as_a_tree_with_counts(client):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    an_article(topics=["Recusal"])
    page = " ".join(client.get("/topics/").text.split())
    assert '<a href="/topics/justice/">Justice</a> <span class="num">1</span> <ul>' in page
    assert '<a href="/topics/recusal/">Recusal</a> <span class="num">1</span>' in page


def test_an_archive_without_topics_says_so(client):
    assert "no topics yet" in client.get("/topics/").text


def test_a_topic_lists_what_is_under_its_narrower_topics(client):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    an_article("Steps aside", topics=["Recusal"], people=["Jeff Sessions"])
    page = client.get("/topics/justice/").text
    assert "Steps aside" in page
    assert 'aria-label="Narrower topics"' in page
    assert 'aria-label="Broader topics"' in client.get("/topics/recusal/").text


def test_an_unknown_topic_is_no_page(client):
    assert client.get("/topics/nothing/").status_code == 404

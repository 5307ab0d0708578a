"""Topics and one topic."""

import pytest

from articles.directory import topics as directory
from articles.models import Topic, TopicAlias
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


def text(client, path="/topics/"):
    response = client.get(path)
    assert response.status_code == 200, path
    return " ".join(response.text.split())


def test_the_most_covered_topics_of_a_time_are_those_of_its_articles(client):
    an_article(on="2017-03-02", topics=["Recusal", "Justice"])
    an_article(on="2017-06-13", topics=["Recusal"])
    an_article(on="2018-01-13", topics=["Trade"])
    an_article(on="2017-06-14", topics=["Drafts"], status="draft")
    assert "Most covered" in text(client)
    page = text(client, "/topics/?from=2017&to=2017-06")
    assert '<a href="/topics/recusal/?from=2017&amp;to=2017-06">Recusal</a>' in page
    assert page.index('to=2017-06">Recusal') < page.index('to=2017-06">Justice')
    assert "Trade" not in page
    assert "Drafts" not in page
    assert 'content="noindex"' in page
    assert '<a href="/topics/">whole time</a>' in page


def test_a_time_without_topics_is_said(client):
    an_article(on="2017-03-02", topics=["Recusal"])
    assert "No article of that time has a topic" in text(client, "/topics/?from=1900&to=1950")
    assert "the end comes before the beginning" in text(client, "/topics/?from=2018&to=2016")


@pytest.mark.database
def test_a_topic_is_found_once_by_name_and_other_names(client):
    topic = a_topic("Russia inquiry")
    for name in ("Mueller investigation", "Mueller probe"):
        TopicAlias.objects.create(topic=topic, name=name)
    a_topic("Recusal", parent=topic)
    page = text(client, "/topics/?q=muell&from=1900")
    assert page.count('<a href="/topics/russia-inquiry/">Russia inquiry</a>') == 1
    assert "Recusal" not in page
    assert "no topic by the name “zzz”" in text(client, "/topics/?q=zzz")


def test_more_topics_of_a_name_than_are_shown_are_said(client, monkeypatch):
    monkeypatch.setattr(directory, "MOST_FOUND", 2)
    for number in range(3):
        a_topic(f"Inquiry {number}")
    page = text(client, "/topics/?q=inquiry")
    assert "Only the first 2 in order of their names are shown" in page
    assert "Inquiry 2" not in page


@pytest.mark.parametrize(
    "query", ["q=%3Cscript%3E", "from=x", "to=2017-13", "q=%F0%9F%98%80", "q=" + "x" * 3_000]
)
def test_whatever_is_asked_is_answered(client, query):
    a_topic("Recusal")
    assert "<script>" not in text(client, f"/topics/?{query}")


def test_the_form_is_completed_with_topics_alone(client):
    an_article("Recusal", topics=["Recusal"])
    assert 'action="/topics/" data-suggest="/search/suggest/?kind=topic"' in text(client)
    found = client.get("/search/suggest/?kind=topic&q=recu").json()["suggestions"]
    assert [one["kind"] for one in found] == ["topic"]


@pytest.mark.parametrize("path", ["/topics/", "/topics/?from=2017", "/topics/?q=topic"])
def test_more_topics_take_no_more_queries(client, django_assert_max_num_queries, path):
    an_article(on="2017-03-02", topics=[f"Topic {number}" for number in range(30)])
    Topic.objects.bulk_create(Topic(name=f"Topic x{number}", slug=f"topic-x{number}") for number in range(50))
    client.get(path)
    with django_assert_max_num_queries(4):
        text(client, path)

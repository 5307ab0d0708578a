"""The page of a topic: what it is related to, who comes up, how it went over time."""

import re
from html import unescape

import pytest

from articles.models import FormerSlug
from tests.builders import a_topic, an_article

pytestmark = pytest.mark.django_db


def page_of(client, path="/topics/recusal/", **parameters):
    answer = client.get(path, parameters)
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def section(page, heading):
    return page.split(f'<h2 class="label">{heading}</h2>')[1].split("</section>")[0]


def text_of(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_related_topics_are_those_in_the_same_articles(client):
    an_article(topics=["Recusal", "Trade", "Elections"])
    an_article(topics=["Recusal", "Trade"])
    an_article(topics=["Elections"])
    related = section(page_of(client), "Related topics")
    assert text_of(related) == "Trade 2 Elections 1"
    assert 'href="/search/?topic=recusal&topic=trade"' in related
    assert "2 articles" in page_of(client, "/search/?topic=recusal&topic=trade")


def test_broader_and_narrower_topics_are_not_related_ones(client):
    justice = a_topic("Justice")
    recusal = a_topic("Recusal", parent=justice)
    a_topic("Letters", parent=recusal)
    an_article(topics=["Letters", "Trade"])
    assert text_of(section(page_of(client), "Related topics")) == "Trade 1"


def test_a_related_topic_goes_without_saying_where_a_narrower_one_stands_for_it(client):
    economy = a_topic("Economy")
    a_topic("Trade", parent=economy)
    an_article(topics=["Recusal", "Trade"])
    assert text_of(section(page_of(client), "Related topics")) == "Trade 1"


def test_people_are_counted_and_lead_to_the_search_for_both(client):
    an_article(topics=["Recusal"], people=["Priya Raman", "Owen Castellane"])
    an_article(topics=["Recusal"], people=["Priya Raman"])
    an_article(topics=["Trade"], people=["Owen Castellane"])
    people = section(page_of(client), "People")
    assert text_of(people) == "Priya Raman 2 Owen Castellane 1"
    assert 'href="/search/?person=priya-raman&topic=recusal"' in people


def test_hidden_articles_relate_nothing(client):
    an_article(topics=["Recusal"])
    for status in ("draft", "scheduled", "withdrawn"):
        an_article(topics=["Recusal", "Secret"], people=["Secret Person"], status=status)
    assert "Secret" not in page_of(client)


def test_bars_show_shares_at_a_toggle(client):
    an_article(topics=["Recusal"])
    an_article()
    assert '<a href="/topics/recusal/?show=share" rel="nofollow">share of the archive</a>' in page_of(client)
    shares = page_of(client, show="share")
    assert "50 % of the archive in June 2017" in shares
    assert '<a href="/topics/recusal/" rel="nofollow">numbers of articles</a>' in shares


def test_a_topic_with_nothing_beside_it_shows_no_company(client):
    an_article(topics=["Recusal"])
    page = page_of(client)
    assert "Related topics" not in page
    assert "Cite this page" in page


@pytest.mark.parametrize("path", ["/topics/{}/", "/topics/{}.csv", "/topics/{}.rss"])
def test_a_former_address_leads_to_the_topic_for_good(client, path):
    FormerSlug.objects.create(slug="step-aside", topic=a_topic("Recusal"))
    answer = client.get(path.format("step-aside"))
    assert answer.status_code == 301
    assert answer["Location"] == path.format("recusal")
    assert client.get("/people/step-aside/").status_code == 404


@pytest.mark.parametrize("path", ["/publications/{}.csv", "/people/{}.csv", "/bylines/{}.csv"])
def test_a_former_address_of_a_topic_is_none_of_anything_else(client, path):
    FormerSlug.objects.create(slug="step-aside", topic=a_topic("Recusal"))
    assert client.get(path.format("step-aside")).status_code == 404

"""All that a person is quoted with, page by page. Whoever is quoted here is made up."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Mention, Quotation
from articles.personpage import quotations
from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db
HERS = "/people/maren-oldfield/quotations/"


def quoted(number=1, on="2017-06-09", person="Maren Oldfield", **fields):
    """Make an article with that many quotations and return what they say."""
    article = an_article(on=on, people=[person], **fields)
    said = [f"Sentence {article.pk}-{place}." for place in range(number)]
    Quotation.objects.bulk_create(
        Quotation(article=article, person=a_person(person), words=words, verb="said", start=10 * place)
        for place, words in enumerate(said)
    )
    return said


def shown(page):
    return re.findall(r"“(.*?)”</blockquote>", page)


def walked(client, path=HERS):
    """Return what all pages from one on show, page by page."""
    pages = []
    while path:
        page = client.get(path).text
        pages.append(shown(page))
        found = re.search(r'rel="next"\s+href="([^"]*)"', page)
        path = found and HERS + unescape(found[1])
    return pages


def test_everything_is_shown_once_the_latest_article_first_fifty_a_page(client):
    said = [quoted(7, on=f"2017-06-{day:02}") for day in range(1, 20)]
    pages = walked(client)
    assert [len(page) for page in pages] == [50, 50, 33]
    assert sum(pages, []) == sum(reversed(said), [])


def test_a_page_can_end_in_the_middle_of_an_article(client):
    said = quoted(120)
    assert sum(walked(client), []) == said


def test_what_is_added_meanwhile_moves_no_page(client):
    quoted(60, on="2017-06-01")
    first, second = walked(client)
    next_page = re.search(r'rel="next"\s+href="([^"]*)"', client.get(HERS).text)[1]
    quoted(5, on="2018-01-01")
    assert shown(client.get(HERS + unescape(next_page)).text) == second


def test_articles_that_quote_without_words_kept_break_no_walk(client, monkeypatch):
    monkeypatch.setattr(quotations, "AT_ONCE", 2)
    for day in range(10, 30):
        an_article(on=f"2017-06-{day}", people=["Maren Oldfield"])
    Mention.objects.update(quoted=True)
    said = quoted(1, on="2017-06-01")
    assert sum(walked(client), []) == said


def test_a_year_shows_what_was_said_in_it(client):
    quoted(1, on="2016-12-31")
    said = quoted(60, on="2017-06-09")
    page = client.get(f"{HERS}?year=2017").text
    assert '<a href="?year=2017" aria-current="page">2017</a>' in page
    assert '<a href="?year=2016">2016</a> <span class="num">1</span>' in page
    assert sum(walked(client, f"{HERS}?year=2017"), []) == said


def test_others_in_the_same_articles_are_not_quoted(client):
    article = Article.objects.get(pk=int(quoted(1)[0].split()[1].split("-")[0]))
    Quotation.objects.create(article=article, person=a_person("Priya Raman"), words="Not hers.", start=500)
    Quotation.objects.create(article=article, person=None, words="Nobody’s.", start=600)
    page = client.get(HERS).text
    assert "Not hers." not in page
    assert "Nobody’s." not in page


def test_an_article_withdrawn_a_moment_ago_is_shown_no_more(client):
    quoted(1, on="2017-06-01")
    hidden = quoted(1, on="2017-06-02")
    Article.objects.filter(published_on="2017-06-02").update(status="withdrawn")
    assert hidden[0] not in shown(client.get(HERS).text)


def test_a_person_quoted_nowhere_has_an_empty_page(client):
    a_person("Maren Oldfield")
    assert "The archive quotes Maren Oldfield nowhere." in client.get(HERS).text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("year=17", "is no year like 2017"),
        ("year=0000", "is no year like 2017"),
        ("year=2017-06", "is no year like 2017"),
        ("year=<script>", "is no year like 2017"),
        ("cursor=1", "The place in the list was not understood"),
        ("cursor=a-b", "The place in the list was not understood"),
        ("cursor=-1-1", "The place in the list was not understood"),
        (f"cursor={1 << 64}-1", "The place in the list was not understood"),
        (f"cursor=5-{1 << 31}", "The place in the list was not understood"),
        ("cursor=١-٢", "The place in the list was not understood"),
    ],
)
def test_what_is_not_understood_is_said(client, query, said):
    words = quoted(1)
    answer = client.get(f"{HERS}?{query}")
    assert answer.status_code == 200
    assert said in answer.text
    assert shown(answer.text) == words
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "query", [f"cursor={(1 << 64) - 2}-0", "cursor=1-0", "year=9998", "cursor=1-0&year=2017"]
)
def test_places_beyond_all_articles_have_pages(client, query):
    quoted(1)
    assert client.get(f"{HERS}?{query}").status_code == 200


def test_words_are_shown_as_text(client):
    article = an_article(people=["Maren Oldfield"])
    Quotation.objects.create(
        article=article, person=a_person("Maren Oldfield"), words="<b>bold</b>", verb="<i>", start=1
    )
    page = client.get(HERS).text
    assert "“&lt;b&gt;bold&lt;/b&gt;”" in page
    assert "&lt;i&gt;," in page


def test_more_quotations_take_no_more_queries(client):
    def queries():
        client.get(HERS)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(HERS).status_code == 200
        return len(captured)

    for day in range(1, 26):
        quoted(3, on=f"2017-06-{day:02}")
    few = queries()
    for day in range(1, 26):
        quoted(9, on=f"2017-07-{day:02}")
    assert queries() == few <= 6

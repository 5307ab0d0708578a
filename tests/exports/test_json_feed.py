"""JSON feeds keep the rules of JSON Feed 1.1."""

import json
from datetime import date
from urllib.parse import urlsplit

from hypothesis import given

from articles.citations import one_line
from articles.exports import json_feed
from articles.richtext import CleanHtml
from tests.exports.builders import REMARK, a_heading, an_outgoing, hostile, hostile_outgoing, written
from tests.exports.test_json_lines import MENTIONS


def feed(*articles, full=True, **heading):
    return json.loads(written(json_feed, *articles, full=full, **heading))


def item(article, full=True):
    (found,) = feed(article, full=full)["items"]
    return found


def test_feed_says_what_it_is():
    found = feed()
    del found["items"]
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Newsroom: “budget” · 2017",
        "home_page_url": "https://archive.example.org/search/?q=budget&year=2017",
        "feed_url": "https://archive.example.org/search.x?q=budget&year=2017",
        "description": REMARK,
        "_newsroom": {
            "archive": "Newsroom",
            "question": "“budget” · 2017",
            "url": "https://archive.example.org/search/?q=budget&year=2017",
            "total": 1,
            "made_at": "2026-07-04T12:00:00+00:00",
        },
    }


def test_version_stands_first():
    assert written(json_feed).startswith('{"version": "https://jsonfeed.org/version/1.1"')


def test_article_is_an_item():
    assert item(an_outgoing()) == {
        "id": "tag:archive.example.org,2026-05-01:articles/17",
        "url": "https://archive.example.org/2017/06/09/budget-passes/",
        "external_url": "https://ledger.example.com/politics/budget?id=1",
        "title": "Budget passes",
        "summary": "The vote was close.",
        "date_published": "2017-06-09T14:30:00Z",
        "date_modified": "2026-05-02T09:00:00Z",
        "authors": [{"name": "Dana Whitfield"}, {"name": "Priya Raman"}],
        "tags": ["Budget", "Jeff Sessions", "Al Franken"],
        "language": "en-US",
        "content_html": "<p>The House voted on Thursday.</p>\n<p>More follows.</p>",
        "_newsroom": {
            "publication": "The Capital Ledger",
            "section": "Congress",
            "byline": "By Dana Whitfield and Priya Raman",
            "published_on": "2017-06-09",
            "word_count": 7,
            "mentions": MENTIONS,
        },
    }


def test_summaries_are_text():
    found = item(an_outgoing(standfirst=""), full=False)
    assert "content_html" not in found
    assert found["content_text"] == found["summary"] == "The House voted on Thursday. More follows."


def test_item_always_has_content():
    assert item(an_outgoing(body=CleanHtml("")))["content_html"] == ""
    assert item(an_outgoing(body=CleanHtml(""), standfirst=""), full=False)["content_text"] == ""


def test_ids_are_unique_texts_and_addresses_absolute():
    items = feed(*(an_outgoing(id=number) for number in (1, 2, 3)))["items"]
    assert len({found["id"] for found in items}) == 3
    assert all(isinstance(found["id"], str) for found in items)
    assert all(urlsplit(found[name]).netloc for found in items for name in ("url", "external_url"))


def test_day_without_time_is_its_midnight():
    found = item(an_outgoing(published_at=None, published_on=date(45, 3, 15)))
    assert found["date_published"] == "0045-03-15T00:00:00Z"


def test_list_without_articles_is_a_feed_without_items():
    assert json.loads("".join(json_feed.write(a_heading(total=0), [])))["items"] == []


@given(hostile)
def test_whatever_an_article_holds_comes_back(text):
    (found,) = feed(hostile_outgoing(text, body=CleanHtml(text)), question=text, archive=text)["items"]
    assert found.get("title", "") == one_line(text)
    assert found["content_html"] == text.encode(errors="ignore").decode()
    assert all(author["name"] for author in found["authors"])

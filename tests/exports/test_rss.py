"""RSS feeds keep the rules of RSS 2.0.11, and are read by feedparser."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape

import feedparser
import pytest
from hypothesis import given
from lxml import etree

from articles.characters import without_controls
from articles.citations import one_line
from articles.exports import rss
from articles.richtext import CleanHtml
from tests.exports.builders import REMARK, an_outgoing, hostile, hostile_outgoing, written

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "os": "http://a9.com/-/spec/opensearch/1.1/",
}
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000")


def channel(*articles, full=True, **heading):
    root = etree.fromstring(written(rss, *articles, full=full, **heading).encode())
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (found,) = root
    return found


def item(article, full=True):
    (found,) = channel(article, full=full).findall("item")
    return found


def text(element, path):
    return element.findtext(path, namespaces=NS)


def test_channel_has_title_link_and_description():
    found = channel()
    assert text(found, "title") == "Newsroom: “budget” · 2017"
    assert text(found, "link") == "https://archive.example.org/search/?q=budget&year=2017"
    assert unescape(text(found, "description")) == REMARK
    assert text(found, "os:totalResults") == "1"
    assert text(found, "lastBuildDate") == "Sat, 04 Jul 2026 12:00:00 +0000"


def test_channel_links_to_itself():
    (link,) = channel().findall("atom:link", NS)
    assert dict(link.attrib) == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": "https://archive.example.org/search.x?q=budget&year=2017",
    }


def test_item_has_title_absolute_link_and_description():
    found = item(an_outgoing())
    assert text(found, "title") == "Budget passes"
    assert text(found, "link") == "https://archive.example.org/2017/06/09/budget-passes/"
    assert text(found, "description") == "The vote was close."


def test_guids_are_unique_and_no_permalinks():
    guids = [found.find("guid") for found in channel(an_outgoing(id=1), an_outgoing(id=2)).findall("item")]
    assert [guid.text for guid in guids] == [
        "tag:archive.example.org,2026-05-01:articles/1",
        "tag:archive.example.org,2026-05-01:articles/2",
    ]
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}


@pytest.mark.parametrize(
    ("published_at", "published_on", "expected"),
    [
        (datetime(2017, 6, 9, 14, 30, 5, tzinfo=UTC), date(2017, 6, 9), "Fri, 09 Jun 2017 14:30:05 +0000"),
        (None, date(2017, 6, 9), "Fri, 09 Jun 2017 00:00:00 +0000"),
        (None, date(1789, 3, 4), "Wed, 04 Mar 1789 00:00:00 +0000"),
        (None, date(9998, 12, 31), "Thu, 31 Dec 9998 00:00:00 +0000"),
    ],
)
def test_date_is_one_of_rfc_822_with_four_digits_for_the_year(published_at, published_on, expected):
    written_date = text(item(an_outgoing(published_at=published_at, published_on=published_on)), "pubDate")
    assert written_date == expected
    assert RFC_822.fullmatch(written_date)
    assert parsedate_to_datetime(written_date).date() == published_on


def test_early_year_is_told_where_nobody_takes_it_for_another():
    found = item(an_outgoing(published_at=None, published_on=date(45, 3, 15)))
    assert found.find("pubDate") is None
    assert text(found, "dc:date") == "0045-03-15T00:00:00Z"


def test_every_author_is_a_creator():
    assert [found.text for found in item(an_outgoing()).findall("dc:creator", NS)] == [
        "Dana Whitfield",
        "Priya Raman",
    ]


def test_item_names_its_publication_language_and_categories():
    found = item(an_outgoing())
    assert text(found, "dc:publisher") == "The Capital Ledger"
    assert text(found, "dc:language") == "en-US"
    assert [category.text for category in found.findall("category")] == [
        "Budget",
        "Jeff Sessions",
        "Al Franken",
    ]


def test_whole_text_is_content_encoded():
    body = "<p>The House voted on Thursday.</p>\n<p>More follows.</p>"
    assert text(item(an_outgoing()), "content:encoded") == body
    assert item(an_outgoing(), full=False).find("content:encoded", NS) is None


def test_description_is_text_to_a_reader_that_takes_it_for_html():
    found = item(an_outgoing(standfirst="A <b> & a &lt;"))
    assert unescape(text(found, "description")) == "A <b> & a &lt;"


def test_feedparser_reads_it_without_complaint():
    parsed = feedparser.parse(written(rss).encode())
    assert (parsed.bozo, parsed.version) == (False, "rss20")
    (found,) = parsed.entries
    assert (found.title, found.link) == (
        "Budget passes",
        "https://archive.example.org/2017/06/09/budget-passes/",
    )
    assert [author.name for author in found.authors] == ["Dana Whitfield", "Priya Raman"]
    assert found.published_parsed[:6] == (2017, 6, 9, 14, 30, 0)
    assert (found.id, found.guidislink) == ("tag:archive.example.org,2026-05-01:articles/17", False)
    assert found.content[0].value == "<p>The House voted on Thursday.</p>\n<p>More follows.</p>"


@given(hostile)
def test_whatever_an_article_holds_the_feed_is_well_formed_and_says_it(text_):
    found = channel(hostile_outgoing(text_, body=CleanHtml(text_)), question=text_, archive=text_).find(
        "item"
    )
    assert (text(found, "title") or "") == one_line(text_)
    assert (text(found, "content:encoded") or "") == without_controls(text_)

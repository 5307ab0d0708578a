"""Atom feeds keep the rules of RFC 4287, and are read by feedparser."""

import re
from datetime import UTC, date, datetime

import feedparser
import pytest
from hypothesis import given
from lxml import etree

from articles.characters import without_controls
from articles.citations import one_line
from articles.exports import atom
from articles.richtext import CleanHtml
from tests.exports.builders import REMARK, a_heading, an_outgoing, hostile, hostile_outgoing, written

NS = {"a": "http://www.w3.org/2005/Atom", "os": "http://a9.com/-/spec/opensearch/1.1/"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(*articles, full=True, **heading):
    return etree.fromstring(written(atom, *articles, full=full, **heading).encode())


def entry(article, full=True):
    (found,) = feed(article, full=full).findall("a:entry", NS)
    return found


def text(element, path):
    return element.findtext(path, namespaces=NS)


def test_feed_says_what_it_is():
    root = feed()
    assert text(root, "a:title") == "Newsroom: “budget” · 2017"
    assert text(root, "a:subtitle") == REMARK
    assert text(root, "os:totalResults") == "1"
    assert text(root, "a:updated") == "2026-07-04T12:00:00Z"


def test_section_4_1_1_feed_has_one_id_title_updated_and_an_author():
    root = feed()
    for name in ("id", "title", "updated", "generator", "subtitle"):
        assert len(root.findall(f"a:{name}", NS)) == 1
    assert text(root, "a:author/a:name") == "Newsroom"


def test_section_4_1_1_feed_has_one_alternate_link_and_links_to_itself():
    links = {link.get("rel"): dict(link.attrib) for link in feed().findall("a:link", NS)}
    assert links == {
        "self": {
            "rel": "self",
            "type": "application/atom+xml",
            "href": "https://archive.example.org/search.x?q=budget&year=2017",
        },
        "alternate": {
            "rel": "alternate",
            "type": "text/html",
            "href": "https://archive.example.org/search/?q=budget&year=2017",
        },
    }


def test_section_4_1_2_entry_has_one_id_title_and_updated():
    found = entry(an_outgoing())
    assert [len(found.findall(f"a:{name}", NS)) for name in ("id", "title", "updated", "published")] == [
        1,
        1,
        1,
        1,
    ]


def test_section_4_1_2_entry_has_one_alternate_link():
    found = entry(an_outgoing()).findall("a:link[@rel='alternate']", NS)
    assert [link.get("href") for link in found] == ["https://archive.example.org/2017/06/09/budget-passes/"]


def test_section_4_2_6_ids_are_unique_absolute_and_stay_when_the_address_changes():
    ids = [text(found, "a:id") for found in feed(an_outgoing(id=1), an_outgoing(id=2)).findall("a:entry", NS)]
    assert ids == [
        "tag:archive.example.org,2026-05-01:articles/1",
        "tag:archive.example.org,2026-05-01:articles/2",
    ]
    moved = an_outgoing(
        id=1, permalink="https://archive.example.org/2018/01/01/other/", slug="other", headline="Other"
    )
    assert text(entry(moved), "a:id") == ids[0]


@pytest.mark.parametrize(
    ("published_at", "published_on", "expected"),
    [
        (datetime(2017, 6, 9, 14, 30, 5, 99, tzinfo=UTC), date(2017, 6, 9), "2017-06-09T14:30:05Z"),
        (None, date(2017, 6, 9), "2017-06-09T00:00:00Z"),
        (None, date(1, 1, 1), "0001-01-01T00:00:00Z"),
        (None, date(9998, 12, 31), "9998-12-31T00:00:00Z"),
    ],
)
def test_section_3_3_dates_are_those_of_rfc_3339(published_at, published_on, expected):
    found = entry(an_outgoing(published_at=published_at, published_on=published_on))
    assert text(found, "a:published") == expected
    assert all(
        RFC_3339.fullmatch(element.text)
        for element in found.iter(f"{{{NS['a']}}}published", f"{{{NS['a']}}}updated")
    )


def test_section_3_2_every_person_has_one_name():
    found = entry(an_outgoing()).findall("a:author", NS)
    assert [[child.text for child in author] for author in found] == [["Dana Whitfield"], ["Priya Raman"]]


def test_entry_that_nobody_signed_has_the_publication_as_author():
    assert text(entry(an_outgoing(authors=(), byline="")), "a:author/a:name") == "The Capital Ledger"


def test_section_4_2_2_categories_have_a_term():
    terms = [category.get("term") for category in entry(an_outgoing()).findall("a:category", NS)]
    assert terms == ["Budget", "Jeff Sessions", "Al Franken"]


def test_entry_has_its_own_language():
    assert entry(an_outgoing(language="de")).get(LANG) == "de"
    assert LANG not in entry(an_outgoing(language='"><x')).attrib


def test_source_is_linked_if_it_is_an_address():
    (link,) = entry(an_outgoing()).findall("a:link[@rel='via']", NS)
    assert link.get("href") == "https://ledger.example.com/politics/budget?id=1"
    assert entry(an_outgoing(source_url="javascript:alert(1)")).findall("a:link[@rel='via']", NS) == []


def test_whole_text_is_html_with_its_own_base():
    content = entry(an_outgoing()).find("a:content", NS)
    assert content.get("type") == "html"
    assert content.text == "<p>The House voted on Thursday.</p>\n<p>More follows.</p>"
    assert content.base == "https://archive.example.org/2017/06/09/budget-passes/"


def test_section_4_1_3_feed_of_summaries_has_no_content_and_a_summary_each():
    found = entry(an_outgoing(), full=False)
    assert found.find("a:content", NS) is None
    assert text(found, "a:summary") == "The vote was close."


def test_summary_without_standfirst_is_the_opening():
    found = entry(an_outgoing(standfirst=""), full=False)
    assert text(found, "a:summary") == "The House voted on Thursday. More follows."


def test_feedparser_reads_it_without_complaint():
    parsed = feedparser.parse(written(atom).encode())
    assert (parsed.bozo, parsed.version) == (False, "atom10")
    assert parsed.feed.title == "Newsroom: “budget” · 2017"
    (found,) = parsed.entries
    assert found.title == "Budget passes"
    assert [author.name for author in found.authors] == ["Dana Whitfield", "Priya Raman"]
    assert found.published_parsed[:6] == (2017, 6, 9, 14, 30, 0)
    assert found.content[0].value == "<p>The House voted on Thursday.</p>\n<p>More follows.</p>"


def test_list_without_articles_is_a_feed_without_entries():
    root = etree.fromstring("".join(atom.write(a_heading(total=0), [])).encode())
    assert root.findall("a:entry", NS) == []


@given(hostile)
def test_whatever_an_article_holds_the_feed_is_well_formed_and_says_it(text_):
    root = feed(hostile_outgoing(text_, body=CleanHtml(text_)), question=text_, archive=text_)
    found = root.find("a:entry", NS)
    assert (text(found, "a:title") or "") == one_line(text_)
    assert (text(found, "a:content") or "") == without_controls(text_)

"""JSON Feed becomes news items; what is wrong with an item costs that item alone."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers import importer_for, json_feed
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/feeds"
VERSION = "https://jsonfeed.org/version/1.1"


def read(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(json_feed.read(io.BytesIO(content), source=source, options=Options(**options)))


def sample(name):
    found = read((SAMPLES / name).read_bytes(), source=name)
    return [replace(item, content_sha256="") if isinstance(item, NewsItem) else item for item in found]


def item_of(fetched_from="", **fields):
    document = {
        "version": VERSION,
        "title": "Ledger",
        "items": [{"id": "1", "date_published": "2018-03-13", **fields}],
    }
    (item,) = json_feed.parse(json.dumps(document).encode(), source="", url=fetched_from, options=Options())
    return item


def test_version_1_is_read_with_its_items_before_its_title():
    assert sample("json-feed-1.json") == [
        NewsItem(
            headline="Clerk & council",
            body='<p>The clerk <a href="https://notes.example.org/notes/16">answered</a>.</p>',
            published_on=date(2018, 3, 13),
            published_at=datetime(2018, 3, 14, 1, 0, tzinfo=UTC),
            byline="By Dana Whitfield",
            publication="Council Notes",
            source_url="https://notes.example.org/notes/17",
            source_ref="17",
            source="json-feed-1.json",
            line=1,
        )
    ]


def test_version_1_1_is_read_and_every_item_gives_an_article_or_a_reason():
    first, second, *rest = sample("json-feed-1.1.json")
    assert first == NewsItem(
        headline="Grain board splits",
        body=(
            "<p>The board split four to three.</p>\n"
            '<p>More at <a href="https://prairie.example.org/board" rel="nofollow noopener">'
            "https://prairie.example.org/board</a>.</p>"
        ),
        published_on=date(2018, 3, 13),
        published_at=datetime(2018, 3, 13, 12, 0, tzinfo=UTC),
        standfirst="A narrow vote ends a long year.",
        byline="By Ann Calloway and Ben Orr",
        publication="Prairie Report",
        source_url="https://prairie.example.org/2018/grain",
        source_ref="https://prairie.example.org/2018/grain",
        language="en-CA",
        topics=("Agriculture", "Boards"),
        source="json-feed-1.1.json",
        line=1,
    )
    assert second == NewsItem(
        headline="Only a summary of a page elsewhere",
        headline_made=True,
        body="<p>Only a summary of a page elsewhere.</p>",
        published_on=date(2018, 3, 12),
        published_at=None,
        byline="By The Prairie desk",
        publication="Prairie Report",
        source_url="https://elsewhere.example.org/y",
        source_ref="2",
        language="en-US",
        source="json-feed-1.1.json",
        line=2,
    )
    surrogate = rest.pop(4)
    assert (surrogate.headline, surrogate.source_url, surrogate.line) == ("Surrogate and NUL", "", 7)
    assert [(each.line, each.reason) for each in rest] == [
        (3, "it bears no date; --date gives one"),
        (4, "'yesterday' is no date"),
        (5, "“title” is not text"),
        (6, "it is not an object with named fields"),
        (8, "it is not JSON: Expecting value at character 47"),
        (9, "it has neither a headline nor a text"),
    ]
    assert rest[1] == Rejection(
        "'yesterday' is no date",
        "json-feed-1.1.json",
        4,
        '{"id":"4","title":"Not a date","content_text":"x","date_published":"yesterday"}',
    )


@pytest.mark.parametrize(
    ("fields", "body", "standfirst"),
    [
        ({"content_html": "<p>Full.</p>", "content_text": "Plain."}, "<p>Full.</p>", ""),
        ({"content_text": "One.\n\nTwo <3"}, "<p>One.</p>\n<p>Two &lt;3</p>", ""),
        ({"content_html": "<p>Full.</p>", "summary": "Sum."}, "<p>Full.</p>", "Sum."),
        ({"summary": "Sum."}, "<p>Sum.</p>", ""),
        ({"content_html": None, "content_text": "", "summary": "Sum &#8217;"}, "<p>Sum ’</p>", ""),
    ],
)
def test_text_is_the_whole_content_and_the_summary_beside_it_the_standfirst(fields, body, standfirst):
    item = item_of(title="T", **fields)
    assert (item.body, item.standfirst) == (body, standfirst)


def test_title_is_plain_text_in_which_entities_were_left():
    assert item_of(title="R&D: 2 <b> 3").headline == "R&D: 2 <b> 3"
    assert item_of(title="Law &#038; &#8220;Order&#8221;").headline == "Law & “Order”"


@pytest.mark.parametrize(
    ("fields", "url", "reference"),
    [
        ({"url": "https://e.org/1"}, "https://e.org/1", "1"),
        ({"url": "2018/1"}, "https://e.org/feeds/2018/1", "1"),
        ({"id": "https://e.org/id"}, "https://e.org/id", "https://e.org/id"),
        (
            {"id": "https://e.org/id", "external_url": "https://x.org/"},
            "https://e.org/id",
            "https://e.org/id",
        ),
        ({"id": "", "url": "https://e.org/1"}, "https://e.org/1", "https://e.org/1"),
        ({"id": 10**18, "external_url": "https://x.org/"}, "https://x.org/", "1000000000000000000"),
        ({"url": "javascript:alert(1)"}, "", "1"),
    ],
)
def test_address_and_reference_are_those_the_item_claims(fields, url, reference):
    item = item_of(fetched_from="https://e.org/feeds/all.json", title="T", **fields)
    assert (item.source_url, item.source_ref) == (url, reference)


@pytest.mark.parametrize(
    ("fields", "byline"),
    [
        ({"authors": [{"name": "A B"}, {"url": "https://e.org"}, {"name": "C D"}]}, "By A B and C D"),
        ({"author": {"name": "A B"}}, "By A B"),
        ({"author": "A B"}, ""),
        ({"authors": "A B"}, ""),
        ({"authors": [[[]]]}, ""),
        ({}, ""),
    ],
)
def test_byline_is_made_of_the_authors_names(fields, byline):
    assert item_of(title="T", **fields).byline == byline


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"tags": [f"t{number}" for number in range(201)]}, "“tags” has 201 names, 200 is the most"),
        ({"tags": [{"x": 1}]}, "“tags” is not text but an object: map the field in it that is (x)"),
        ({"id": 10**400}, "“id” is not text"),
        ({"date_published": True}, "“date_published” is not text"),
        ({"date_published": "99999-01-01"}, "'99999-01-01' is no date"),
        ({"content_html": "x" * 2_000_000}, "it has more than 2,000,000 bytes"),
    ],
)
def test_item_with_a_wrong_field_is_rejected(fields, reason):
    assert item_of(title="T", **fields).reason == reason


@pytest.mark.parametrize(
    ("head", "is_feed"),
    [
        (b'{"version": "https://jsonfeed.org/version/1"', True),
        (b'\xef\xbb\xbf\n{"title": "x", "version" : "https:\\/\\/jsonfeed.org\\/version\\/1.1"', True),
        (b'{"version": "http://www.jsonfeed.org/version/1.1"', True),
        (b'{"version": "1.1", "url": "https://jsonfeed.org/version/1"', False),
        (b'[{"version": "https://jsonfeed.org/version/1"}]', False),
        (b'{"headline": "x"}', False),
        (b"", False),
    ],
)
def test_feed_is_recognised_by_its_version(head, is_feed):
    assert json_feed.recognises(head, "x.json") is is_feed


def test_samples_are_found_by_content():
    for path in SAMPLES.glob("*.json"):
        assert importer_for(path.read_bytes(), "download") is json_feed


def test_feed_without_items_is_none_the_less_one():
    assert read(json.dumps({"version": VERSION, "items": []})) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "the file is no JSON that begins with “{”"),
        ("[]", "the file is no JSON that begins with “{”"),
        ("{}", "it is no JSON Feed: its “version” is not that of one"),
        (json.dumps({"version": VERSION}), "has no list of “items”"),
        (json.dumps({"version": VERSION, "items": {"a": 1}}), "has no list of “items”"),
        (json.dumps({"version": VERSION, "items": [{"id": "1"}]})[:-3], "ends in the middle"),
        ('{"version": nonsense "items": []}', "it is not JSON at byte 22"),
        ('{"version" "x"}', "it is not JSON at byte 2"),
        ('{"\\x": 1}', "is no name"),
        ('{"items": ' + "[" * 1_000_000, "nested deeper than 1,000"),
        ('{"items": ' + '{"a":' * 1_000_000, "nested deeper than 1,000"),
        ("{" + '"\\"' * 1_000_000, "it is not JSON|is no name"),
        ('{"items": ["' + '\\"' * 2_000_000, "ends in the middle"),
        (b'{"version": "' + VERSION.encode("utf-16"), "it is not JSON|ends in the middle"),
        (b"{" + b" " * 50_000_000 + b"}", "more than 50,000,000 bytes"),
    ],
    ids=range(15),
)
def test_file_that_is_no_feed_fails_clearly(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_item_that_is_no_utf_8_is_rejected_and_the_rest_goes_on():
    content = b'{"version":"%s","items":[{"title":"caf\xe9"},{"title":"T","date_published":"2018-03-13"}]}'
    bad, good = read(content.replace(b"%s", VERSION.encode()))
    assert bad.reason == "it is not UTF-8 at byte 14: save the file as UTF-8"
    assert good.headline == "T"

"""Our exchange format, and others' JSON, become news items."""

import io
import json
import pickle
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from articles.exports import json_lines as exports
from articles.importers import importer_for, json_lines
from articles.importers.base import Options, Unread
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.outgoing import Heading, Outgoing
from articles.richtext import CleanHtml

SAMPLES = Path(__file__).parents[1] / "samples/jsonl"
RECORD = {
    "id": "r1",
    "url": "https://example.org/r1",
    "title": "T",
    "body": "<p>b</p>",
    "published_at": "2024-01-01T00:00:00Z",
}


def found(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return list(json_lines.read(io.BytesIO(content), source=source, options=Options(**options)))


def read(content, source="", **options):
    records = found(content, source, **options)
    return [record.item() if isinstance(record, Unread) else record for record in records]


def only(options=None, **fields):
    (item,) = read(json.dumps(RECORD | fields), **(options or {}))
    return item


def test_file_of_our_own_format_is_read_with_all_it_says():
    raw = (SAMPLES / "ledger.jsonl").read_bytes()
    lines = raw.splitlines()
    items = read(raw, "ledger.jsonl", publication="The Weekly Ledger", section="News", byline="By Staff")
    assert items == [
        NewsItem(
            headline="Senate passes budget, 51 to 49",
            standfirst="The vote came after nine hours of debate.",
            byline="By Dana Whitfield and Omar Lindqvist",
            section="Congress",
            publication="The Capital Ledger",
            published_on=date(2017, 6, 8),
            published_at=datetime(2017, 6, 9, 3, 30, tzinfo=UTC),
            language="en",
            people=("Mitch McConnell", "Chuck Schumer"),
            topics=("Budget", "Senate"),
            source_url="https://ledger.example/2017/06/08/budget",
            source_ref="cl-4411",
            body="<p>The Senate passed the budget late on Thursday.</p><p>It goes to the House.</p>",
            content_sha256=sha256(lines[1]).hexdigest(),
            source="ledger.jsonl",
            line=2,
        ),
        NewsItem(
            headline="House takes up the budget",
            byline="By Staff",
            section="News",
            publication="The Weekly Ledger",
            published_on=date(2017, 6, 9),
            published_at=None,
            status="draft",
            source_ref="4412",
            body="<p>The House begins on Friday.</p>\n<p>No amendment is expected.</p>",
            content_sha256=sha256(lines[3]).hexdigest(),
            source="ledger.jsonl",
            line=4,
        ),
        Rejection("“published”: '9 June' is no date", "ledger.jsonl", 5, lines[4].decode()),
        NewsItem(
            headline="Roads bill waits",
            byline="By Staff",
            section="News",
            publication="The Weekly Ledger",
            published_on=date(2017, 6, 9),
            published_at=datetime(2017, 6, 10, 3, 30, tzinfo=UTC),
            body="<p>It waits.</p>",
            content_sha256=sha256(lines[5]).hexdigest(),
            source="ledger.jsonl",
            line=6,
        ),
        Rejection(
            "it is not JSON: Unterminated string starting at at character 14",
            "ledger.jsonl",
            7,
            '{"headline": "Cut of',
        ),
    ]


def test_others_json_is_read_by_well_known_names_and_a_mapping():
    raw = (SAMPLES / "cms.json").read_bytes()
    item, rejection = read(
        raw, "cms.json", fields={"headline": "title.rendered", "body_html": "content.rendered"}
    )
    assert item == NewsItem(
        headline="Harbour & rail: what the levy pays for",
        standfirst="A guide",
        byline="By Ida Barcroft and Leon Marwell",
        section="Local",
        publication="The Harbour Post",
        published_on=date(2019, 3, 4),
        published_at=datetime(2019, 3, 4, 10, 15, tzinfo=UTC),
        language="en-GB",
        topics=("Ports", "Rail"),
        source_url="https://post.example/levy",
        source_ref="8d1f",
        body="<p>The levy pays for a pier.</p>",
        content_sha256=item.content_sha256,
        source="cms.json",
        line=1,
    )
    assert (rejection.reason, rejection.line) == ("it has neither a headline nor text", 2)


def test_object_where_text_should_be_names_what_can_be_mapped():
    assert only(title={"rendered": "T", "raw": "T"}).reason == (
        "“headline” is not text but an object: map the field in it that is (rendered, raw)"
    )


def test_record_can_be_read_by_another_process():
    (unread,) = found(json.dumps(RECORD), "a.jsonl")
    assert pickle.loads(pickle.dumps(unread)).item() == unread.item()
    assert unread.item().headline == "T"


@pytest.mark.parametrize("layout", ["lines", "array", "object"])
def test_as_many_come_out_as_went_in(layout):
    records = [RECORD | {"id": number} for number in range(1 if layout == "object" else 250)]
    content = {
        "lines": "\n".join(map(json.dumps, records)),
        "array": json.dumps(records),
        "object": json.dumps(records[0], indent=2),
    }[layout]
    assert [item.source_ref for item in read(content)] == [str(record["id"]) for record in records]


def test_our_own_name_of_a_field_wins_over_others():
    item = only(headline="Ours", source_ref="", source_url="", body_html="<p>ours</p>")
    assert (item.headline, item.source_ref, item.source_url, item.body) == ("Ours", "", "", "<p>ours</p>")


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ({"body": "One.\n\nTwo & three."}, "body", "<p>One.</p>\n<p>Two &amp; three.</p>"),
        ({"body": "AT&amp;T"}, "body", "<p>AT&amp;T</p>"),
        ({"body": None, "html": "<h2>x</h2>"}, "body", "<h2>x</h2>"),
        ({"author": "Jane Doe and A. Roe"}, "byline", "Jane Doe and A. Roe"),
        ({"author": {"name": "Jane Doe"}}, "byline", "Jane Doe"),
        ({"authors": ["A", "B", {"name": "C"}]}, "byline", "By A, B and C"),
        ({"creator": ["A"]}, "byline", "By A"),
        ({"source": {"id": None, "name": "The Post"}}, "publication", "The Post"),
        ({"tags": "one, two,one"}, "topics", ("one", "two")),
        ({"keywords": "Taxes, state; Roads"}, "topics", ("Taxes, state", "Roads")),
        ({"topics": "Taxes, state"}, "topics", ("Taxes, state",)),
        ({"people": "Doe, Jane|Roe, A."}, "people", ("Doe, Jane", "Roe, A.")),
        ({"category": ["Local", "Sport"]}, "section", "Local"),
        ({"lang": "English"}, "language", ""),
        ({"status": "future"}, "status", "scheduled"),
        ({"status": "publish"}, "status", ""),
        ({"status": 200}, "status", ""),
        ({"GUID": "g", "id": None}, "source_ref", "g"),
        ({"url": "javascript:alert(1)"}, "source_url", ""),
        ({"url": "https://e.org/\r\nX: y"}, "source_url", ""),
        ({"url": "https://e.org/" + "a" * 1_000_000}, "source_url", ""),
        ({"title": "a\x00b"}, "headline", "ab"),
        ({"title": "\ud83d", "body": "<p>Text of it.</p>"}, "headline", "Text of it"),
        ({"title": " \u00a0\u200b "}, "headline_made", True),
        ({"published": "2024-02-03", "published_on": "1999-01-01"}, "published_on", date(2024, 2, 3)),
        ({"capture_url": "https://crawl.example/1"}, "capture_url", "https://crawl.example/1"),
        ({"captured_at": "2020-01-02T03:04:05Z"}, "captured_at", datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ],
)
def test_value_becomes_what_an_article_keeps_of_it(fields, name, expected):
    assert getattr(only(**fields), name) == expected


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"published_at": None}, "it bears no date; --date gives one"),
        ({"published_at": "99999-01-01"}, "“published”: '99999-01-01' is no date"),
        (
            {"published_at": "9999-12-31T23:59:59-12:00"},
            "“published”: '9999-12-31T23:59:59-12:00' is no date",
        ),
        ({"published_at": True}, "“published” is not text"),
        ({"published_at": 1704067200}, "“published”: '1704067200' is no date"),
        ({"id": 10**400}, "“id” is not text"),
        ({"id": []}, "“id” is not text"),
        ({"title": 5.5}, "“headline” is not text"),
        ({"author": [[[]]]}, "“byline” is not text"),
        (
            {"tags": [f"t{number}" for number in range(100_000)]},
            "“topics” has 100,000 names, 200 is the most",
        ),
        ({"tags": ["x" * 201]}, "“topics” has a name of more than 200 characters"),
        ({"title": "", "body": "  "}, "it has neither a headline nor text"),
        ({"status": "trash"}, "its status is “trash”; known are draft, scheduled and published"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(fields, reason):
    assert only(**fields).reason == reason


@pytest.mark.parametrize("content", ["{}", "[1]", '["x"]', "[[1]]"])
def test_what_is_no_object_with_fields_is_rejected(content):
    (rejection,) = read(content)
    assert isinstance(rejection, Rejection)


def test_operator_says_what_the_record_does_not():
    item = only({"published_on": date(2001, 2, 3), "language": "de"}, published_at="")
    assert (item.published_on, item.published_at, item.language) == (date(2001, 2, 3), None, "de")


def test_operators_date_does_not_replace_one_that_is_wrong():
    assert (
        only({"published_on": date(2001, 2, 3)}, published_at="soon").reason
        == "“published”: 'soon' is no date"
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.b", "in the object"), ("list.1.x", "in the list"), ("dotted.name", "as it is"), ("a.b.c", "Text"), ("list.9", "Text")],
)  # fmt: skip
def test_mapping_leads_into_objects_and_lists(path, expected):
    fields = {"a": {"b": "in the object"}, "list": [0, {"x": "in the list"}], "dotted.name": "as it is"}
    assert only({"fields": {"headline": path}}, **fields, body="Text").headline == expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"titel": "title"}, "there is no field 'titel' to map to; known are: headline, standfirst"),
        ({"headline": "."}, "the field 'headline' is mapped to nothing"),
    ],
)
def test_mapping_to_no_field_of_ours_fails_clearly(fields, words):
    with pytest.raises(ImportFailure, match=words):
        read("{}", fields=fields)


def test_line_that_tells_of_the_file_is_passed_over():
    assert read('{"newsroom": {"total": 0}}\n') == []
    assert len(read('{"newsroom": "x", "title": "T", "date": "2017-01-01"}\n')) == 1


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b'{"a": 1}', "", True),
        (b"\xef\xbb\xbf [\n{", "", True),
        (b"{}", "", True),
        (b"[1]", "", False),
        (b"{curly text}", "", False),
        (b"broken", "a.JSONL", True),
        (b"date 2017-06-09 x", "", False),
    ],
)
def test_json_is_recognised(head, name, expected):
    assert json_lines.recognises(head, name) is expected


def test_our_own_record_is_taken_by_this_format():
    assert (
        importer_for(json.dumps({"headline": "x", "body_html": "y", "published": "2017-06-09"}).encode(), "")
        is json_lines
    )


def test_what_our_export_writes_comes_back():
    article = Outgoing(
        id=7, permalink="https://archive.example/2017/06/08/a", slug="a", headline="Tolls <b>& “roads”",
        standfirst="Less &amp; more", body=CleanHtml("<p>One &amp; two.</p>"), byline="By Dana Whitfield and Omar Lindqvist",
        authors=("Dana Whitfield", "Omar Lindqvist"), section="Congress", publication="The Capital Ledger",
        published_on=date(2017, 6, 8), published_at=datetime(2017, 6, 9, 3, 30, tzinfo=UTC),
        added_at=datetime(2020, 1, 1, tzinfo=UTC), updated_at=datetime(2020, 1, 2, tzinfo=UTC), language="en",
        word_count=3, people=("Doe, Jane",), topics=("Taxes, state; federal",), source_url="", source_ref="",
    )  # fmt: skip
    heading = Heading(
        archive="A", question="", url="", file_url="", total=1, made_at=datetime(2020, 1, 3, tzinfo=UTC)
    )
    (item,) = read("".join(exports.write(heading, [article])))
    for name in ("headline", "standfirst", "body", "byline", "section", "publication", "published_on", "published_at",
                 "language", "people", "topics", "source_url", "source_ref"):  # fmt: skip
        assert getattr(item, name) == getattr(article, name), name

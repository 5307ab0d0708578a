"""ninjs of every version becomes articles; what is not text does not."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers import ninjs
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/ninjs"
URI = "urn:newsml:agency.example:20170609:"
AUTHOR = "http://cv.iptc.org/newscodes/contentprodpartyrole/author"


def read(content, source="wire.json", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(ninjs.read(io.BytesIO(content), source=source, options=Options(**options)))


def only(options=None, **fields):
    wanted = {"uri": "u1", "versioncreated": "2017-06-09T14:30:00Z", "headline": "Budget passes", **fields}
    (found,) = read(
        json.dumps({name: value for name, value in wanted.items() if value is not None}), **options or {}
    )
    return found


def test_items_of_every_version_are_read():
    first, second, third, embargoed, cancelled, flash = read(
        (SAMPLES / "versions.jsonl").read_bytes(), source="v.jsonl"
    )
    assert first == NewsItem(
        headline="Recusal stands, department says",
        body="<p>The recusal of <b>Jeff Sessions</b> stands.</p>",
        published_on=date(2017, 6, 9),
        published_at=datetime(2017, 6, 9, 19, 30, tzinfo=UTC),
        standfirst="It covers the whole inquiry.",
        byline="By Dana Whitfield",
        publication="Example Agency",
        source_ref=f"{URI}recusal",
        language="en-US",
        people=("Jeff Sessions",),
        topics=("politics",),
        content_sha256=first.content_sha256,
        source="v.jsonl",
        line=1,
    )
    assert second == NewsItem(
        headline="Budget passes 51 < 52",
        body="<section><p>The House passed it.</p></section>",
        published_on=date(2017, 6, 7),
        published_at=datetime(2017, 6, 7, 22, 15, tzinfo=UTC),
        standfirst="A < B, the House said.",
        byline="By Priya Raman",
        publication="Capitol Wire",
        source_ref=f"{URI}budget",
        language="en",
        people=("Paul Ryan",),
        topics=("budget",),
        content_sha256=second.content_sha256,
        source="v.jsonl",
        line=2,
    )
    assert third == NewsItem(
        headline="Vote is put off",
        body="<p>The vote is put off.</p>\n<p>No day is named.</p>",
        published_on=date(2017, 6, 10),
        published_at=datetime(2017, 6, 10, 10, 37, tzinfo=UTC),
        byline="Dana Whitfield and Priya Raman",
        publication="Example Agency",
        source_ref="urn:newsml:agency.example:20170610:vote",
        status="draft",
        people=("Mitch McConnell",),
        content_sha256=third.content_sha256,
        source="v.jsonl",
        line=3,
    )
    assert (embargoed.status, embargoed.published_at) == (
        "scheduled",
        datetime(2017, 6, 10, 16, 0, tzinfo=UTC),
    )
    assert embargoed.body == "<p>As prepared.</p>"
    assert (cancelled.reason, cancelled.line) == ("it is cancelled: the agency took it back", 6)
    assert (flash.headline, flash.headline_made, flash.line) == ("The vote is on Tuesday", True, 7)


@pytest.mark.parametrize("form", ["[{}]", "{}", "[{},\n{}]", "{}\n{}", "\ufeff{}"])
def test_items_are_read_from_arrays_objects_and_lines(form):
    record = json.dumps({"uri": "u1", "versioncreated": "2017-06-09T14:30:00Z", "headline": "Budget passes"})
    assert [item.headline for item in read(form.replace("{}", record))] == ["Budget passes"] * form.count(
        "{}"
    )


@pytest.mark.parametrize(
    ("created", "published_on"),
    [
        (
            {"contentcreated": "1933-04-03T00:00:00+01:00", "firstcreated": "2022-06-02T12:00:00Z"},
            date(1933, 4, 3),
        ),
        ({"firstcreated": "2017-06-08T12:00:00Z"}, date(2017, 6, 8)),
        ({"versioncreated": None, "versionCreated": "2017-06-07T12:00:00Z"}, date(2017, 6, 7)),
    ],
)
def test_article_bears_the_date_of_its_content(created, published_on):
    assert only(**created).published_on == published_on


@pytest.mark.parametrize("kind", ["picture", "audio", "video", "graphic", "composite", "component", "event"])
def test_item_that_is_no_text_is_passed_over(kind):
    assert (
        read(
            json.dumps({"uri": "u", "type": kind, "versioncreated": "2017-06-09T14:30:00Z", "headline": "H"})
        )
        == []
    )


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"bodies": [{"value": "a <b> c"}]}, "<p>a &lt;b&gt; c</p>"),
        ({"bodies": [{"value": "<p>a</p>"}]}, "<p>a</p>"),
        ({"bodies": [{"value": "<p>a</p>", "contenttype": "text/plain"}]}, "<p>&lt;p&gt;a&lt;/p&gt;</p>"),
        (
            {"bodies": [{"value": "<nitf/>", "contenttype": "application/nitf+xml"}, {"value": "a"}]},
            "<p>a</p>",
        ),
        ({"bodies": [{"value": "a"}, {"value": "b<br>c", "contentType": "application/xhtml+xml"}]}, "b<br>c"),
        ({"body_text": "<p>a</p>"}, "<p>&lt;p&gt;a&lt;/p&gt;</p>"),
        ({"body_text": "a", "body_html": "<p>b</p>"}, "<p>b</p>"),
        ({"body_html": " ", "body_text": "a"}, "<p>a</p>"),
        ({}, ""),
    ],
)
def test_text_is_taken_in_its_best_form(fields, body):
    assert only(**fields).body == body


def test_operators_words_fill_in_what_the_item_does_not_say():
    said = {"publication": "P", "section": "S", "byline": "B", "language": "fr"}
    item = only(said)
    assert (item.publication, item.section, item.byline, item.language) == ("P", "S", "B", "fr")
    item = only(said, infosource=[{"name": "Agency"}], by="By A", language="en")
    assert (item.publication, item.byline, item.language) == ("Agency", "By A", "en")


def test_author_among_the_sources_is_no_publication():
    assert only(infosources=[{"name": "Ann Lee", "role": AUTHOR}]).publication == ""


def test_uri_is_the_reference_and_not_the_address():
    item = only(uri="https://agency.example/items/1")
    assert (item.source_ref, item.source_url) == ("https://agency.example/items/1", "")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "no address"])
def test_address_that_is_none_of_the_web_is_left_out(address):
    assert only(altids=[{"role": "source_url", "value": address}]).source_url == ""


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"uri": None}, "it has no “uri”, which every item of ninjs has"),
        ({"uri": 5}, "“uri” is not text"),
        ({"headline": ["H"]}, "“headline” is not text"),
        ({"headlines": "H"}, "“headlines” is not a list of objects"),
        ({"bodies": ["text"]}, "“bodies” is not a list of objects"),
        ({"bodies": [{"value": {}}]}, "“value” is not text"),
        ({"people": [{"name": 5}]}, "“name” is not text"),
        ({"people": [{"name": str(number)} for number in range(201)]}, "it has 201 people, 200 is the most"),
        ({"subjects": [{"name": "x" * 201}]}, "one of its topics has a name of more than 200 characters"),
        ({"versioncreated": None}, "it bears no date; --date gives one"),
        ({"versioncreated": "soon"}, "'soon' is no date"),
        ({"versioncreated": True}, "“versioncreated” is not text"),
        ({"contentcreated": "9999-12-31T23:59:59Z"}, "'9999-12-31T23:59:59Z' is no date"),
        ({"altids": [{"role": "published_on", "value": "yesterday"}]}, "'yesterday' is no date"),
        ({"pubstatus": "canceled"}, "it is cancelled: the agency took it back"),
        ({"headline": None}, "it has neither headline nor text"),
        ({"headline": " \u0000\ud800 "}, "it has neither headline nor text"),
    ],
)  # fmt: skip
def test_item_that_is_wrong_is_rejected(fields, reason):
    found = only(**fields)
    assert isinstance(found, Rejection)
    assert (found.reason, found.source, found.line) == (reason, "wire.json", 1)


def test_wrong_records_are_rejected_and_the_rest_is_read():
    good = '{"uri": "u", "versioncreated": "2017-06-09T14:30:00Z", "headline": "H"}'
    found = read(f'{good}\n{{"uri": \n5\n"text"\n{good}\n')
    assert [type(each).__name__ for each in found] == [
        "NewsItem",
        "Rejection",
        "Rejection",
        "Rejection",
        "NewsItem",
    ]
    assert [each.line for each in found] == [1, 2, 3, 4, 5]


def test_controls_and_surrogates_do_not_come_through():
    item = only(
        headline="Budget\u0007 \ud83d passes\u0000", by="By\u200bA", people=[{"name": "cafe\u0301 \ud800"}]
    )
    assert (item.headline, item.people) == ("Budget passes", ("café",))


@pytest.mark.parametrize("content", ["", " \n", "no JSON", "<nitf/>"])
def test_file_that_is_no_json_fails_clearly(content):
    with pytest.raises(ImportFailure):
        read(content)


@pytest.mark.parametrize(
    ("head", "recognised"),
    [
        ('{"uri": "u", "versioncreated": ""}', True),
        ('[\n  {"type": "text", "uri" : "u", "headlines": []}', True),
        ('\ufeff{"uri": "u", "standard": {"name": "ninjs"}}', True),
        ('{"uri": "u", "versionCreated": ""}', True),
        ('{"uri": "u", "$standard": {}}', True),
        ('{"uri": "u", "body_xhtml": ""}', True),
        ('{"uri": "u", "title": ""}', False),
        ('{"headline": "", "body_html": "", "published": ""}', False),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', False),
        ('{"headline": "\\"uri\\": \\"bodies\\":"}', False),
        ("date 2017-06-09 \"uri\": \"bodies\":", False),
        ("", False),
    ],
)  # fmt: skip
def test_file_is_recognised_by_an_identity_and_a_field_of_ninjs(head, recognised):
    assert ninjs.recognises(head.encode(), "wire.json") is recognised

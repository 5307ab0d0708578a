"""What we write as ninjs 2.1 is ninjs 2.1, says which list it is, and is read back as what it was."""

import io
import json
from datetime import UTC, date, datetime, timedelta

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.exports import ninjs
from articles.importers import ninjs as importer
from articles.importers.agency import one_line
from articles.importers.base import Options
from articles.markup import clean, from_text
from articles.outgoing import Heading, Mentioned, Outgoing
from articles.richtext import CleanHtml

TEXT, MOMENT = {"type": "string"}, {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}


def listed(required=(), **properties):
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }
    return {"type": "array", "items": entry}


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[!-~]+$"},
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
        "representationtype": {"enum": ["full", "partial"]},
        **dict.fromkeys(
            ("profile", "version", "ednote", "language", "by", "slugline", "title", "located"), TEXT
        ),
        **dict.fromkeys(("firstcreated", "versioncreated", "contentcreated", "embargoed", "expires"), MOMENT),
        "pubstatus": {"enum": ["usable", "withheld", "canceled"]},
        "headlines": listed(["value"], role=TEXT, contenttype=TEXT, value=TEXT),
        "descriptions": listed(["value"], role=TEXT, contenttype=TEXT, value=TEXT),
        "bodies": listed(
            ["value"],
            role=TEXT,
            contenttype=TEXT,
            charcount={"type": "number"},
            wordcount={"type": "number"},
            value=TEXT,
        ),
        "people": listed(name=TEXT, rel=TEXT, uri=TEXT, literal=TEXT),
        "subjects": listed(name=TEXT, rel=TEXT, uri=TEXT, literal=TEXT, creator=TEXT),
        "infosources": listed(name=TEXT, role=TEXT, uri=TEXT, literal=TEXT),
        "altids": listed(role=TEXT, value=TEXT),
        "standard": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(("name", "version", "schema"), TEXT),
        },
    },
}
"""After IPTC's schema of ninjs 2.1, as far as an article goes: what is not named here we may not write."""
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

HEADING = Heading(
    archive="The Archive",
    question="“recusal” · 2017",
    url="https://archive.example/search?q=recusal",
    file_url="https://archive.example/search.ninjs?q=recusal",
    total=2,
    made_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
)
ARTICLE = Outgoing(
    id=41,
    permalink="https://archive.example/2017/06/09/recusal-stands/",
    slug="recusal-stands",
    headline="Recusal stands, “department” says",
    standfirst="It covers the whole inquiry.",
    body=CleanHtml("<p>The recusal of Jeff Sessions stands.</p>"),
    byline="By Dana Whitfield",
    authors=("Dana Whitfield",),
    section="Washington",
    publication="The Ledger",
    published_on=date(2017, 6, 9),
    published_at=datetime(2017, 6, 9, 19, 30, tzinfo=UTC),
    added_at=datetime(2025, 5, 1, 8, 0, tzinfo=UTC),
    updated_at=datetime(2025, 5, 2, 9, 30, 0, 120, tzinfo=UTC),
    language="en",
    word_count=6,
    people=("Jeff Sessions",),
    topics=("recusal",),
    source_url="https://ledger.example/recusal",
    source_ref="ledger-41",
)


def changed(**fields):
    return Outgoing(**{name: getattr(ARTICLE, name) for name in Outgoing.__slots__} | fields)


def text_of(*articles, **options):
    return "".join(ninjs.write(HEADING, articles, **options))


def read_back(*articles):
    stream = io.BytesIO(text_of(*articles).encode())
    return list(importer.read(stream, source="list.ninjs.json", options=Options()))


def test_article_is_written_with_all_that_is_told_of_it():
    assert json.loads(text_of(ARTICLE)) == [
        {
            "uri": "https://archive.example/2017/06/09/recusal-stands/",
            "standard": {
                "name": "ninjs",
                "version": "2.1",
                "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
            },
            "type": "text",
            "representationtype": "full",
            "profile": "text-only",
            "version": "2025-05-02T09:30:00.000120Z",
            "versioncreated": "2025-05-02T09:30:00.000120Z",
            "firstcreated": "2025-05-01T08:00:00Z",
            "contentcreated": "2017-06-09T19:30:00Z",
            "pubstatus": "usable",
            "ednote": "2 articles for “recusal” · 2017 · The Archive, 2026-01-02 · https://archive.example/search?q=recusal",
            "language": "en",
            "headlines": [{"role": "main", "value": "Recusal stands, “department” says"}],
            "by": "By Dana Whitfield",
            "descriptions": [
                {"role": "summary", "contenttype": "text/plain", "value": "It covers the whole inquiry."}
            ],
            "bodies": [
                {
                    "role": "main",
                    "contenttype": "text/html",
                    "charcount": 36,
                    "wordcount": 6,
                    "value": "<p>The recusal of Jeff Sessions stands.</p>",
                }
            ],
            "people": [{"name": "Jeff Sessions"}],
            "subjects": [{"name": "Washington", "rel": "section"}, {"name": "recusal", "rel": "about"}],
            "infosources": [
                {"name": "The Ledger", "role": "http://cv.iptc.org/newscodes/contentprodpartyrole/origcont"},
                {
                    "name": "Dana Whitfield",
                    "role": "http://cv.iptc.org/newscodes/contentprodpartyrole/author",
                },
            ],
            "slugline": "recusal-stands",
            "altids": [
                {"role": "source_ref", "value": "ledger-41"},
                {"role": "source_url", "value": "https://ledger.example/recusal"},
            ],
        }
    ]


def test_first_item_says_what_the_list_is_and_the_others_do_not():
    first, second = json.loads(text_of(ARTICLE, changed(id=42)))
    assert first["ednote"].startswith("2 articles for “recusal”")
    assert "ednote" not in second


def test_empty_list_is_an_empty_array():
    assert json.loads(text_of()) == []


def test_list_without_texts_says_that_it_is_partial():
    (item,) = json.loads(text_of(ARTICLE, full=False))
    assert item["representationtype"] == "partial"
    assert "bodies" not in item


def test_file_is_written_as_the_articles_come():
    pieces = ninjs.write(HEADING, (changed(id=number) for number in iter(int, 1)))
    assert json.loads(next(pieces).removeprefix("[\n"))["type"] == "text"
    assert next(pieces).startswith(",\n")


def test_what_is_empty_is_left_out():
    empty = dict.fromkeys(("standfirst", "byline", "section", "source_url", "source_ref"), "")
    bare = changed(body=CleanHtml(""), authors=(), people=(), topics=(), **empty)
    (item,) = json.loads(text_of(bare))
    assert not {"by", "bodies", "descriptions", "people", "subjects", "altids"} & item.keys()


@pytest.mark.parametrize(
    ("published_on", "published_at", "created", "day"),
    [
        (date(2017, 6, 9), None, "2017-06-09T00:00:00Z", "2017-06-09"),
        (date(2017, 6, 9), datetime(2017, 6, 9, 0, 0, tzinfo=UTC), "2017-06-09T00:00:00Z", None),
        (date(2017, 6, 9), datetime(2017, 6, 10, 0, 0, tzinfo=UTC), "2017-06-10T00:00:00Z", "2017-06-09"),
        (date(789, 3, 4), None, "0789-03-04T00:00:00Z", "0789-03-04"),
    ],
)
def test_day_and_time_are_told_apart(published_on, published_at, created, day):
    article = changed(published_on=published_on, published_at=published_at)
    (item,) = json.loads(text_of(article))
    assert item["contentcreated"] == created
    assert {each["role"]: each["value"] for each in item["altids"]}.get("published_on") == day
    (found,) = read_back(article)
    assert (found.published_on, found.published_at) == (published_on, published_at)


def test_our_file_is_recognised_as_ninjs():
    assert importer.recognises(text_of(ARTICLE).encode(), "list.json")


ONE_LINE = st.text(max_size=60).map(one_line)
NAMES = st.lists(ONE_LINE.filter(bool), max_size=4, unique=True).map(tuple)
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9998, 12, 29), timezones=st.just(UTC))


@st.composite
def articles(draw):
    moment = draw(MOMENTS)
    day = moment.date() + timedelta(days=draw(st.integers(-1, 1)))
    return changed(
        headline=draw(ONE_LINE.filter(bool)),
        standfirst=draw(ONE_LINE),
        body=CleanHtml(clean(from_text(draw(st.text())))),
        byline=draw(ONE_LINE.filter(bool)),
        authors=draw(NAMES),
        section=draw(ONE_LINE),
        publication=draw(ONE_LINE),
        published_on=day,
        published_at=draw(st.sampled_from([moment, None])),
        added_at=draw(MOMENTS),
        updated_at=draw(MOMENTS),
        people=draw(NAMES),
        topics=draw(NAMES),
        source_url=draw(st.sampled_from(["", "https://ledger.example/?q=%22%3C&a=b"])),
        source_ref=draw(ONE_LINE.filter(bool)),
    )


@settings(deadline=None)
@given(st.lists(articles(), max_size=3))
def test_every_item_fits_the_schema(written):
    items = json.loads(text_of(*written))
    assert len(items) == len(written)
    for item in items:
        VALIDATOR.validate(item)


def test_whom_an_article_is_about_is_told():
    about = Mentioned(name="Jeff Sessions", role="subject")
    article = changed(people=("Al Franken", "Jeff Sessions"), mentions=(about,))
    (item,) = json.loads(text_of(article))
    VALIDATOR.validate(item)
    assert item["people"] == [{"name": "Al Franken"}, {"name": "Jeff Sessions", "rel": "about"}]
    assert read_back(article)[0].people == ("Al Franken", "Jeff Sessions")


@settings(deadline=None)
@given(st.lists(articles(), min_size=1, max_size=3))
def test_what_was_written_is_read_back(written):
    same = (
        "headline", "standfirst", "body", "byline", "section", "publication", "published_on", "published_at", "language",
        "people", "topics", "source_url", "source_ref",
    )  # fmt: skip
    found = read_back(*written)
    assert [[getattr(item, name) for name in same] for item in found] == [
        [getattr(article, name) for name in same] for article in written
    ]
    assert {item.status for item in found} == {""}

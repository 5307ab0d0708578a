"""What the index holds of an article: ids, dates and tokenised text, and no text that could be read back."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import metadata

import tantivy

from articles.search.beginnings import headline_marks
from articles.search.languages import number_of, unaccented
from articles.search.often import repeated
from articles.search.quotations import Said, quotation_texts
from articles.search.tree import TEXTS

ID_BITS, MINUTE_BITS = 30, 12
STATUSES = ("draft", "scheduled", "published", "withdrawn")
PUBLISHED = STATUSES.index("published")
COUNTED = (
    "person",
    "subject",
    "speaker",
    "author",
    "topic",
    "publication",
    "section",
    "language",
    "year",
    "month",
)
"""The fields by whose values a list can be counted and narrowed."""
NUMBERS = ("id", "key", "day", "words", "status", "checksum", *COUNTED)
LONGEST_TEXT = 500_000
START = "\U00013080"
"""Stands before the first word of a body, so that how far from there a word stands can be asked: an eye, which no one types."""
DESCRIPTION = (
    "5: words to 60 bytes, lower case, folded to ASCII; key of day, minute and id; bodies begin with a sign; "
    "beginnings of headlines and names; quotations 101 words apart, and with their speakers"
)
POSITION_ID = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedArticle:
    """An article as the index takes it in. `topics` holds the broader topics too, `people` those named, not the authors.

    `said` are the words of each quotation behind the id of who said them, 0 if that is not known.
    """

    id: int
    published_on: date
    published_at: datetime
    status: str
    publication: int
    section: int | None
    people: tuple[int, ...]
    authors: tuple[int, ...]
    topics: tuple[int, ...]
    headline: str
    standfirst: str
    body: str
    byline: str
    language: str
    words: int
    subjects: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    said: tuple[Said, ...] = ()

    def checksum(self) -> int:
        """Return 64 bits that change with anything the index would hold of the article."""
        held = hashlib.blake2b(repr([getattr(self, name) for name in NOT_TEXTS]).encode(), digest_size=8)
        for name in TEXTS:
            text = getattr(self, name).encode("utf-8", "replace")
            held.update(b"%d " % len(text))
            held.update(text)
        return int.from_bytes(held.digest())

    def document(self) -> tantivy.Document:
        """Return the document to be added to the index."""
        return self.entry().document()

    def entry(self) -> "Entry":
        """Return what the index gets of the article."""
        texts = {field: unaccented(getattr(self, field)[:LONGEST_TEXT]) for field in TEXTS}
        article = f"{texts['headline']} {texts['standfirst']} {texts['body']}"
        texts["body"] = f"{START} {texts['body']}"
        marks = {"often": repeated(article[:LONGEST_TEXT]), "beginning": headline_marks(self.headline)}
        return Entry((*self.numbers(),), (*texts.items(), *marks.items(), *quotation_texts(self.said)))

    def numbers(self) -> Iterator[tuple[str, int]]:
        """Yield everything but the text, by the field it stands in."""
        day = self.published_on
        yield "id", self.id
        yield "key", sort_key(day, self.published_at, self.id)
        yield "day", day.toordinal()
        yield "month", month_of(day)
        yield "year", day.year
        yield "status", STATUSES.index(self.status)
        yield "checksum", self.checksum()
        yield "words", self.words
        yield "language", number_of(self.language)
        yield "publication", self.publication
        if self.section is not None:
            yield "section", self.section
        for field, ids in self.links():
            for identity in ids:
                yield field, identity

    def links(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the ids of the people and topics, by the field they stand in."""
        yield "person", self.people
        yield "subject", self.subjects
        yield "speaker", self.speakers
        yield "author", self.authors
        yield "topic", self.topics


@dataclass(frozen=True, slots=True)
class Entry:
    """Numbers and texts by their fields: what costs work is done, and another process may have done it."""

    numbers: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]

    def document(self) -> tantivy.Document:
        """Return the document to be added to the index."""
        document = tantivy.Document()
        for field, number in self.numbers:
            document.add_unsigned(field, number)
        for field, text in self.texts:
            document.add_text(field, text)
        return document


NOT_TEXTS = tuple(name for name in IndexedArticle.__slots__ if name not in TEXTS)


def schema() -> tantivy.Schema:
    """Return the schema of the index."""
    builder = tantivy.SchemaBuilder()
    for field in NUMBERS:
        builder.add_unsigned_field(field, indexed=True, fast=True)
    for field in TEXTS:
        builder.add_text_field(field, tokenizer_name="plain")
    builder.add_text_field("said", tokenizer_name="quotations")
    builder.add_text_field("spoken", tokenizer_name="spoken")
    builder.add_text_field("often", tokenizer_name="marks", index_option="basic")
    builder.add_text_field("beginning", tokenizer_name="marks", index_option="basic")
    builder.add_unsigned_field("kind", indexed=True)
    builder.add_unsigned_field("weight", fast=True)
    builder.add_text_field("name", tokenizer_name="marks", index_option="basic")
    builder.add_text_field("opening", tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("position", stored=True)
    return builder.build()


def version() -> str:
    """Return a name for this schema: an index made under another name is not opened but made anew."""
    return hashlib.blake2b(
        f"{metadata.version('tantivy')} {DESCRIPTION} {NUMBERS} {TEXTS}".encode(), digest_size=6
    ).hexdigest()


def sort_key(day: date, at: datetime, identity: int) -> int:
    """Return a number of 64 bits that sorts articles by dateline, then time, then id, and gives the id back.

    22 bits of day, so that any year a date can hold fits; 12 of the minute, counted from a day before the dateline's
    midnight (UTC), since an evening's paper may appear on another date elsewhere; 30 of id.
    """
    minutes = (at - datetime(day.year, day.month, day.day, tzinfo=UTC)) // timedelta(minutes=1) + 1440
    minute = min(max(minutes, 0), (1 << MINUTE_BITS) - 1)
    return ((day.toordinal() << MINUTE_BITS | minute) << ID_BITS) | identity


def id_of(key: int) -> int:
    """Return the id of the article with the sort key `key`."""
    return key & ((1 << ID_BITS) - 1)


def day_of(key: int) -> date:
    """Return the dateline of the article with the sort key `key`."""
    return date.fromordinal(key >> (MINUTE_BITS + ID_BITS))


def month_of(day: date) -> int:
    """Return the number of a day's month: its year times twelve, plus 0 for January."""
    return day.year * 12 + day.month - 1


def first_key(day: date) -> int:
    """Return a key that no article dated before `day` reaches."""
    return day.toordinal() << (MINUTE_BITS + ID_BITS)


SCHEMA = schema()

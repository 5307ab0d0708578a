"""What the index holds of an article: ids, dates and tokenised text, and no text that could be read back."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import metadata

import tantivy

ID_BITS, MINUTE_BITS = 30, 12
STATUSES = ("draft", "scheduled", "published", "withdrawn")
PUBLISHED = STATUSES.index("published")
TEXT_FIELDS = {"headline": 4.0, "standfirst": 2.0, "body": 1.0, "byline": 1.0}
ID_FIELDS = ("person", "topic", "publication", "section")
LONGEST_TEXT = 500_000
DESCRIPTION = (
    "1: simple tokens to 60 bytes, lower case, folded to ASCII, English stems; key of day, minute and id"
)
POSITION_ID = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedArticle:
    """An article as the index takes it in. `topics` holds the broader topics too."""

    id: int
    published_on: date
    published_at: datetime
    status: str
    publication: int
    section: int | None
    people: tuple[int, ...]
    topics: tuple[int, ...]
    headline: str
    standfirst: str
    body: str
    byline: str

    def checksum(self) -> int:
        """Return 64 bits that change with anything the index would hold of the article."""
        held = repr([getattr(self, name) for name in self.__slots__])
        return int.from_bytes(hashlib.blake2b(held.encode("utf-8", "replace"), digest_size=8).digest())

    def document(self) -> tantivy.Document:
        """Return the document to be added to the index."""
        document = tantivy.Document()
        document.add_unsigned("id", self.id)
        document.add_unsigned("key", sort_key(self.published_on, self.published_at, self.id))
        document.add_unsigned("day", self.published_on.toordinal())
        document.add_unsigned("month", self.published_on.year * 12 + self.published_on.month - 1)
        document.add_unsigned("status", STATUSES.index(self.status))
        document.add_unsigned("checksum", self.checksum())
        document.add_unsigned("publication", self.publication)
        if self.section is not None:
            document.add_unsigned("section", self.section)
        for field, ids in (("person", self.people), ("topic", self.topics)):
            for identity in ids:
                document.add_unsigned(field, identity)
        for field in TEXT_FIELDS:
            document.add_text(field, getattr(self, field)[:LONGEST_TEXT])
        return document


def schema() -> tantivy.Schema:
    """Return the schema of the index."""
    builder = tantivy.SchemaBuilder()
    for field in ("id", "key", "day", "month", "status", "checksum", *ID_FIELDS):
        builder.add_unsigned_field(field, indexed=True, fast=True)
    for field in TEXT_FIELDS:
        builder.add_text_field(field, tokenizer_name="english")
    builder.add_bytes_field("position", stored=True)
    return builder.build()


def analyser() -> tantivy.TextAnalyzer:
    """Return what turns text into the terms of the index, for documents and queries alike."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in ("remove_long", "lowercase", "ascii_fold", "stemmer"):
        arguments = {"remove_long": (60,), "stemmer": ("english",)}.get(step, ())
        builder = builder.filter(getattr(tantivy.Filter, step)(*arguments))
    return builder.build()


def version() -> str:
    """Return a name for this schema: an index made under another name is not opened but made anew."""
    return hashlib.blake2b(
        f"{metadata.version('tantivy')} {DESCRIPTION} {ID_FIELDS} {TEXT_FIELDS}".encode(), digest_size=6
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


def first_key(day: date) -> int:
    """Return a key that no article dated before `day` reaches."""
    return day.toordinal() << (MINUTE_BITS + ID_BITS)


SCHEMA, ANALYSER = schema(), analyser()

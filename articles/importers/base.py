"""What an importer is.

An importer is a module of this package that turns the bytes of one file into news items. It has

- `NAME`, the word by which an operator asks for it, and `SUFFIXES`, the ends of its files' names, with a dot;
- `recognises(head, name)`, which tells from the first bytes and the name whether a file is of its format;
- `read(stream, *, source, options)`, which yields for each record, in the file's order, a NewsItem; a Rejection
  that says what is wrong with it and where; or, where reading one record takes long, an Unread, which any process
  can turn into one of the two.

It knows no database and opens no file or connection. It reads as a stream: memory does not grow with the
file. A record that is wrong is rejected and the rest goes on; a file that is not of the format raises
ImportFailure, before the first item where that can be told. It invents nothing: no date, no time, no byline.
Its place in `FORMATS` registers it; the first format that recognises a file reads it.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Protocol

from articles.newsitem import NewsItem, Rejection

MAX_RECORD = 2_000_000
"""Bytes of one article as its source writes it; MAX_PAGE for a web page, most of which is not the article."""
MAX_PAGE = 10_000_000


class Unfit(ValueError):
    """A record is no article; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the operator says of every record that does not say it itself.

    `published_on` is the date of what bears none. `fields` names, for each of our fields, the field of someone else's
    records that holds it: {"headline": "titel", "body_html": "content.rendered"}; a dot leads into an object.
    """

    publication: str = ""
    section: str = ""
    byline: str = ""
    language: str = ""
    published_on: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A record that was found, not yet read: that is left to whoever has a processor to spare.

    `reader` is a function of a module, so that another process finds it by name; `facts` are what it needs beside the
    bytes, such as the address and the time of a capture.
    """

    reader: "Callable[[Unread], NewsItem | Rejection]"
    raw: bytes
    source: str
    line: int
    options: Options
    facts: Mapping[str, str] = field(default_factory=dict)

    def item(self) -> NewsItem | Rejection:
        """Return what the record holds."""
        return self.reader(self)

    @property
    def content_sha256(self) -> str:
        """The hash that its item has."""
        return hashlib.sha256(self.raw).hexdigest()


Found = NewsItem | Rejection | Unread


class Importer(Protocol):
    """The shape of an importing module."""

    @property
    def NAME(self) -> str:
        """The word by which an operator asks for the format."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """The ends of its files' names, with a dot."""

    def recognises(self, head: bytes, name: str) -> bool:
        """Say whether a file that begins with `head` and is named `name` is of this format."""

    def read(self, stream: BinaryIO, *, source: str, options: Options) -> Iterator[Found]:
        """Yield what the file holds; `source` is its name, "" for standard input."""

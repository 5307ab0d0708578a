"""What an importer is.

An importer is a module of this package that turns the bytes of one file into news items. It has

- `NAME`, the word by which an operator asks for it, and `SUFFIXES`, the ends of its files' names, with a dot;
- `recognises(head, name)`, which tells from the first bytes and the name whether a file is of its format;
- `read(stream, *, source, options)`, which yields for each record, in the file's order, a NewsItem, or a
  Rejection that says what is wrong with it and where.

It knows no database and opens no file or connection. It reads as a stream: memory does not grow with the
file. A record that is wrong is rejected and the rest goes on; a file that is not of the format raises
ImportFailure, before the first item where that can be told. It invents nothing: no date, no time, no byline.
Its place in `FORMATS` registers it; the first format that recognises a file reads it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from articles.newsitem import NewsItem, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the operator says of every record that does not say it itself."""

    publication: str = ""
    section: str = ""
    byline: str = ""
    language: str = ""


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

    def read(self, stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
        """Yield what the file holds; `source` is its name, "" for standard input."""

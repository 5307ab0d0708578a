"""What an exporter is.

An exporter is a module of this package that writes a list of articles as one kind of file. It has

- `NAME`, the word by which an operator asks for it and the suffix of its addresses, and `LABEL`, what readers call it;
- `SUFFIX`, the end of a file's name, without a dot, and `MEDIA_TYPE`;
- `IS_FEED`, whether programs subscribe to it;
- `write(heading, articles, full=True)`, which yields the file as pieces of text, in the order of the articles; a feed
  holds whole texts if `full`, else summaries.

It knows no database. It writes as a stream: memory does not grow with the list, and nothing is left out. What is in
the articles is escaped as the format asks, whatever it is. The file says which list it is, how many articles it holds
and when it was made, as far as the format has a place for that. Its place in `EXPORTS` registers it.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from articles.outgoing import Heading, Outgoing


class Exporter(Protocol):
    """The shape of an exporting module."""

    @property
    def NAME(self) -> str:
        """The word by which an operator asks for the format, and the suffix of its addresses."""

    @property
    def LABEL(self) -> str:
        """What readers call it."""

    @property
    def SUFFIX(self) -> str:
        """The end of a file's name, without a dot."""

    @property
    def MEDIA_TYPE(self) -> str:
        """What HTTP calls it."""

    @property
    def IS_FEED(self) -> bool:
        """Whether programs subscribe to it."""

    def write(self, heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
        """Yield the file in pieces."""

"""A news item ready to be written."""

from dataclasses import dataclass
from datetime import date

from articles.addresses import key_of
from articles.newsitem import NewsItem
from articles.richtext import CleanHtml


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item ready to be written: its body clean, its text plain and measured. `item.body` is empty."""

    item: NewsItem
    body: CleanHtml
    text: str
    words: int
    bands: tuple[int, ...]
    """Of its fingerprint, none for a short text."""
    address_key: int | None
    text_key: int | None
    kind: str = ""
    """The format that it came in."""

    @property
    def publication(self) -> str:
        """The publication's name without regard to case."""
        return self.item.publication.casefold()


@dataclass(frozen=True, slots=True)
class Repeated:
    """A record that the archive was given before, byte for byte: there is nothing to read in it."""


def text_key(day: date, headline: str, text: str) -> int | None:
    """Return what stands for dateline, headline and text: one publication prints the same twice by mistake only."""
    return key_of(f"{day}\n{headline}\n{text}")

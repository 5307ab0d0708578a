"""What every importer yields: a news item, or the reason why a record is not one."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One article as its source tells it, before anything of it is stored.

    `body` is HTML as the source gives it, or made from text, and not yet clean.
    `published_at` is aware; None says that the time of day is unknown.
    `headline_made` says that the source has no headline and this one was made from the text.
    `status` is "draft" or "scheduled" where the source says so; "" is for readers to see.
    `source_url` is the address the article itself claims; `capture_url` and `captured_at` (aware) tell where and when a
    crawl met it, and nothing about when it was published.
    `language` is a tag of BCP 47, "" if the source declares none.
    `content_sha256` is the hexadecimal SHA-256 of the record's bytes as read.
    `source` and `line` (counted from 1) say where the record starts; of what has no lines, the number of the record.
    """

    headline: str
    body: str
    published_on: date
    published_at: datetime | None
    headline_made: bool = False
    standfirst: str = ""
    byline: str = ""
    section: str = ""
    publication: str = ""
    source_url: str = ""
    source_ref: str = ""
    language: str = ""
    status: str = ""
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    captured_at: datetime | None = None
    capture_url: str = ""
    content_sha256: str = ""
    source: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rejection:
    """One record that cannot be read: why, where, and at most 200 characters of it."""

    reason: str
    source: str = ""
    line: int = 0
    excerpt: str = ""


class ImportFailure(Exception):
    """A whole file that cannot be read as its format; the message names the thing and the remedy."""

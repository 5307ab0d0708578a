"""JSON Lines: one article an object, one object a line (https://jsonlines.org/), UTF-8.

Fields: headline, body_html, published (a date, or a date and time with its offset; without one it is UTC), and, where
known, id, standfirst, byline (text or a list of names), section, publication, people, topics, source_url, language.
Others are passed over.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

from articles.importers.base import Options
from articles.newsitem import NewsItem, Rejection

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
LONGEST_LINE = 2_000_000
MOST_TAGS = 200


class Unfit(Exception):
    """A record is no article; the message says why."""


def recognises(head: bytes, name: str) -> bool:
    """Return whether the file begins like an object of JSON."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each line that is not blank, in the file's order, whatever the file's size."""
    number, cut = 0, False
    while line := stream.readline(LONGEST_LINE):
        begins, cut = not cut, not line.endswith(b"\n") and len(line) == LONGEST_LINE
        number += begins
        if not begins or not line.strip():
            continue
        try:
            if cut:
                raise Unfit(f"the line is longer than {LONGEST_LINE:,} bytes")
            yield item_of(line, source, number, options)
        except Unfit as problem:
            yield Rejection(str(problem), source, number, line[:200].decode("utf-8", "replace"))


def item_of(line: bytes, source: str, number: int, options: Options) -> NewsItem:
    """Return the article that a line holds. Raise Unfit."""
    record = parsed(line)
    published_on, published_at = published(record)
    return NewsItem(
        headline=text(record, "headline"),
        body=text(record, "body_html"),
        published_on=published_on,
        published_at=published_at,
        standfirst=text(record, "standfirst"),
        byline=byline(record) or options.byline,
        section=text(record, "section") or options.section,
        publication=text(record, "publication") or options.publication,
        source_url=text(record, "source_url"),
        source_ref=identity(record),
        language=text(record, "language") or options.language,
        people=names(record, "people"),
        topics=names(record, "topics"),
        content_sha256=hashlib.sha256(line.strip()).hexdigest(),
        source=source,
        line=number,
    )


def parsed(line: bytes) -> dict[str, Any]:
    """Return the object of a line."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise Unfit(f"it is not UTF-8 at byte {problem.start + 1}") from problem
    except (ValueError, RecursionError) as problem:
        raise Unfit(f"it is not JSON: {problem}") from problem
    if not isinstance(record, dict):
        raise Unfit("it is not an object with named fields")
    return record


def text(record: dict[str, Any], name: str) -> str:
    """Return a text, without what no text may hold."""
    value = record.get(name) or ""
    if not isinstance(value, str):
        raise Unfit(f"“{name}” is not text")
    return value.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()


def identity(record: dict[str, Any]) -> str:
    """Return the record's own reference, a text or a number."""
    value = record.get("id", "")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63:
        return str(value)
    return text(record, "id")


def names(record: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of names, each once."""
    value = record.get(name) or []
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise Unfit(f"“{name}” is not a list of names")
    if len(value) > MOST_TAGS:
        raise Unfit(f"“{name}” has {len(value):,} names, {MOST_TAGS} is the most")
    if any(len(entry) > MOST_TAGS for entry in value):
        raise Unfit(f"“{name}” has a name of more than {MOST_TAGS} characters")
    return tuple(
        dict.fromkeys(entry for entry in (text({"name": entry}, "name") for entry in value) if entry)
    )


def byline(record: dict[str, Any]) -> str:
    """Return the byline; names in a list are joined as a paper prints them."""
    if not isinstance(record.get("byline"), list):
        return text(record, "byline")
    authors = names(record, "byline")
    return f"By {' and '.join(filter(None, (', '.join(authors[:-1]), authors[-1])))}" if authors else ""


def published(record: dict[str, Any]) -> tuple[date, datetime | None]:
    """Return the dateline and the time; no time if the record tells the day alone."""
    value = text(record, "published")
    try:
        if len(value) == 10:
            return in_bounds(date.fromisoformat(value)), None
        moment = datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return in_bounds(moment.date()), moment.astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise Unfit(f"“published” is no date: {value[:50]!r}") from problem


def in_bounds(day: date) -> date:
    """Return the day if the archive can hold it."""
    if day.year > 9998:
        raise ValueError(day)
    return day

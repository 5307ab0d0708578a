"""Import dated text: one file, many articles, each after a line that begins with its date.

    date 2017-06-09 Attorney General Jeff Sessions has the confidence of President Trump.

    News broke that Sessions even offered his resignation several weeks ago.

The text begins after the date, on the same line or the next. Blank lines part paragraphs. A short first
paragraph without a full stop is the headline; where there is none, the first sentence makes one.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from articles.characters import normalise
from articles.importers.base import Options
from articles.importers.headlines import made_headline
from articles.importers.streams import Line, decoded_head, lines_of
from articles.markup import MAX_CHARACTERS, from_text
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.people.names import slug

NAME = "text"
SUFFIXES: tuple[str, ...] = (".txt", ".text")
MAX_RECORD = 2_000_000
"""Characters of one article."""
MAX_HEADLINE = 120
MAX_EXCERPT = 200
MAX_DATE_SHOWN = 40

_DASH = "[-\u2010-\u2015]"
_DATE_LINE = re.compile(rf"[\s\ufeff]*date\s+(?P<date>-?\d+{_DASH}\d+{_DASH}\d\S*)(?P<text>.*)", re.I | re.S)
_PART_OF_DATE_LINE = re.compile(
    rf"[\s\ufeff]*date\s+(?P<date>\d{{4}}{_DASH}\d\d?)(?P<text>(?:\s.*)?)", re.I | re.S
)
_DATE = re.compile(r"([0-9]{1,9})-([0-9]{2})-([0-9]{2})")
_BLANK_LINE = re.compile(r"\n\s*\n")
_FULL_STOP = re.compile(r"[.。][\"'”’»)\]]*$")


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file is named as text, or has a line that begins with a date."""
    return name.lower().endswith(SUFFIXES) or any(map(_DATE_LINE.match, decoded_head(head).splitlines()))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem per dated text, in the file's order, and a Rejection for each that is wrong.

    `source_ref` is made of the source's name, the date and the headline, and numbered where that repeats; it
    is empty for standard input. Raises ImportFailure if the file is empty, looks binary, or has no line that
    begins with a date.
    """
    references = _References(source)
    for record in _records(lines_of(stream)):
        try:
            item = _item(record, source, options, references)
        except _Unreadable as error:
            yield Rejection(str(error), source, record.line, record.excerpt)
        else:
            yield item


class _Unreadable(ValueError):
    """One record that is no article; the message is the reason."""


@dataclass(slots=True)
class _Record:
    """The lines from one date line to the next, or those before the first."""

    line: int
    date: str
    excerpt: str
    lines: list[str] = field(default_factory=list)
    size: int = 0
    problem: str = ""

    def add(self, text: str, problem: str) -> None:
        self.size += len(text) + 1
        too_large = f"longer than {MAX_RECORD:,} characters" if self.size > MAX_RECORD else ""
        self.problem = self.problem or problem or too_large
        self.lines.append(text)
        if self.problem:
            self.lines.clear()


class _References:
    """The source references given so far, as hashes: some 100 bytes for each article of a file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._times: dict[int, int] = {}

    def numbered(self, published_on: date, headline: str) -> str:
        if not self._source:
            return ""
        wanted = reference = f"{self._source}#{published_on}/{slug(headline)}"
        times = self._times.get(hash(wanted), 0) + 1
        while times > 1 and hash(reference := f"{wanted}-{times}") in self._times:
            times += 1
        self._times[hash(wanted)] = times
        self._times.setdefault(hash(reference), 1)
        return reference


def _records(lines: Iterator[Line]) -> Iterator[_Record]:
    record = None
    is_after_blank = True
    for line in lines:
        found = _DATE_LINE.fullmatch(line.text) or (
            is_after_blank and _PART_OF_DATE_LINE.fullmatch(line.text)
        )
        text = found["text"] if found else line.text
        is_after_blank = not text.strip()
        if found and record:
            yield record
        if found or not (record or is_after_blank):
            record = _Record(line.number, found["date"] if found else "", _excerpt(line.text))
        if record:
            record.add(text, line.problem)
    if not record or not record.date:
        raise ImportFailure(
            'no line begins with a date; the first line must look like "date 2017-06-09 Text …"'
        )
    yield record


def _item(record: _Record, source: str, options: Options, references: _References) -> NewsItem:
    published_on = _published_on(record)
    text = normalise("\n".join(record.lines)).strip()
    if not text:
        raise _Unreadable("no text after the date")
    headline, rest = _headline_apart(text)
    body = from_text(rest)
    if len(body) > MAX_CHARACTERS:
        raise _Unreadable(f"longer than {MAX_CHARACTERS:,} characters as HTML")
    made = headline or made_headline(_BLANK_LINE.split(rest, maxsplit=1)[0])
    return NewsItem(
        headline=made,
        body=body,
        published_on=published_on,
        published_at=None,
        headline_made=not headline,
        byline=options.byline,
        section=options.section,
        publication=options.publication,
        source_ref=references.numbered(published_on, made),
        language=options.language,
        content_sha256=hashlib.sha256(f"date {published_on}\n{text}".encode()).hexdigest(),
        source=source,
        line=record.line,
    )


def _published_on(record: _Record) -> date:
    if record.problem:
        raise _Unreadable(record.problem)
    if not record.date:
        raise _Unreadable("text before the first date line")
    found = _DATE.fullmatch(record.date)
    if found and not 1 <= int(found[1]) <= 9998:
        raise _Unreadable(f"the year {int(found[1])} is outside 1–9998")
    try:
        return date.fromisoformat(record.date if found else "")
    except ValueError:
        raise _Unreadable(f"{record.date[:MAX_DATE_SHOWN]!r} is not a date; write it as 2017-06-09") from None


def _headline_apart(text: str) -> tuple[str, str]:
    """Return the headline, "" if the text begins with none, and the text without it."""
    line, _, rest = text.partition("\n")
    second, _, _ = rest.partition("\n")
    headline = " ".join(line.split())
    if second.strip() or not rest.strip() or len(headline) > MAX_HEADLINE or _FULL_STOP.search(headline):
        return "", text
    return headline, rest


def _excerpt(text: str) -> str:
    return normalise(text[: MAX_EXCERPT * 5]).strip()[:MAX_EXCERPT]

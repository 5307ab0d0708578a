"""Dated text: each article begins with a line `date 2017-06-09`, with text on that line or below it.

Blank lines part paragraphs. A first short line without a full stop is the headline; without one, a headline is made of the
first sentence. UTF-8, or UTF-16 with a byte order mark.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from articles.characters import normalise
from articles.importers.base import Options
from articles.markup import from_text
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.people.names import slug
from articles.sentences import sentences

NAME = "text"
LONGEST_RECORD = 2_000_000
LONGEST_LINE = 1_000_000
LONGEST_HEADLINE, LONGEST_MADE_HEADLINE = 120, 90
DATE_LINE = re.compile(r"\s*date[ \t]+(?P<date>[0-9][0-9A-Za-z/.:-]*)(?P<rest>(?:\s.*)?)\Z", re.IGNORECASE | re.DOTALL)
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


@dataclass(slots=True)
class Record:
    """The lines of one article, as they are read."""

    line: int
    date: str = ""
    lines: list[str] = field(default_factory=list)
    size: int = 0
    problem: str = ""

    def add(self, text: str) -> None:
        """Add a line, unless the record has become too long to be an article."""
        self.size += len(text)
        if self.size > LONGEST_RECORD:
            self.problem = self.problem or f"the text is longer than {LONGEST_RECORD:,} characters"
            self.lines.clear()
        else:
            self.lines.append(text)


def recognises(head: bytes, name: str) -> bool:
    """Return whether the file is text at all."""
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not looks_binary(head)


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each article. Raise ImportFailure if no line begins one."""
    taken: dict[str, int] = {}
    dated = False
    for record in records(stream):
        if record.date:
            dated = True
            yield item_of(record, source, options, taken)
        elif text := " ".join("".join(record.lines).split()):
            yield Rejection("this text stands before the first line like “date 2017-06-09”", source, record.line, text[:200])
    if not dated:
        raise ImportFailure("no line begins an article: one like “date 2017-06-09” must stand before each text")


def records(stream: BinaryIO) -> Iterator[Record]:
    """Yield the records of the stream; the first one holds what stands before the first date."""
    record = Record(line=1)
    for number, line, problem in lines_of(stream):
        found = DATE_LINE.match(line)
        if found:
            yield record
            record = Record(line=number, date=found["date"])
            line = found["rest"].lstrip(" \t")
        record.problem = record.problem or problem
        record.add(line)
    yield record


def lines_of(stream: BinaryIO) -> Iterator[tuple[int, str, str]]:
    """Yield each line with its number and, if it could not be read as text, the reason."""
    number = 0
    for raw in raw_lines(stream):
        for piece in raw.splitlines(keepends=True) or [raw]:
            number += 1
            problem = f"the line {number} is longer than {LONGEST_LINE:,} bytes" if len(piece) > LONGEST_LINE else ""
            try:
                yield number, piece.decode("utf-8-sig" if number == 1 else "utf-8"), problem
            except UnicodeDecodeError as wrong:
                place = f"the text is not UTF-8: line {number}, byte {wrong.start + 1}"
                yield number, piece.decode("utf-8", "replace"), problem or place


def raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the stream in pieces that end at line ends, as UTF-8; none longer than a line may be, and a byte."""
    start = stream.readline(LONGEST_LINE + 1)
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(start[:2])
    if encoding:
        whole = start + stream.read(LONGEST_RECORD * 2)
        yield from (line.encode() for line in whole[2:].decode(encoding, "replace").splitlines(keepends=True))
        return
    while start:
        yield start
        start = stream.readline(LONGEST_LINE + 1)


def item_of(record: Record, source: str, options: Options, taken: dict[str, int]) -> NewsItem | Rejection:
    """Return the article that a record holds, or why it is none."""
    text = "\n".join(line.strip() for line in normalise("".join(record.lines)).split("\n")).strip()
    published_on = day_of(record.date)
    reason = record.problem or ("" if published_on else f"“{record.date[:40]}” is no date of the years 1 to 9998, written 2017-06-09")
    if not text and not reason:
        reason = "there is no text after the date"
    if reason or published_on is None:
        return Rejection(reason, source, record.line, " ".join(text.split())[:200] or record.date[:200])
    headline, body, made = parted(text)
    return NewsItem(
        headline=headline,
        headline_made=made,
        body=from_text(body),
        published_on=published_on,
        published_at=None,
        publication=options.publication,
        section=options.section,
        byline=options.byline,
        language=options.language,
        source_ref=reference(source, published_on, headline, taken),
        content_sha256=hashlib.sha256(f"{published_on}\n{text}".encode()).hexdigest(),
        source=source,
        line=record.line,
    )


def reference(source: str, day: date, headline: str, taken: dict[str, int]) -> str:
    """Return how the source names the record, numbered where it would name two; nothing for standard input."""
    if not source:
        return ""
    wanted = f"{source}#{day}/{slug(headline)}"
    taken[wanted] = taken.get(wanted, 0) + 1
    return wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"


def day_of(text: str) -> date | None:
    """Return the date that `text` writes, None if it is none that the archive can hold."""
    try:
        day = date.fromisoformat(text) if ISO_DATE.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year <= 9998 else None


def parted(text: str) -> tuple[str, str, bool]:
    """Return headline and body, and whether the headline had to be made."""
    first, _, rest = text.partition("\n\n")
    first, rest = first.strip(), re.sub(r"\A\s+", "", rest)
    if rest and "\n" not in first and len(first) <= LONGEST_HEADLINE and not first.endswith("."):
        return first, rest, False
    return made_headline(" ".join(text[:2000].split("\n\n")[0].split())), text, True


def made_headline(paragraph: str) -> str:
    """Return the first sentence, cut at a word if it is long for a headline."""
    sentence = next(sentences(paragraph))
    if len(sentence) <= LONGEST_MADE_HEADLINE:
        return sentence.removesuffix(".")
    cut = sentence[:LONGEST_MADE_HEADLINE]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(",;:–— ") + "…"


def looks_binary(head: bytes) -> bool:
    """Return whether there are bytes in `head` that no text has."""
    return b"\x00" in head or len(head) - len(head.translate(None, CONTROLS)) > len(head) // 50

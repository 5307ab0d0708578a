"""The records of a crawl, one after the other: WARC 0.17 to 1.1 (ISO 28500) and ARC.

warcio reads the headers, from a stream that ends before a header grows too large. A record is passed over, not held, unless
its block is asked for. After a record whose length is wrong the next is found by the line it begins with.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

MAX_HEADER = 100_000
"""Bytes of all header lines of a record together."""

_PIECE = 65_536
_BEGINNINGS = {
    "warc": re.compile(rb"WARC/\d{1,3}\.\d{1,3}\s*$"),
    "arc": re.compile(rb"[A-Za-z][\w+.-]{0,30}:\S*+ \S*+ \d{8,17} [^\r\n]{0,200} -?\d{1,20}\s*$"),
}
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)

logging.getLogger("warcio").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that can't be read: its number in the file, counted from 1, why, and how it begins."""

    number: int
    reason: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `block` is read before the next record is asked for."""

    number: int
    kind: str
    headers: StatusAndHeaders
    block: "Block"

    def header(self, *names: str) -> str:
        """Return the first of these headers that is there, "" for none: WARC and ARC name them differently."""
        return next((value.strip() for name in names if (value := self.headers.get_header(name))), "")


class Block:
    """What a record holds, and nothing after it."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        self.length = self.left = length
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes; fewer only at the end of the record or of a file that is cut."""
        pieces = []
        while size > 0 and (piece := self._stream.read(min(size, self.left, _PIECE))):
            pieces.append(piece)
            size -= len(piece)
            self.left -= len(piece)
        return b"".join(pieces)

    def pass_over(self) -> None:
        """Read what is left of the block, keeping none of it."""
        while piece := self._stream.read(min(self.left, _PIECE)):
            self.left -= len(piece)


class Records:
    """The records of one file. After each Record, `problem_after` has to be asked: it goes to the next."""

    def __init__(self, stream: BinaryIO) -> None:
        """Begin at the file's first record, which is of one format or the other."""
        self.number = 0
        self._stream = stream
        self._loader = ArcWarcRecordLoader(arc2warc=False)
        self._line = stream.readline(MAX_HEADER)
        self.form = next((form for form in _BEGINNINGS if _BEGINNINGS[form].match(self._line)), "")

    def __iter__(self) -> Iterator[Record | Broken]:
        while self._line:
            self.number += 1
            yield self._record()

    def problem_after(self, record: Record) -> str:
        """Go to the next record, and return what is wrong with this one's length, "" if it is right."""
        record.block.pass_over()
        is_followed = not self._find_next()
        if record.block.left:
            there = record.block.length - record.block.left
            return f"it is cut off: of {record.block.length:,} bytes {there:,} are there"
        return (
            ""
            if is_followed
            else f"its length is wrong: no record follows after {record.block.length:,} bytes"
        )

    def _record(self) -> Record | Broken:
        beginning = self._line[:200].decode("utf-8", "replace").strip()
        try:
            read = self._loader.parse_record_stream(
                _Lines(self._stream), self._line, self.form, no_record_parse=True
            )
            length = read.rec_headers.get_header("Content-Length" if self.form == "warc" else "length") or ""
            if not _LENGTH.fullmatch(length.strip()):
                raise _Unreadable(f"its length is {length[:40]!r}")
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, _Unreadable) as problem:
            self._find_next()
            is_ours = isinstance(problem, _Unreadable)
            return Broken(
                self.number, str(problem) if is_ours else "its header is none that is known", beginning
            )
        within = read.rec_headers.total_len if self.form == "arc" else 0
        block = Block(self._stream, max(0, int(length) - within))
        return Record(self.number, read.rec_type or "", read.rec_headers, block)

    def _find_next(self) -> bool:
        """Go to the line that begins the next record, or to the end; return whether anything stood before it."""
        is_stray = False
        while line := self._stream.readline(MAX_HEADER):
            if _BEGINNINGS[self.form].match(line):
                break
            is_stray = is_stray or not line.isspace()
        self._line = line
        return is_stray


class _Unreadable(ValueError):
    """A record whose header can't be used; the message says why."""


class _Lines:
    """A stream for warcio, which reads lines without bound until one is empty."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = MAX_HEADER

    def readline(self) -> bytes:
        line = self._stream.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise _Unreadable(f"its header has more than {MAX_HEADER:,} bytes")
        return line

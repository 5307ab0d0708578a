"""Read a stream's first bytes without losing them, or its lines in flat memory."""

import codecs
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from articles.newsitem import ImportFailure

HEAD_SIZE = 65_536
MAX_LINE = 2_000_000
"""Characters; of a longer line the rest is left out, and the line says so."""

_SNIFFED = 8_192
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNDECODED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `problem` says why the text is not all that was in the file."""

    number: int
    text: str
    problem: str = ""


def peeked(stream: BinaryIO, size: int = HEAD_SIZE) -> tuple[bytes, BinaryIO]:
    """Return the first `size` bytes, and a stream that still begins with them; no seeking is needed."""
    steady = Steady(stream)
    head = steady.read(size)
    steady.unread(head)
    return head, cast(BinaryIO, steady)


def lines_of(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines of a UTF-8 file, or UTF-16 with a byte order mark; CR, LF and CRLF end a line.

    Raises ImportFailure if the file is empty or looks binary.
    """
    head, stream = peeked(stream, _SNIFFED)
    if not head:
        raise ImportFailure("the file is empty")
    _refuse_binary(decoded_head(head))
    if head.startswith(_UTF_16):
        text = io.TextIOWrapper(stream, "utf-16", "surrogatepass")
    else:
        text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape")
    try:
        yield from _numbered(text)
    finally:
        text.detach()


def decoded_head(head: bytes) -> str:
    """Return a file's first bytes as text; bytes that are no text become U+FFFD."""
    if head.startswith(_UTF_16):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _refuse_binary(head: str) -> None:
    if "\x00" in head or len(_CONTROL.findall(head)) * 20 > len(head):
        raise ImportFailure("the file looks binary: it is not text")


def _numbered(text: io.TextIOWrapper) -> Iterator[Line]:
    number = 0
    try:
        while line := text.readline(MAX_LINE):
            number += 1
            is_too_long = len(line) == MAX_LINE and not line.endswith("\n")
            while is_too_long and (rest := text.readline(MAX_LINE)) and not rest.endswith("\n"):
                pass
            problem = f"line {number} is longer than {MAX_LINE:,} characters" if is_too_long else ""
            yield Line(number, line.removesuffix("\n"), problem or _undecoded(line, number))
    except UnicodeDecodeError:
        yield Line(number + 1, "", f"not UTF-16 at line {number + 1}: save the file as UTF-8")


def _undecoded(line: str, number: int) -> str:
    found = _UNDECODED.search(line)
    if not found:
        return ""
    byte = ord(found[0]) - 0xDC00
    where = (
        f"UTF-8 at line {number}, byte {byte:#04x}" if 0x80 <= byte <= 0xFF else f"UTF-16 at line {number}"
    )
    return f"not {where}: save the file as UTF-8"


class Steady(io.BufferedIOBase):
    """A stream that gives all that can be read before it says why it can't be read on.

    A read is short at the end only, or before an ImportFailure, which the next read raises; a read of everything raises it
    at once. `failure` tells of it in any case.
    """

    def __init__(self, rest: BinaryIO) -> None:
        self._rest = rest
        self._held = b""
        self._place = 0
        self.failure: ImportFailure | None = None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def unread(self, head: bytes) -> None:
        """Begin again with what was read."""
        self._held, self._place = head + self._held[self._place :], 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Return `size` bytes, fewer at the end, or all there are."""
        is_all = size is None or size < 0
        pieces: list[bytes] = []
        left = HEAD_SIZE if size is None or size < 0 else size
        while left > 0 and (piece := self._next(left, may_wait=bool(pieces) and not is_all)):
            pieces.append(piece)
            left -= 0 if is_all else len(piece)
        return b"".join(pieces)

    def read1(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, as many as come at once."""
        return self._next(size if size >= 0 else HEAD_SIZE)

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line with its end, at most `size` bytes of it."""
        left = size if size is not None and size >= 0 else sys.maxsize
        pieces: list[bytes] = []
        while left > 0 and not (pieces and pieces[-1].endswith(b"\n")):
            if self._place == len(self._held):
                self.unread(self._next(HEAD_SIZE, may_wait=bool(pieces)))
            stop = min(len(self._held), self._place + left)
            end = self._held.find(b"\n", self._place, stop) + 1 or stop
            pieces.append(self._held[self._place : end])
            if not pieces[-1]:
                break
            left -= end - self._place
            self._place = end
        return b"".join(pieces)

    def _next(self, size: int, *, may_wait: bool = False) -> bytes:
        """Return some bytes, none at the end; a failure that may wait is left to the next read."""
        if self._place < len(self._held):
            piece = self._held[self._place : self._place + size]
            self._place += len(piece)
            return piece
        try:
            if self.failure is None:
                return self._rest.read(size)
        except ImportFailure as failure:
            self.failure = failure
        if may_wait or self.failure is None:
            return b""
        raise self.failure

"""Read a stream's first bytes without losing them, or its lines in flat memory."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

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
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    head = b"".join(pieces)
    return head, io.BufferedReader(_Joined(head, stream), HEAD_SIZE)


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


class _Joined(io.RawIOBase):
    """A stream of which the first bytes have been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            piece: bytes | memoryview = self._head[: len(buffer)]
            self._head = self._head[len(piece) :]
        else:
            piece = self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

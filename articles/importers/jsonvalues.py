"""Part a stream of JSON into its outermost values without parsing them: in flat memory, in linear time.

Brackets are counted and strings passed over, so that a value that is no JSON costs itself alone. No string of JSON
goes over the end of a line: one that does ends there, which keeps the count right after a lost quotation mark.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

PIECE = 65_536
MAX_DEPTH = 1_000
"""Brackets within brackets; Python's parser goes no deeper."""
MAX_SHOWN = 1_000

_BETWEEN = re.compile(rb"[\s,]*+")
_SCALAR = re.compile(rb"[^\s,\[\]{}\"]*+")
_STRUCTURE = re.compile(rb"[^\"{}\[\]]*+")
_STRING = re.compile(rb"(?:[^\"\\\r\n]++|\\[^\r\n])*+")


def values(stream: BinaryIO, largest: int) -> Iterator[tuple[bytes, str]]:
    """Yield the bytes of each value and "", or its beginning and what is wrong with it.

    The values are those of the outermost array, or of a file that is one value after the other. The last one has a
    problem if the file ends before its array does; beyond MAX_DEPTH there is a problem and the end.
    """
    scanner = _Scanner(largest)
    while not scanner.is_lost and (piece := stream.read(PIECE)):
        yield from scanner.read(piece)
    yield from scanner.ended()


def goes_on(text: bytes) -> bool:
    """Say whether a value that `text` begins goes on after its end, and not within a string."""
    scanner = _Scanner(len(text))
    for _ in scanner.read(text):
        pass
    return scanner.depth > 0 and not scanner.is_in_string


def too_large(largest: int) -> str:
    """Return what is wrong with a record that has more bytes than that."""
    return f"the record has more than {largest:,} bytes"


def cut_short(raw: bytes) -> bytes:
    """Return as much of a record as tells which one it is."""
    return raw[:MAX_SHOWN]


class _Scanner:
    """Where in a stream of JSON the reading stands."""

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self.depth = 0
        self.is_in_array = self.is_in_value = self.is_at_start = False
        self.is_in_string = self.is_escaped = self.is_lost = False
        self.kept: list[bytes] = []
        self.size = 0

    def read(self, piece: bytes) -> Iterator[tuple[bytes, str]]:
        """Yield the values that end in the next piece of the stream."""
        place = 0
        while place < len(piece) and not self.is_lost:
            if not self.is_in_value:
                place = self.between(piece, place)
            else:
                end = self.within(piece, place)
                self.keep(piece[place:end])
                place = end
                if not self.is_in_value:
                    yield self.taken()

    def ended(self) -> Iterator[tuple[bytes, str]]:
        """Yield what the end of the stream leaves unfinished."""
        shown = cut_short(b"".join(self.kept))
        if self.is_lost:
            yield shown, f"its values are nested deeper than {MAX_DEPTH:,}: nothing after it can be read"
        elif self.is_in_value and not self.depth and not self.is_in_string:
            yield self.taken()
        elif self.is_in_value or self.is_in_array:
            yield shown, "the file ends in the middle: it was cut off here"

    def between(self, piece: bytes, place: int) -> int:
        """Return where the next value begins, or what is after a bracket of the outermost array."""
        place = _after(_BETWEEN, piece, place)
        found = piece[place : place + 1]
        if found == (b"]" if self.is_in_array else b"["):
            self.is_in_array = not self.is_in_array
            return place + 1
        self.is_in_value = self.is_at_start = bool(found)
        return place

    def within(self, piece: bytes, place: int) -> int:
        """Return where the value ends, or the piece."""
        while place < len(piece) and self.is_in_value and not self.is_lost:
            if self.is_in_string:
                place = self.string(piece, place)
            elif self.depth or self.is_at_start:
                place = self.structure(piece, place)
            else:
                place = _after(_SCALAR, piece, place)
                self.is_in_value = place == len(piece)
        return place

    def structure(self, piece: bytes, place: int) -> int:
        """Return what is after the next bracket or quotation mark; a value that begins with neither is a scalar."""
        place = _after(_STRUCTURE, piece, place) if not self.is_at_start else place
        found = piece[place : place + 1]
        if found == b'"':
            self.is_in_string = True
        elif found in (b"{", b"["):
            self.depth += 1
            self.is_lost = self.depth > MAX_DEPTH
        elif found in (b"}", b"]"):
            self.depth = max(0, self.depth - 1)
            self.is_in_value = self.depth > 0
        self.is_at_start = False
        return place + len(found)

    def string(self, piece: bytes, place: int) -> int:
        """Return what is after the end of the string, or of the piece."""
        if self.is_escaped:
            self.is_escaped = False
            return place + (piece[place] not in b"\r\n")
        place = _after(_STRING, piece, place)
        found = piece[place : place + 1]
        self.is_escaped = found == b"\\"
        if found and not self.is_escaped:
            self.is_in_string = False
            self.is_in_value = self.depth > 0
        return place + len(found)

    def keep(self, part: bytes) -> None:
        """Add a part to the value, unless it is too large by now."""
        self.size += len(part)
        if self.size <= self.largest or not self.kept:
            self.kept.append(part)

    def taken(self) -> tuple[bytes, str]:
        """Return the value that has ended."""
        raw, size = b"".join(self.kept), self.size
        self.kept, self.size = [], 0
        return (raw, "") if size <= self.largest else (cut_short(raw), too_large(self.largest))


def _after(pattern: re.Pattern[bytes], piece: bytes, place: int) -> int:
    """Return where the match of a pattern that matches always, if only nothing, ends."""
    found = pattern.match(piece, place)
    return found.end() if found else place

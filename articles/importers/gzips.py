"""Unpack gzip (RFC 1952) as a stream: one member after the other, as crawls write them."""

import zlib
from collections.abc import Callable
from typing import BinaryIO

from articles.importers.unpacking import PIECE, Pieces, Unpacking
from articles.newsitem import ImportFailure

MAX_EMPTY = 1_000
"""Members that hold nothing; each costs time."""

_GZIP = 31
"""What zlib calls a gzip header with the largest window."""


class Gunzipped(Pieces):
    """What a gzip file holds. Reading raises ImportFailure, after all that is good, if it is damaged or goes too far."""

    def __init__(
        self, packed: BinaryIO, unpacking: Unpacking, *, is_member: bool = False, is_repacked: bool = False
    ) -> None:
        """A member of an archive that is damaged is not the end of the archive; repacked bytes were counted already."""
        super().__init__()
        self._packed = packed
        self._unpacking = unpacking
        self._is_repacked = is_repacked
        self._fail: Callable[[str], ImportFailure] = ImportFailure if is_member else unpacking.fail
        self._member = zlib.decompressobj(_GZIP)
        self._held = b""
        self._members = self._empty = self._length = 0
        self._is_begun = self._is_at_end = False

    def piece(self, size: int) -> bytes:
        """Return the next bytes, none at the end."""
        while not self._is_at_end or self._is_begun:
            if not self._held and not self._is_at_end:
                self._held = self._packed.read(PIECE)
                self._is_at_end = not self._held
                self._unpacking.take(0 if self._is_repacked else len(self._held))
            if self._members and not self._is_begun:
                self._held = self._held.lstrip(b"\0")
            if (self._held or self._is_begun) and (piece := self._inflated(size)):
                self._unpacking.give(len(piece))
                return piece
        return b""

    def _inflated(self, size: int) -> bytes:
        try:
            piece = self._member.decompress(self._held, min(size, PIECE * 4))
        except zlib.error as problem:
            if not self._members or self._is_begun:
                raise self._fail(f"the gzip is damaged ({problem}): all before that was read") from problem
            self.failure = ImportFailure("what follows the end of the gzip is none: all before that was read")
            self._held, self._is_at_end = b"", True
            return b""
        self._is_begun = True
        self._length += len(piece)
        self._held = self._member.unconsumed_tail
        if self._member.eof:
            self._begin_another()
        elif self._is_at_end and not piece:
            raise self._fail("the gzip was cut off: its end is missing")
        return piece

    def _begin_another(self) -> None:
        self._held = self._member.unused_data
        self._members += 1
        self._empty += not self._length
        if self._empty > MAX_EMPTY:
            raise self._fail(f"the gzip has more than {MAX_EMPTY:,} empty members")
        self._member = zlib.decompressobj(_GZIP)
        self._is_begun, self._length = False, 0

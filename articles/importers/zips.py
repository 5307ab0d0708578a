"""Read the members of a zip archive as streams. Nothing is allocated, and nothing believed, because the archive says so."""

import stat
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers.unpacking import PIECE, Member, Pieces, Unpacking
from articles.importers.zipdirectory import DAMAGED, Entry, at, entries
from articles.newsitem import ImportFailure

_LOCAL = struct.Struct("<4s5H3L2H")
_RAW = -15
"""What zlib calls deflated bytes without a header, with the largest window."""
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_STORED, _DEFLATED = 0, 8


def members(stream: BinaryIO, unpacking: Unpacking) -> Iterator[Member]:
    """Yield the members in the directory's order, without folders; `stream` must be able to seek.

    Raises ImportFailure if the archive is damaged or has too many members, before the first where its directory tells.
    """
    for entry in entries(stream, unpacking):
        if not entry.name.endswith("/") and not stat.S_ISDIR(entry.mode):
            yield Member(entry.name, _Body(stream, entry, unpacking), _problem(entry))


def _problem(entry: Entry) -> str:
    if entry.flags & _ENCRYPTED:
        return "it is encrypted: unpack it first"
    if stat.S_ISLNK(entry.mode):
        return "it is a symbolic link, which is not read"
    if stat.S_IFMT(entry.mode) not in (0, stat.S_IFREG):
        return "it is a device or a pipe, which is not read"
    if entry.method not in (_STORED, _DEFLATED):
        return f"it is packed by method {entry.method}, not by deflate: unpack it first"
    return ""


class _Body(Pieces):
    """The bytes of one member. Reading raises ImportFailure if they are not those that the directory promised."""

    def __init__(self, stream: BinaryIO, entry: Entry, unpacking: Unpacking) -> None:
        super().__init__()
        self._stream = stream
        self._entry = entry
        self._unpacking = unpacking
        self._place = -1
        self._left = entry.packed
        self._held = b""
        self._inflater = zlib.decompressobj(_RAW) if entry.method == _DEFLATED else None
        self._length = self._crc = 0

    def piece(self, size: int) -> bytes:
        """Return the next bytes, none at the end."""
        if self._place < 0:
            self._place = self._start()
        size = min(size, PIECE * 4)
        piece = self._inflated(self._inflater, size) if self._inflater else self._read(size)
        self._unpacking.give(len(piece))
        self._length += len(piece)
        self._crc = zlib.crc32(piece, self._crc)
        if self._length > self._entry.unpacked or (not piece and self._crc != self._entry.crc):
            raise ImportFailure("it is damaged: its length or its checksum is not what the archive says")
        return piece

    def _start(self) -> int:
        local = at(self._stream, self._entry.place, _LOCAL.size)
        if len(local) < _LOCAL.size or not local.startswith(b"PK\3\4"):
            raise ImportFailure(DAMAGED)
        *_, of_name, of_extra = _LOCAL.unpack(local)
        return self._entry.place + _LOCAL.size + of_name + of_extra

    def _read(self, size: int) -> bytes:
        piece = at(self._stream, self._place, min(size, self._left))
        if self._left and not piece:
            raise ImportFailure(DAMAGED)
        self._place += len(piece)
        self._left -= len(piece)
        self._unpacking.take(len(piece))
        return piece

    def _inflated(self, inflater: "zlib._Decompress", size: int) -> bytes:
        while not inflater.eof:
            self._held = self._held or self._read(PIECE)
            try:
                piece = inflater.decompress(self._held, size)
            except zlib.error as problem:
                raise ImportFailure(f"it is damaged: {problem}") from problem
            is_at_end = not self._held and not piece and not inflater.eof
            self._held = inflater.unconsumed_tail
            if is_at_end:
                raise ImportFailure("it is damaged: it ends in the middle")
            if piece:
                return piece
        return b""

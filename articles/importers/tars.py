"""Read tar (POSIX.1-2001 pax, ustar, GNU) as a stream, without seeking and without belief in what its headers claim."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers.unpacking import PIECE, Member, Pieces, Unpacking

BLOCK = 512
MAX_HEADER = 65_536
"""Bytes of a name or of attributes that stand before a member."""

_NAMES_NEXT, _ATTRIBUTES = (tarfile.GNUTYPE_LONGNAME,), (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
_PASSED_OVER = (tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE, b"V")
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_KINDS = {
    tarfile.SYMTYPE: "a symbolic link",
    tarfile.LNKTYPE: "a hard link",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a pipe",
    tarfile.GNUTYPE_SPARSE: "a sparse file",
}


def begins_tar(head: bytes) -> bool:
    """Say whether a file that begins so is a tar archive: its first header's checksum tells."""
    return _header(head[:BLOCK]) is not None


def members(stream: BinaryIO, unpacking: Unpacking) -> Iterator[Member]:
    """Yield the members in their order; each is to be read before the next is asked for.

    Raises ImportFailure, after all that is good, if the archive is damaged or has too many members.
    """
    attributes: dict[str, str] = {}
    while block := _exactly(stream, BLOCK):
        if not block.strip(b"\0"):
            continue
        header = _header(block)
        if header is None:
            raise unpacking.fail("the tar archive is damaged or was cut off: a header is broken")
        unpacking.count()
        if header.type in (*_NAMES_NEXT, *_ATTRIBUTES):
            attributes |= _attributes(header, stream, unpacking)
            continue
        body = _Body(stream, _size(header, attributes), unpacking)
        if header.type not in (*_PASSED_OVER, tarfile.DIRTYPE):
            yield _member(header, attributes, body)
        body.skip()
        if header.type not in _PASSED_OVER:
            attributes = {}


class _Body(Pieces):
    """The bytes of one member, without those that fill its last block."""

    def __init__(self, stream: BinaryIO, size: int, unpacking: Unpacking) -> None:
        super().__init__()
        self._stream = stream
        self._unpacking = unpacking
        self._left = size
        self._filling = -size % BLOCK

    def piece(self, size: int) -> bytes:
        """Return the next bytes, none at the end."""
        piece = self._stream.read(min(size, self._left)) if self._left else b""
        if self._left and not piece:
            raise self._unpacking.fail("the tar archive was cut off in the middle of a member")
        self._left -= len(piece)
        return piece

    def skip(self) -> None:
        """Pass over what nobody read."""
        while self.piece(PIECE):
            pass
        _exactly(self._stream, self._filling)


def _member(header: tarfile.TarInfo, attributes: dict[str, str], body: _Body) -> Member:
    kind = "" if header.type in _FILES else _KINDS.get(header.type, "no file of a known kind")
    if any(name.startswith("GNU.sparse.") for name in attributes):
        kind = _KINDS[tarfile.GNUTYPE_SPARSE]
    problem = f"it is {kind}, which is not read" if kind else ""
    return Member(attributes.get("path", header.name), body, problem)


def _header(block: bytes) -> tarfile.TarInfo | None:
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return None
    return header if header.size >= 0 else None


def _size(header: tarfile.TarInfo, attributes: dict[str, str]) -> int:
    declared = attributes.get("size", "")
    if header.type in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
        return 0
    return int(declared) if declared.isdecimal() and len(declared) < 20 else header.size


def _attributes(header: tarfile.TarInfo, stream: BinaryIO, unpacking: Unpacking) -> dict[str, str]:
    """Return what a header of its own says of the next member: its long name, or any attributes."""
    if header.size > MAX_HEADER:
        raise unpacking.fail(f"the tar archive has a header of more than {MAX_HEADER:,} bytes")
    body = _Body(stream, header.size, unpacking)
    written = b"".join(iter(lambda: body.piece(PIECE), b""))
    body.skip()
    if header.type in _NAMES_NEXT:
        return {"path": written.rstrip(b"\0").decode("utf-8", "surrogateescape")}
    return dict(_pairs(written, unpacking))


def _pairs(written: bytes, unpacking: Unpacking) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a pax header: "30 path=papers/2017/june.html" and a line feed, the number being the length."""
    place = 0
    while place < len(written):
        number, _, _ = written[place : place + 8].partition(b" ")
        length = int(number) if number.isdigit() else 0
        record = written[place + len(number) + 1 : place + length].decode("utf-8", "surrogateescape")
        name, equals, value = record.removesuffix("\n").partition("=")
        if not length or not equals:
            raise unpacking.fail("the tar archive is damaged: a pax header is broken")
        yield name, value
        place += length


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """Return `size` bytes, fewer at the end."""
    pieces = []
    while size and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)

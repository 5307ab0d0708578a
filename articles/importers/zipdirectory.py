"""Read the directory of a zip archive (APPNOTE 6.3, https://pkware.com/appnote) entry by entry, in flat memory."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from articles.importers.unpacking import Unpacking

DAMAGED = "the zip archive is damaged or was cut off"

_END = struct.Struct("<4s4H2LH")
_LOCATOR, _END_64 = struct.Struct("<4sLQL"), struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_EXTRA = struct.Struct("<2H")
_LONGEST_REMARK = 65_535
_FULL, _HALF_FULL = 0xFFFFFFFF, 0xFFFF
"""What stands where a number is too large for its field: another field of 64 bits has it."""
_IS_UTF_8 = 0x0800
_LARGE_NUMBERS = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of one member; sizes in bytes, `place` where its own header stands in the file."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    unpacked: int
    mode: int
    place: int


class _Directory(NamedTuple):
    """Where the directory ends, how many entries it has, how long it is, and where it says that it begins."""

    end: int
    entries: int
    length: int
    offset: int


def entries(stream: BinaryIO, unpacking: Unpacking) -> Iterator[Entry]:
    """Yield the entries in their order. Raises ImportFailure if the archive is damaged or has too many members."""
    directory = _directory(stream, unpacking)
    unpacking.foresee(members=directory.entries)
    place = directory.end - directory.length
    # a program that unpacks itself stands before the archive, which does not know it
    shift = place - directory.offset
    if place < 0 or shift < 0:
        raise unpacking.fail(DAMAGED)
    while place < directory.end:
        entry, place = _entry(stream, place, shift, unpacking)
        unpacking.count()
        yield entry


def at(stream: BinaryIO, place: int, size: int) -> bytes:
    """Return `size` bytes from a place of the file on, fewer at its end, none from a place that no file has."""
    try:
        stream.seek(place)
    except (OSError, OverflowError):
        return b""
    return stream.read(size)


def _directory(stream: BinaryIO, unpacking: Unpacking) -> _Directory:
    size = stream.seek(0, 2)
    start = max(0, size - _END.size - _LONGEST_REMARK)
    tail = at(stream, start, size - start)
    found = tail.rfind(b"PK\5\6")
    if found < 0 or len(tail) - found < _END.size:
        raise unpacking.fail(f"{DAMAGED}: the directory at its end is missing")
    _, disk, first_disk, _, number, length, offset, _ = _END.unpack_from(tail, found)
    if disk != first_disk or disk not in (0, _HALF_FULL):
        raise unpacking.fail("the zip archive is one part of several: join them first")
    directory = _Directory(start + found, number, length, offset)
    return _of_64_bits(stream, directory, unpacking) or directory


def _of_64_bits(stream: BinaryIO, directory: _Directory, unpacking: Unpacking) -> _Directory | None:
    """Return what the record for large archives says, None if there is none."""
    if _FULL not in directory and _HALF_FULL not in directory:
        return None
    end = directory.end - _LOCATOR.size
    if end < _END_64.size or not at(stream, end, _LOCATOR.size).startswith(b"PK\6\7"):
        return None
    record = at(stream, end - _END_64.size, _END_64.size)
    if not record.startswith(b"PK\6\6"):
        raise unpacking.fail(DAMAGED)
    *_, number, length, offset = _END_64.unpack(record)
    return _Directory(end - _END_64.size, number, length, offset)


def _entry(stream: BinaryIO, place: int, shift: int, unpacking: Unpacking) -> tuple[Entry, int]:
    """Return the entry at a place of the file, and the place of the next."""
    fixed = at(stream, place, _ENTRY.size)
    if len(fixed) < _ENTRY.size or not fixed.startswith(b"PK\1\2"):
        raise unpacking.fail(DAMAGED)
    _, _, _, flags, method, _, _, crc, *rest = _ENTRY.unpack(fixed)
    packed, unpacked, of_name, of_extra, of_remark, _, _, mode, offset = rest
    named = at(stream, place + _ENTRY.size, of_name + of_extra)
    unpacked, packed, offset = _large(named[of_name:], (unpacked, packed, offset))
    name = _name(named[:of_name], flags)
    entry = Entry(name, flags, method, crc, packed, unpacked, mode >> 16, offset + shift)
    return entry, place + _ENTRY.size + of_name + of_extra + of_remark


def _large(extra: bytes, numbers: tuple[int, int, int]) -> tuple[int, ...]:
    """Return the numbers, those that are too large for their fields from the extra field for them."""
    place = 0
    while place + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, place)
        place += _EXTRA.size
        if kind == _LARGE_NUMBERS:
            field = extra[place : place + length]
            found = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
            return tuple(next(found, number) if number == _FULL else number for number in numbers)
        place += length
    return numbers


def _name(written: bytes, flags: int) -> str:
    """Return a name: in UTF-8 if it says so or is so, else by the alphabet of the first PCs, as zip has it."""
    if flags & _IS_UTF_8:
        return written.decode("utf-8", "replace")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("cp437")

"""Prove that an archive's file, which may come from anybody, is what its manifest says, before a record of it is read."""

import hashlib
import io
import stat
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from articles.keeping import manifest, media
from articles.keeping.manifest import FILES, NOT_OURS, Manifest, Member
from articles.keeping.refusals import Refused
from articles.keeping.tables import TABLES

MOST_AT_ONCE = 16_000_000
"""Bytes of the list of members, which is read at once."""
LONGEST_LINE = 20_000_000
"""Bytes of one record: a body may have two million characters, of four bytes each, and its quotations hold them again."""
MOST_RATIO, SMALL = 250, 10_000_000
"""How many bytes may come out of one; of a small member, any number."""
PIECE = 1 << 18
IS_LOCKED = 1
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises, as the case may be, at a file that is damaged or made to do harm."""


class Bounded(io.BufferedReader):
    """A file that is never read whole."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes. Raises BadZipFile if that would be too many."""
        asked = MOST_AT_ONCE + 1 if size is None or size < 0 else min(size, MOST_AT_ONCE + 1)
        piece = super().read(asked)
        if len(piece) > MOST_AT_ONCE:
            raise BadZipFile("the list of its members is too long")
        return piece


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """Open a zip for reading. Raises Refused if it is none, OSError if it can't be read at all."""
    with Bounded(io.FileIO(path)) as stream:
        try:
            packed = ZipFile(stream)
        except BROKEN as problem:
            raise Refused(f"{NOT_OURS}: it can’t be read as a zip ({problem})") from problem
        with packed:
            yield packed


def proved(packed: ZipFile, size: int) -> Manifest:
    """Return the manifest of a zip of `size` bytes, once every member is proved to be as it says. Raises Refused."""
    entries = {entry.filename: entry for entry in packed.infolist()}
    if manifest.NAME not in entries:
        raise Refused(f"{NOT_OURS}: it has no {manifest.NAME}")
    if sum(entry.compress_size for entry in packed.infolist()) > size:
        raise Refused("Its members lie over one another: it was made to do harm")
    for entry in entries.values():
        check_packing(entry)
    contents = manifest.read(b"".join(pieces(packed, manifest.NAME, manifest.LARGEST)))
    check_names(packed.namelist(), [member.name for member in contents.members])
    for member in contents.members:
        check_content(packed, member)
    return contents


def check_packing(entry: ZipInfo) -> None:
    """Raise Refused unless a member is packed as export_archive packs, and no bomb."""
    name = shown(entry.filename)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused(f"Its member {name} is a symbolic link")
    if entry.flag_bits & IS_LOCKED or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused(f"Its member {name} is encrypted, or packed in an unusual way")
    if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
        raise Refused(f"Its member {name} would grow more than {MOST_RATIO} times: it was made to do harm")


def check_names(there: list[str], told: list[str]) -> None:
    """Raise Refused unless the members are those that the manifest names, each once, and all of them known."""
    if doubled := [name for names in (there, told) for name, number in Counter(names).items() if number > 1]:
        raise Refused(f"Its member {shown(min(doubled))} is there twice")
    if missing := {*told, *manifest.expected()} - {*there}:
        raise Refused(f"Its member {shown(min(missing))} is missing")
    if extra := {*there} - {*told, manifest.NAME}:
        raise Refused(f"Its member {shown(min(extra))} is not in its manifest")
    check_files([name.removeprefix(FILES) for name in told if name.startswith(FILES)])
    if unknown := {name for name in told if not name.startswith(FILES)} - {table.member for table in TABLES}:
        raise Refused(f"Its member {shown(min(unknown))} is unknown")


def check_files(names: list[str]) -> None:
    """Raise Refused unless the paths of files all lead to places of their own within a folder."""
    if odd := [name for name in names if not media.is_plain(name)]:
        raise Refused(f"Its member {shown(FILES + min(odd))} has no name that a file can have")
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    if both := folders.intersection(names):
        raise Refused(f"Its member {shown(FILES + min(both))} is a file and a folder")


def check_content(packed: ZipFile, member: Member) -> None:
    """Raise Refused unless a member holds what the manifest says: so many bytes, of this hash, in so many lines."""
    size, number, digest = 0, 0, hashlib.sha256()
    for piece in pieces(packed, member.name, member.size):
        digest.update(piece)
        size, number = size + len(piece), number + piece.count(b"\n")
    if (size, digest.hexdigest()) != (member.size, member.sha256):
        raise Refused(f"Its member {shown(member.name)} is not what its manifest says: the file is damaged")
    if member.records is not None and member.records != number:
        raise Refused(f"Its member {shown(member.name)} has {number:,} records, not {member.records:,}")


def pieces(packed: ZipFile, name: str, most: int) -> Iterator[bytes]:
    """Yield what is in a member, a little more than `most` bytes at most. Raises Refused if it is damaged."""
    size = 0
    try:
        with packed.open(name) as stream:
            while size <= most and (piece := stream.read(PIECE)):
                size += len(piece)
                yield piece
    except BROKEN as problem:
        raise Refused(f"Its member {shown(name)} is damaged ({problem})") from problem


def shown(name: str) -> str:
    """Return a name that may come from anybody, for a message."""
    return repr(name[:100])

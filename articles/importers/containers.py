"""Look into gzip, zip and tar: each file in them is a Source like any other, read as a stream, never written to disk.

What a container is, its content says, not its name. A member is named after the archive, "papers.zip/june/9.html". A file
that is packed alone keeps its own name, "june.jsonl" for june.jsonl.gz: packed or not it is the same source, so that
importing it again changes nothing, and formats know it by its suffix. One archive is not looked for within another, but
for a member that is packed by gzip. What is hidden, or macOS adds, is passed over, as in folders.
"""

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO, cast

from articles.importers import tars, zips
from articles.importers.gzips import Gunzipped
from articles.importers.membernames import is_hidden, problem_of, shown, without_suffix
from articles.importers.streams import Steady
from articles.importers.unpacking import PIECE, Member, Pieces, Unpacking
from articles.newsitem import ImportFailure

HEAD = 512
"""Bytes that tell a container: a block of tar."""

_MAGIC = {b"\x1f\x8b": "gzip", b"PK\3\4": "zip", b"PK\5\6": "zip", b"PK\7\x08": "zip"}
_NOT_READ = {
    b"BZh9": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
}
_OF_DOCUMENTS = ("[Content_Types].xml", "mimetype")
_WITHIN = "it is an archive within an archive, which is not read: unpack it first"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import: its name for the archive ("" for standard input), and how to open it."""

    name: str
    opener: Callable[[], AbstractContextManager[BinaryIO]] = field(repr=False)

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Open it for reading; standard input stays open afterwards.

        A member of an archive is to be read before the next source is asked for. Raises ImportFailure if it cannot be read,
        as reading does where a container turns out to be damaged; what comes before that is given first.
        """
        return self.opener()


def sources_in(
    itself: Source, stream: Steady, *, large: bool, file: BinaryIO | None = None
) -> Iterator[Source]:
    """Yield the files in a container, or `itself` if the stream is none. What can't be read fails when it is opened.

    `file` is what is behind the stream, if that can seek; else a zip archive is copied to a temporary file.
    """
    unpacking = Unpacking(large=large)
    try:
        kind = _kind(stream)
        if kind in ("gzip", "zip") and file:
            unpacking.foresee(packed=os.fstat(file.fileno()).st_size)
    except ImportFailure as failure:
        yield _failing(itself.name, str(failure))
        return
    if not kind:
        yield itself
    elif kind == "zip":
        yield from _of_zip(itself.name, stream, file, unpacking)
    elif kind == "tar":
        yield from _of_archive(itself.name, tars.members(_binary(stream), unpacking), unpacking)
    else:
        yield from _of_gzip(itself.name, stream, unpacking)


def _kind(stream: Steady) -> str:
    """Return "gzip", "zip" or "tar" for a stream of such a container, "" for any other; it begins again.

    Raises ImportFailure for what is packed in a way that is not read.
    """
    head = stream.read(HEAD)
    stream.unread(head)
    for form, name in _NOT_READ.items():
        if head.startswith(form):
            raise ImportFailure(f"it is packed by {name}, which is not read: unpack it first")
    magic = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), "")
    return magic or ("tar" if tars.begins_tar(head) else "")


def _of_gzip(name: str, stream: Steady, unpacking: Unpacking) -> Iterator[Source]:
    gunzipped = Gunzipped(_binary(stream), unpacking)
    unpacked = Steady(_binary(gunzipped))
    try:
        kind = _kind(unpacked)
    except ImportFailure as failure:
        yield _failing(name, str(failure))
        return
    if kind == "tar":
        members = tars.members(_binary(unpacked), unpacking)
        yield from _of_archive(name, members, unpacking, is_packed=True)
        if gunzipped.failure:
            yield _failing(name, str(gunzipped.failure))
    elif kind:
        yield _failing(name, _WITHIN)
    else:
        yield Source(without_suffix(name), partial(_streamed, unpacked, gunzipped))


def _of_zip(name: str, stream: Steady, file: BinaryIO | None, unpacking: Unpacking) -> Iterator[Source]:
    if file:
        yield from _of_archive(name, zips.members(file, unpacking), unpacking, is_packed=True)
        return
    with tempfile.TemporaryFile() as copy:
        try:
            while piece := stream.read(PIECE):
                unpacking.foresee(packed=copy.tell() + len(piece))
                copy.write(piece)
        except (ImportFailure, OSError) as failure:
            yield _failing(name, str(failure))
            return
        yield from _of_archive(name, zips.members(copy, unpacking), unpacking, is_packed=True)


def _of_archive(
    name: str, members: Iterator[Member], unpacking: Unpacking, *, is_packed: bool = False
) -> Iterator[Source]:
    """Yield the members, and what is wrong with the archive where it becomes known."""
    number = 0
    while unpacking.failure is None:
        try:
            member = next(members, None)
        except ImportFailure as failure:
            yield _failing(name, str(failure))
            return
        if member is None:
            break
        number += 1
        if number == 1 and member.name in _OF_DOCUMENTS:
            yield _failing(name, "it is a document of an office program: save it as HTML, text or CSV")
            return
        yield from _of_member(name, member, unpacking, is_packed=is_packed)
    if not number:
        yield _failing(name, "the archive holds no file")


def _of_member(archive: str, member: Member, unpacking: Unpacking, *, is_packed: bool) -> Iterator[Source]:
    """Yield the member as a source, unless it is hidden."""
    name, problem = shown(archive, member.name), problem_of(member.name)
    if not problem and is_hidden(member.name):
        return
    pieces, stream = member.stream, Steady(_binary(member.stream))
    try:
        if problem or member.problem:
            raise ImportFailure(problem or member.problem)
        kind = _kind(stream)
        if kind == "gzip":
            pieces = Gunzipped(_binary(stream), unpacking, is_member=True, is_repacked=is_packed)
            name, stream = without_suffix(name), Steady(_binary(pieces))
            kind = _kind(stream)
        if kind:
            raise ImportFailure(_WITHIN)
    except ImportFailure as failure:
        yield _failing(name, str(failure))
    else:
        yield Source(name, partial(_streamed, stream, pieces))


@contextmanager
def _streamed(stream: Steady, pieces: Pieces) -> Iterator[BinaryIO]:
    """Open what streams out of a container; a failure that the reader did not come upon is raised at the end."""
    yield _binary(stream)
    if failure := stream.failure or pieces.failure:
        raise failure


def _failing(name: str, reason: str) -> Source:
    """Return a source that says why it can't be read when it is opened."""
    return Source(name, partial(_failed, reason))


@contextmanager
def _failed(reason: str) -> Iterator[BinaryIO]:
    raise ImportFailure(reason)
    yield


def _binary(stream: io.IOBase) -> BinaryIO:
    return cast(BinaryIO, stream)

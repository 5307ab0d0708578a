"""Read an archive's file that was proved to be what it says: its records as lines, its files as streams."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZipFile

from articles.keeping.manifest import Manifest, Member
from articles.keeping.proving import LONGEST_LINE, opened, proved
from articles.keeping.refusals import WrongRecord

PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a member, as it stands there."""

    member: str
    number: int
    text: bytes

    def wrong(self, reason: object) -> WrongRecord:
        """Return why it can't be taken, with its place."""
        return WrongRecord(self.member, self.number, str(reason))


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file whose members are what its manifest says."""

    packed: ZipFile
    contents: Manifest

    def lines(self, member: str) -> Iterator[Line]:
        """Yield the records of a member, none if an older program knew no such. Raises WrongRecord for one too long."""
        if not self.contents.has(member):
            return
        with self.packed.open(member) as stream:
            # zipfile's own readline is written in Python
            lines = io.BufferedReader(cast(io.RawIOBase, stream), PIECE)
            number = 0
            while text := lines.readline(LONGEST_LINE):
                number += 1
                line = Line(member, number, text)
                if not text.endswith(b"\n"):
                    is_long = len(text) == LONGEST_LINE
                    raise line.wrong(
                        f"it is longer than {LONGEST_LINE:,} bytes" if is_long else "it is cut off"
                    )
                yield line

    def file(self, member: Member) -> BinaryIO:
        """Return the content of a file, to be read and closed."""
        return cast(BinaryIO, self.packed.open(member.name))


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """Open an archive's file once all of it is proved. Raises Refused, OSError."""
    with opened(path) as packed:
        yield Unpacked(packed, proved(packed, path.stat().st_size))

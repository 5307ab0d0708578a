"""The bounds within which an archive is unpacked. They are checked while it streams, whatever it says of itself."""

import io
from dataclasses import dataclass

from articles.newsitem import ImportFailure

MAX_PACKED = 100_000_000
MAX_UNPACKED = 1_000_000_000
MAX_MEMBERS = 10_000
MAX_RATIO = 100
FREE_OF_RATIO = 10_000_000
"""Bytes that may come of anything: a small file of blanks is no danger."""
PIECE = 16_384


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name as written, and what it holds, or what is wrong with it."""

    name: str
    stream: "Pieces"
    problem: str = ""


class Unpacking:
    """What has been read of one archive so far, and why no more of it can be.

    An archive that the operator trusts may be large. It may not be a bomb: the ratio holds for all.
    """

    def __init__(self, *, large: bool) -> None:
        self.large = large
        self.packed = self.unpacked = self.members = 0
        self.failure: ImportFailure | None = None

    def fail(self, reason: str) -> ImportFailure:
        """Return the failure of the whole archive, and keep it."""
        self.failure = ImportFailure(reason)
        return self.failure

    def foresee(self, *, packed: int = 0, members: int = 0) -> None:
        """Raise ImportFailure if there are to be more than MAX_PACKED bytes or MAX_MEMBERS."""
        if packed > MAX_PACKED and not self.large:
            raise self.fail(_beyond(f"has more than {MAX_PACKED // 1_000_000} MB packed"))
        if members > MAX_MEMBERS and not self.large:
            raise self.fail(_beyond(f"has more than {MAX_MEMBERS:,} members"))

    def take(self, packed: int) -> None:
        """Count bytes before they are unpacked. Raises ImportFailure beyond MAX_PACKED."""
        self.packed += packed
        self.foresee(packed=self.packed)

    def count(self) -> None:
        """Count a member. Raises ImportFailure beyond MAX_MEMBERS."""
        self.members += 1
        self.foresee(members=self.members)

    def give(self, unpacked: int) -> None:
        """Count bytes that came out. Raises ImportFailure beyond MAX_UNPACKED or MAX_RATIO."""
        self.unpacked += unpacked
        if self.unpacked > max(FREE_OF_RATIO, self.packed * MAX_RATIO):
            raise self.fail(
                f"it unpacks to more than {MAX_RATIO} times its size, as no text does: nothing more of it is read"
            )
        if self.unpacked > MAX_UNPACKED and not self.large:
            raise self.fail(_beyond(f"unpacks to more than {MAX_UNPACKED // 1_000_000_000} GB"))


class Pieces(io.RawIOBase):
    """A stream whose bytes come in pieces, from `piece`, of which the last is empty.

    `failure` says what is wrong with what follows, where all that belongs to the stream was read.
    """

    failure: ImportFailure | None = None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the beginning of `buffer` with the next piece."""
        piece = self.piece(len(buffer)) if len(buffer) else b""
        buffer[: len(piece)] = piece
        return len(piece)

    def piece(self, size: int) -> bytes:
        """Return from 1 to `size` bytes, none at the end."""
        raise NotImplementedError


def _beyond(bound: str) -> str:
    return f"it {bound}: --large reads it if you trust it"

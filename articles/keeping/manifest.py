"""What the archive's file says of itself, and of each of its members."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from articles.keeping.refusals import Refused, Unfit
from articles.keeping.tables import CAME_LATER, TABLES
from articles.keeping.values import Text, Whole

NAME, FORMAT, VERSION = "manifest.json", "newsroom-archive", 1
LARGEST = 16_000_000
"""Bytes of the manifest."""
FILES = "files/"
NOT_OURS = "It is no archive made by export_archive"

_COUNT = Whole(0, 2**63 - 1)
_SHA256 = Text(64)


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name, its size in bytes and SHA-256 before packing, the number of its records if it has any."""

    name: str
    size: int
    sha256: str
    records: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a file: of which archive, of which year if not of all, in which members."""

    archive: str
    year: int | None
    members: tuple[Member, ...]

    @property
    def records(self) -> int:
        """How many records it has, those within others not counted."""
        return sum(member.records or 0 for member in self.members)

    @property
    def files(self) -> tuple[Member, ...]:
        """The members that are files of the archive."""
        return tuple(member for member in self.members if member.name.startswith(FILES))

    def has(self, name: str) -> bool:
        """Return whether there is a member of this name."""
        return any(member.name == name for member in self.members)

    def __str__(self) -> str:
        counts = {
            member.name.removesuffix(".jsonl").replace("_", " "): member.records for member in self.members
        }
        told = [f"{count:,} {name}" for name, count in counts.items() if count]
        return ", ".join([*told, f"{len(self.files):,} files"] if self.files else told) or "nothing"

    def written(self) -> bytes:
        """Return the manifest as the file holds it. Raises Refused if it is larger than a manifest may be."""
        members = [{k: v for k, v in asdict(member).items() if v is not None} for member in self.members]
        told = {
            "format": FORMAT,
            "version": VERSION,
            "archive": self.archive,
            "year": self.year,
            "members": members,
        }
        text = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
        if len(text) > LARGEST:
            raise Refused(
                f"There are {len(self.files):,} files, more than one archive can hold: use --no-files."
            )
        return text


def read(text: bytes) -> Manifest:
    """Return the manifest that a file holds. Raises Refused if it is none, or another version's."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Refused(f"{NOT_OURS}: its manifest is no JSON") from problem
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Refused(f"{NOT_OURS}: its manifest does not say “{FORMAT}”")
    if told.get("version") != VERSION:
        raise Refused(
            f"It is of version {str(told.get('version'))[:20]}, and this program reads version {VERSION}"
        )
    try:
        year = None if told.get("year") is None else Whole(1, 9998).read(told["year"])
        members = tuple(member(entry) for entry in listed(told.get("members")))
        return Manifest(Text(200).read(told.get("archive")), year, members)
    except Unfit as problem:
        raise Refused(f"Its manifest is damaged: something in it {problem}") from problem


def listed(value: Any) -> list[dict[str, Any]]:
    """Return a list of objects. Raises Unfit."""
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise Unfit("is no list of members")
    return value


def member(told: dict[str, Any]) -> Member:
    """Return what a manifest says of one member. Raises Unfit."""
    name = Text(4_000, True).read(told.get("name"))
    records = None if name.startswith(FILES) else _COUNT.read(told.get("records"))
    return Member(name, _COUNT.read(told.get("size")), _SHA256.read(told.get("sha256")), records)


def expected() -> set[str]:
    """Return the names of the members that every file has, the manifest aside, whichever program made it."""
    return {table.member for table in TABLES if table not in CAME_LATER}

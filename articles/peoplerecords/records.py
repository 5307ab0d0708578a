"""One person as a file tells it, before anything of it is stored."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from articles.importers.base import Unfit

LENGTHS = {"day": 10, "month": 7, "year": 4}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month or a year; `day` is the first of it, or the last where something ends then."""

    day: date
    precision: str = "day"

    def __str__(self) -> str:
        """Return it as long as it is precise: 2017-02-09, 2017-02 or 2017."""
        return self.day.isoformat()[: LENGTHS[self.precision]]

    def agrees(self, other: "When") -> bool:
        """Return whether both may be the same, as far as both tell."""
        short = min(LENGTHS[self.precision], LENGTHS[other.precision])
        return str(self)[:short] == str(other)[:short]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """Another name of the person, and from when to when it was used; `kind` is one of Alias.Kind."""

    name: str
    kind: str
    used_from: date | None = None
    used_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """A post and when it was held; `last` is None while it is held.

    Of an office made of several terms, `terms_ended` is when those before the last one did.
    """

    title: str
    organisation: str
    first: When
    last: When | None = None
    party: str = ""
    state: str = ""
    district: str = ""
    manner: str = ""
    source: str = ""
    terms_ended: tuple[When, ...] = ()

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What no other office of the person has."""
        return self.title.lower(), self.organisation.lower(), self.first.day, self.state, self.district


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """A person; `slug` is empty where the file knows no addresses.

    `known_as` are names that it may be found by, and that are not kept for it; `source` and `line` say where the record begins,
    `remarks` what of it can't be kept.
    """

    name: str
    sort_name: str = ""
    slug: str = ""
    description: str = ""
    wikidata_id: str = ""
    bioguide_id: str = ""
    born: date | None = None
    died: date | None = None
    aliases: tuple[OtherName, ...] = ()
    offices: tuple[HeldOffice, ...] = ()
    known_as: tuple[str, ...] = ()
    source: str = ""
    line: int = 0
    remarks: tuple[str, ...] = ()


def checked(record: PersonRecord) -> PersonRecord:
    """Return the record. Raises Unfit if its dates can't all be right, or it tells one thing twice."""
    if record.born and record.died and record.died < record.born:
        raise Unfit(f"it has its death, {record.died}, before its birth, {record.born}")
    for office in record.offices:
        if office.last and office.last.day < office.first.day:
            raise Unfit(
                f"its office {office.title} ends on {office.last}, before it begins on {office.first}"
            )
        if record.born and office.first.day < record.born and not office.first.agrees(When(record.born)):
            raise Unfit(
                f"its office {office.title} begins on {office.first}, before the birth, {record.born}"
            )
        if record.died and office.first.day > record.died:
            raise Unfit(f"its office {office.title} begins on {office.first}, after the death, {record.died}")
    if twice := repeated(alias.name for alias in record.aliases):
        raise Unfit(f"it has the other name {twice} twice")
    if repeated(office.key for office in record.offices):
        raise Unfit("it has an office twice, with the same beginning, state and district")
    return record


def repeated(keys: Iterable[T]) -> T | None:
    """Return the first that is there twice."""
    seen: set[T] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None

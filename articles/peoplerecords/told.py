"""What may stand in a field of a record about a person. Raises Unfit where that is nothing the archive could keep."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from articles.importers import fieldvalues
from articles.importers.base import Unfit
from articles.importers.dates import LATEST_YEAR
from articles.models import Alias, Office
from articles.models.office import first_day, last_day
from articles.people.states import CODES
from articles.peoplerecords.records import HeldOffice, OtherName, When
from articles.peoplerecords.unseen import codes, lost, refuse, without_unseen

MOST_ENTRIES = 500
LONGEST = {
    "slug": 100, "wikidata_id": 20, "bioguide_id": 10, "party": 100, "state": 50, "district": 50, "source": 500,
}  # fmt: skip
LONGEST_NAME = 200
MAX_SHOWN = 40

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.A)
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_IDENTIFIERS = {
    "wikidata_id": (re.compile(r"[Qq][1-9]\d*", re.A), "Q42"),
    "bioguide_id": (re.compile(r"[A-Za-z]\d{6}", re.A), "S000148"),
}
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


class Told:
    """A record, asked for its fields; `remarks` gathers what of it can't be kept."""

    def __init__(self, record: Mapping[str, Any], remarks: list[str] | None = None) -> None:
        self.record = record
        self.remarks: list[str] = [] if remarks is None else remarks

    def line(self, name: str, *, required: bool = False) -> str:
        """Return a field in one line, no longer than its column; what can't be seen of it is left out, and remarked upon."""
        value, unseen = without_unseen(self.record.get(name))
        self.remark(name, unseen)
        found, longest = fieldvalues.line(value, name), LONGEST.get(name, LONGEST_NAME)
        if required and not found:
            raise Unfit(f"it has no “{name}”")
        if len(found) > longest:
            raise Unfit(f"“{name}” has {len(found):,} characters, {longest} is the most")
        return found

    def text(self, name: str) -> str:
        """Return a field that may have several lines, without control characters, which are remarked upon."""
        value = self.record.get(name)
        self.remark(name, lost(value))
        return fieldvalues.text(value, name)

    def remark(self, name: str, unseen: str) -> None:
        """Remark upon characters of a field that are not kept. Raises Unfit where they are no text at all."""
        refuse(name, unseen)
        if unseen:
            self.remarks.append(f"{codes(unseen)} in “{name}”, which can’t be seen, is left out")

    def identifier(self, name: str) -> str:
        """Return an identifier in capitals, "" for none."""
        found, (shape, example) = self.line(name), _IDENTIFIERS[name]
        if found and not shape.fullmatch(found):
            raise Unfit(f"“{name}” is no identifier like {example}: {found[:MAX_SHOWN]}")
        return found.upper()

    def slug(self, name: str) -> str:
        """Return the part of an address, "" for none."""
        found = self.line(name)
        if found and not _SLUG.fullmatch(found):
            raise Unfit(
                f"“{name}” is no part of an address: it may have letters, digits, hyphens and underscores"
            )
        return found

    def one_of(self, name: str, known: list[str], otherwise: str) -> str:
        """Return a field that is one of few words."""
        found = self.line(name) or otherwise
        if found not in known:
            raise Unfit(f"“{name}” is “{found[:MAX_SHOWN]}”; known are: {', '.join(filter(None, known))}")
        return found

    def when(self, name: str, *, ends: bool = False) -> When | None:
        """Return a date that may be a month or a year; None for none."""
        written = self.text(name)
        if not written:
            return None
        precision = _PRECISIONS.get(len(written), "")
        try:
            found = _DATE.fullmatch(written)
            year, month, day = (
                (int(part or 1) for part in found.groups()) if found and precision else (0, 0, 0)
            )
            if year > LATEST_YEAR:
                raise ValueError(year)
            whole = date(year, month, day)
        except ValueError as problem:
            shown = written[:MAX_SHOWN]
            raise Unfit(f"“{name}” is no date like 2017, 2017-02 or 2017-02-09: {shown}") from problem
        return When(last_day(whole, precision) if ends else first_day(whole, precision), precision)

    def day(self, name: str) -> date | None:
        """Return a date to the day; one that is less precise is remarked upon."""
        found = self.when(name)
        if found and found.precision != "day":
            self.remarks.append(f"“{name}” {found} is left out: it is kept to the day only")
            return None
        return found.day if found else None

    def entries(self, name: str) -> list["Told"]:
        """Return the objects that a field lists, none if it is empty."""
        value = self.record.get(name) or []
        if not isinstance(value, list) or not all(isinstance(entry, Mapping) for entry in value):
            raise Unfit(f"“{name}” is no list of objects")
        if len(value) > MOST_ENTRIES:
            raise Unfit(f"“{name}” has {len(value):,} entries, {MOST_ENTRIES} is the most")
        return [Told(entry, self.remarks) for entry in value]

    def within(self, name: str) -> "Told":
        """Return the object in a field, an empty one if there is none."""
        value = self.record.get(name) or {}
        if not isinstance(value, Mapping):
            raise Unfit(f"“{name}” is no object")
        return Told(value, self.remarks)


def other_name(told: Told) -> OtherName:
    """Return another name as our own files tell it."""
    return OtherName(
        name=told.line("name", required=True),
        kind=told.one_of("kind", list(Alias.Kind.values), Alias.Kind.SPELLING),
        used_from=told.day("from"),
        used_to=told.day("to"),
    )


def held_office(told: Told) -> HeldOffice:
    """Return an office as our own files tell it."""
    first = told.when("from")
    if first is None:
        raise Unfit("it has an office without “from”")
    state = told.line("state")
    return HeldOffice(
        title=told.line("title", required=True),
        organisation=told.line("organisation", required=True),
        first=first,
        last=told.when("to", ends=True),
        party=told.line("party"),
        state=CODES.get(state.casefold(), state),
        district=told.line("district"),
        manner=told.one_of("manner", list(Office.Manner.values), ""),
        source=told.line("source"),
    )

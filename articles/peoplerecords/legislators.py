"""The records of unitedstates/congress-legislators: members of Congress, presidents and vice presidents.

https://github.com/unitedstates/congress-legislators#data-dictionary

Terms become offices, as `terms` says. The name is `official_full`, else first and last name; the full name, the nickname and
former names are other names; by first name or nickname with the family name it is looked for as well. What the archive has
no place for is passed over: other identifiers, gender, how a term came about, addresses.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from articles.importers.base import Unfit
from articles.models import Alias
from articles.people.names import bare
from articles.people.names import sort_name as sorted_name
from articles.peoplerecords.records import OtherName, PersonRecord, checked
from articles.peoplerecords.terms import offices
from articles.peoplerecords.told import LONGEST_NAME, Told

MOST_NAMES = 10
"""Names that a record is looked for by, beside its own."""


def person_of(told: Told, *, source: str, line: int) -> PersonRecord:
    """Return the person that a record tells of. Raises Unfit."""
    name = told.within("name")
    first, last, suffix = name.line("first"), name.line("last"), name.line("suffix")
    official = name.line("official_full") or joined(first, last, suffix)
    if not official:
        raise Unfit("it has no name")
    identifiers = {f"{kind}_id": value for kind, value in told.within("id").record.items()}
    aliases = tuple(other_names(told, name, official))
    return checked(
        PersonRecord(
            name=official,
            sort_name=sort_name(official, last, suffix),
            wikidata_id=Told(identifiers, told.remarks).identifier("wikidata_id"),
            bioguide_id=Told(identifiers, told.remarks).identifier("bioguide_id"),
            born=told.within("bio").day("birthday"),
            aliases=aliases,
            offices=tuple(offices(told.entries("terms"), datetime.now(UTC).date())),
            known_as=known_as(name, aliases),
            source=source,
            line=line,
            remarks=tuple(dict.fromkeys(told.remarks)),
        )
    )


def joined(*parts: str) -> str:
    """Return the parts of a name that are there, as one name that fits."""
    return " ".join(part for part in parts if part)[:LONGEST_NAME].strip()


def sort_name(name: str, last: str, suffix: str) -> str:
    """Return `name` with the family name first, as long as that stands in it: "Wasserman Schultz, Debbie"."""
    given = name.removesuffix(suffix).rstrip(", ").removesuffix(last).strip()
    if not last or given == name or joined(given, last) not in name:
        return sorted_name(name)
    return ", ".join(part for part in (last, given, suffix) if part)


def other_names(told: Told, name: Told, official: str) -> Iterator[OtherName]:
    """Yield the full name, the nickname with the family name, and former names, each unless it was there before."""
    first, middle, last = (name.line(part) for part in ("first", "middle", "last"))
    nickname = name.line("nickname")
    found = [OtherName(name=joined(first, middle, last, name.line("suffix")), kind=Alias.Kind.FULL)]
    if nickname:
        found.append(OtherName(name=joined(nickname, last), kind=Alias.Kind.NICKNAME))
    found += [former_name(entry, first, last) for entry in told.entries("other_names")]
    seen = {bare(official), ""}
    for other in found:
        if bare(other.name) not in seen:
            yield other
            seen.add(bare(other.name))


def known_as(name: Told, aliases: Iterable[OtherName]) -> tuple[str, ...]:
    """Return what the person may be called beside the name: first name and nickname with the family name, the other names."""
    last, suffix = name.line("last"), name.line("suffix")
    called = [part for part in (name.line("nickname"), name.line("first")) if part and last]
    found = [joined(part, last, end) for part in called for end in (suffix, "")]
    return tuple(dict.fromkeys([*found, *(alias.name for alias in aliases)]))[:MOST_NAMES]


def former_name(told: Told, first: str, last: str) -> OtherName:
    """Return a name that the person had for a time; what it does not tell of is as in the name."""
    return OtherName(
        name=joined(told.line("first") or first, told.line("middle"), told.line("last") or last),
        kind=Alias.Kind.FORMER,
        used_from=told.day("start"),
        used_to=told.day("end"),
    )

"""The records of unitedstates/congress-legislators: members of Congress, presidents and vice presidents.

https://github.com/unitedstates/congress-legislators#data-dictionary

Terms of one seat and party that follow one another within a few days are one office, held to this day if the last ends in
the future. The name is `official_full`, else first and last name; the full name, the nickname and former names are other
names. What the archive has no place for is passed over: other identifiers, gender, how a term came about, addresses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from articles.importers.base import Unfit
from articles.models import Alias
from articles.people.names import bare
from articles.people.names import sort_name as sorted_name
from articles.peoplerecords.records import HeldOffice, OtherName, PersonRecord, checked
from articles.peoplerecords.told import LONGEST_NAME, Told

GOVERNMENT = "Government of the United States"
POSTS = {
    "sen": ("Senator", "United States Senate"),
    "rep": ("Representative", "United States House of Representatives"),
    "prez": ("President", GOVERNMENT),
    "viceprez": ("Vice President", GOVERNMENT),
}
AT_LARGE = "at large"
BETWEEN_TERMS = timedelta(days=7)

_NUMBERED = {"0": AT_LARGE, "-1": ""}


def person_of(told: Told, *, source: str, line: int) -> PersonRecord:
    """Return the person that a record tells of. Raises Unfit."""
    name = told.within("name")
    first, last, suffix = name.line("first"), name.line("last"), name.line("suffix")
    official = name.line("official_full") or joined(first, last, suffix)
    if not official:
        raise Unfit("it has no name")
    identifiers, life = told.within("id"), told.within("bio")
    return checked(
        PersonRecord(
            name=official,
            sort_name=sort_name(official, last, suffix),
            wikidata_id=Told({"wikidata_id": identifiers.record.get("wikidata")}).line("wikidata_id"),
            bioguide_id=Told({"bioguide_id": identifiers.record.get("bioguide")}).line("bioguide_id"),
            born=life.day("birthday"),
            aliases=tuple(other_names(told, name, official)),
            offices=tuple(offices(told.entries("terms"), datetime.now(UTC).date())),
            source=source,
            line=line,
            remarks=tuple(told.remarks),
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


def former_name(told: Told, first: str, last: str) -> OtherName:
    """Return a name that the person had for a time; what it does not tell of is as in the name."""
    return OtherName(
        name=joined(told.line("first") or first, told.line("middle"), told.line("last") or last),
        kind=Alias.Kind.FORMER,
        used_from=told.day("start"),
        used_to=told.day("end"),
    )


def offices(terms: Iterable[Told], today: date) -> list[HeldOffice]:
    """Return terms as offices, in the order in which they began."""
    held: list[HeldOffice] = []
    latest: dict[tuple[str, ...], int] = {}
    for term in sorted(map(office_of, terms), key=lambda office: office.first.day):
        seat = (term.title, term.state, term.district, term.party)
        number = latest.get(seat)
        if number is not None and follows(held[number], term):
            held[number] = extended(held[number], term)
        else:
            latest[seat] = len(held)
            held.append(term)
    return [current(office, today) for office in held]


def office_of(term: Told) -> HeldOffice:
    """Return one term as an office."""
    kind, first = term.line("type"), term.when("start")
    if kind not in POSTS:
        raise Unfit(f"it has a term of the type “{kind[:20]}”; known are {', '.join(POSTS)}")
    if first is None:
        raise Unfit("it has a term without “start”")
    title, organisation = POSTS[kind]
    return HeldOffice(
        title=title,
        organisation=organisation,
        first=first,
        last=term.when("end", ends=True),
        party=term.line("party"),
        state=term.line("state"),
        district=district_of(term, kind),
    )


def district_of(term: Told, kind: str) -> str:
    """Return the number of a district, “at large”, or a senator’s class: “class 2”."""
    if kind == "sen":
        number = term.line("class")
        return f"class {number}"[:50] if number else ""
    district = term.line("district") if kind == "rep" else ""
    return _NUMBERED.get(district, district)


def follows(earlier: HeldOffice, later: HeldOffice) -> bool:
    """Return whether a term began while the earlier one was held, or within days."""
    return earlier.last is None or later.first.day - earlier.last.day <= BETWEEN_TERMS


def extended(earlier: HeldOffice, later: HeldOffice) -> HeldOffice:
    """Return the earlier office with the end of the later."""
    ends = [earlier.last, later.last]
    last = max((end for end in ends if end), key=lambda end: end.day) if all(ends) else None
    return replace(earlier, last=last)


def current(office: HeldOffice, today: date) -> HeldOffice:
    """Return the office, held to this day if its end is still to come."""
    return replace(office, last=None) if office.last and office.last.day > today else office

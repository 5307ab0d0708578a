"""Terms of congress-legislators as offices.

https://github.com/unitedstates/congress-legislators#data-dictionary

Terms of one seat and party that follow one another within a few days are one office, held to this day if the last ends in
the future. A term in which the party changed is an office for each, as its `party_affiliations` say.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from articles.importers.base import Unfit
from articles.importers.exchange import folded
from articles.peoplerecords.records import HeldOffice, When
from articles.peoplerecords.told import MAX_SHOWN, MOST_ENTRIES, Told

GOVERNMENT = "Government of the United States"
HOUSE = "United States House of Representatives"
POSTS = {
    "sen": ("Senator", "United States Senate"),
    "rep": ("Representative", HOUSE),
    "del": ("Delegate", HOUSE),
    "resident commissioner": ("Resident Commissioner", HOUSE),
    "prez": ("President", GOVERNMENT),
    "viceprez": ("Vice President", GOVERNMENT),
}
OF_THE_HOUSE = ("rep", "del", "resident commissioner")
AT_LARGE = "at large"
BETWEEN_TERMS = timedelta(days=7)

_KINDS = {folded(kind): kind for kind in POSTS} | {"delegate": "del"}
_NUMBERED = {"0": AT_LARGE, "-1": ""}


def offices(terms: Iterable[Told], today: date) -> list[HeldOffice]:
    """Return terms as offices, in the order in which they began. Raises Unfit."""
    held: list[HeldOffice] = []
    latest: dict[tuple[str, ...], int] = {}
    parts = [part for term in terms for part in parts_of(term)]
    for part in sorted(parts, key=lambda office: office.first.day):
        seat = (part.title, part.state, part.district, part.party)
        number = latest.get(seat)
        if number is not None and follows(held[number], part):
            held[number] = extended(held[number], part)
        else:
            latest[seat] = len(held)
            held.append(part)
    if len(held) > MOST_ENTRIES:
        raise Unfit(f"it has {len(held):,} offices, {MOST_ENTRIES} is the most")
    return [current(office, today) for office in held]


def parts_of(term: Told) -> list[HeldOffice]:
    """Return a term as an office for each party; none, and a remark, if its kind is not known."""
    written = term.line("type")
    kind = _KINDS.get(folded(written))
    if kind is None:
        term.remarks.append(
            f"a term of the type “{written[:MAX_SHOWN]}” is left out; known are {', '.join(POSTS)}"
        )
        return []
    whole = office_of(term, kind)
    affiliations = term.entries("party_affiliations")
    if not affiliations:
        return [whole]
    parts = parted(whole, affiliations)
    if not parts:
        term.remarks.append(
            f"“party_affiliations” of the term from {whole.first} are left out: "
            "they do not follow one another from its beginning to its end, and to its party"
        )
    return parts or [whole]


def office_of(term: Told, kind: str) -> HeldOffice:
    """Return one term as an office."""
    first = term.when("start")
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
    district = term.line("district") if kind in OF_THE_HOUSE else ""
    return _NUMBERED.get(district, district)


def parted(whole: HeldOffice, affiliations: Iterable[Told]) -> list[HeldOffice]:
    """Return the office of a term for each party; none if the parties do not cover it, one after the other, to its own."""
    told = [affiliated(whole, affiliation) for affiliation in affiliations]
    parts = sorted((part for part in told if part), key=lambda part: part.first.day)
    if len(parts) < len(told) or (whole.party and parts[-1].party != whole.party):
        return []
    ends = [*map(before, parts[1:]), whole.last]
    parts = [replace(part, last=part.last or end) for part, end in zip(parts, ends, strict=True)]
    if not is_near(parts[0].first, whole.first) or not is_near(parts[-1].last, whole.last):
        return []
    parts[0] = replace(parts[0], first=whole.first)
    parts[-1] = replace(parts[-1], last=whole.last)
    is_whole = all(map(is_forward, parts)) and all(succeeds(*pair) for pair in pairwise(parts))
    return parts if is_whole else []


def affiliated(whole: HeldOffice, told: Told) -> HeldOffice | None:
    """Return the part of a term in one party; None if it does not say from when. What it says of a caucus is remarked upon."""
    first = told.when("start")
    if caucus := told.line("caucus"):
        told.remarks.append(f"the caucus “{caucus}” from {first} is left out: an office has a party only")
    if first is None:
        return None
    return replace(whole, first=first, last=told.when("end", ends=True), party=told.line("party"))


def before(office: HeldOffice) -> When:
    """Return the day before an office began."""
    return When(date.fromordinal(max(1, office.first.day.toordinal() - 1)))


def is_near(one: When | None, other: When | None) -> bool:
    """Return whether two dates are within days of each other, or both are none."""
    return abs(one.day - other.day) <= BETWEEN_TERMS if one and other else one is other


def is_forward(part: HeldOffice) -> bool:
    """Return whether an office does not end before it begins."""
    return part.last is None or part.first.day <= part.last.day


def succeeds(earlier: HeldOffice, later: HeldOffice) -> bool:
    """Return whether a part of a term began after the earlier one, when that ended or within days."""
    began = earlier.first.day < later.first.day
    return began and bool(earlier.last and earlier.last.day <= later.first.day) and follows(earlier, later)


def follows(earlier: HeldOffice, later: HeldOffice) -> bool:
    """Return whether a term began while the earlier one was held, or within days."""
    return earlier.last is None or later.first.day - earlier.last.day <= BETWEEN_TERMS


def extended(earlier: HeldOffice, later: HeldOffice) -> HeldOffice:
    """Return the earlier office with the end of the later."""
    ends = [earlier.last, later.last]
    last = max((end for end in ends if end), key=lambda end: end.day) if all(ends) else None
    ended = [earlier.last] if earlier.last else []
    return replace(earlier, last=last, terms_ended=(*earlier.terms_ended, *ended))


def current(office: HeldOffice, today: date) -> HeldOffice:
    """Return the office, held to this day if its end is still to come."""
    return replace(office, last=None) if office.last and office.last.day > today else office

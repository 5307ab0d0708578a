"""People as records of congress-legislators, in JSON: those who were in Congress, President or Vice President.

Of a name the archive keeps the whole; its parts are told from the name, the way it sorts, and the full name among the others.
An office is one term, however many it was, and one that is held has no end: who changed party has a term for each.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.models import Alias
from articles.people.names import bare
from articles.people.names import sort_name as sorted_name
from articles.peoplerecords.records import HeldOffice, OtherName, PersonRecord
from articles.peoplerecords.terms import AT_LARGE, OF_THE_HOUSE, POSTS

_TYPES = {(title.lower(), organisation.lower()): kind for kind, (title, organisation) in POSTS.items()}
_DISTRICTS = {AT_LARGE: 0, "": -1}


def write(people: Iterable[PersonRecord]) -> Iterator[str]:
    """Yield an array, a record a line."""
    separator = "[\n"
    for person in people:
        if terms := list(terms_of(person)):
            yield f"{separator}{json.dumps(record_of(person, terms), ensure_ascii=False)}"
            separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def record_of(person: PersonRecord, terms: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the record of a person who held these."""
    name = name_of(person)
    former = [other_name(alias, name["first"]) for alias in person.aliases if alias.kind == Alias.Kind.FORMER]
    record = {
        "id": filled(bioguide=person.bioguide_id, wikidata=person.wikidata_id),
        "name": name,
        "other_names": former,
        "bio": filled(birthday=person.born and str(person.born)),
        "terms": terms,
    }
    return {key: value for key, value in record.items() if value or key != "other_names"}


def filled(**fields: Any) -> dict[str, Any]:
    """Return the fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "")}


def name_of(person: PersonRecord) -> dict[str, str]:
    """Return the parts of the name."""
    last, given, suffix = parts_of(person.sort_name or sorted_name(person.name))
    called = given
    for alias in person.aliases:
        if alias.kind == Alias.Kind.FULL and (full := given_in(alias.name, last, suffix)):
            given = full
            break
    first, _, middle = given.partition(" ")
    nicknames = [
        given_in(alias.name, last, "") for alias in person.aliases if alias.kind == Alias.Kind.NICKNAME
    ]
    nickname = next(filter(None, nicknames), "") or ("" if bare(called).startswith(bare(first)) else called)
    return {"first": first} | filled(
        middle=middle, last=last, suffix=suffix, nickname=nickname, official_full=plain_name(person)
    )


def plain_name(person: PersonRecord) -> str:
    """Return the name without what tells it apart from a homonym's, which is another name then."""
    plain = person.name.partition(" (")[0]
    return plain if any(alias.name == plain for alias in person.aliases) else person.name


def parts_of(sort_name: str) -> tuple[str, str, str]:
    """Return family name, given names and suffix: “Casey, Robert P., Jr.”; a single name is a family name."""
    last, given, suffix, *_ = [*(part.strip() for part in sort_name.split(",")), "", ""]
    return last, given, suffix


def given_in(name: str, last: str, suffix: str) -> str:
    """Return what stands before the family name in a full name, "" if it is another's."""
    without = name.removesuffix(suffix).rstrip(", ") if suffix else name
    given = without.removesuffix(f" {last}").strip()
    return "" if given == without else given


def other_name(alias: OtherName, first: str) -> dict[str, str]:
    """Return a former name; a first name that stayed the same is left out."""
    last, given, _ = parts_of(sorted_name(alias.name))
    called, _, middle = given.partition(" ")
    return filled(
        first="" if called == first else called,
        middle=middle,
        last=last,
        start=alias.used_from and str(alias.used_from),
        end=alias.used_to and str(alias.used_to),
    )


def terms_of(person: PersonRecord) -> Iterator[dict[str, Any]]:
    """Yield the offices that are terms."""
    for office in person.offices:
        if kind := _TYPES.get((office.title.lower(), office.organisation.lower())):
            term = {"type": kind, "start": str(office.first.day)}
            yield term | filled(
                end=office.last and str(office.last.day),
                state=office.state,
                **seat_of(office, kind),
                party=office.party,
            )


def seat_of(office: HeldOffice, kind: str) -> dict[str, int | str]:
    """Return the class of a senator, or the district of a member of the House: 0 at large, -1 unknown."""
    if kind in OF_THE_HOUSE:
        return {"district": _DISTRICTS.get(office.district, numbered(office.district))}
    number = office.district.removeprefix("class ") if kind == "sen" else ""
    return {"class": numbered(number)} if number else {}


def numbered(text: str) -> int | str:
    """Return a number, or the text that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else text

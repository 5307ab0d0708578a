"""Whom many names stand for: at most five queries, however many names."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q

from articles.authority import Name
from articles.models import FormerSlug, Person
from articles.naming.lookup import Candidate, Rows, bearing, beginnings_of, resembling
from articles.naming.nearnames import alike
from articles.naming.resolving import MOST_OF_A_FAMILY, bearers, spellings
from articles.offices import tenures_of
from articles.people.keys import name_key, sort_key
from articles.people.titles import without_title
from articles.roster.asked import Line
from articles.roster.forms import fits, forms, relative, says_more, says_office
from articles.search.tree import Named

MOST_HELPED = 20
"""For so many names that nobody bears, others are looked for that may have been meant."""
MOST_OF_FAMILIES = 20_000
NOBODY: tuple[Name, ...] = ()
Bearers = Mapping[str, tuple[Name, ...]]
NOT_HELD = "no office of this kind is on record"
UNCHECKED = "the title was not checked: no office is on record"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a name stands for; where that is nobody, whom it may have meant."""

    line: Line
    people: tuple[Name, ...] = ()
    near: tuple[Name, ...] = ()
    remark: str = ""
    """What the records say against the title or the seat of the name, or that they say nothing."""

    @property
    def is_doubtful(self) -> bool:
        """Whether nobody of the name is known to have held such an office."""
        return self.remark == NOT_HELD

    @property
    def person(self) -> Name | None:
        """The one whom it stands for."""
        return self.people[0] if len(self.people) == 1 and not self.is_doubtful else None

    @property
    def status(self) -> str:
        """What was found, in one word."""
        if self.is_doubtful:
            return "doubtful"
        return "known" if self.person else "ambiguous" if self.people else "unknown"

    @property
    def offered(self) -> tuple[Name, ...]:
        """Who can be chosen: of a large family the first twenty in order, of nobody those with a name near it."""
        return self.near if self.person else self.people[:MOST_OF_A_FAMILY] or self.near


def resolved(lines: Collection[Line]) -> list[Answer]:
    """Return whom each line stands for, in their order: five queries at most."""
    names = list(dict.fromkeys(line.name for line in lines))
    by_key = candidates(names)
    found = borne(names, by_key)
    for ways in (numbered, of_families):
        missing = [name for name in names if not found.get(name)]
        found |= ways(missing) if missing else {}
    titled = {name: people for name, people in found.items() if people and says_more(name)}
    fitting, remarks = weighed(
        {
            name: people
            for name, people in titled.items()
            if not is_called(people, by_key.get(name_key(name), ()))
        }
    )
    found |= fitting
    near = meant([name for name in names if not found.get(name)][:MOST_HELPED])
    return [
        Answer(line, found.get(line.name, NOBODY), near.get(line.name, NOBODY), remarks.get(line.name, ""))
        for line in lines
    ]


def candidates(names: Iterable[str]) -> dict[str, list[Candidate]]:
    """Return the people whom these names may stand for, by all keys under which they are found: one query."""
    nodes = [Named("person", form) for name in names for form in forms(name)]
    by_key = defaultdict(list)
    for candidate in bearing({"person": {spelling for node in nodes for spelling in spellings(node)}}):
        for key in keys_of(candidate):
            by_key[key].append(candidate)
    return dict(by_key)


def borne(names: Iterable[str], by_key: Mapping[str, list[Candidate]]) -> dict[str, tuple[Name, ...]]:
    """Return who bears each name, as given if anyone does, else in another form."""
    nodes = {name: [Named("person", form) for form in forms(name)] for name in names}
    return {
        name: next((people for node in forms if (people := bearers(node, keyed(node, by_key)))), NOBODY)
        for name, forms in nodes.items()
    }


def is_called(people: Iterable[Name], candidates: Iterable[Candidate]) -> bool:
    """Return whether one of these people is among those who are called so to the letter, with a title that is part of a name."""
    return not {candidate.name for candidate in candidates}.isdisjoint(people)


def keys_of(candidate: Candidate) -> set[str]:
    """Return the keys under which a typed name may find a person."""
    names = candidate.name.slug, candidate.name.name, candidate.called
    return {candidate.sort_key, *map(name_key, names)}


def keyed(node: Named, by_key: Mapping[str, list[Candidate]]) -> list[Candidate]:
    """Return the few people whom a name may stand for: each of 500 names compared with all would take seconds."""
    keys = {key(spelling) for spelling in spellings(node) for key in (name_key, sort_key)}
    return [candidate for key in keys for candidate in by_key.get(key, ())]


def numbered(names: Iterable[str]) -> dict[str, tuple[Name, ...]]:
    """Return who has one of these numbers at Wikidata or Bioguide, or had this slug before: one query."""
    by_number = {name.upper(): name for name in names} | {name: name for name in names}
    shown = ("id", "slug", "name")
    parts: list[Rows] = [
        Person.objects.filter(~Q(**{number: ""}), **{f"{number}__in": sorted(by_number)})
        .order_by()
        .values_list(F(number), *shown)
        for number in ("wikidata_id", "bioguide_id")
    ]
    former = FormerSlug.objects.filter(slug__in=sorted(by_number), person__isnull=False).order_by()
    parts.append(former.values_list(F("slug"), *(f"person__{name}" for name in shown)))
    rows = parts[0].union(*parts[1:], all=True)
    return {by_number[number]: (Name("person", *record),) for number, *record in rows}


def of_families(names: Iterable[str]) -> dict[str, tuple[Name, ...]]:
    """Return the people of the families, in order of their names: one query."""
    meant = {name: one for name in names if (one := relative(name)).family}
    if not meant:
        return {}
    begins = (Q(sort_key__begins=f"{key},") for key in sorted({one.family for one in meant.values()}))
    people = Person.objects.filter(reduce(or_, begins)).order_by("sort_key", "id")
    members = defaultdict(list)
    for key, *record in people.values_list("sort_key", "id", "slug", "name")[:MOST_OF_FAMILIES]:
        members[key.partition(",")[0]].append(Name("person", *record))
    return {
        name: tuple(person for person in members[one.family] if one.is_like(person.name))
        for name, one in meant.items()
        if one.family in members
    }


def weighed(found: Bearers) -> tuple[dict[str, tuple[Name, ...]], dict[str, str]]:
    """Return of the people whom each name stands for those whose offices fit its title or seat, and what is to be said.

    Where nobody's do, all stay: in doubt if an office of any of them is on record, else unchecked. One query.
    """
    tenures = tenures_of(person.id for people in found.values() for person in people)
    fitting: dict[str, tuple[Name, ...]] = {}
    remarks: dict[str, str] = {}
    for name, people in found.items():
        if held := tuple(person for person in people if fits(name, tenures.get(person.id, ()))):
            fitting[name] = held
        elif says_office(name):
            is_known = any(person.id in tenures for person in people)
            remarks[name] = NOT_HELD if is_known else UNCHECKED
    return fitting, remarks


def meant(names: Iterable[str]) -> dict[str, tuple[Name, ...]]:
    """Return whom names may have meant that nobody bears, the likest first: one query."""
    looked_for = {name: without_title(forms(name)[-1]) for name in names}
    candidates = resembling((), {"person": set(looked_for.values())}) if looked_for else []
    return {
        name: tuple(alike(plain, beginning_like(plain, candidates))) for name, plain in looked_for.items()
    }


def beginning_like(name: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that were looked for by the beginning of this name."""
    beginnings = beginnings_of(name)
    return [candidate for candidate in candidates if candidate.sort_key.startswith(beginnings)]

"""Records that a typed name may stand for, by the indexes on names, other names and their keys: one query each."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Model, Q, QuerySet, Value
from django.db.models.functions import Lower

from articles.authority import Name
from articles.models import Alias, Person, Publication, Section, Topic, TopicAlias
from articles.people.keys import name_key, sort_key
from articles.people.names import slug, sort_name

RECORDS: dict[str, type[Model]] = {
    "person": Person,
    "topic": Topic,
    "publication": Publication,
    "section": Section,
}
ALIASES: dict[str, type[Model]] = {"person": Alias, "topic": TopicAlias}
MOST_ALIKE = 100
ALIKE = 3
"""How many characters a name has in common at the beginning with one that may have been meant; where few begin so, one less."""
FEW = ("publication", "section")
"""Kinds of which there are few: of the first 500, any may have been meant."""
MOST_OF_FEW = 500

Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a typed name may stand for."""

    name: Name
    called: str
    """The name or the other name it was found by."""
    sort_key: str
    """Of a person, the key of the name for sorting."""


def bearing(names: Mapping[str, Collection[str]]) -> list[Candidate]:
    """Return the records that bear one of these names, by kind, and perhaps some that do not: one query."""
    parts: list[Rows] = []
    for kind in RECORDS.keys() & names.keys():
        keys = sorted({name_key(name) for name in names[kind]})
        called = Q(lowered__in=sorted({name.lower() for name in names[kind]}))
        addressed = Q(slug__in=sorted({slug(name) for name in names[kind]}))
        if kind == "person":
            addressed |= Q(key__in=keys) | Q(sort_key__in=sorted({sort_key(name) for name in names[kind]}))
        parts.append(records(kind, called | addressed))
        if kind in ALIASES:
            parts.append(aliases(kind, Q(key__in=keys)))
    return candidates(parts)


def resembling(families: Iterable[str], names: Mapping[str, Collection[str]]) -> list[Candidate]:
    """Return people of these families, given by their keys, and records whose names begin like these: one query.

    Of each family, and of each beginning, the first 100 in order.
    """
    beginnings = {f"{family}," for family in families}
    beginnings.update(beginning for name in names.get("person", ()) for beginning in beginnings_of(name))
    parts = [records("person", Q(id__in=first_ids(Person, "sort_key", text))) for text in sorted(beginnings)]
    for kind in names.keys() & RECORDS.keys() - {"person"}:
        for name in names[kind]:
            parts += parts_alike(kind, name)
    return candidates(parts)


def beginnings_of(name: str) -> tuple[str, str, str]:
    """Return how the sort keys of people begin whose names look like this one."""
    family, _, given = sort_key(sort_name(name)).partition(",")
    return f"{family},{given[:2]}", family[:ALIKE], family[: ALIKE - 1]


def parts_alike(kind: str, name: str) -> Iterator[Rows]:
    """Yield topics that begin like this name, or publications or sections."""
    beginning = "" if kind in FEW else slug(name)[: ALIKE - 1]
    yield records(
        kind,
        Q(id__in=first_ids(RECORDS[kind], "slug", beginning, MOST_OF_FEW if kind in FEW else MOST_ALIKE)),
    )
    if kind in ALIASES:
        yield aliases(kind, Q(id__in=first_ids(ALIASES[kind], "key", beginning)))


def first_ids(model: type[Model], column: str, beginning: str, most: int = MOST_ALIKE) -> Rows:
    """Return the ids of the records, in order, in which this column begins so."""
    found = model._default_manager.filter(**{f"{column}__begins": beginning})
    return found.order_by(column, "id").values("id")[:most]


def records(kind: str, condition: Q) -> Rows:
    """Return records as rows of a union; a condition can speak of the name in lower case as `lowered`."""
    key = F("sort_key") if kind == "person" else Value("", CharField())
    named = RECORDS[kind]._default_manager.alias(lowered=Lower("name")).filter(condition)
    return named.order_by().values_list(Value(kind), "id", "slug", "name", F("name"), key)


def aliases(kind: str, condition: Q) -> Rows:
    """Return other names as rows of a union."""
    key = F("person__sort_key") if kind == "person" else Value("", CharField())
    named = ALIASES[kind]._default_manager.filter(condition)
    return named.values_list(Value(kind), f"{kind}_id", f"{kind}__slug", f"{kind}__name", F("name"), key)


def candidates(parts: list[Rows]) -> list[Candidate]:
    """Return what all of these rows stand for: one query, none without rows."""
    if not parts:
        return []
    rows = parts[0].union(*parts[1:], all=True)
    return [Candidate(Name(*record), called, key) for *record, called, key in rows]

"""Names of people, topics, sections and publications as the index takes them in, read from the database in few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from django.db import models

from articles.models import Alias, Person, Publication, Section, Topic, TopicAlias
from articles.people.names import sort_name
from articles.search.ask import Snapshot
from articles.search.names import KINDS, IndexedName, number_of_name, record_of

CHUNK = 500
Coverage = Mapping[tuple[str, int], int]
RECORDS: dict[str, type[models.Model]] = {
    "person": Person,
    "topic": Topic,
    "section": Section,
    "publication": Publication,
}
OTHER_NAMES: dict[str, tuple[type[models.Model], str]] = {
    "person": (Alias, "person_id"),
    "topic": (TopicAlias, "topic_id"),
}


def name_documents(numbers: Collection[int]) -> Iterator[IndexedName]:
    """Yield the names with these numbers that exist, in order; two queries for every 500 of a kind."""
    records = [record_of(number) for number in sorted(numbers)]
    for kind in KINDS:
        ids = [identity for its_kind, identity in records if its_kind == kind]
        for start in range(0, len(ids), CHUNK):
            yield from chunk_of_names(kind, ids[start : start + CHUNK])


def all_names() -> Iterator[list[IndexedName]]:
    """Yield all names of the archive, a list of up to 500 of one kind at a time, in order of their numbers."""
    for kind in KINDS:
        rows, after = RECORDS[kind]._default_manager.order_by("id"), 0
        while ids := list(rows.filter(id__gt=after).values_list("id", flat=True)[:CHUNK]):
            yield chunk_of_names(kind, ids)
            after = ids[-1]


def chunk_of_names(kind: str, ids: list[int]) -> list[IndexedName]:
    """Return the records of one kind with these ids that exist, in order of id."""
    others = other_names(kind, ids)
    rows = RECORDS[kind]._default_manager.filter(id__in=ids).order_by("id").values_list("id", "name")
    return [
        IndexedName(kind, identity, (*forms(kind, name), *sorted(others[identity])))
        for identity, name in rows
    ]


def forms(kind: str, name: str) -> tuple[str, ...]:
    """Return a name, and that of a person with the family name first as well: either may be how typing begins."""
    return (name, sort_name(name)) if kind == "person" else (name,)


def other_names(kind: str, ids: Collection[int]) -> dict[int, list[str]]:
    """Return the other names of the records of one kind with these ids."""
    found: dict[int, list[str]] = defaultdict(list)
    if kind in OTHER_NAMES:
        model, record = OTHER_NAMES[kind]
        rows = model._default_manager.filter(**{f"{record}__in": ids}).values_list(record, "name")
        for identity, name in rows:
            found[identity].append(name)
    return found


def weighed(
    names: Iterable[IndexedName], added: Coverage, before: Snapshot | None = None
) -> Iterator[IndexedName]:
    """Yield the names with their weight: in how many articles their record was `before`, and how many were added."""
    for name in names:
        counted = before.coverage(name.number) if before else 0
        yield replace(name, articles=counted + added.get((name.kind, name.id), 0))


def outgrown(before: Snapshot, added: Coverage) -> set[int]:
    """Return the names whose weight is out of date: of records that are in about twice as many articles by now."""
    numbers = {number_of_name(*record): count for record, count in added.items()}
    counts = {number: before.coverage(number) for number in numbers}
    return {n for n, count in counts.items() if count.bit_length() < (count + numbers[n]).bit_length()}

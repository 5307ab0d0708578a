"""Names for ids and ids for slugs, of whatever a list can be narrowed by: one query each, however many kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Value

from articles.models import Person, Publication, Section, Topic

KINDS: dict[str, type[models.Model]] = {
    "person": Person,
    "topic": Topic,
    "publication": Publication,
    "section": Section,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A person, topic, publication or section, as far as a list has to show it."""

    kind: str
    id: int
    slug: str
    name: str


def name_of(record: Person | Topic | Publication | Section) -> Name:
    """Return the name of a record that is at hand."""
    return Name(record._meta.model_name or "", record.pk, record.slug, record.name)


def named(ids: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], Name]:
    """Return the names of the records with these ids, by kind and id."""
    return {(name.kind, name.id): name for name in look_up("id__in", ids)}


def resolved(slugs: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], Name]:
    """Return the records with these slugs, by kind and slug; unknown slugs are left out."""
    return {(name.kind, name.slug): name for name in look_up("slug__in", slugs)}


def look_up(lookup: str, wanted: Mapping[str, Iterable[Any]]) -> list[Name]:
    """Return the records of all kinds whose column is among those wanted."""
    queries = [
        KINDS[kind]
        ._default_manager.filter(**{lookup: sorted(values)})
        .order_by()
        .values_list(Value(kind), "id", "slug", "name")
        for kind, values in wanted.items()
        if values
    ]
    if not queries:
        return []
    return [Name(*row) for row in queries[0].union(*queries[1:], all=True)]

"""Names for ids and ids for slugs, of whatever a list can be narrowed by: one query each, however many kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models import F, Value
from django.urls import NoReverseMatch, reverse

from articles import measures
from articles import models as records
from articles.facets import FACETS
from articles.models import FormerSlug, Person, Publication, Section, Topic

KINDS: dict[str, type[models.Model]] = {
    facet.name: getattr(records, facet.record) for facet in FACETS if facet.record
}
MOST_AT_ONCE = 10_000
"""How many ids one query may name: SQLite takes 32,766 at most."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, topic, publication, section, language, year or month, as far as a list has to show it."""

    kind: str
    id: int
    slug: str
    name: str
    parent: int | None = field(default=None, compare=False)
    """Of a topic, the one it stands under."""


def name_of(record: Person | Topic | Publication | Section) -> Name:
    """Return the name of a record that is at hand."""
    return Name(record._meta.model_name or "", record.pk, record.slug, record.name)


def named(ids: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], Name]:
    """Return the names of the records with these ids, by kind and id."""
    found = {(name.kind, name.id): name for name in look_up("id__in", ids)}
    for kind in measures.MEASURES:
        for number in ids.get(kind, ()):
            found[kind, number] = measure(kind, number)
    return found


def measure(kind: str, number: int) -> Name:
    """Return the name of a language, year or month."""
    return Name(kind, number, measures.slug_of(kind, number), measures.name_of(kind, number))


def resolved(slugs: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], Name]:
    """Return the records with these slugs, or that had them once, by kind and slug; unknown slugs are left out."""
    found = {(name.kind, name.slug): name for name in look_up("slug__in", slugs)}
    found |= renamed({(kind, slug) for kind in slugs for slug in slugs[kind]} - found.keys())
    for kind in measures.MEASURES:
        for slug in slugs.get(kind, ()):
            if (number := measures.number_of(kind, slug)) is not None:
                found[kind, slug] = measure(kind, number)
    return found


def filed(kind: str, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return by id the names of many values of one kind, each with what it is filed under: a query for every 10,000."""
    if kind in measures.MEASURES:
        return {number: (measures.name_of(kind, number),) * 2 for number in ids}
    model, wanted, found = KINDS[kind], sorted(ids), {}
    column = "sort_name" if model is Person else "name"
    for start in range(0, len(wanted), MOST_AT_ONCE):
        rows = model._default_manager.filter(id__in=wanted[start : start + MOST_AT_ONCE]).order_by()
        found.update({one: (name, under) for one, name, under in rows.values_list("id", "name", column)})
    return found


def look_up(lookup: str, wanted: Mapping[str, Iterable[Any]]) -> list[Name]:
    """Return the records of all kinds whose column is among those wanted."""
    queries = [
        KINDS[kind]
        ._default_manager.filter(**{lookup: sorted(values)})
        .order_by()
        .values_list(Value(kind), "id", "slug", "name", F("parent_id") if KINDS[kind] is Topic else Value(0))
        for kind, values in wanted.items()
        if kind in KINDS and values
    ]
    if not queries:
        return []
    rows = queries[0].union(*queries[1:], all=True)
    return [Name(kind, identity, slug, name, parent or None) for kind, identity, slug, name, parent in rows]


def renamed(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Name]:
    """Return the people and topics that had slugs once, by kind and that slug: a query, if any can be meant."""
    asked = [pair for pair in pairs if KINDS.get(pair[0]) in (Person, Topic)]
    if not asked:
        return {}
    former = FormerSlug.objects.filter(slug__in=sorted({slug for _, slug in asked}))
    rows = former.select_related("person", "topic").defer("person__description", "topic__description")
    led: dict[tuple[type[models.Model], str], Person | Topic] = {
        (type(record), row.slug): record for row in rows for record in (row.person, row.topic) if record
    }
    return {
        (kind, slug): Name(kind, record.pk, record.slug, record.name, getattr(record, "parent_id", None))
        for kind, slug in asked
        if (record := led.get((KINDS[kind], slug)))
    }


def slug_now(kind: str, slug: str) -> str | None:
    """Return the slug of the person or topic that had this one before; None if none had."""
    if kind not in ("person", "topic"):
        return None
    former = FormerSlug.objects.filter(slug=slug, **{f"{kind}__isnull": False})
    return former.values_list(f"{kind}__slug", flat=True).first()


@lru_cache(maxsize=10_000)
def address_of(kind: str, slug: str) -> str:
    """Return the address of a page, or of the list of articles for what has no page; kept, for lists repeat themselves."""
    try:
        return reverse(kind, args=[slug])
    except NoReverseMatch:
        return f"{reverse('search')}?{kind}={slug}"

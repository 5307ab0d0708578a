"""What goes with a record that is deleted, counted and not loaded: a person may hang on 50,000 articles."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.utils import quote
from django.db import models
from django.db.models.deletion import CASCADE, PROTECT, RESTRICT, get_candidate_relations_to_delete
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from articles.admin.paginator import bounded_count

NAMED = 20
"""Records that the page names; the others it counts."""

Deletion = tuple[list[str], dict[str, int], set[str], list[str]]


def deletion_of(records: Sequence[models.Model], request: HttpRequest, site: AdminSite) -> Deletion:
    """Return what the confirmation shows: names, counts, kinds that may not go, records that forbid it."""
    if not records:
        return [], {}, set(), []
    model = type(records[0])
    rows = model._base_manager.filter(pk__in=[record.pk for record in records])
    counts, kinds, protected = {str(model._meta.verbose_name_plural): len(records)}, {model}, []
    for related, goes in hanging_on(rows):
        if not goes:
            protected += [link_to(record, site) for record in related[:NAMED]]
        elif number := bounded_count(related):
            counts[str(related.model._meta.verbose_name_plural)] = number
            kinds.add(related.model)
    forbidden = {str(kind._meta.verbose_name) for kind in kinds if not may_delete(kind, request, site)}
    names = [link_to(record, site) for record in records[:NAMED]]
    if len(records) > NAMED:
        names.append(f"and {len(records) - NAMED:,} more")
    return names, counts, forbidden, protected


def hanging_on(rows: models.QuerySet[Any]) -> Iterator[tuple[models.QuerySet[Any], bool]]:
    """Yield the rows that point to `rows`: those that go with them (True), those that forbid it (False)."""
    relations: Iterable[Any] = get_candidate_relations_to_delete(rows.model._meta)
    for relation in relations:
        related = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows})
        if relation.on_delete is CASCADE:
            yield related, True
            yield from hanging_on(related)
        elif relation.on_delete in (PROTECT, RESTRICT):
            yield related, False


def may_delete(kind: type[models.Model], request: HttpRequest, site: AdminSite) -> bool:
    """Return whether the account may delete a kind of record; what has no admin goes with its owner."""
    return not site.is_registered(kind) or site.get_model_admin(kind).has_delete_permission(request)


def link_to(record: models.Model, site: AdminSite) -> str:
    """Return a record's kind and name, linked to its page."""
    kind = capfirst(record._meta.verbose_name)
    if not site.is_registered(type(record)):
        return f"{kind}: {record}"
    name = f"{site.name}:{record._meta.app_label}_{record._meta.model_name}_change"
    return format_html('{}: <a href="{}">{}</a>', kind, reverse(name, args=[quote(record.pk)]), record)

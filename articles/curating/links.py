"""Handing over what belongs to one record to another, with nothing there twice."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from articles.curating.journal import Journal, chunks
from articles.curating.kinds import Kind
from articles.models import ArticleTopic, FormerSlug, Mention, Origin, Role

STRONGEST_ROLE = (Role.AUTHOR, Role.SUBJECT, Role.MENTIONED)
STRONGEST_ORIGIN = (Origin.EDITOR, Origin.IMPORT, Origin.RECOGNISED)


def move_links(journal: Journal, kind: Kind, ids: Iterable[int], into: int, **values: Any) -> None:
    """Give links with articles to the record `into`; where an article has both, one link holds what both said.

    `values` are set on what moves: an origin.
    """
    for chunk in chunks(ids):
        theirs = list(kind.links.filter(pk__in=chunk).order_by("pk"))
        articles = [link.content_object_id for link in theirs]
        found = kind.links.filter(tag=into, content_object__in=articles)
        ours = {link.content_object_id: link for link in found}
        both = [link for link in theirs if link.content_object_id in ours]
        alone = [link.pk for link in theirs if link.content_object_id not in ours]
        journal.change(kind.link, alone, tag_id=into, **values)
        kept = [ours[link.content_object_id] for link in both]
        changes = [joined(one, other) | values for one, other in zip(kept, both, strict=True)]
        journal.rewrite(kept, changes)
        journal.delete(kind.link, [link.pk for link in both])


def joined(one: Mention | ArticleTopic, other: Mention | ArticleTopic) -> dict[str, Any]:
    """Return what one link says that stands for two of the same article."""
    origin = min(one.origin, other.origin, key=STRONGEST_ORIGIN.index)
    if not isinstance(one, Mention) or not isinstance(other, Mention):
        return {"origin": origin}
    places = [place for place in (one.places, other.places) if place]
    return {
        "role": min(one.role, other.role, key=STRONGEST_ROLE.index),
        "quoted": one.quoted or other.quoted,
        "count": one.count + other.count,
        "certainty": max(one.certainty, other.certainty),
        "origin": origin,
        "places": ", ".join(dict.fromkeys(places)),
    }


def hand_over(
    journal: Journal,
    rows: Any,
    into: dict[str, int],
    same: tuple[str, ...] = (),
    had: Iterable[tuple[Any, ...]] = (),
) -> None:
    """Give rows to a record, as {"person_id": 7}; those it has already are deleted.

    Two rows say the same if the columns `same` are equal; `had` are further rows that the record needs no more.
    """
    model: type[Model] = rows.model
    known = set(had) | (set(model._base_manager.filter(**into).values_list(*same)) if same else set())
    fresh: list[int] = []
    again: list[int] = []
    for pk, *values in rows.order_by("pk").values_list("pk", *same):
        key = tuple(values)
        (again if same and key in known else fresh).append(pk)
        known.add(key)
    journal.delete(model, again)
    journal.change(model, fresh, [name for name in same if name == "name"], **into)


def keep_address(journal: Journal, kind: Kind, slug: str, record: int) -> None:
    """Let a slug that no record has any more lead to a record."""
    free = {"topic": None} if kind.name == "person" else {"person": None}
    kept = FormerSlug.objects.filter(slug=slug, **free).values_list("pk", flat=True)
    if ids := list(kept):
        journal.change(FormerSlug, ids, **{kind.owner: record})
    else:
        journal.make([FormerSlug(slug=slug, **{kind.owner: record})])

"""What belongs to a person beside the mentions, handed over to another."""

from typing import Any

from django.db.models import QuerySet

from articles.curating.journal import Journal
from articles.curating.links import hand_over
from articles.models import Alias, Doubt, FormerSlug, Mention, Office, Person, Quotation, Refusal
from articles.people.names import bare

OFFICE = ("post_id", "held_from", "state", "district")
"""What makes two offices of a person the same one."""
CANDIDATES: Any = Doubt._meta.get_field("candidates").remote_field.through


def hand_over_person(journal: Journal, other: Person, into: Person) -> None:
    """Give all that belongs to `other` but the mentions to `into`, who has those already."""
    to = {"person_id": into.pk}
    journal.change(Quotation, ids_of(Quotation.objects.filter(person=other)), **to)
    hand_over_offices(journal, Office.objects.filter(person=other), into)
    hand_over_aliases(journal, Alias.objects.filter(person=other), into)
    hand_over(journal, CANDIDATES.objects.filter(person=other), to, ("doubt_id",))
    hand_over(journal, Refusal.objects.filter(person=other), to, ("article_id",))
    drop_refusals(journal, into)
    hand_over(journal, FormerSlug.objects.filter(person=other), to)


def hand_over_offices(journal: Journal, offices: QuerySet[Office], into: Person) -> None:
    """Give offices to a person, equal ones once."""
    hand_over(journal, offices, {"person_id": into.pk}, OFFICE)


def hand_over_aliases(journal: Journal, aliases: QuerySet[Alias], into: Person) -> None:
    """Give other names to a person; the person's own name is none."""
    hand_over(journal, aliases, {"person_id": into.pk}, ("name",), [(into.name,)])


def drop_refusals(journal: Journal, person: Person) -> None:
    """Drop what says that articles do not name a person whom they name after all."""
    named = Mention.objects.filter(tag=person).order_by().values("content_object")
    journal.delete(Refusal, ids_of(Refusal.objects.filter(person=person, article__in=named)))


def alias_kind(name: str, canonical: str) -> Alias.Kind:
    """Return what sort of other name `name` is beside the canonical one."""
    words, usual = len(bare(name).split()), len(bare(canonical).split())
    if words == usual:
        return Alias.Kind.SPELLING
    return Alias.Kind.FULL if words > usual else Alias.Kind.SHORT


def ids_of(rows: QuerySet[Any]) -> list[int]:
    """Return the ids of rows."""
    return list(rows.order_by().values_list("pk", flat=True))

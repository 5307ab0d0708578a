"""Names that recur and that nobody bears, those in most articles first, spellings of the same name together."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan

from articles.models import Proposal


@dataclass(frozen=True, slots=True)
class Group:
    """A proposal, in the spelling that most articles have, and the other spellings."""

    proposal: Proposal
    others: tuple[Proposal, ...]


def open_proposals() -> QuerySet[Proposal]:
    """Return the proposals that wait, of spellings of the same name the commonest; none of a name that was dismissed."""
    same = Proposal.objects.filter(GreaterThan(OuterRef("key"), Value("")), key=OuterRef("key")).order_by()
    as_common = same.filter(state=Proposal.State.OPEN, articles__gte=OuterRef("articles"))
    commoner = as_common.filter(Q(articles__gt=OuterRef("articles")) | Q(pk__lt=OuterRef("pk")))
    dismissed = same.filter(state=Proposal.State.DISMISSED)
    rows = Proposal.objects.filter(~Exists(commoner), ~Exists(dismissed), state=Proposal.State.OPEN)
    return rows.order_by("-articles", "name", "pk")


def groups_after(place: Proposal | None, size: int) -> list[Group]:
    """Return the first groups, or the first behind `place`, which may be settled: two queries."""
    rows = open_proposals()
    if place:
        behind = Q(name__gt=place.name) | Q(name=place.name, pk__gt=place.pk)
        rows = rows.filter(Q(articles__lt=place.articles) | behind, articles__lte=place.articles)
    found = list(rows[:size])
    return [Group(proposal, others) for proposal, others in zip(found, spellings(found), strict=True)]


def proposals_before(place: Proposal) -> QuerySet[Proposal]:
    """Return the proposals that wait before `place`, the nearest first."""
    ahead = Q(name__lt=place.name) | Q(name=place.name, pk__lt=place.pk)
    rows = open_proposals().filter(Q(articles__gt=place.articles) | ahead, articles__gte=place.articles)
    return rows.order_by("articles", "-name", "-pk")


def spellings(found: Iterable[Proposal]) -> list[tuple[Proposal, ...]]:
    """Return the other spellings of each of the proposals."""
    firsts = list(found)
    waiting = Proposal.objects.filter(state=Proposal.State.OPEN, key__in={one.key for one in firsts} - {""})
    others = list(waiting.exclude(pk__in=[one.pk for one in firsts]).order_by(F("articles").desc(), "name"))
    return [tuple(other for other in others if other.key == one.key) for one in firsts]

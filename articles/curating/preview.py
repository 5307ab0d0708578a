"""What a merge would change, in numbers and words, with nothing written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from articles.curating.acts import counted
from articles.curating.kinds import Kind, Record, kind_called
from articles.curating.merging import clashes_of, group_of, new_names
from articles.curating.people import OFFICE
from articles.curating.refused import Refused
from articles.models import Office, Quotation, Topic


@dataclass(frozen=True, slots=True)
class Preview:
    """What becomes of the records."""

    into: str
    others: tuple[str, ...]
    articles: int
    """Articles that have one of the others and not the one that stays."""
    both: int
    """Articles that have several of them: what is said of each is joined."""
    names: tuple[str, ...]
    offices: int
    offices_had: int
    quotations: int
    narrower: int
    redirects: tuple[str, ...]
    clashes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in words; what does not occur is left out."""
        told = (
            (self.articles, "article", f" to move to “{self.into}”"),
            (self.both, "article", " with several of them, to have one link that says what each said"),
            (len(self.names), "new other name", f": {', '.join(self.names)}"),
            (self.offices, "office", " to move"),
            (self.offices_had, "office", " held already, to be kept once"),
            (self.quotations, "quotation", " to move"),
            (self.narrower, "narrower topic", " to move"),
            (len(self.redirects), "redirect", f" from the former address: {', '.join(self.redirects)}"),
        )
        return tuple(f"{counted(number, what)}{rest}" for number, what, rest in told if number)


def preview(kind: str, into: Record, others: Sequence[Record]) -> Preview:
    """Return what merging `others` into `into` would change. Raises Refused if they can't be merged at all."""
    sort = kind_called(kind)
    ids = group_of(into, others)
    found = sort.rows.in_bulk(ids)
    if len(found) < len(ids):
        raise Refused(f"One of these {sort.plural} is gone.")
    survivor, *rest = [found[pk] for pk in ids]
    moved, both = links_of(sort, survivor, rest)
    offices, had = offices_of(survivor, rest)
    return Preview(
        into=survivor.name,
        others=tuple(other.name for other in rest),
        articles=moved,
        both=both,
        names=tuple(new_names(sort, survivor, rest)),
        offices=offices,
        offices_had=had,
        quotations=Quotation.objects.filter(person__in=rest).count() if sort.name == "person" else 0,
        narrower=Topic.objects.filter(parent__in=rest).count() if sort.name == "topic" else 0,
        redirects=tuple(other.slug for other in rest),
        clashes=tuple(clashes_of(sort, [survivor, *rest])),
    )


def links_of(kind: Kind, into: Any, others: list[Any]) -> tuple[int, int]:
    """Return how many articles move, and how many have several of the records."""
    mine = kind.links.filter(tag=into).values("content_object")
    theirs = kind.links.filter(tag__in=others).exclude(content_object__in=mine)
    group = kind.links.filter(tag__in=[into, *others]).values("content_object")
    several = group.annotate(links=Count("pk")).filter(links__gt=1)
    return theirs.values("content_object").distinct().count(), several.count()


def offices_of(into: Any, others: list[Any]) -> tuple[int, int]:
    """Return how many offices move, and how many are there already."""
    if isinstance(into, Topic):
        return 0, 0
    known = set(Office.objects.filter(person=into).values_list(*OFFICE))
    held = list(Office.objects.filter(person__in=others).values_list(*OFFICE))
    fresh = set(held) - known
    return len(fresh), len(held) - len(fresh)

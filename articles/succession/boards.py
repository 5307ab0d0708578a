"""Posts with how many held them, and who holds them now or held them on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from articles.models import Office, Organisation, Post
from articles.personpage.held import Held

MOST_NAMED = 3
"""Who else holds a post is counted."""


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post, how many people held it, how many of them that day or still, and the first of these.

    Where nobody holds it still, the last who did is named.
    """

    post: Post
    holders: int
    held: int
    offices: tuple[Held, ...]

    @property
    def others(self) -> int:
        """How many hold it that are not named."""
        return max(0, self.held - len(self.offices))


def board(posts: QuerySet[Post], day: date | None = None) -> list[PostLine]:
    """Return these posts, the first in rank first, as they stand on `day` or, without it, now: two queries."""
    named = offices_named(posts, day)
    held = Q(offices__held_to=None)
    if day:
        held = Q(held | Q(offices__held_to__gte=day), offices__held_from__lte=day)
    counted = posts.annotate(
        holders=Count("offices__person", distinct=True), held=Count("offices", filter=held)
    )
    return [
        PostLine(post, post.holders, post.held, tuple(named.get(post.pk, ())[: post.held or 1]))
        for post in counted.order_by("rank", "title", "id")
    ]


def offices_named(posts: QuerySet[Post], day: date | None) -> dict[int, list[Held]]:
    """Return the offices to name of each post: those held in full first, of the others the latest."""
    offices = Office.objects.on(day) if day else Office.objects.all()
    latest = F("held_to").desc(nulls_first=True)
    leading = [F("manner").asc(), latest] if day else [latest, F("manner").asc()]
    order = [*leading, F("held_from").desc(), F("id").asc()]
    place = Window(RowNumber(), partition_by=[F("post")], order_by=order)
    numbered = offices.order_by().filter(post__in=posts.order_by().values("pk")).annotate(place=place)
    first = Office.objects.filter(pk__in=numbered.filter(place__lte=MOST_NAMED).values("pk"))
    named: dict[int, list[Held]] = {}
    for office in first.with_posts().select_related("person").order_by("post_id", *order):
        named.setdefault(office.post_id, []).append(Held(office, office.tenure))
    return named


def leading_posts(size: int) -> list[Post]:
    """Return the posts that days name, then those that most people held, with their number as `holders`: one query."""
    counted = Post.objects.annotate(holders=Count("offices__person", distinct=True)).filter(holders__gt=0)
    return list(counted.order_by("-principal", "-holders", "rank", "id")[:size])


def leading_organisations(size: int) -> list[Organisation]:
    """Return the organisations whose posts most people held, with their number as `holders`: one query."""
    counted = Organisation.objects.annotate(holders=Count("posts__offices__person", distinct=True))
    return list(counted.filter(holders__gt=0).order_by("-holders", "name")[:size])

"""The organisations, the parts after the whole, each with its posts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.models import Organisation
from articles.succession.boards import PostLine

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Seat:
    """A post by its id, with what tells its place among others: the id of its organisation, and its rank."""

    post: int
    organisation: int
    rank: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with its posts; `path` is what it is a part of, the broadest first."""

    organisation: Organisation
    path: tuple[Organisation, ...]
    posts: tuple[PostLine, ...]


@dataclass(frozen=True)
class Bodies:
    """All organisations by id, in order of name, and which is a part of which."""

    organisations: dict[int, Organisation]

    @classmethod
    def of_archive(cls) -> "Bodies":
        """Return the organisations as they stand now: one query."""
        return cls({organisation.pk: organisation for organisation in Organisation.objects.order_by("name")})

    @cached_property
    def below(self) -> dict[int | None, list[Organisation]]:
        """The organisations directly under each, in order of name; what is a part of nothing, under None."""
        below: dict[int | None, list[Organisation]] = defaultdict(list)
        for organisation in self.organisations.values():
            below[organisation.parent_id].append(organisation)
        return below

    def path(self, organisation: Organisation) -> list[Organisation]:
        """Return what it is a part of, the broadest first, at most twelve; a circle in the records ends the walk."""
        path = [organisation]
        while len(path) <= DEEPEST and (above := self.organisations.get(path[-1].parent_id or 0)):
            if above in path:
                break
            path.append(above)
        return path[:0:-1]

    def parts(self, organisation: Organisation) -> list[Organisation]:
        """Return its parts in order of name."""
        return [part for part in self.below.get(organisation.pk, ()) if part != organisation]

    def body(self, organisation: int, posts: tuple[PostLine, ...]) -> Body:
        """Return an organisation that has posts with them."""
        found = self.organisations.get(organisation) or posts[0].post.organisation
        return Body(found, tuple(self.path(found)), posts)

    def in_order(self, seats: Iterable[Seat]) -> Iterator[Seat]:
        """Yield posts by their organisations: what has the most senior ones first, each before its parts."""
        posts: dict[int, list[Seat]] = defaultdict(list)
        for seat in seats:
            posts[seat.organisation].append(seat)
        ranks = self.ranks(posts)
        seen: set[int] = set()
        waiting = by_rank(self.organisations.values(), ranks) + by_rank(self.below.get(None, ()), ranks)
        while waiting:
            organisation = waiting.pop()
            if organisation.pk in seen:
                continue
            seen.add(organisation.pk)
            waiting += by_rank(self.below.get(organisation.pk, ()), ranks)
            yield from posts.get(organisation.pk, ())

    def ranks(self, posts: dict[int, list[Seat]]) -> dict[int, int]:
        """Return the rank of the most senior post in each organisation or in any part of it."""
        ranks: dict[int, int] = {}
        for identity, seats in posts.items():
            organisation = self.organisations.get(identity)
            rank = min(seat.rank for seat in seats)
            for one in (organisation, *self.path(organisation)) if organisation else ():
                ranks[one.pk] = min(rank, ranks.get(one.pk, rank))
        return ranks


def by_rank(organisations: Iterable[Organisation], ranks: dict[int, int]) -> list[Organisation]:
    """Return those that have a rank as a stack: the most senior last, of equals what is first in name."""
    known = [organisation for organisation in organisations if organisation.pk in ranks]
    return sorted(known, key=lambda organisation: ranks[organisation.pk])[::-1]

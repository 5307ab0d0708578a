"""The posts of the archive or of one organisation, a page at a time, with who holds them or held them on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode

from articles.models import Organisation, Post
from articles.parameters import Reader, is_short_number
from articles.succession.asked import day_asked
from articles.succession.boards import PostLine, board
from articles.succession.bodies import Bodies, Body, Seat

PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class PostsAsked:
    """What a URL asks of posts: a day, and the post after which the list goes on."""

    on: date | None = None
    after: int | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, reader: Reader) -> "PostsAsked":
        """Return what the parameters ask; what was not understood is said in `problems`."""
        on, after = day_asked(reader), reader.last("after")
        place = int(after) if is_short_number(after) else None
        if after and place is None:
            reader.problems.append("The place in the list was not understood: this is its beginning.")
        return cls(on, place, tuple(reader.problems))

    def query(self, after: int) -> str:
        """Return this as parameters, from another post on."""
        asked = {"on": self.on.isoformat() if self.on else "", "after": str(after)}
        return urlencode([pair for pair in asked.items() if pair[1]])


@dataclass(frozen=True)
class Posts:
    """A page of posts by their organisations: four queries, however many posts there are. `within` is the only organisation."""

    asked: PostsAsked
    bodies: Bodies
    within: Organisation | None = None

    @cached_property
    def seats(self) -> list[Seat]:
        """All posts in order, no more of each than tells its place: one query."""
        posts = Post.objects.filter(organisation=self.within) if self.within else Post.objects.all()
        rows = posts.order_by("rank", "title", "id").values_list("id", "organisation_id", "rank")
        return list(self.bodies.in_order([Seat(*row) for row in rows]))

    @cached_property
    def first(self) -> int:
        """The place of the first post of this page; that of the list if the post asked for is gone."""
        places = (place for place, seat in enumerate(self.seats, 1) if seat.post == self.asked.after)
        return next(places, 0)

    @property
    def shown(self) -> Sequence[Seat]:
        """The posts of this page."""
        return self.seats[self.first : self.first + PAGE_SIZE]

    @cached_property
    def lines(self) -> dict[int, PostLine]:
        """The posts of this page with who holds them: two queries."""
        posts = Post.objects.filter(pk__in=[seat.post for seat in self.shown])
        return {line.post.pk: line for line in board(posts, self.asked.on)}

    @cached_property
    def told(self) -> list[Body]:
        """The organisations of this page with their posts. A post that was deleted meanwhile is left out."""
        known = [seat for seat in self.shown if seat.post in self.lines]
        return [
            self.bodies.body(identity, tuple(self.lines[seat.post] for seat in seats))
            for identity, seats in groupby(known, key=lambda seat: seat.organisation)
        ]

    @property
    def next_query(self) -> str:
        """The parameters of the next page; nothing if this is the last."""
        has_more = len(self.seats) > self.first + PAGE_SIZE
        return self.asked.query(self.shown[-1].post) if has_more else ""

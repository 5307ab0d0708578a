"""The page of a post: everyone who held it, one after the other or state by state."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Count, Q

from articles.daybook import coverage
from articles.models import Office, Person, Post
from articles.people.states import named
from articles.personpage.held import Held
from articles.search.ask import Snapshot
from articles.succession.asked import HoldersAsked, Place
from articles.succession.drawing import Drawing, drawn
from articles.succession.holders import Gap, Holder, is_shared, with_gaps
from articles.succession.written import articles_of

PAGE_SIZE = 200
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class State:
    """A state that a post is held for, with how often it was, and how often on the day asked for."""

    code: str
    tenures: int
    held: int

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.code)


@dataclass(frozen=True)
class Succession:
    """What the page of a post shows. A post held for states is shown state by state."""

    post: Post
    asked: HoldersAsked
    snapshot: Snapshot

    @cached_property
    def by_state(self) -> list[State]:
        """How often the post was held for each state, and for none: one query."""
        counted = self.post.offices.order_by("state").values_list("state")
        rows = counted.annotate(tenures=Count("id"), held=Count("id", filter=self.is_held))
        return [State(*row) for row in rows]

    @property
    def is_held(self) -> Q:
        """What holds of an office that was held on the day asked for or, without one, is held still."""
        still = Q(held_to=None)
        if self.asked.on is None:
            return still
        return Q(still | Q(held_to__gte=self.asked.on), held_from__lte=self.asked.on)

    @property
    def states(self) -> list[State]:
        """The states that the post is held for."""
        return [state for state in self.by_state if state.code]

    @property
    def total(self) -> int:
        """How often the post was held."""
        return sum(state.tenures for state in self.by_state)

    @property
    def held(self) -> int:
        """How many held it on the day asked for, in the state asked for."""
        return sum(state.held for state in self.by_state if self.asked.state in ("", state.code))

    @cached_property
    def rows(self) -> list[Office]:
        """The holders of this page in order, and one more if the list goes on: one query."""
        offices = self.post.offices.order_by("state", "held_from", "id").select_related("person")
        if self.asked.state:
            offices = offices.filter(state=self.asked.state)
        if self.asked.on and self.states:
            offices = offices.filter(self.is_held)
        if self.asked.after:
            offices = offices.filter(self.asked.after.beyond)
        return list(offices[: PAGE_SIZE + 1])

    @cached_property
    def then(self) -> list[Office]:
        """Who held it on the day asked for, if they are few enough to be named: one query."""
        if not self.asked.on or not self.held or self.held > MOST_NAMED:
            return []
        held = self.post.offices.on(self.asked.on).select_related("person")
        return list(held.filter(state=self.asked.state) if self.asked.state else held)

    @cached_property
    def told(self) -> list[tuple[Gap | None, Person | None]]:
        """The gap before each holder of this page, or who held the post beside; nothing of a post held for states."""
        tenures = [office.tenure for office in self.shown]
        return [(None, None)] * len(tenures) if self.states else with_gaps(self.shown, tenures)

    @property
    def is_shared(self) -> bool:
        """Whether several hold it at a time, so that it goes without saying."""
        return is_shared(self.told)

    @property
    def shown(self) -> list[Office]:
        """The holders of this page as the records have them."""
        return self.rows[:PAGE_SIZE]

    @cached_property
    def holders(self) -> list[Holder]:
        """The holders of this page as it tells them."""
        counts = articles_of(self.snapshot, self.shown)
        told = [(None, None)] * len(self.told) if self.is_shared else self.told
        return [
            Holder(
                Held(office, office.tenure),
                gap=gap,
                beside=beside,
                is_asked=self.is_asked(office),
                articles=counts.get(office.pk),
            )
            for office, (gap, beside) in zip(self.shown, told, strict=True)
        ]

    def is_asked(self, office: Office) -> bool:
        """Return whether a holder is to be marked as that of the day asked for, among holders of other days."""
        return self.asked.on is not None and not self.states and office.tenure.covers(self.asked.on)

    @property
    def groups(self) -> list[tuple[str, list[Holder]]]:
        """The holders of this page by the name of their state."""
        return [(state, list(some)) for state, some in groupby(self.holders, key=lambda holder: holder.state)]

    @property
    def next_query(self) -> str:
        """The parameters of the next page; nothing if this is the last."""
        return self.asked.query(after=Place.of(self.shown[-1])) if len(self.rows) > PAGE_SIZE else ""

    @property
    def is_whole(self) -> bool:
        """Whether the page shows all who held it, one after the other."""
        return not (self.states or self.asked.after or self.next_query)

    @cached_property
    def drawing(self) -> Drawing | None:
        """The holders as bands over time, if they are neither too few nor too many to be drawn."""
        return drawn(self.shown, coverage(self.snapshot).last) if self.is_whole else None

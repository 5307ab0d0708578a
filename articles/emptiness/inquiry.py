"""Finding out what emptied a list. What the words of the archive alone can tell is not asked of the index."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from articles.emptiness.asked import (
    TEXT,
    Part,
    called,
    conditions_alone,
    conditions_of,
    conditions_without,
    parts_asked,
)
from articles.facets import MANY
from articles.filters import Filters
from articles.listing import Listing
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.languages import is_stop_word
from articles.search.missing import is_hopeless
from articles.search.tree import Word

MOST_PARTS = 20
"""Of so many parts it is found out what there is without them."""


SECONDS = 0.5
"""However long a query takes, a reader does not wait longer than this for the reasons; then the rest stays unsaid."""


class Lookups:
    """Totals asked of the index, so many at most and for so long."""

    def __init__(self, snapshot: Snapshot, most: int) -> None:
        self.snapshot = snapshot
        self.left = most
        self.end = time.monotonic() + SECONDS
        self.known: dict[Conditions, int] = {}

    def total(self, conditions: Conditions) -> int | None:
        """Return the number of articles, None if no more may be asked."""
        if conditions not in self.known:
            if self.left == 0 or time.monotonic() > self.end:
                return None
            self.left -= 1
            self.known[conditions] = self.snapshot.total(conditions)
        return self.known[conditions]


@dataclass(frozen=True)
class Inquiry:
    """What can be said of a list without articles."""

    listing: Listing
    snapshot: Snapshot
    looks: Lookups

    @cached_property
    def parts(self) -> list[Part]:
        """What was asked, as far as it is gone through."""
        return parts_asked(self.listing)[:MOST_PARTS]

    @cached_property
    def hopeless(self) -> list[Part]:
        """The parts that find nothing in the whole archive, as far as that is known without a look."""
        return [part for part in self.parts if not part.excluded and self.is_hopeless(part)]

    def is_hopeless(self, part: Part) -> bool:
        """Return whether a part has no word, names nothing, or needs a word that no article has."""
        if part.node:
            return is_hopeless(part.node, self.snapshot.vocabulary)
        if not part.slugs:
            return part.kind == TEXT
        names, filters = self.listing.names, self.listing.filters
        group = Filters({part.kind: filters.having[part.kind]}, any_of=filters.any_of)
        return part.is_unknown and group.is_impossible(names)

    @cached_property
    def totals(self) -> dict[Part, int]:
        """How many articles there are without each part whose absence makes a difference."""
        tried = self.hopeless or self.parts
        if len(tried) > 1 and self.hopeless:  # whichever is left out, another finds nothing
            return {}
        totals = {part: self.looks.total(conditions_without(self.listing, [part])) for part in tried}
        return {part: total for part, total in totals.items() if total}

    def choices(self) -> Iterator[tuple[list[str], int, Listing]]:
        """Yield the values of facets any of which would do, with how many articles there are then, in which list."""
        for name in MANY:
            slugs = self.listing.filters.having.get(name, ())
            is_own = any(name == fixed for fixed, _ in self.listing.fixed)
            is_vain = any(part.kind != name for part in self.hopeless)
            if len(slugs) < 2 or self.listing.filters.is_any(name) or is_own or is_vain:
                continue
            listing = self.listing.joined(name, any_of=True)
            whole = conditions_of(self.listing, listing.filters, dated=True)
            if total := self.looks.total(replace(whole, tree=self.listing.understood.tree)):
                yield called(self.listing, name, slugs), total, listing

    @cached_property
    def nowhere(self) -> list[Part]:
        """The parts that find nothing in the whole archive."""
        if self.hopeless or len(self.totals) > 1:
            return self.hopeless
        suspects = [*self.totals] or [part for part in self.parts if not isinstance(part.node, Word)]
        return [part for part in suspects if not part.excluded and self.finds_nothing(part)]

    def finds_nothing(self, part: Part) -> bool:
        """Return whether a part alone finds nothing in the whole archive."""
        return self.looks.total(conditions_alone(self.listing, part)) == 0

    @cached_property
    def kept(self) -> list[Part]:
        """As much as can be kept together, the first parts first, of what is in the archive at all."""
        kept: list[Part] = []
        rest = [part for part in self.parts if part not in self.nowhere]
        while rest:
            reach = self.reach(kept, rest)
            kept += rest[:reach]
            rest = rest[reach + 1 :]
        return kept

    def reach(self, kept: list[Part], rest: list[Part]) -> int:
        """Return how many of the rest, from the first on, can be kept with those that are kept already."""
        low, high = 0, len(rest)
        while low < high:
            middle = (low + high + 1) // 2
            if self.looks.total(self.keeping(kept + rest[:middle])):
                low = middle
            else:
                high = middle - 1
        return low

    def keeping(self, kept: list[Part]) -> Conditions:
        """Return what the index is asked for the list with no other parts than these."""
        return conditions_without(self.listing, [part for part in self.parts if part not in kept])

    def is_idle(self, part: Part) -> bool:
        """Return whether a part is a word that a search can do without."""
        node, codes = part.node, self.snapshot.vocabulary.languages()
        return (
            isinstance(node, Word) and not node.exact and any(is_stop_word(node.text, code) for code in codes)
        )

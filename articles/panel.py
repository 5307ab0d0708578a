"""Which values of its facets a list shows beside itself, and in which order: few, with what was chosen always among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.authority import Name, named
from articles.facets import FACETS, Facet
from articles.listing import Listing
from articles.models import TopicTree
from articles.narrowing import FacetCounts, FacetValue
from articles.search.ask import MOST_BUCKETS

Counts = Mapping[int, int]
"""How many articles of a list each value has, by id, the commonest first."""
Names = Mapping[tuple[str, int], Name]
MOST_COUNTED = 500
"""How many people, bylines or topics are counted with every list; all values of the other facets are."""
TREE_WIDTH = 4
"""Of so many times the topics shown the names are asked for, to find the broader ones among them."""


def sizes(listing: Listing) -> dict[str, int]:
    """Return how many values of each field are counted. Those chosen of which any is enough may be anywhere."""
    return {
        facet.field: MOST_BUCKETS if listing.filters.is_any(facet.name) else MOST_COUNTED for facet in FACETS
    }


def panels(lists: Sequence[tuple[Listing, int, Mapping[str, Counts]]]) -> list[list[FacetCounts]]:
    """Return, for each list with its total and counts, every facet with the values shown: one query for all names."""
    wanted: dict[str, set[int]] = {
        facet.name: {one for _, _, counts in lists for one in candidates(facet, counts[facet.field])}
        for facet in FACETS
    }
    names = named(wanted)
    return [
        [Selection(facet, listing, total, counts[facet.field], names).told() for facet in FACETS]
        for listing, total, counts in lists
    ]


def candidates(facet: Facet, counts: Counts) -> list[int]:
    """Return the values that may be shown, the first to be shown first; one more, for a record just deleted."""
    match facet.order:
        case "latest":
            return sorted(counts, reverse=True)[: facet.shown]
        case "calendar":
            return sorted(counts) if len({month // 12 for month in counts}) == 1 else []
        case "tree":
            return list(counts)[: facet.shown * TREE_WIDTH]
        case "common":
            return list(counts)[: facet.shown + 1]


@dataclass(frozen=True)
class Selection:
    """The values of one facet that are shown of one list, out of all that were counted."""

    facet: Facet
    listing: Listing
    total: int
    counts: Counts
    names: Names

    def told(self) -> FacetCounts:
        """Return the facet with the values that are shown; none if all articles have the same and can have no other."""
        is_whole = self.listing.filters.is_any(self.facet.name) or len(self.counts) < MOST_COUNTED
        number = len(self.counts) if is_whole else None
        values = self.values()
        if list(self.counts.values()) == [self.total] and self.is_untouched and not self.facet.many:
            return FacetCounts(self.facet, (), self.listing, 0)
        return FacetCounts(self.facet, values, self.listing, number)

    @property
    def is_untouched(self) -> bool:
        """Whether the list is not narrowed by this facet."""
        filters = self.listing.filters
        return self.facet.name not in filters.having and self.facet.name not in filters.lacking

    def values(self) -> tuple[FacetValue, ...]:
        """Return the values in the order in which they are shown, those the list goes without last."""
        kept = self.arranged(self.commonest + self.added("having"))
        kept += [(name, 0) for name in self.added("lacking")]
        most = max((self.counts.get(name.id, 0) for name, _ in kept), default=0) or 1
        found = ((name, self.counts.get(name.id, 0), depth) for name, depth in kept)
        return tuple(
            FacetValue(name, count, round(100 * count / most), self.listing, depth)
            for name, count, depth in found
        )

    @cached_property
    def commonest(self) -> list[Name]:
        """Return the names of the values to be shown, without what the page itself stands for."""
        ids, tree, own = candidates(self.facet, self.counts), self.tree, self.own
        if self.facet.order == "tree":
            ids.sort(key=lambda topic: (-self.counts[topic], len(tree.broader(topic))))
        found = (self.names.get((self.facet.name, identity)) for identity in ids)
        return [name for name in found if name and name.id not in own][: self.facet.shown]

    def added(self, side: str) -> list[Name]:
        """Return the names of the values chosen or excluded that would not be shown for their counts."""
        slugs = getattr(self.listing.filters, side).get(self.facet.name, ())
        found = (self.listing.names.get((self.facet.name, slug)) for slug in slugs)
        shown = {name.id for name in self.commonest} | self.own
        return [name for name in found if name and name.id not in shown]

    @cached_property
    def own(self) -> set[int]:
        """What the page's own address stands for, and whatever that stands under."""
        slugs = [slug for name, slug in self.listing.fixed if name == self.facet.name]
        found = (self.listing.names.get((self.facet.name, slug)) for slug in slugs)
        return {step for name in found if name for step in self.tree.broader(name.id)}

    @cached_property
    def tree(self) -> TopicTree:
        """Which value stands under which, as far as they may be shown."""
        return TopicTree(
            {name.id: name.parent for name in self.names.values() if name.kind == self.facet.name}
        )

    def arranged(self, names: list[Name]) -> list[tuple[Name, int]]:
        """Return the names in order, each with the number of those above it."""
        if self.facet.order in ("latest", "calendar"):
            latest_first = self.facet.order == "latest"
            return [(name, 0) for name in sorted(names, key=lambda name: name.id, reverse=latest_first)]
        if self.facet.order == "common":
            return [(name, 0) for name in names]
        tree, shown = self.tree, {name.id for name in names}
        paths = {
            name: [step for step in reversed(tree.broader(name.id)) if step in shown] or [name.id]
            for name in names
        }
        order = sorted(names, key=lambda name: [(-self.counts.get(step, 0), step) for step in paths[name]])
        return [(name, len(paths[name]) - 1) for name in order]

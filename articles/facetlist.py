"""All values of one facet of a list, by count or by name, searched and in pages."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from anyascii import anyascii
from django.urls import reverse

from articles.authority import filed, named
from articles.facets import Facet
from articles.listing import Listing, with_query
from articles.narrowing import FacetValue
from articles.parameters import Parameters, Reader
from articles.search.ask import MOST_BUCKETS, Snapshot, Tally
from articles.search.conditions import Conditions

PAGE_SIZE = 200
LONGEST_FIND = 200
ORDERS = ("count", "name")


@dataclass(frozen=True)
class FacetAsked:
    """What a URL asks of a facet: of which list, which names, in which order, from where on."""

    facet: Facet
    listing: Listing
    find: str = ""
    order: str = "count"
    page: int = 1
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, facet: Facet, parameters: Parameters) -> "FacetAsked":
        """Return what the parameters ask; what is not understood is said in `problems`."""
        reader = Reader(parameters)
        find = " ".join(reader.last("find")[:LONGEST_FIND].split())
        order = reader.choice("order", ORDERS, default_order(facet))
        page = reader.page(MOST_BUCKETS // PAGE_SIZE)
        listing = replace(Listing.read(parameters), cursor=None)
        return cls(facet, listing, find, order, page, tuple(reader.problems))

    @property
    def url(self) -> str:
        """Return the address of what is asked."""
        pairs = self.listing.parameters() + ([("find", self.find)] if self.find else [])
        if self.is_reordered:
            pairs.append(("order", self.order))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return with_query(reverse("facet", args=[self.facet.name]), pairs)

    @property
    def is_reordered(self) -> bool:
        """Whether the order is not the one that goes without saying."""
        return self.order != default_order(self.facet)

    @property
    def orders(self) -> list[tuple[str, str]]:
        """The orders there are, each with the address of the same values in it."""
        return [(order, replace(self, order=order, page=1).url) for order in ORDERS]

    def at(self, page: int) -> "FacetAsked":
        """Return another page of the same."""
        return replace(self, page=page)


def default_order(facet: Facet) -> str:
    """Return the order that goes without saying: of years and months that of time."""
    return "name" if facet.order in ("latest", "calendar") else "count"


@dataclass(frozen=True)
class FacetList:
    """One page of all values of a facet."""

    asked: FacetAsked
    snapshot: Snapshot

    @property
    def total(self) -> int:
        """The number of articles in the list."""
        return self.tally[0]

    @property
    def number(self) -> int:
        """The number of values they have."""
        return len(self.counts)

    @property
    def counts(self) -> dict[int, int]:
        """How many articles each value has, by id, the commonest first."""
        return self.tally[1][self.asked.facet.field]

    @property
    def tally(self) -> Tally:
        """The articles and their values, counted."""
        return counted(self.snapshot, self.asked.listing.conditions, self.asked.facet.field)

    @cached_property
    def ids(self) -> list[int]:
        """All values that are asked for, in order. Names are read only where the order or the search needs them."""
        facet, find = self.asked.facet, folded(self.asked.find)
        by_count, in_time = self.asked.order == "count", facet.order in ("latest", "calendar")
        wanted = list(self.counts)
        if find or not (by_count or in_time):
            names = filed(facet.name, wanted)
            wanted = [one for one in wanted if one in names and find in folded(names[one][0])]
            wanted.sort(key=(lambda one: 0) if by_count else (lambda one: folded(names[one][1])))
        return wanted if by_count or not in_time else sorted(wanted, reverse=True)

    @property
    def pages(self) -> int:
        """The number of pages, one at least."""
        return max(1, -(-len(self.ids) // PAGE_SIZE))

    @property
    def page(self) -> int:
        """The number of this page, the last if the list has shrunk."""
        return min(self.asked.page, self.pages)

    @property
    def previous_url(self) -> str:
        """The address of the page before; nothing if this is the first."""
        return self.asked.at(self.page - 1).url if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        """The address of the page after; nothing if this is the last."""
        return self.asked.at(self.page + 1).url if self.page < self.pages else ""

    @cached_property
    def values(self) -> list[FacetValue]:
        """The values of this page: one query for their names."""
        end = self.page * PAGE_SIZE
        ids, kind = self.ids[end - PAGE_SIZE : end], self.asked.facet.name
        names = named({kind: ids})
        most = max(self.counts.values(), default=1)
        return [
            FacetValue(
                names[kind, one], self.counts[one], round(100 * self.counts[one] / most), self.asked.listing
            )
            for one in ids
            if (kind, one) in names
        ]

    @property
    def excluded(self) -> list[FacetValue]:
        """The values that the list goes without, and that can be allowed again."""
        kind, listing = self.asked.facet.name, self.asked.listing
        found = (listing.names.get((kind, slug)) for slug in listing.filters.lacking.get(kind, ()))
        return [FacetValue(name, 0, 0, listing) for name in found if name]


@lru_cache(maxsize=4)
def counted(snapshot: Snapshot, conditions: Conditions, field: str) -> Tally:
    """Return the number of articles and how many of them each value has: kept for the next pages of the same."""
    return snapshot.counted(conditions, {field: MOST_BUCKETS})


def folded(name: str) -> str:
    """Return a name without accents and case, as it is looked for."""
    return (name if name.isascii() else anyascii(name)).casefold()

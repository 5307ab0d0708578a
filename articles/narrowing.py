"""How a list can be narrowed and widened again: the values of its facets, and the filters that are set."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles.authority import Name
from articles.facets import BY_NAME, FACETS, Facet
from articles.listing import Listing

State = Literal["open", "chosen", "excluded"]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many articles of the list have it, and where a click leads."""

    name: Name
    count: int
    share: int
    """In per cent of the commonest value."""
    listing: Listing
    depth: int = 0
    """Under how many others it stands."""

    @property
    def state(self) -> State:
        """Whether the list is narrowed to the value, goes without it, or says nothing of it."""
        kind, slug = self.name.kind, self.name.slug
        if slug in self.listing.filters.having.get(kind, ()):
            return "chosen"
        return "excluded" if slug in self.listing.filters.lacking.get(kind, ()) else "open"

    @property
    def narrower(self) -> Listing:
        """The list narrowed to the value; if something is said of it already, the list without that."""
        turn = self.listing.including if self.state == "open" else self.listing.without
        return turn(self.name.kind, self.name.slug)

    @property
    def opposite(self) -> Listing:
        """The list without the articles that have the value."""
        return self.listing.excluding(self.name.kind, self.name.slug)


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """A facet with those of its values that are shown of a list."""

    facet: Facet
    values: tuple[FacetValue, ...]
    listing: Listing
    number: int | None = None
    """How many values the articles of the list have; None if they are more than were counted."""

    @property
    def is_touched(self) -> bool:
        """Whether the list is narrowed by one of the values that are shown."""
        return any(value.state != "open" for value in self.values)

    @property
    def has_more(self) -> bool:
        """Whether the list has values that are not shown."""
        return self.number is None or self.number > sum(value.count > 0 for value in self.values)

    @property
    def has_choice(self) -> bool:
        """Whether it makes a difference if all of the chosen values are needed or any is enough."""
        is_pages_own = any(name == self.facet.name for name, _ in self.listing.fixed)
        chosen = self.listing.filters.having.get(self.facet.name, ())
        return self.facet.many and not is_pages_own and len(chosen) > 1

    @property
    def is_any(self) -> bool:
        """Whether any of the chosen values is enough."""
        return self.listing.filters.is_any(self.facet.name)

    @property
    def turned(self) -> Listing:
        """The list of the articles that have any of the chosen values if all are needed now, and the other way about."""
        return self.listing.joined(self.facet.name, any_of=not self.is_any)

    @property
    def all_url(self) -> str:
        """The address of the page with all values."""
        return self.listing.facet_url(self.facet.name)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is set: what it says, and the list without it."""

    label: str
    text: str
    without: Listing
    excluded: bool = False
    alternative: bool = False
    """Whether another filter before it is enough."""

    @property
    def lead(self) -> str:
        """What stands before the text: `person`, `without topic`, `quoting`."""
        facet = BY_NAME.get(self.label)
        return facet.lead(excluded=self.excluded) if facet else self.label


def filters_set(listing: Listing) -> list[Chosen]:
    """Return every filter that a reader set, the text first: none that the page's own address stands for."""
    found = [Chosen("text", listing.q, listing.asking(""))] if listing.q else []
    found += values_set(listing)
    if listing.first and not listing.is_dated_by_page:
        found.append(Chosen("from", listing.first, listing.dated("", listing.last)))
    if listing.last and not listing.is_dated_by_page:
        found.append(Chosen("to", listing.last, listing.dated(listing.first, "")))
    return found


def values_set(listing: Listing) -> Iterator[Chosen]:
    """Yield the values that the list is narrowed to, then those it goes without."""
    for excluded, side in ((False, listing.filters.having), (True, listing.filters.lacking)):
        for facet in FACETS:
            for place, slug in enumerate(side.get(facet.name, ())):
                if not excluded and (facet.name, slug) in listing.fixed:
                    continue
                known = listing.names.get((facet.name, slug))
                yield Chosen(
                    label=facet.name,
                    text=known.name if known else slug,
                    without=listing.without(facet.name, slug),
                    excluded=excluded,
                    alternative=place > 0 and not excluded and listing.filters.is_any(facet.name),
                )

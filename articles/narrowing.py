"""How a list can be narrowed and widened again: the values of its facets, and the filters that are set."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.authority import Name
from articles.facets import FACETS, Facet
from articles.listing import Listing


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many articles of the list have it, and where a click leads."""

    name: Name
    count: int
    share: int
    """In per cent of the commonest value."""
    chosen: bool
    narrower: Listing
    opposite: Listing


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """A facet with its commonest values."""

    facet: Facet
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is set: what it says, and the list without it."""

    label: str
    text: str
    excluded: bool
    without: Listing


def values_of(
    facet: Facet, counted: dict[int, int], names: dict[tuple[str, int], Name], listing: Listing
) -> Iterator[FacetValue]:
    """Yield the values of one facet, the commonest first; those without a name were deleted a moment ago."""
    counts = {identity: count for identity, count in counted.items() if (facet.name, identity) in names}
    most = max(counts.values(), default=1)
    for identity, count in list(counts.items())[: facet.shown]:
        name = names[facet.name, identity]
        chosen = name.slug in listing.having.get(facet.name, ())
        narrower = (
            listing.without(facet.name, name.slug) if chosen else listing.including(facet.name, name.slug)
        )
        opposite = listing.excluding(facet.name, name.slug)
        yield FacetValue(name, count, round(100 * count / most), chosen, narrower, opposite)


def filters_set(listing: Listing) -> list[Chosen]:
    """Return every filter that is set, the text first."""
    found = [Chosen("Text", listing.q, False, listing.asking(""))] if listing.q else []
    for excluded, side in ((False, listing.having), (True, listing.lacking)):
        for facet in FACETS:
            for slug in side.get(facet.name, ()):
                known = listing.names.get((facet.name, slug))
                found.append(
                    Chosen(
                        facet.label,
                        known.name if known else slug,
                        excluded,
                        listing.without(facet.name, slug),
                    )
                )
    if listing.first:
        found.append(Chosen("From", listing.first, False, listing.dated("", listing.last)))
    if listing.last:
        found.append(Chosen("To", listing.last, False, listing.dated(listing.first, "")))
    return found

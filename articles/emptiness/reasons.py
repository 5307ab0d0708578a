"""Why a list has no article: which word, field or filter emptied it, what there is without each, what was perhaps meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.emptiness.asked import list_without
from articles.emptiness.inquiry import Inquiry, Lookups
from articles.emptiness.loosening import looser_lists
from articles.emptiness.meant import MOST_LOOKUPS as MOST_FOR_SPELLINGS
from articles.emptiness.meant import Correction, corrections
from articles.emptiness.remarks import change, listed, loosened, nowhere, sentence
from articles.listing import Listing
from articles.search.ask import Snapshot

MOST_LOOKUPS = 24
"""So many totals of lists with less are asked of the index."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: what is changed, how many articles there are then, and the list of those."""

    said: str
    total: int
    listing: Listing


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What is told of a list without articles."""

    parts: int = 0
    """How much was asked."""
    missing: tuple[str, ...] = ()
    """What no article of the archive has, in sentences."""
    corrections: tuple[Correction, ...] = ()
    ways: tuple[Way, ...] = ()
    """Each with one change, the most articles first."""
    together: Way | None = None
    """Where no single change helps, the least that has to go."""
    useless: str = ""
    """The changes that leave the list empty, in words."""


def reasons(listing: Listing, snapshot: Snapshot) -> Emptiness:
    """Return why a list has no article."""
    inquiry = Inquiry(listing, snapshot, Lookups(snapshot, MOST_LOOKUPS))
    ways = tuple(sorted(single_ways(inquiry), key=lambda way: -way.total))
    together = None if ways else joint_way(inquiry)
    told = {*inquiry.totals, *inquiry.nowhere, *(inquiry.parts if together else ())}
    useless = [part for part in inquiry.parts if part not in told and not inquiry.is_idle(part)]
    return Emptiness(
        parts=len(inquiry.parts),
        missing=tuple(filter(None, dict.fromkeys(nowhere(part) for part in inquiry.nowhere))),
        corrections=corrections(listing, inquiry.nowhere, Lookups(snapshot, MOST_FOR_SPELLINGS)),
        ways=ways,
        together=together,
        useless=change(useless, "or") if useless else "",
    )


def single_ways(inquiry: Inquiry) -> Iterator[Way]:
    """Yield what there is with one change."""
    for part, total in inquiry.totals.items():
        if listing := list_without(inquiry.listing, [part]):
            yield Way(sentence(change([part], "and")), total, listing)
    for values, total, listing in inquiry.choices():
        yield Way(f"With any one of {listed(values, 'or')}", total, listing)
    for part, total, listing in looser_lists(inquiry):
        yield Way(loosened(part), total, listing)


def joint_way(inquiry: Inquiry) -> Way | None:
    """Return what there is without as little as must go together, None if nothing can be kept."""
    dropped = [part for part in inquiry.parts if part not in inquiry.kept]
    total = inquiry.looks.total(inquiry.keeping(inquiry.kept)) if inquiry.kept else 0
    listing = list_without(inquiry.listing, dropped) if total else None
    return Way(sentence(change(dropped, "and")), total, listing) if total and listing else None

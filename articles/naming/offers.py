"""What a list of articles offers to a reader who typed nothing but a name: the articles that bear it as person or topic."""

from dataclasses import dataclass, replace

from articles.authority import Name
from articles.found import Found
from articles.listing import Listing


@dataclass(frozen=True, slots=True)
class Offer:
    """A person or topic that the text may have meant, and the same list with the filter in place of the text."""

    name: Name
    listing: Listing
    total: int


def offers(found: Found) -> list[Offer]:
    """Return what the text of a list may have meant, where it finds something and the list is not narrowed to it yet."""
    asked, made = found.listing, []
    for name in asked.understood.offers:
        if (name.kind, name.slug) in asked.filters.values():
            continue
        known = (*asked.names.values(), name)
        listing = replace(asked.asking("").including(name.kind, name.slug), known=known)
        if total := found.snapshot.total(listing.conditions):
            made.append(Offer(name, listing, total))
    return made

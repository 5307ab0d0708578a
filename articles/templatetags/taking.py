"""What templates need to offer lists as files and feeds."""

from django import template

from articles.exporting.offers import Offer, feeds_of, offers_of
from articles.found import Found
from articles.listing import Listing

register = template.Library()


@register.filter
def files(listing: Listing) -> dict[str, list[Offer]]:
    """Return as what a list can be taken away, by headings."""
    return offers_of(listing)


@register.simple_tag
def page_feeds(found: Found | str) -> list[Offer]:
    """Return the feeds of the list on a page; of the whole archive where there is no list."""
    return feeds_of(found.listing if isinstance(found, Found) else Listing())

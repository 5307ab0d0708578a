"""What readers are offered of a list or an article: files, feeds and citations, each at its address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings

from articles.exporting.addresses import path_of_article, path_of_list
from articles.exporting.question import question
from articles.exports import EXPORTS, Exporter
from articles.listing import Listing
from articles.models import Article

FILES, CITATIONS, FEEDS = "As a file", "To cite", "As a feed"
IN_WORDS = "text/plain"
CITING = (
    IN_WORDS, "application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json",
)  # fmt: skip
"""The media types that reference programs take, and citations as they are printed."""
POLLED = 100
"""How many articles a feed has that pages point programs to: these come again and again."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of file: what readers call it, and where it is."""

    label: str
    url: str
    media_type: str = ""
    title: str = ""


def media_type_of(exporter: Exporter) -> str:
    """Return the media type of an exporter's files, without the encoding."""
    return exporter.MEDIA_TYPE.partition(";")[0].strip()


def group_of(exporter: Exporter) -> str:
    """Return under which heading readers find a kind of file."""
    if exporter.IS_FEED:
        return FEEDS
    return CITATIONS if media_type_of(exporter) in CITING else FILES


def grouped(offers: Iterable[tuple[Exporter, Offer]]) -> dict[str, list[Offer]]:
    """Return the offers by their headings; a heading with nothing under it is left out."""
    groups: dict[str, list[Offer]] = {FILES: [], CITATIONS: [], FEEDS: []}
    for exporter, offer in offers:
        groups[group_of(exporter)].append(offer)
    return {heading: found for heading, found in groups.items() if found}


def offers_of(listing: Listing) -> dict[str, list[Offer]]:
    """Return as what a list can be taken away, by headings; nothing if not all of its address is understood.

    Files are in the order of the list, feeds begin with the newest: who follows one waits for that.
    """
    if is_in_doubt(listing):
        return {}
    newest = by_date(listing)
    return grouped(
        (one, Offer(one.LABEL, path_of_list(newest if one.IS_FEED else listing, one))) for one in EXPORTS
    )


def feeds_of(listing: Listing) -> list[Offer]:
    """Return the feeds of a list that programs find by themselves: what stands first in it."""
    if is_in_doubt(listing):
        return []
    listing = by_date(listing)
    title = f"{settings.ARCHIVE_NAME}: {question(listing) or 'all articles'}"
    return [
        Offer(one.LABEL, path_of_list(listing, one, POLLED), media_type_of(one), f"{title} ({one.LABEL})")
        for one in EXPORTS
        if one.IS_FEED
    ]


def by_date(listing: Listing) -> Listing:
    """Return a list with the newest first; its names are known and not looked up again."""
    return replace(listing.sorted_by("newest"), known=tuple(listing.names.values()))


def references_of(article: Article) -> list[Offer]:
    """Return the files by which reference programs take an article."""
    return [
        Offer(one.LABEL, path_of_article(article, one))
        for one in EXPORTS
        if group_of(one) == CITATIONS and media_type_of(one) != IN_WORDS
    ]


def is_in_doubt(listing: Listing) -> bool:
    """Return whether the address of a list as a file would be refused."""
    return bool(listing.problems or listing.unknown)

"""Lists on their way out of the archive: every article of a list in its order, to the last, as an exporter writes them.

A file is made from one snapshot of the index, by the conditions that stand behind the list's page: its number of
articles is the page's total, and what is added meanwhile moves nothing. What readers may see is decided by the database
when an article's turn comes: one withdrawn a moment ago is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from django.conf import settings

from articles import indexing
from articles.exporting.addresses import (
    NoSuchList,
    Place,
    listing_on,
    path_of_article,
    path_of_list,
    place_of,
)
from articles.exporting.asked import Asked
from articles.exporting.files import blocks, write_whole
from articles.exporting.question import question
from articles.exporting.telling import outgoing
from articles.exporting.walk import walked
from articles.exports import Exporter
from articles.listing import Listing
from articles.models import Article
from articles.outgoing import Heading, Outgoing
from articles.search.ask import Snapshot
from articles.standing import standings_for

__all__ = [
    "Asked",
    "NoSuchList",
    "Place",
    "blocks",
    "exported",
    "exported_article",
    "listing_on",
    "outgoing",
    "path_of_article",
    "path_of_list",
    "place_of",
    "question",
    "write_whole",
]

Passing = Callable[[Iterable[Outgoing]], Iterable[Outgoing]]
"""What the articles are led through on their way into a file, such as a progress bar."""


def exported(
    listing: Listing,
    exporter: Exporter,
    *,
    base_url: str,
    limit: int | None = None,
    full: bool = True,
    snapshot: Snapshot | None = None,
    passing: Passing = iter,
) -> tuple[Heading, Iterator[str]]:
    """Return what a list says of itself as a file, and the pieces of the file, made as they are taken.

    It holds the first `limit` articles of the list, else all. Addresses begin with `base_url`.
    """
    looked_at = snapshot or indexing.snapshot()
    total = looked_at.total(listing.conditions)
    number = total if limit is None else min(total, limit)
    heading = heading_of(
        question(listing, number if number < total else None),
        urljoin(base_url, replace(listing, cursor=None).page_url),
        urljoin(base_url, path_of_list(listing, exporter, limit, full=full)),
        number,
    )
    articles = (outgoing(article, base_url, then) for article, then in walked(listing, looked_at, number))
    return heading, exporter.write(heading, passing(articles), full=full)


def exported_article(
    article: Article,
    exporter: Exporter,
    *,
    base_url: str,
    full: bool = True,
    snapshot: Snapshot | None = None,
) -> tuple[Heading, Iterator[str]]:
    """Return what `exported` does for a list of one article."""
    standings = standings_for([article], snapshot or indexing.snapshot())
    one, file_url = outgoing(article, base_url, standings), path_of_article(article, exporter, full=full)
    heading = heading_of(f"“{article.headline}”", one.permalink, urljoin(base_url, file_url), 1)
    return heading, exporter.write(heading, [one], full=full)


def heading_of(asked: str, url: str, file_url: str, total: int) -> Heading:
    """Return the heading of a file that is made now."""
    return Heading(
        archive=settings.ARCHIVE_NAME,
        question=asked,
        url=url,
        file_url=file_url,
        total=total,
        made_at=datetime.now(UTC),
    )

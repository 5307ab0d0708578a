"""From the first article of a list to its last, a few at a time."""

from collections.abc import Iterator
from itertools import chain, islice

from articles.found import hydrated
from articles.listing import Listing
from articles.models import Article
from articles.search.ask import Snapshot
from articles.search.schema import id_of
from articles.standing import Standings, standings_for

KEYS_AT_ONCE = 500
RANKS_AT_ONCE = 10_000
"""By relevance a look weighs the whole list, wherever it begins: so few looks take many."""
ARTICLES_AT_ONCE = 100
"""How many articles are held at once, with their texts."""


def walked(listing: Listing, snapshot: Snapshot, most: int) -> Iterator[tuple[Article, Standings]]:
    """Yield the first `most` published articles of a list in its order, with what those in them were.

    Four queries for every hundred.
    """
    by = ranked if listing.sort == "relevance" else dated
    keys = chain.from_iterable(by(listing, snapshot, most))
    ids = map(id_of, islice(keys, most))
    while batch := list(islice(ids, ARTICLES_AT_ONCE)):
        articles = hydrated(batch)
        standings = standings_for(articles, snapshot)
        yield from ((article, standings) for article in articles)


def dated(listing: Listing, snapshot: Snapshot, most: int) -> Iterator[list[int]]:
    """Yield the sort keys of a list in order of date, some at a time."""
    size, newest, beyond = min(KEYS_AT_ONCE, most), listing.sort == "newest", None
    while size and (keys := snapshot.keys(listing.conditions, size=size, newest=newest, beyond=beyond)):
        yield keys
        beyond = keys[-1]


def ranked(listing: Listing, snapshot: Snapshot, most: int) -> Iterator[list[int]]:
    """Yield the sort keys of a list in order of relevance, some at a time."""
    for skip in range(0, most, RANKS_AT_ONCE):
        yield snapshot.best(listing.conditions, size=min(RANKS_AT_ONCE, most - skip), skip=skip)

"""What someone was in the news for, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from articles.authority import Name
from articles.listing import Listing
from articles.models import TopicTree
from articles.personpage.company import Together, telling
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions

MOST_YEARS = 60
MOST_TOPICS = 3
WEIGHED = 12
"""So many topics of a year are looked at, to find three that tell something."""

Crossed = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Year:
    """A year, how many articles it has, and its three commonest topics."""

    name: str
    count: int
    listing: Listing
    topics: tuple[Together, ...]


@lru_cache(maxsize=100)
def topics_by_year(snapshot: Snapshot, conditions: Conditions) -> Crossed:
    """Return how many articles the commonest topics have in each year: one look, kept while the index stays the same."""
    return snapshot.crossed(conditions, ("year", MOST_YEARS), ("topic", WEIGHED))


def years_of(
    listing: Listing, crossed: Crossed, counts: Mapping[int, int], names: Mapping[tuple[str, int], Name]
) -> list[Year]:
    """Return the years of a list with their topics, the latest first; `counts` are the articles of each year."""
    tree = TopicTree({name.id: name.parent for name in names.values() if name.kind == "topic"})
    return [
        Year(f"{year:04}", counts.get(year, 0), of_year, topics)
        for year in sorted(crossed, reverse=True)
        if (of_year := listing.dated(f"{year:04}", f"{year:04}"))
        and (topics := tuple(topics_of(of_year, crossed[year], names, tree)))
    ]


def topics_of(
    listing: Listing, counts: Mapping[int, int], names: Mapping[tuple[str, int], Name], tree: TopicTree
) -> list[Together]:
    """Return the three topics that say most of a year."""
    known = telling((topic for topic in counts if ("topic", topic) in names), counts, tree)
    return [Together(names["topic", topic], counts[topic], 0, listing) for topic in known[:MOST_TOPICS]]

"""What comes up together: people and topics in the same articles, with how many there are and where they are listed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from articles.authority import Name
from articles.found import Found
from articles.listing import Listing
from articles.models import TopicTree

MOST_TOGETHER = 12
SPARE = 3
"""Of so many more the names are asked for, for records just deleted."""
LARGE_PART = 2
"""A broader topic goes without saying if a narrower one has at least one in so many of its articles."""


@dataclass(frozen=True, slots=True)
class Together:
    """A person or topic in articles of a list: how many, in per cent of the commonest, and the list of these."""

    name: Name
    count: int
    share: int
    listing: Listing

    @property
    def url(self) -> str:
        """The address of the search for both."""
        return self.narrowed.search_url

    @property
    def narrowed(self) -> Listing:
        """The list of the articles with both, on its page."""
        return self.listing.including(self.name.kind, self.name.slug)


def shows_whole(found: Found) -> bool:
    """Return whether a page shows the beginning of its whole list: who narrows it asks for articles."""
    return not found.listing.cursor and not found.chosen


def commonest(counts: Mapping[int, int], without: Collection[int] = ()) -> list[int]:
    """Return the ids whose names are needed to tell who or what comes up most often beside those it goes `without`."""
    return [one for one in counts if one not in without][: MOST_TOGETHER + SPARE]


def together(listing: Listing, names: Iterable[Name], counts: Mapping[int, int]) -> list[Together]:
    """Return these people or topics with their counts, up to twelve, in the order in which they are given."""
    kept = list(names)[:MOST_TOGETHER]
    most = max((counts[name.id] for name in kept), default=1)
    return [Together(name, counts[name.id], round(100 * counts[name.id] / most), listing) for name in kept]


def telling(topics: Iterable[int], counts: Mapping[int, int], tree: TopicTree) -> list[int]:
    """Return the topics without those of whose articles a narrower one of them has at least half."""
    kept = list(topics)
    implied = {
        step
        for topic in kept
        for step in tree.broader(topic)[1:]
        if step in counts and counts[topic] * LARGE_PART >= counts[step]
    }
    return [topic for topic in kept if topic not in implied]

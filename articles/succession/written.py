"""How much was written about those who held a post while they held it."""

from collections.abc import Iterable

from articles.daybook import MOST_COUNTED, archive_counts, coverage
from articles.models import Office
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions

MOST_LOOKS = 40


def articles_of(snapshot: Snapshot, offices: Iterable[Office]) -> dict[int, int]:
    """Return how many articles name each holder in the time of the office, by the id of the office.

    Who is in no article, or held it beyond the archive's days, needs no look at the index; of the others forty are looked up.
    """
    counts: dict[int, int] = {}
    looks = 0
    for office in offices:
        if not may_have_articles(snapshot, office):
            counts[office.pk] = 0
        elif looks < MOST_LOOKS:
            looks += 1
            counts[office.pk] = articles_in(snapshot, office)
    return counts


def may_have_articles(snapshot: Snapshot, office: Office) -> bool:
    """Return whether the archive names the holder at all, and has days on which the office was held."""
    people, archive = archive_counts(snapshot, "person"), coverage(snapshot)
    if archive.first is None or not office.tenure.touches(archive.first, archive.last):
        return False
    return office.person_id in people or len(people) >= MOST_COUNTED


def articles_in(snapshot: Snapshot, office: Office) -> int:
    """Return how many articles name the holder in the time of the office."""
    me = (("person", frozenset({office.person_id})),)
    asked = Conditions(having=me, first_day=office.held_from, last_day=office.held_to)
    return snapshot.counted(asked, {})[0]

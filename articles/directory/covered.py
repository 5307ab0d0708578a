"""Who and what is covered most, and what people were at the height."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.authority import Name, named
from articles.daybook import archive_counts, coverage
from articles.directory.timed import Timed
from articles.offices import tenures_of
from articles.people.tenures import highest, in_words
from articles.search.ask import Snapshot

MOST_COVERED = 18
MOST_OF_A_TIME = 60


@dataclass(frozen=True, slots=True)
class Covered:
    """A person or topic with the number of articles, and this in per cent of the highest."""

    name: Name
    count: int
    share: int


def most_covered(snapshot: Snapshot, asked: Timed, kind: str = "person") -> list[Covered]:
    """Return who or which topic was covered most in the time asked for, or in the whole archive: one query."""
    if asked.is_dated:
        counts, size = snapshot.counts(asked.time, {kind: MOST_OF_A_TIME})[kind], MOST_OF_A_TIME
    else:
        counts, size = archive_counts(snapshot, kind), MOST_COVERED
    top = list(counts.items())[:size]
    names = named({kind: [identity for identity, _ in top]})
    known = [(names[kind, identity], count) for identity, count in top if (kind, identity) in names]
    return [Covered(name, count, round(100 * count / known[0][1])) for name, count in known]


def highest_standings(people: Iterable[int], snapshot: Snapshot) -> dict[int, str]:
    """Return the most senior office of each person in the time of the archive, with its years. One query for every 10,000."""
    archive = coverage(snapshot)
    found = {
        person: highest(held, archive.first, archive.last) for person, held in tenures_of(people).items()
    }
    return {person: in_words(tenure) for person, tenure in found.items() if tenure}

"""The proof that no committed change is missing from the index: every article and every name compared by a checksum."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.documents import all_documents, documents
from articles.filling import write_names
from articles.indexing import follower
from articles.models import Change, TopicTree
from articles.namedocuments import all_names, name_documents
from articles.search.compiling import LARGEST
from articles.search.names import FIRST_NAME, record_of


@dataclass(slots=True)
class Differences:
    """Where index and database differ, by the ids of articles and the numbers of names."""

    articles: int = 0
    names: int = 0
    missing: set[int] = field(default_factory=set)
    foreign: set[int] = field(default_factory=set)
    different: set[int] = field(default_factory=set)

    @property
    def none(self) -> bool:
        """Return whether they agree."""
        return not (self.missing or self.foreign or self.different)

    def __str__(self) -> str:
        counts = (
            f"{len(self.missing):,} missing from the index, {len(self.foreign):,} not in the database, "
            f"{len(self.different):,} different"
        )
        compared = f"{self.articles:,} articles and {self.names:,} names compared"
        return f"{compared}: the index agrees." if self.none else f"{compared}: {counts}."


def differences() -> Differences:
    """Compare the whole index with the whole database, after catching up with the change log.

    What seems to differ because it changed meanwhile is compared once more.
    """
    follower().catch_up()
    found = compared()
    if not found.none:
        follower().catch_up()
        found = confirmed(found)
    return found


def compared() -> Differences:
    """Return the differences, reading both sides in order of number."""
    snapshot, found, reached = follower().index.snapshot(), Differences(), 0
    for expected in all_checksums():
        last = max(expected, default=reached)
        note(found, expected, snapshot.checksums(reached + 1, last))
        names = sum(number >= FIRST_NAME for number in expected)
        found.names, found.articles = found.names + names, found.articles + len(expected) - names
        reached = last
    note(found, {}, snapshot.checksums(reached + 1, LARGEST))
    return found


def all_checksums() -> Iterator[dict[int, int]]:
    """Yield the checksum of everything that should be in the index, by rising number, a few hundred at a time."""
    for articles in all_documents(TopicTree.of_archive()):
        yield {article.id: article.checksum() for article in articles}
    for names in all_names():
        yield {name.number: name.checksum() for name in names}


def note(found: Differences, expected: dict[int, int], indexed: dict[int, int]) -> None:
    """Add the differences between two sets of checksums."""
    found.missing |= expected.keys() - indexed.keys()
    found.foreign |= indexed.keys() - expected.keys()
    found.different |= {i for i in expected.keys() & indexed.keys() if expected[i] != indexed[i]}


def confirmed(suspected: Differences) -> Differences:
    """Return those differences that are still there."""
    snapshot = follower().index.snapshot()
    found = Differences(suspected.articles, suspected.names)
    for number in suspected.missing | suspected.foreign | suspected.different:
        note(found, checksum_of(number), snapshot.checksums(number, number))
    return found


def checksum_of(number: int) -> dict[int, int]:
    """Return the checksum that the article or name with this number should have; nothing if there is none."""
    if number >= FIRST_NAME:
        return {name.number: name.checksum() for name in name_documents([number])}
    return {article.id: article.checksum() for article in documents([number], TopicTree.of_archive())}


def repair(found: Differences) -> None:
    """Write the articles and names that differ into the index again, at the position it has."""
    snapshot = follower().index.snapshot()
    numbers = sorted(found.missing | found.foreign | found.different)
    ids = [number for number in numbers if number < FIRST_NAME]
    with follower().index.writing() as batch:
        for start in range(0, len(ids), 500):
            batch.remove(ids[start : start + 500])
        batch.add(documents(ids, TopicTree.of_archive()))
        write_names(batch, snapshot, numbers[len(ids) :])
        batch.commit(snapshot.position or Change.log.position())


def described(number: int) -> str:
    """Return what an article or a name is called in a report."""
    return str(number) if number < FIRST_NAME else " ".join(map(str, record_of(number)))

"""The proof that no committed change is missing from the index: every article compared by a checksum."""

from dataclasses import dataclass, field

from articles.documents import all_documents, documents
from articles.indexing import follower
from articles.models import Change, TopicTree
from articles.search.schema import ID_BITS

LAST_ID = (1 << ID_BITS) - 1


@dataclass(slots=True)
class Differences:
    """Where index and database differ, by article id."""

    articles: int = 0
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
        return f"{self.articles:,} articles compared: " + ("the index agrees." if self.none else f"{counts}.")


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
    """Return the differences, reading both sides in order of id."""
    snapshot, found, reached = follower().index.snapshot(), Differences(), 0
    for chunk in all_documents(TopicTree.of_archive()):
        last = chunk[-1].id if chunk else reached
        expected = {document.id: document.checksum() for document in chunk}
        note(found, expected, snapshot.checksums(reached + 1, last))
        found.articles += len(expected)
        reached = last
    note(found, {}, snapshot.checksums(reached + 1, LAST_ID))
    return found


def note(found: Differences, expected: dict[int, int], indexed: dict[int, int]) -> None:
    """Add the differences between two sets of checksums."""
    found.missing |= expected.keys() - indexed.keys()
    found.foreign |= indexed.keys() - expected.keys()
    found.different |= {i for i in expected.keys() & indexed.keys() if expected[i] != indexed[i]}


def confirmed(suspected: Differences) -> Differences:
    """Return those differences that are still there."""
    snapshot, found = follower().index.snapshot(), Differences(articles=suspected.articles)
    for identity in suspected.missing | suspected.foreign | suspected.different:
        expected = {d.id: d.checksum() for d in documents([identity], TopicTree.of_archive())}
        note(found, expected, snapshot.checksums(identity, identity))
    return found


def repair(found: Differences) -> None:
    """Write the articles that differ into the index again, at the position it has."""
    position = follower().index.snapshot().position or Change.log.position()
    ids = sorted(found.missing | found.foreign | found.different)
    with follower().index.writing() as batch:
        for start in range(0, len(ids), 500):
            batch.remove(ids[start : start + 500])
        batch.add(documents(ids, TopicTree.of_archive()))
        batch.commit(position)

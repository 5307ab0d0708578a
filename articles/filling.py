"""What goes into the index: everything, or what changed."""

from collections.abc import Callable, Collection

from articles.documents import documents
from articles.models import Article, ArticleTopic, Change, TopicTree
from articles.models.change import Changes
from articles.namedocuments import all_names, name_documents, outgrown, weighed
from articles.preparing import all_entries
from articles.search.ask import Snapshot
from articles.search.index import Batch
from articles.search.names import number_of_name

Progress = Callable[[int, int], None] | None
CHUNK = 500


def make_anew(batch: Batch, progress: Progress, jobs: int = 1) -> int:
    """Fill the index from the database. Its position is taken first: what is written meanwhile comes again."""
    position = Change.log.position()
    total, done = Article.objects.count(), 0
    batch.clear()
    for chunk in all_entries(TopicTree.of_archive(), jobs):
        batch.add(chunk)
        done += len(chunk)
        if progress:
            progress(done, total)
    for names in all_names():
        batch.add(weighed(names, batch.coverage))
    batch.commit(position)
    return done


def apply(batch: Batch, before: Snapshot, news: Changes, progress: Progress) -> int:
    """Write the changed articles, those of topics that moved, and the changed names, as they are now."""
    tree = TopicTree.of_archive()
    ids = set(news.articles)
    if news.topics:
        moved = {below for topic in news.topics for below in tree.narrower(topic)}
        ids |= set(ArticleTopic.objects.filter(tag__in=moved).values_list("content_object_id", flat=True))
    for start in range(0, len(ordered := sorted(ids)), CHUNK):
        chunk = ordered[start : start + CHUNK]
        batch.remove(chunk)
        batch.add(documents(chunk, tree))
        if progress:
            progress(start + len(chunk), len(ordered))
    renamed = {number_of_name(*record) for record in news.names}
    write_names(batch, before, renamed | outgrown(before, batch.coverage))
    batch.commit(news.position)
    return len(ids)


def write_names(batch: Batch, before: Snapshot, numbers: Collection[int]) -> None:
    """Write the names with these numbers as they are now."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        batch.remove(chunk)
        batch.add(weighed(name_documents(chunk), batch.coverage, before))

"""What goes into the index: everything, or what changed."""

from collections.abc import Callable

from articles.documents import all_documents, documents
from articles.models import Article, ArticleTopic, Change, TopicTree
from articles.models.change import Changes
from articles.search.index import Batch

Progress = Callable[[int, int], None]
CHUNK = 500


def make_anew(batch: Batch, progress: Progress | None) -> int:
    """Fill the index from the database. Its position is taken first: what is written meanwhile comes again."""
    position = Change.log.position()
    total, done = Article.objects.count(), 0
    batch.clear()
    for chunk in all_documents(TopicTree.of_archive()):
        batch.add(chunk)
        done += len(chunk)
        if progress:
            progress(done, total)
    batch.commit(position)
    return done


def apply(batch: Batch, news: Changes, progress: Progress | None) -> int:
    """Write the changed articles, and those of topics that moved, as they are now."""
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
    batch.commit(news.position)
    return len(ids)

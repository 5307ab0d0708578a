"""Everything that goes into a new index, read and made ready by several processes.

Reading, counting words and summing up cost more than the index's own work, so a large archive is read by as many
processes as there are cores. The order stays that of the ids; few lists are ever under way at once.
"""

from collections.abc import Iterator
from functools import partial

from articles.documents import all_ids, chunk_of_documents
from articles.models import TopicTree
from articles.pool import shared
from articles.search.schema import Entry


def all_entries(tree: TopicTree, jobs: int) -> Iterator[list[Entry]]:
    """Yield what the index gets of every article, a list of up to 500 at a time; with more than one job by processes."""
    return shared(partial(entries, tree=tree), all_ids(), jobs=jobs)


def entries(ids: list[int], tree: TopicTree) -> list[Entry]:
    """Return what the index gets of the articles with these ids."""
    return [article.entry() for article in chunk_of_documents(ids, tree)]

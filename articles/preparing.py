"""Everything that goes into a new index, read and made ready by several processes.

Reading, counting words and summing up cost more than the index's own work, so a large archive is read by as many
processes as there are cores. The order stays that of the ids; few lists are ever under way at once.
"""

from collections import deque
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult

from articles.documents import all_ids, chunk_of_documents
from articles.models import TopicTree
from articles.search.schema import Entry
from newsroom import worker

WORTH_SHARING = 20_000
"""Articles below which starting processes takes longer than the work."""
UNDER_WAY = 3
"""Lists that wait for each process, so that none has to."""


def all_entries(tree: TopicTree, total: int, jobs: int) -> Iterator[list[Entry]]:
    """Yield what the index gets of every article, a list of up to 500 at a time; with more than one job by processes."""
    if jobs < 2 or total < WORTH_SHARING:
        yield from (entries(ids, tree) for ids in all_ids())
        return
    with get_context("spawn").Pool(jobs, worker.start) as pool:
        waiting: deque[AsyncResult[list[Entry]]] = deque()
        for ids in all_ids():
            waiting.append(pool.apply_async(entries, (ids, tree)))
            if len(waiting) > UNDER_WAY * jobs:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()


def entries(ids: list[int], tree: TopicTree) -> list[Entry]:
    """Return what the index gets of the articles with these ids."""
    return [article.entry() for article in chunk_of_documents(ids, tree)]

"""Work shared among processes, its results in order; for little work no process is started."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from newsroom import worker

ALONE = 2.0
"""Seconds of work that one process does alone: starting others takes about as long."""
UNDER_WAY = 3
"""Tasks that wait for each process, so that none has to."""

Task = TypeVar("Task")
Result = TypeVar("Result")


class WorkerLost(Exception):
    """A process was killed at its work: by the machine, when memory ran out, or by someone."""


def shared(
    work: Callable[[Task], Result], tasks: Iterable[Task], *, jobs: int, alone: float = ALONE
) -> Iterator[Result]:
    """Yield the result of each task in the order of the tasks; `work` is a function of a module.

    Few results are ever under way at once. Raises WorkerLost.
    """
    waiting = iter(tasks)
    began = time.monotonic()
    for task in waiting:
        yield work(task)
        if jobs > 1 and time.monotonic() - began >= alone:
            break
    else:
        return
    yield from _among_processes(work, waiting, jobs)


def _among_processes(work: Callable[[Task], Result], tasks: Iterator[Task], jobs: int) -> Iterator[Result]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=worker.start)
    under_way: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            under_way.append(pool.submit(work, task))
            if len(under_way) > UNDER_WAY * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as loss:
        raise WorkerLost("a process was killed at its work, perhaps because memory ran out") from loss
    finally:
        pool.shutdown(wait=False, cancel_futures=True)

"""Work is shared among processes: its results come in order, and none is lost without a word."""

import os
import signal

import pytest

from articles.pool import WorkerLost, shared


def doubled(number: int) -> int:
    return number * 2


def process(number: int) -> int:
    return os.getpid()


def killed(number: int) -> int:
    if number == 30:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refusing(number: int) -> int:
    if number == 5:
        raise ValueError("five")
    return number


def test_results_come_in_the_order_of_the_tasks():
    assert list(shared(doubled, range(200), jobs=2, alone=0)) == [2 * number for number in range(200)]


def test_little_work_stays_in_this_process():
    assert set(shared(process, range(20), jobs=2)) == {os.getpid()}


def test_much_work_is_done_by_others_beside():
    workers = set(list(shared(process, range(50), jobs=2, alone=0))[1:])
    assert os.getpid() not in workers
    assert len(workers) <= 2


def test_tasks_are_taken_few_at_a_time():
    taken = []
    tasks = (taken.append(number) or number for number in range(1000))
    next(results := shared(doubled, tasks, jobs=2, alone=0))
    next(results)
    assert len(taken) < 20
    results.close()


def test_killed_worker_is_told():
    with pytest.raises(WorkerLost, match="a process was killed at its work"):
        list(shared(killed, range(100), jobs=2, alone=0))


def test_error_of_a_worker_is_the_error_of_the_work():
    with pytest.raises(ValueError, match="five"):
        list(shared(refusing, range(10), jobs=2, alone=0))

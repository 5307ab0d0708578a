"""The record of an import: how it began, how far it came, what it could not take, how it ended."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.models import ImportProblem, ImportRun
from articles.newsitem import Rejection
from articles.tally import Tally

SILENT, DEAD = timedelta(minutes=2), timedelta(minutes=15)
"""After so long without a word an import is taken for dead: on another machine, and here, where its process is seen."""


class NoRun(Exception):
    """There is no such import, or nothing can be done with it; the message says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far an import came: how many records were taken of which of its sources, counted from 0."""

    source: int = 0
    name: str = ""
    taken: int = 0
    kind: str = ""
    """The format that the records are in; no part of the place."""


def begun(sources: list[str], kind: str, options: Mapping[str, Any]) -> ImportRun:
    """Return the record of an import that begins; `kind` is the format if one was named."""
    kept = {name: value for name, value in options.items() if value}
    return ImportRun.objects.create(
        sources="\n".join(sources),
        format=kind,
        options=kept,
        heartbeat_at=timezone.now(),
        process=this_process(),
    )


def resumed(sources: list[str], kind: str, options: Mapping[str, Any]) -> ImportRun:
    """Return the record of the latest import of these sources with these options, to go on where it stopped.

    Raises NoRun if there is none, if it came to its end, or if it is still going on.
    """
    kept = {name: value for name, value in options.items() if value}
    same = ImportRun.objects.filter(sources="\n".join(sources), format=kind, undone_at=None)
    run = next((run for run in same.order_by("-id")[:20] if run.options == kept), None)
    if run is None:
        raise NoRun("no import of these paths with these options is known: start it without --resume")
    if run.state == ImportRun.State.FINISHED:
        raise NoRun(f"{run} came to its end: there is nothing to resume")
    if is_alive(run):
        raise NoRun(f"{run} is still going on ({run.process})")
    ImportRun.objects.filter(pk=run.pk).update(
        state=ImportRun.State.RUNNING,
        finished_at=None,
        heartbeat_at=timezone.now(),
        process=this_process(),
    )
    run.refresh_from_db()
    return run


def is_alive(run: ImportRun) -> bool:
    """Return whether an import is going on: its process lives or, on another machine, wrote something a moment ago."""
    if run.state != ImportRun.State.RUNNING:
        return False
    silent = timezone.now() - (run.heartbeat_at or run.started_at)
    machine, _, number = run.process.rpartition(" ")
    if machine == socket.gethostname():
        return is_process(int(number)) and silent < DEAD
    return silent < SILENT


def this_process() -> str:
    """Return the name of this machine and the number of this process."""
    return f"{socket.gethostname()[:200]} {os.getpid()}"


def is_process(number: int) -> bool:
    """Return whether this machine has a process with a number."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def place_of(run: ImportRun) -> Place:
    """Return how far an import came."""
    return Place(**run.position) if run.position else Place()


def tally_of(run: ImportRun) -> Tally:
    """Return what an import came to so far."""
    return Tally(run.created, run.updated, run.unchanged, run.rejected, run.kept)


def problem_of(rejection: Rejection) -> ImportProblem:
    """Return the record of a rejection, not yet saved."""
    return ImportProblem(
        source=rejection.source[:500],
        line=rejection.line,
        reason=rejection.reason[:500],
        excerpt=rejection.excerpt[:200],
    )


def keep(run: ImportRun, tally: Tally, problems: list[ImportProblem], place: Place) -> None:
    """Keep what became of an import's records so far, in the transaction that writes them."""
    number = run.problems.count() if problems else 0
    for place_in_list, problem in enumerate(problems, start=1):
        problem.run, problem.number = run, number + place_in_list
    ImportProblem.objects.bulk_create(problems)
    counts = {
        "created": tally.created,
        "updated": tally.updated,
        "unchanged": tally.unchanged,
        "rejected": tally.rejected,
        "kept": tally.kept,
        "heartbeat_at": timezone.now(),
        "position": {"source": place.source, "name": place.name, "taken": place.taken},
    }
    ImportRun.objects.filter(pk=run.pk).update(**counts)
    transaction.on_commit(lambda: run.__dict__.update(counts))


@contextmanager
def recorded(run: ImportRun | None) -> Iterator[None]:
    """Keep in the record of an import how it ended."""
    state = ImportRun.State.FAILED
    try:
        yield
        state = ImportRun.State.FINISHED
    finally:
        if run:
            ImportRun.objects.filter(pk=run.pk).update(state=state, finished_at=timezone.now())

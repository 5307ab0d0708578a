"""The only writer of imported articles: news items in, articles out, the same item never twice."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from articles.arrivals import Arrival
from articles.foresight import Foresight
from articles.identity import known_to, without_repeated
from articles.importers import Found
from articles.intake import Taken, prepared, size_of
from articles.knownnames import KnownNames
from articles.matching import match
from articles.models import ImportProblem, ImportRun
from articles.newsitem import Rejection
from articles.prepared import Prepared, Repeated
from articles.runs import Place, keep, problem_of, recorded, tally_of
from articles.tally import Tally
from articles.writing import Writer

__all__ = ["Ingest", "Report", "recorded"]

BATCH, LARGEST_BATCH = 400, 8_000_000
"""Records that are written together, and the characters of their texts at which a batch is full."""
TRIES = 5
LOCK = 5_216_902
"""Names the lock on PostgreSQL by which imports write one after the other: else both could miss the same article."""
NEVER = datetime.max.replace(tzinfo=UTC)

Report = Callable[[Tally, list[Rejection]], None]


class Ingest:
    """One import. Every batch is one transaction, so that a run that is killed goes on where it stopped."""

    def __init__(
        self, run: ImportRun | None, *, jobs: int = 1, draft: bool = False, topics: tuple[str, ...] = ()
    ) -> None:
        """Without a `run` nothing is written, and the counts are those that a run would have.

        `jobs` processes read and clean what comes in; with `draft` nothing new is published; all gets the `topics`.
        """
        self.run, self.jobs, self.draft, self.topics = run, jobs, draft, topics
        self.tally = tally_of(run) if run else Tally()
        self.known = KnownNames(run)
        self.foresight = Foresight()
        self.began = run.started_at if run else NEVER

    def take(self, items: Iterable[Found], report: Report, *, kind: str = "") -> Tally:
        """Write the items in batches; call `report` with the tally so far and the batch's problems after each.

        `kind` is the format that they came in.
        """
        places = (Place(taken=number, kind=kind) for number in count(1))
        return self.take_arrivals(zip(places, items, strict=False), report)

    def take_arrivals(self, records: Iterable[Arrival], report: Report) -> Tally:
        """Do what `take` does with records that have places, of which the run keeps how far it came.

        Raises `articles.pool.WorkerLost` if a process was killed that read them.
        """
        name = settings.ARCHIVE_NAME
        sift = partial(without_repeated, default=name)
        taken = prepared(records, publication=name, topics=self.topics, jobs=self.jobs, sift=sift)
        for batch in batches(taken):
            rejections = [item for _, item in batch if isinstance(item, Rejection)]
            kept = self.write(self.run, batch, rejections) if self.run else self.foresee(batch, rejections)
            report(self.tally, [*rejections, *map(told, kept)])
        return self.tally

    def write(self, run: ImportRun, batch: list[Taken], rejections: list[Rejection]) -> list[ImportProblem]:
        """Write one batch; write it again if someone else took the same name or address in the same moment."""
        sources, repeated = ready(batch)
        for attempt in range(TRIES):
            try:
                with transaction.atomic():
                    one_after_the_other()
                    known = known_to(sources, self.known.publication_ids(), lock=True)
                    plan = match(sources, known, self.began)
                    tally = Tally(0, plan.updated, plan.unchanged + repeated, len(rejections))
                    kept = Writer(run, self.known, draft=self.draft).write(plan)
                    tally.created, tally.kept = len(plan.fresh), len(kept)
                    problems = [*map(problem_of, rejections), *kept]
                    keep(run, self.tally + tally, problems, batch[-1][0])
                self.tally += tally
                return kept
            except IntegrityError:
                self.known = KnownNames(run)
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("unreachable")

    def foresee(self, batch: list[Taken], rejections: list[Rejection]) -> list[ImportProblem]:
        """Count what writing one batch would come to."""
        sources, repeated = ready(batch)
        known = known_to(sources, self.known.publication_ids())
        self.foresight.enter(known, sources)
        plan = match(sources, known, self.began)
        self.foresight.keep(plan)
        writer = Writer(None, self.known)
        kept = [problem for target in plan.changed for problem in writer.revise(target)]
        unchanged = plan.unchanged + repeated
        self.tally += Tally(len(plan.fresh), plan.updated, unchanged, len(rejections), len(kept))
        return kept


def ready(batch: list[Taken]) -> tuple[list[Prepared], int]:
    """Return the items of a batch that are ready to be written, and how many are repeated."""
    sources = [item for _, item in batch if isinstance(item, Prepared)]
    return sources, sum(isinstance(item, Repeated) for _, item in batch)


def told(problem: ImportProblem) -> Rejection:
    """Return what is said of a problem."""
    return Rejection(problem.reason, problem.source, problem.line)


def one_after_the_other() -> None:
    """Wait until no other import writes; SQLite has one writer anyway. The end of the transaction lets the next go on."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = 0")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def batches(taken: Iterable[Taken]) -> Iterator[list[Taken]]:
    """Yield the items 400 at a time, or fewer if they are large."""
    batch: list[Taken] = []
    size = 0
    for place, item in taken:
        batch.append((place, item))
        size += size_of(item) if isinstance(item, Prepared) else 0
        if len(batch) == BATCH or size >= LARGEST_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

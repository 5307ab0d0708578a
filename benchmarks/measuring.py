"""Ask every question of every engine, in one process and in turns, so that noise falls on all alike."""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from articles.models import Article
from benchmarks.engines import Answer, Ask, Engine, Middle, TooLong
from benchmarks.fts5 import Fts5
from benchmarks.loading import Place
from benchmarks.ours import Ours, OursWithRows
from benchmarks.postgresql import Postgresql
from benchmarks.questions import QUESTIONS
from benchmarks.servers import Absent, server

LOOPS = 200_000
FETCHED = 20
BOUND_ROUNDS = 5
ENOUGH_SECONDS = 30.0
"""A question that takes an engine long is asked less often, once at least."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Median and 95th percentile in milliseconds of so many rounds, and what was found."""

    median: float
    p95: float
    rounds: int
    total: int
    rows: int

    def as_dict(self) -> dict[str, float]:
        """Return the timing as JSON keeps it."""
        names = ("median", "p95", "rounds", "total", "rows")
        return {name: round(getattr(self, name), 4) for name in names}


def timed(ask: Callable[[], Answer], rounds: int) -> Timing:
    """Return how long a question takes. The first answer is not counted, unless it takes all the time there is."""
    took: list[float] = []
    end = time.perf_counter() + ENOUGH_SECONDS
    answer = Answer(0, 0)
    for number in range(rounds + 1):
        began = time.perf_counter()
        answer = ask()
        now = time.perf_counter()
        if number or now > end:
            took.append((now - began) * 1000)
        if now > end:
            break
    late = sorted(took)[min(len(took) - 1, int(len(took) * 0.95))]
    return Timing(statistics.median(took), late, len(took), answer.total, answer.rows)


def counting() -> Answer:
    """Keep the processor at work the same way every time."""
    return Answer(sum(number & 7 for number in range(LOOPS)), 0)


def fetching(articles: int) -> Ask:
    """Return a function that fetches 20 articles, from all over the archive, by their ids through Django."""
    ids = range(1, articles + 1, max(1, articles // FETCHED))[:FETCHED]
    return lambda: Answer(FETCHED, len(Article.objects.in_bulk(ids)))


class Bounds:
    """What a fixed task and 20 rows by their ids take: taken again beside every question, for machines and hours differ."""

    def __init__(self, articles: int) -> None:
        self.asked = {"cpu": counting, "rows": fetching(articles)}
        self.took: dict[str, list[float]] = {name: [] for name in self.asked}

    def take(self) -> None:
        """Take each bound again."""
        for name, ask in self.asked.items():
            self.took[name].append(timed(ask, BOUND_ROUNDS).median)

    def medians(self) -> dict[str, float]:
        """Return the milliseconds of each."""
        return {name: statistics.median(took) for name, took in self.took.items()}


def engines(place: Place, stack: ExitStack, *, only_ours: bool) -> tuple[list[Engine], dict[str, str]]:
    """Return the engines there are, and why others are missing."""
    middle = Middle.of_archive()
    there: list[Engine] = [Ours(middle), OursWithRows(middle)]
    missing: dict[str, str] = {}
    if not only_ours and place.fts5.exists():
        there.append(stack.enter_context(closing(Fts5(place.fts5, middle))))
    if not only_ours:
        try:
            address = stack.enter_context(server(place))
            there.append(stack.enter_context(closing(Postgresql(address, place.articles, middle))))
        except Absent as problem:
            missing[Postgresql.name] = str(problem)
    return there, missing


def measured(there: list[Engine], rounds: int, bounds: Bounds) -> dict[str, dict[str, dict[str, float]]]:
    """Return the timings by question and engine."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for question in QUESTIONS:
        bounds.take()
        found[question.name] = {}
        for engine in there:
            if ask := engine.ask(question):
                found[question.name][engine.name] = timing_of(ask, rounds)
        print(f"{question.name}: {summary(found[question.name])}", file=sys.stderr, flush=True)
    return found


def timing_of(ask: Ask, rounds: int) -> dict[str, float]:
    """Return the timing of a question, or no rounds at all if the engine gave up."""
    try:
        return timed(ask, rounds).as_dict()
    except TooLong:
        return {"rounds": 0}


def summary(timings: dict[str, dict[str, float]]) -> str:
    """Return the medians in one line."""
    return ", ".join(
        f"{name} {timing.get('median', float('inf')):.1f} ms" for name, timing in timings.items()
    )


def main() -> None:
    """Measure the archive of one size: articles, rounds, the file for the result, whether others are left out."""
    articles, rounds, file, only_ours = sys.argv[1:5]
    place = Place(int(articles))
    with ExitStack() as stack:
        there, missing = engines(place, stack, only_ours=only_ours == "only-ours")
        bounds = Bounds(place.articles)
        result = {
            "articles": place.articles,
            "load": os.getloadavg()[0],
            "questions": measured(there, int(rounds), bounds),
            "bytes": {engine.name: engine.bytes for engine in there},
            "missing": missing,
            "bounds": bounds.medians(),
        }
    Path(file).write_text(json.dumps(result, indent=1), "utf-8")

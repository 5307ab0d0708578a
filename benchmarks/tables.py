"""What was measured, as Markdown."""

from collections.abc import Iterator
from typing import Any

from benchmarks.loading import Preparation
from benchmarks.questions import QUESTIONS, Question

Result = dict[str, Any]
ENGINES = ("ours", "ours, with rows", "FTS5", "PostgreSQL")
TARGET_SIZE = 1_000_000
GROWTH, DEEPER = 1.3, 1.2
RATE, DISK = 4_000, 1.8
SLACK = 0.2
"""Milliseconds by which two short times may differ without meaning anything."""


def lines(result: Result, kept: dict[str, Preparation]) -> Iterator[str]:
    """Yield everything about one size."""
    yield f"## {result['articles']:,} articles\n"
    yield from prepared(result, kept)
    bounds = result["bounds"]
    cpu, rows = bounds["cpu"], bounds["rows"]
    yield f"\nBounds in this run: a fixed task of the processor {cpu:.1f} ms; 20 articles by their ids {rows:.2f} ms."
    yield f"When it began, {result['load']:.1f} programs were waiting for a processor."
    yield from (f"{name} is missing: {reason}." for name, reason in result["missing"].items())
    yield ""
    yield from timings(result)
    yield "\n`*`: asked fewer times, for it takes long. Totals differ where the engines cut words differently.\n"
    yield from deep(result)
    yield from kept_to(result, kept)


def prepared(result: Result, kept: dict[str, Preparation]) -> Iterator[str]:
    """Yield what it took to get ready."""
    yield "| prepared | seconds | articles/s | MB on disk | share of the JSON Lines | peak MB of the process |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    source = kept["corpus"].bytes if "corpus" in kept else 0
    for stage, done in kept.items():
        size = done.bytes or result["bytes"].get("PostgreSQL", 0)
        low = f" (niceness {done.niceness})" if done.niceness > 0 else ""
        share = f"{size / source:.2f}" if source else "–"
        rate = result["articles"] / done.seconds if done.seconds else 0
        yield f"| {stage}{low} | {done.seconds:,.1f} | {rate:,.0f} | {size / 1e6:,.0f} | {share} | {done.peak_mb:,.0f} |"


def timings(result: Result) -> Iterator[str]:
    """Yield the table of questions. Times are in milliseconds."""
    heads = [
        "question",
        "found: ours",
        "FTS5",
        "PostgreSQL",
        "ours ms",
        "p95",
        "× bound",
        "with rows",
        "× bound",
    ]
    heads += ["FTS5 ms", "p95", "PostgreSQL ms", "p95", "target"]
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * (len(heads) - 1)}"
    for question in QUESTIONS:
        if question.name in result["questions"]:
            yield f"| {question.name} | {' | '.join(cells(question, result))} |"


def cells(question: Question, result: Result) -> Iterator[str]:
    """Yield the figures of one question."""
    by_engine = result["questions"][question.name]
    ours, rows, fts5, postgresql = (by_engine.get(name) for name in ENGINES)
    bound = result["bounds"]["rows"]
    yield from (
        f"{found['total']:,}" if found and "total" in found else "–"
        for found in (ours or rows, fts5, postgresql)
    )
    for timing, parts in ((ours, "mpb"), (rows, "mb"), (fts5, "mp"), (postgresql, "mp")):
        yield from (figure(timing, part, bound) for part in parts)
    yield verdict(question, ours, result["articles"])


def figure(timing: dict[str, float] | None, part: str, bound: float) -> str:
    """Return the median (m), the 95th percentile (p) or the ratio of the median to the bound (b)."""
    if timing is None:
        return "–"
    if not timing["rounds"]:
        return "> 120,000" if part == "m" else "–"
    if part == "b":
        return f"{timing['median'] / bound:.1f}"
    few = "*" if timing["rounds"] < 5 else ""
    return f"{short(timing['median' if part == 'm' else 'p95'])}{few}"


def short(milliseconds: float) -> str:
    """Return a time with as many digits as mean something."""
    return (
        f"{milliseconds:,.0f}"
        if milliseconds >= 100
        else f"{milliseconds:.{1 if milliseconds >= 10 else 2}f}"
    )


def verdict(question: Question, timing: dict[str, float] | None, articles: int) -> str:
    """Return the target, and at the size it is set for whether it is met."""
    if question.target is None or timing is None:
        return "–"
    said = f"≤ {question.target:.0f}"
    if articles < TARGET_SIZE:
        return said
    return f"{said} {'met' if timing['median'] <= question.target else '**missed**'}"


def deep(result: Result) -> Iterator[str]:
    """Yield how the middle of a list compares with its beginning."""
    pairs = (
        ("everything: newest 20", "everything: 20 from the middle on"),
        ("word in most articles: newest 20", "word in most articles: 20 from the middle on"),
    )
    for first, middle in pairs:
        near, far = (result["questions"].get(name, {}).get("ours") for name in (first, middle))
        if near and far:
            is_met = far["median"] <= near["median"] * DEEPER + SLACK
            told = f"{short(far['median'])} ms, first page {short(near['median'])} ms"
            yield f"- {middle}: {told}{judged('the same', is_met, result['articles'])}."


def kept_to(result: Result, kept: dict[str, Preparation]) -> Iterator[str]:
    """Yield how fast the index was filled and what archive and index take on disk, beside the targets."""
    if not {"corpus", "rows", "index"} <= kept.keys():
        return
    index, articles = kept["index"], result["articles"]
    rate = articles / index.seconds
    yield f"- index filled at {rate:,.0f} articles/s{judged(f'≥ {RATE:,}', rate >= RATE, articles)}."
    share = (kept["rows"].bytes + index.bytes) / kept["corpus"].bytes
    yield f"- database and index: {share:.2f} × the JSON Lines{judged(f'≤ {DISK}', share <= DISK, articles)}."


def judged(target: str, is_met: bool, articles: int) -> str:
    """Return the target and, at the size it is set for, whether it is met."""
    if articles < TARGET_SIZE:
        return f" (target {target})"
    return f" (target {target}: {'met' if is_met else '**missed**'})"


def growth(results: list[Result]) -> Iterator[str]:
    """Yield what the largest archive takes longer than the smallest, in our index, for all that should not grow."""
    small, large = (pick(results, key=lambda result: result["articles"]) for pick in (min, max))
    yield f"\n## Growth, {small['articles']:,} to {large['articles']:,} articles\n"
    yield "| question | look-up | with rows | with rows: target |"
    yield "| --- | ---: | ---: | ---: |"
    for question in QUESTIONS:
        if question.grows:
            ratios = [ratio(question, name, small, large) for name in ENGINES[:2]]
            is_met = ratios[1] is None or ratios[1] <= GROWTH
            told = " | ".join("–" if one is None else f"{one:.2f} ×" for one in ratios)
            yield f"| {question.name} | {told} |{judged(f'≤ {GROWTH} ×', is_met, large['articles'])} |"


def ratio(question: Question, engine: str, small: Result, large: Result) -> float | None:
    """Return how many times as long a question takes in the larger archive, the machine's speed allowed for."""
    took = [result["questions"][question.name].get(engine, {}).get("median") for result in (small, large)]
    if not all(took):
        return None
    return (took[1] / large["bounds"]["cpu"]) / (took[0] / small["bounds"]["cpu"])

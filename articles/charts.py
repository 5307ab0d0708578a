"""Counts over time become geometry: bars, ticks and gaps. Templates draw them.

Across, everything is in per cent, so that a chart is as wide as its place while its words keep their size;
down, in pixels.
"""

import calendar
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

MONTH_NAMES = tuple(calendar.month_name)
TOP, BASE, HEIGHT = 24, 128, 150
STEPS = (1, 12, 120, 1200)
"""How many months one bar may stand for."""
MOST_BARS = 180
MOST_TICKS = 6
NICE_STRIDES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
EDGE = 80.0
Counts = Mapping[int, int]
Ends = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """What one stretch of time counts, and where its bar stands."""

    label: str
    first: str
    last: str
    """The stretch as a list's filter writes it: `2017-06` or `2017`."""
    count: int
    archive: int
    """How many articles the whole archive has of it; 0 if that is not known."""
    x: float
    width: float
    y: int
    height: int

    @property
    def share(self) -> float | None:
        """The articles counted, in per cent of all that the archive has of the time."""
        return 100 * self.count / self.archive if self.archive else None


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the time axis with a word beside it."""

    label: str
    x: float
    before: bool = False
    """Whether the word stands before the line, for want of room behind it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the time axis."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over time. `bars` holds those that count something, in order of time."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Stretch, ...]
    """The stretches of which the archive has nothing at all."""
    unit: str
    """What one bar stands for: month, year, decade or century."""
    chosen: Stretch | None = None
    """The time the list is narrowed to, where that is less than the whole axis."""
    base: int = BASE
    height: int = HEIGHT

    @property
    def total(self) -> int:
        """The articles counted."""
        return sum(bar.count for bar in self.bars)

    @property
    def most(self) -> Bar | None:
        """The highest bar, the earliest of equals; None if there is no bar."""
        return max(self.bars, key=lambda bar: bar.count, default=None)

    @property
    def most_is_late(self) -> bool:
        """Whether the highest bar stands so far to the end that its label has to stand before it."""
        return self.most is not None and self.most.x > 100 - EDGE / 2


def over_time(months: Counts, archive: Counts | None = None, *, chosen: Ends = (None, None)) -> Chart:
    """Return bars for counts by month, a month being its year times twelve plus its number from 0.

    Bars stand for months, years, decades or centuries, whatever keeps them below 180. `archive` counts all
    articles in the same way: with it, bars know their share, and stretches without any article are gaps. `chosen` are
    the first and last month the list is narrowed to.
    """
    if not months:
        return Chart((), (), (), "month")
    step = step_for(min(months), max(months))
    first, last = bounds(min(months), max(months), step)
    slot = 100 / (last - first + 1)
    counts, whole = grouped(months, step), grouped(archive or {}, step)
    most = max(counts.values())
    bars = tuple(
        bar(period, step, counts[period], whole[period], most=most, left=(period - first) * slot, slot=slot)
        for period in sorted(counts)
    )
    gaps = gaps_in(first, last, whole, slot) if archive else ()
    within = stretch(chosen, first, last, step, slot)
    return Chart(bars, ticks(first, last, step, slot), gaps, unit_of(step), within)


def stretch(chosen: Ends, first: int, last: int, step: int, slot: float) -> Stretch | None:
    """Return where the chosen time lies on the axis; None if it is the whole axis."""
    begin, end = (month if month is None else month // step for month in chosen)
    begin, end = max(first, first if begin is None else begin), min(last, last if end is None else end)
    if (begin, end) == (first, last) or end < begin:
        return None
    return Stretch(round((begin - first) * slot, 3), round((end + 1 - begin) * slot, 3))


def step_for(first: int, last: int) -> int:
    """Return how many months a bar stands for if the bars reach from one month to another."""
    return next((step for step in STEPS if last // step - first // step < MOST_BARS), STEPS[-1])


def bounds(first: int, last: int, step: int) -> tuple[int, int]:
    """Return the first and last period of the axis: whole years if it shows months."""
    return (first // 12 * 12, last // 12 * 12 + 11) if step == 1 else (first // step, last // step)


def grouped(months: Counts, step: int) -> Counter[int]:
    """Return the counts by period of `step` months."""
    counts: Counter[int] = Counter()
    for month, count in months.items():
        counts[month // step] += count
    return counts


def bar(period: int, step: int, count: int, archive: int, *, most: int, left: float, slot: float) -> Bar:
    """Return the bar of one period. What counts anything is at least two pixels high."""
    height = max(2, round(count * (BASE - TOP) / most))
    x, width = round(left, 3), round(slot * (0.8 if slot > 1.5 else 0.92), 3)
    return Bar(label_of(period, step), *ends(period, step), count, archive, x, width, BASE - height, height)


def ends(period: int, step: int) -> tuple[str, str]:
    """Return the first and last month or year of a period, as a list's filter writes them."""
    if step == 1:
        month = f"{period // 12:04}-{period % 12 + 1:02}"
        return month, month
    years = step // 12
    return f"{max(1, period * years):04}", f"{period * years + years - 1:04}"


def label_of(period: int, step: int) -> str:
    """Return what a reader calls a period: June 2017, 2017, 2010–2019."""
    if step == 1:
        return f"{MONTH_NAMES[period % 12 + 1]} {period // 12}"
    years = step // 12
    return str(period) if years == 1 else f"{max(1, period * years)}–{period * years + years - 1}"


def unit_of(step: int) -> str:
    """Return what a bar of `step` months is called."""
    return {1: "month", 12: "year", 120: "decade"}.get(step, "century")


def ticks(first: int, last: int, step: int, slot: float) -> tuple[Tick, ...]:
    """Return up to six marks at round years, or the quarters of a single year."""
    if step == 1 and last - first == 11:
        names = [f"January {first // 12}", "April", "July", "October"]
        return tuple(Tick(name, round(3 * number * slot, 3)) for number, name in enumerate(names))
    a_year = 12 if step == 1 else 1
    unit = max(1, step // 12)
    periods = range(first // a_year, last // a_year + 1)
    stride = next(
        (stride for stride in NICE_STRIDES if len(periods) <= stride * MOST_TICKS), NICE_STRIDES[-1]
    )
    places = [(period * unit, (period * a_year - first) * slot) for period in periods if period % stride == 0]
    return tuple(Tick(str(max(1, year)), round(x, 3), before=x > 88) for year, x in places)


def gaps_in(first: int, last: int, whole: Counts, slot: float) -> tuple[Stretch, ...]:
    """Return the stretches between the archive's first and last article of which it has nothing."""
    begin, end = max(first, min(whole)), min(last, max(whole))
    gaps, start = [], None
    for period in range(begin, end + 2):
        empty = period <= end and not whole.get(period)
        if empty and start is None:
            start = period
        elif not empty and start is not None:
            gaps.append(Stretch(round((start - first) * slot, 3), round((period - start) * slot, 3)))
            start = None
    return tuple(gaps)

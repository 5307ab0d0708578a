"""Counts over time become geometry: bars, ticks and gaps. Templates draw them.

Across, everything is in per cent, so that a chart is as wide as its place while its words keep their size;
down, in pixels.
"""

import calendar
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from articles.axes import Axis, Stretch, Tick

MONTH_NAMES = tuple(calendar.month_name)
TOP, BASE, HEIGHT = 24, 128, 150
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
        return share_of(self.count, self.archive)


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
    by_share: bool = False
    """Whether bars are as high as their share of the archive, not as their count."""
    base: int = BASE
    height: int = HEIGHT

    @property
    def total(self) -> int:
        """The articles counted."""
        return sum(bar.count for bar in self.bars)

    @property
    def most(self) -> Bar | None:
        """The highest bar, the earliest of equals; None if there is no bar."""
        return max(self.bars, key=lambda bar: bar.share or 0 if self.by_share else bar.count, default=None)

    @property
    def most_is_late(self) -> bool:
        """Whether the highest bar stands so far to the end that its label has to stand before it."""
        return self.most is not None and self.most.x > 100 - EDGE / 2


def over_time(
    months: Counts, archive: Counts | None = None, *, chosen: Ends = (None, None), by_share: bool = False
) -> Chart:
    """Return bars for counts by month, a month being its year times twelve plus its number from 0.

    Bars stand for months, years, decades or centuries, whatever keeps them below 180. `archive` counts all
    articles in the same way: with it, bars know their share, and stretches without any article are gaps. `chosen` are
    the first and last month the list is narrowed to.
    """
    axis = Axis.over(months)
    if axis is None:
        return Chart((), (), (), "month")
    counts, whole = grouped(months, axis.step), grouped(archive or {}, axis.step)
    by_share = by_share and bool(archive)
    heights = {
        period: share_of(count, whole[period]) or 0 if by_share else count for period, count in counts.items()
    }
    most = max(heights.values()) or 1
    bars = tuple(
        bar(axis, period, counts[period], whole[period], height=heights[period] / most)
        for period in sorted(counts)
    )
    gaps = gaps_in(axis, whole) if archive else ()
    return Chart(bars, axis.ticks(), gaps, axis.unit, chosen_on(axis, chosen), by_share)


def share_of(count: int, whole: int) -> float | None:
    """Return the count in per cent of the whole, None if that is not known."""
    return 100 * count / whole if whole else None


def chosen_on(axis: Axis, chosen: Ends) -> Stretch | None:
    """Return where the chosen time lies on the axis; None if it is the whole axis."""
    begin, end = (month if month is None else month // axis.step for month in chosen)
    begin = max(axis.first, axis.first if begin is None else begin)
    end = min(axis.last, axis.last if end is None else end)
    if (begin, end) == (axis.first, axis.last) or end < begin:
        return None
    return axis.stretch(begin, end)


def grouped(months: Counts, step: int) -> Counter[int]:
    """Return the counts by period of `step` months."""
    counts: Counter[int] = Counter()
    for month, count in months.items():
        counts[month // step] += count
    return counts


def bar(axis: Axis, period: int, count: int, archive: int, *, height: float) -> Bar:
    """Return the bar of one period, `height` a part of the highest. What counts anything is at least two pixels high."""
    pixels = max(2, round(height * (BASE - TOP)))
    x, width = round(axis.left_of(period), 3), round(axis.slot * (0.8 if axis.slot > 1.5 else 0.92), 3)
    label, (first, last) = label_of(period, axis.step), ends(period, axis.step)
    return Bar(label, first, last, count, archive, x, width, BASE - pixels, pixels)


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


def gaps_in(axis: Axis, whole: Counts) -> tuple[Stretch, ...]:
    """Return the stretches between the archive's first and last article of which it has nothing."""
    begin, end = max(axis.first, min(whole)), min(axis.last, max(whole))
    gaps, start = [], None
    for period in range(begin, end + 2):
        empty = period <= end and not whole.get(period)
        if empty and start is None:
            start = period
        elif not empty and start is not None:
            gaps.append(axis.stretch(start, period - 1))
            start = None
    return tuple(gaps)

"""An axis of time: which months it shows, how many of them stand together, and where a day lies on it, in per cent."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

STEPS = (1, 12, 120, 1200)
"""How many months one bar may stand for."""
MOST_PERIODS = 180
MOST_TICKS = 6
NICE_STRIDES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


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
class Axis:
    """The periods from `first` to `last`, each of `step` months, counted from the year 0 in such periods."""

    first: int
    last: int
    step: int

    @classmethod
    def over(cls, months: Collection[int]) -> "Axis | None":
        """Return the axis for these months, each its year times twelve plus its number from 0; None for no month.

        A period is a month, a year, a decade or a century, whatever keeps them below 180; months fill whole years.
        """
        if not months:
            return None
        first, last = min(months), max(months)
        step = next((step for step in STEPS if last // step - first // step < MOST_PERIODS), STEPS[-1])
        if step == 1:
            return cls(first // 12 * 12, last // 12 * 12 + 11, step)
        return cls(first // step, last // step, step)

    @property
    def slot(self) -> float:
        """The width of a period."""
        return 100 / (self.last - self.first + 1)

    @property
    def unit(self) -> str:
        """What a period is called."""
        return {1: "month", 12: "year", 120: "decade"}.get(self.step, "century")

    def left_of(self, period: int) -> float:
        """Return where a period begins."""
        return (period - self.first) * self.slot

    def place(self, day: date, *, end: bool = False) -> float:
        """Return where a day begins, or where it ends: below 0 or above 100 if it lies beyond the axis."""
        number = day.day if end else day.day - 1
        month = day.year * 12 + day.month - 1 + number / monthrange(day.year, day.month)[1]
        return (month / self.step - self.first) * self.slot

    def stretch(self, first: int, last: int) -> Stretch:
        """Return where the periods from `first` to `last` lie, both included."""
        return Stretch(round(self.left_of(first), 3), round((last + 1 - first) * self.slot, 3))

    def ticks(self) -> tuple[Tick, ...]:
        """Return up to six marks at round years, or the quarters of a single year."""
        first, last, slot = self.first, self.last, self.slot
        if self.step == 1 and last - first == 11:
            names = [f"January {first // 12}", "April", "July", "October"]
            return tuple(Tick(name, round(3 * number * slot, 3)) for number, name in enumerate(names))
        a_year = 12 if self.step == 1 else 1
        unit = max(1, self.step // 12)
        periods = range(first // a_year, last // a_year + 1)
        stride = next(
            (stride for stride in NICE_STRIDES if len(periods) <= stride * MOST_TICKS), NICE_STRIDES[-1]
        )
        places = [
            (period * unit, (period * a_year - first) * slot) for period in periods if period % stride == 0
        ]
        return tuple(Tick(str(max(1, year)), round(x, 3), before=x > 88) for year, x in places)

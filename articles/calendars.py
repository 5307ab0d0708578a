"""Counts by day become calendars whose days are shaded. Templates draw them."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

LEVELS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a calendar. `level` is 0 without articles, and up to 5 for the fullest days."""

    day: date
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A month as a sheet of a wall calendar: weeks from Monday on, None where it has no day."""

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]
    total: int


def month_sheet(year: int, month: int, counts: Mapping[date, int], *, most: int = 0) -> MonthSheet:
    """Return a month's calendar; `most` is the count of the fullest day, the month's own if not given."""
    days = [date(year, month, number) for number in range(1, calendar.monthrange(year, month)[1] + 1)]
    most = most or max((counts.get(day, 0) for day in days), default=0)
    cells: list[Cell | None] = [
        Cell(day, counts.get(day, 0), level(counts.get(day, 0), most)) for day in days
    ]
    before: list[Cell | None] = [None] * days[0].weekday()
    sheet = before + cells
    sheet += [None] * (-len(sheet) % 7)
    weeks = tuple(tuple(sheet[start : start + 7]) for start in range(0, len(sheet), 7))
    return MonthSheet(days[0], weeks, sum(counts.get(day, 0) for day in days))


def level(count: int, most: int) -> int:
    """Return how dark a day is drawn: 0 for nothing, 1 to 5 for a fifth each of the fullest day."""
    return min(LEVELS, -(-LEVELS * count // most)) if count and most else 0


def year_sheets(year: int, counts: Mapping[date, int]) -> tuple[MonthSheet, ...]:
    """Return the twelve calendars of a year, shaded by one measure."""
    most = max(counts.values(), default=0)
    return tuple(month_sheet(year, month, counts, most=most) for month in range(1, 13))

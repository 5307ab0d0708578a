"""Those who held a post as bands over time, a lane for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.axes import Axis, Tick
from articles.bands import LANE_HEIGHT, Band, Lane, band_of
from articles.models import Office, Person

FEWEST, MOST = 2, 16
LONGEST_BREAK = 30 * 366
"""Days: what lies before so long a time without a holder would make all bands too small to be seen."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lanes of the holders, and the marks of the axis they lie on."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def drawn(offices: Sequence[Office], today: date | None) -> Drawing | None:
    """Return the holders since the last long break drawn on one axis; None if they are too few or too many.

    `today` is where the axis ends for what is held still: the last day of the archive.
    """
    recent = since_break(offices)
    months = {month for office in recent for month in months_of(office, today)}
    axis = Axis.over(months)
    bands: dict[Person, list[Band]] = {}
    for office in recent:
        if axis and (band := band_of(axis, office.tenure)):
            bands.setdefault(office.person, []).append(band)
    if axis is None or not FEWEST <= len(bands) <= MOST:
        return None
    lanes = (
        Lane(person.name, tuple(those), place * LANE_HEIGHT)
        for place, (person, those) in enumerate(bands.items())
    )
    return Drawing(tuple(lanes), axis.ticks())


def since_break(offices: Sequence[Office]) -> Sequence[Office]:
    """Return the offices since the last long time in which nobody held one; they come in order of time."""
    start, last = 0, date.min
    for number, office in enumerate(offices):
        if number and (office.held_from - last).days > LONGEST_BREAK:
            start = number
        last = max(last, office.held_to or date.max)
    return offices[start:]


def months_of(office: Office, today: date | None) -> tuple[int, int]:
    """Return the first and the last month of an office, as axes count them."""
    last = office.held_to or max(today or office.held_from, office.held_from)
    return month_number(office.held_from), month_number(last)


def month_number(day: date) -> int:
    """Return the month of a day as axes count it."""
    return day.year * 12 + day.month - 1

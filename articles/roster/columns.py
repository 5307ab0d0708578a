"""The years or months of a table: each a column, with how a list of articles is narrowed to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from articles.charts import MONTH_NAMES
from articles.measures import slug_of
from articles.parameters import first_day_of, last_day_of
from articles.roster.asked import RosterAsked
from articles.search.schema import month_of

MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a month: how the index counts it, and its ends as lists write them."""

    number: int
    slug: str
    first: str
    last: str

    @property
    def label(self) -> str:
        """What the head of the column says: 2017, Jun 2017."""
        year, _, month = self.slug.partition("-")
        return f"{MONTH_NAMES[int(month)][:3]} {year}" if month else year

    @property
    def query(self) -> str:
        """The parameters that narrow a list to it."""
        return urlencode({"from": self.first, "to": self.last})


@dataclass(frozen=True, slots=True)
class Span:
    """The columns that are shown, in order of time, and how many there would be in all."""

    columns: tuple[Column, ...] = ()
    total: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether only the last ones are shown."""
        return self.total > len(self.columns)

    @property
    def first_day(self) -> date | None:
        """The first day that is counted."""
        return first_day_of(self.columns[0].first) if self.columns else None

    @property
    def last_day(self) -> date | None:
        """The last day that is counted."""
        return last_day_of(self.columns[-1].last) if self.columns else None

    @property
    def query(self) -> str:
        """The parameters that narrow a list to all of it."""
        return urlencode({"from": self.columns[0].first, "to": self.columns[-1].last}) if self.columns else ""


def span_of(asked: RosterAsked, whole: Iterable[int]) -> Span:
    """Return the columns of the time asked for, the last sixty at most, of the times of which the archive has articles."""
    first, last = first_day_of(asked.first), last_day_of(asked.last)
    begin = number_of(asked.unit, first or date.min)
    end = number_of(asked.unit, last or date.max)
    numbers = sorted(number for number in whole if begin <= number <= end)
    return Span(tuple(columns_of(asked, numbers[-MOST_COLUMNS:])), len(numbers))


def number_of(unit: str, day: date) -> int:
    """Return how the index counts the year or month of a day."""
    return day.year if unit == "year" else month_of(day)


def columns_of(asked: RosterAsked, numbers: Iterable[int]) -> Iterator[Column]:
    """Yield the columns; one in whose midst the time asked for begins or ends is no longer than that."""
    for number in numbers:
        slug = slug_of(asked.unit, number)
        is_first = is_within(asked.first, slug)
        is_last = is_within(asked.last, slug)
        yield Column(number, slug, asked.first if is_first else slug, asked.last if is_last else slug)


def is_within(text: str, slug: str) -> bool:
    """Return whether a month or day as lists write it lies in a year or month: `2017-06` in `2017`."""
    return text.startswith(f"{slug}-")

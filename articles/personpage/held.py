"""The offices of a person as their page tells them: what, where, from when to when, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.charts import MONTH_NAMES
from articles.models import Office, Person
from articles.people.states import named
from articles.people.tenures import Tenure, highest, in_words

MOST_OFFICES = 50


@dataclass(frozen=True, slots=True)
class Day:
    """A date as exactly as it is known: its words, and how machines write it."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Held:
    """An office someone held."""

    office: Office
    tenure: Tenure

    @property
    def title(self) -> str:
        """What was held, and how: acting Attorney General."""
        return " ".join(word for word in (self.tenure.manner, self.tenure.title) if word)

    @property
    def first(self) -> Day:
        """When it began."""
        return day_of(self.tenure.first, self.tenure.first_precision)

    @property
    def last(self) -> Day | None:
        """When it ended; None while it is held."""
        last = self.tenure.last
        return day_of(last, self.tenure.last_precision) if last else None

    @property
    def seat(self) -> str:
        """Party and constituency in words: Republican, Alabama, class 2."""
        district = self.tenure.district
        if district.isdecimal():
            district = f"district {district}"
        return ", ".join(part for part in (self.tenure.party, named(self.tenure.state), district) if part)

    @property
    def source_url(self) -> str:
        """The address that states it; nothing if the source is told in words."""
        source = self.office.source
        return source if source.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of a person, the latest first."""

    held: Sequence[Held]
    has_more: bool = False

    @classmethod
    def of(cls, person: Person) -> "Offices":
        """Return the latest fifty offices of a person: one query."""
        rows = person.offices.with_posts().order_by("-held_from", "-id")[: MOST_OFFICES + 1]
        held = [Held(office, office.tenure) for office in rows]
        return cls(held[:MOST_OFFICES], len(held) > MOST_OFFICES)

    @property
    def tenures(self) -> list[Tenure]:
        """The offices in plain words, the earliest first."""
        return [held.tenure for held in reversed(self.held)]

    def highest(self, first: date | None, last: date | None) -> str:
        """Return the most senior office between two days with its years, in words; nothing if there is no office."""
        tenure = highest(self.tenures, first, last)
        return in_words(tenure) if tenure else ""


def day_of(day: date, precision: str) -> Day:
    """Return a date as exactly as it is known: 9 February 2017, February 2017, 2017."""
    if precision == Office.Precision.YEAR:
        return Day(str(day.year), f"{day.year:04}")
    month = f"{MONTH_NAMES[day.month]} {day.year}"
    if precision == Office.Precision.MONTH:
        return Day(month, f"{day.year:04}-{day.month:02}")
    return Day(f"{day.day} {month}", day.isoformat())

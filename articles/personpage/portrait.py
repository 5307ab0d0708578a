"""The page of a person in numbers, offices and words, beside the list of articles."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles.authority import Name, named
from articles.axes import Axis
from articles.bands import Lane, lanes
from articles.daybook import Coverage, coverage
from articles.found import Found
from articles.listing import Listing
from articles.models import Person
from articles.personpage.company import Together, commonest, shows_whole, together
from articles.personpage.held import Offices
from articles.personpage.quotations import Quotations
from articles.personpage.years import Crossed, Year, topics_by_year, years_of
from articles.search.conditions import Conditions

MOST_DAYS = 5
DAYS_COUNTED = 400
ROLES = ("subject", "person", "speaker", "author")
"""The fields of the index that tell how someone appears in articles."""


@dataclass(frozen=True, slots=True)
class BusyDay:
    """A day with many articles of a list."""

    day: date
    count: int
    listing: Listing


@dataclass(frozen=True)
class Portrait:
    """What the page of a person shows beside the articles. All that is counted, is counted in their list."""

    person: Person
    found: Found

    @property
    def is_whole(self) -> bool:
        """Whether the page shows the beginning of the whole list."""
        return shows_whole(self.found)

    @cached_property
    def offices(self) -> Offices:
        """The offices: one query."""
        return Offices.of(self.person)

    @property
    def archive(self) -> Coverage:
        """What the whole archive holds."""
        return coverage(self.found.snapshot)

    @property
    def standing(self) -> str:
        """The most senior office in the time of the archive, with its years."""
        return self.offices.highest(self.archive.first, self.archive.last)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The offices on the axis of the chart of the list."""
        return lanes(Axis.over(self.found.months), self.offices.tenures)

    @cached_property
    def roles(self) -> dict[str, int]:
        """How many articles of the archive are mainly about the person, name them, quote them, are by them."""
        me = frozenset({self.person.pk})
        return {field: self.found.snapshot.total(Conditions(having=((field, me),))) for field in ROLES}

    @cached_property
    def busiest(self) -> list[BusyDay]:
        """The five days with the most articles, the latest of equals first; no day that has but one."""
        listing = self.found.listing
        counts = self.found.snapshot.counts(listing.conditions, {"day": DAYS_COUNTED})["day"]
        days = sorted((-count, -day) for day, count in counts.items() if count > 1)[:MOST_DAYS]
        found = ((date.fromordinal(-day), -count) for count, day in days)
        return [BusyDay(day, count, listing.dated(day.isoformat(), day.isoformat())) for day, count in found]

    @cached_property
    def crossed(self) -> Crossed:
        """How many articles the commonest topics have in each year."""
        return topics_by_year(self.found.snapshot, self.found.listing.conditions)

    @cached_property
    def names(self) -> dict[tuple[str, int], Name]:
        """The names of all people and topics that the page counts: one query."""
        topics = {topic for counts in self.crossed.values() for topic in counts}
        return named({"person": self.beside, "topic": topics})

    @cached_property
    def beside(self) -> list[int]:
        """Who is named most often in the same articles."""
        return commonest(self.found.counts["person"], {self.person.pk})

    @cached_property
    def company(self) -> list[Together]:
        """Who is named in the same articles, up to twelve, the most often named first."""
        known = [self.names["person", one] for one in self.beside if ("person", one) in self.names]
        return together(self.found.listing, known, self.found.counts["person"])

    @cached_property
    def years(self) -> list[Year]:
        """What the person was in the news for, year by year."""
        return years_of(self.found.listing, self.crossed, self.found.counts["year"], self.names)

    @cached_property
    def quotations(self) -> Quotations:
        """What the person said last."""
        return Quotations(self.person, self.found.snapshot)

"""Those who held a post, in order of time: how long, what lies between two of them, who held it beside another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.listing import search_path, with_query
from articles.models import Office, Person
from articles.people.states import named
from articles.people.tenures import Tenure
from articles.personpage.held import Day, Held, day_of

DAYS_OF_A_YEAR, DAYS_OF_A_MONTH = 365.25, 30.44
LONGEST_VACANCY = 2 * 366
MOST_PRINCIPALS = 200


@dataclass(frozen=True, slots=True)
class Gap:
    """The days between two holders, both included: the post was vacant, or the archive knows no holder."""

    first: date
    last: date

    @property
    def days(self) -> tuple[Day, Day]:
        """Its first and its last day in words."""
        return day_of(self.first, Office.Precision.DAY), day_of(self.last, Office.Precision.DAY)

    @property
    def length(self) -> str:
        """How long it is, in words."""
        return length(self.first, self.last)

    @property
    def words(self) -> str:
        """What is told of it: years are rather missing in the records than without a holder."""
        is_long = (self.last - self.first).days > LONGEST_VACANCY
        return "nobody on record" if is_long else "vacant, or nobody on record"


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who held a post, as its page tells it."""

    held: Held
    gap: Gap | None = None
    """What lies between the one before and this one."""
    beside: Person | None = None
    """Who of those before held it still when this one began."""
    is_asked: bool = False
    """Whether it was held on the day asked for."""
    articles: int | None = None
    """How many articles of the time name the holder; None if that was not counted."""

    @property
    def person(self) -> Person:
        """Who held it."""
        return self.held.office.person

    @property
    def notes(self) -> str:
        """What is told below the name: how it was held, party, district, who held it too."""
        tenure = self.held.tenure
        district = f"district {tenure.district}" if tenure.district.isdecimal() else tenure.district
        beside = f"at the same time as {self.beside.name}" if self.beside else ""
        asked = "held it that day" if self.is_asked else ""
        return " · ".join(note for note in (tenure.manner, tenure.party, district, beside, asked) if note)

    @property
    def state(self) -> str:
        """The name of the state it was held for."""
        return named(self.held.tenure.state)

    @property
    def length(self) -> str:
        """How long it was held, as exactly as that is known; nothing while it is held."""
        tenure = self.held.tenure
        if tenure.last is None:
            return ""
        precisions = {tenure.first_precision, tenure.last_precision}
        if precisions == {"day"}:
            return length(tenure.first, tenure.last)
        return rough_length((tenure.last - tenure.first).days + 1, by_year="year" in precisions)

    @property
    def articles_url(self) -> str:
        """The address of the list of the articles of the time that name the holder."""
        tenure = self.held.tenure
        ends = [("from", tenure.first.isoformat()), ("to", tenure.last.isoformat() if tenure.last else "")]
        return with_query(search_path(), [("person", self.person.slug), *(end for end in ends if end[1])])


def length(first: date, last: date) -> str:
    """Return how long it is from one day to another, both included: 8 years, 1 year 8 months, 11 days."""
    end = last + timedelta(days=1) if last < date.max else last
    months = 12 * (end.year - first.year) + end.month - first.month - (end.day < first.day)
    if not months:
        return counted((last - first).days + 1, "day")
    years, months = divmod(months, 12)
    return " ".join(counted(number, noun) for number, noun in ((years, "year"), (months, "month")) if number)


def rough_length(days: int, *, by_year: bool) -> str:
    """Return how long a time is of which only months or years are known: about 4 years."""
    years, months = round(days / DAYS_OF_A_YEAR), round(days / DAYS_OF_A_MONTH)
    if by_year:
        return f"about {years} years" if years > 1 else "a year or less"
    if months < 2:
        return "a month or less"
    return f"about {years} years" if years > 1 else f"about {months} months"


def counted(number: int, noun: str) -> str:
    """Return `1 day`, `11 days`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def with_gaps(offices: Sequence[Office], tenures: Sequence[Tenure]) -> list[tuple[Gap | None, Person | None]]:
    """Return for each holder the gap before, or who held the post beside. The day of handing over belongs to both."""
    told: list[tuple[Gap | None, Person | None]] = []
    longest = 0
    for number, tenure in enumerate(tenures):
        last = tenures[longest].last
        if number == 0:
            told.append((None, None))
        elif last is None or last > tenure.first:
            told.append((None, offices[longest].person))
        else:
            is_gap = (tenure.first - last).days > 1
            days = Gap(last + timedelta(days=1), tenure.first - timedelta(days=1)) if is_gap else None
            told.append((days, None))
        if last is not None and (tenure.last is None or tenure.last >= last):
            longest = number
    return told


def is_shared(told: Sequence[tuple[Gap | None, Person | None]]) -> bool:
    """Return whether most held a post while another did."""
    return 2 * sum(beside is not None for _, beside in told) > len(told)


def principals_on(day: date) -> list[Office]:
    """Return who held the posts that days name, one for each post, the most senior first: one query.

    Who held it in full goes before who did for the time being; of equals, who began last.
    """
    held = Office.objects.on(day).principal().with_posts().select_related("person")
    by_post: dict[int, Office] = {}
    for office in held.order_by("post__rank", "post_id", "manner", "-held_from", "id")[:MOST_PRINCIPALS]:
        by_post.setdefault(office.post_id, office)
    return list(by_post.values())

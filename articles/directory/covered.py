"""Who is covered most, and what people were last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from articles.authority import Name, named
from articles.daybook import archive_counts
from articles.directory.people import PeopleAsked
from articles.offices import tenures_of
from articles.parameters import first_day_of, last_day_of
from articles.people.tenures import Standing, Tenure
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions

MOST_COVERED = 18
MOST_OF_A_TIME = 60


@dataclass(frozen=True, slots=True)
class Covered:
    """A person with the number of articles, and this in per cent of the highest."""

    name: Name
    count: int
    share: int


def most_covered(snapshot: Snapshot, asked: PeopleAsked) -> list[Covered]:
    """Return who was covered most in the time asked for, or in the whole archive: one query."""
    if asked.is_dated:
        time = Conditions(first_day=first_day_of(asked.first), last_day=last_day_of(asked.last))
        counts, size = snapshot.counts(time, {"person": MOST_OF_A_TIME})["person"], MOST_OF_A_TIME
    else:
        counts, size = archive_counts(snapshot, "person"), MOST_COVERED
    top = list(counts.items())[:size]
    names = named({"person": [identity for identity, _ in top]})
    known = [(names["person", identity], count) for identity, count in top if ("person", identity) in names]
    return [Covered(name, count, round(100 * count / known[0][1])) for name, count in known]


def last_standings(people: Iterable[int]) -> dict[int, str]:
    """Return what each person was last, with the years: Attorney General, 2017–2018. One query for every 10,000."""
    last = {
        person: max(held, key=lambda tenure: (tenure.last or date.max, -tenure.rank, tenure.first))
        for person, held in tenures_of(people).items()
    }
    return {person: f"{standing_text(tenure)}, {years_of(tenure)}" for person, tenure in last.items()}


def standing_text(tenure: Tenure) -> str:
    """Return an office in words that can begin a line."""
    text = Standing(tenure).text
    return text[:1].upper() + text[1:]


def years_of(tenure: Tenure) -> str:
    """Return the years of an office: `since 2017`, `2017`, `2017–2018`."""
    if tenure.last is None:
        return f"since {tenure.first.year}"
    years = dict.fromkeys((tenure.first.year, tenure.last.year))
    return "–".join(map(str, years))

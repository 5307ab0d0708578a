"""Offices of many people at once, in plain words: one query, however many people."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from articles.models import Office
from articles.people.tenures import Standing, Tenure, standing_on

Tenures = dict[int, tuple[Tenure, ...]]
MOST_AT_ONCE = 10_000


def tenures_of(people: Iterable[int]) -> Tenures:
    """Return the offices of these people by id, in the order in which they were taken: one query for every 10,000."""
    found: dict[int, list[Tenure]] = defaultdict(list)
    wanted = sorted(set(people))
    for start in range(0, len(wanted), MOST_AT_ONCE):
        some = wanted[start : start + MOST_AT_ONCE]
        for office in Office.objects.filter(person__in=some).with_posts().order_by("held_from", "id"):
            found[office.person_id].append(office.tenure)
    return {person: tuple(tenures) for person, tenures in found.items()}


def standings(
    tenures: Tenures, day: date, first: date | None = None, last: date | None = None
) -> dict[int, Standing]:
    """Return what each person was on `day`; `first` and `last` are the days of the archive: see `standing_on`."""
    told = {person: standing_on(held, day, first, last) for person, held in tenures.items()}
    return {person: standing for person, standing in told.items() if standing}

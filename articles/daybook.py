"""The archive by its days: which have articles, how a day is laid out, what earlier years had."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from articles.calendars import MonthSheet, month_sheet
from articles.found import Entry, Found, facets_of
from articles.listing import Listing
from articles.models import Article
from articles.narrowing import FacetCounts
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.schema import day_of, id_of, sort_key
from articles.standing import ends_of

MOST_ARRANGED, SECONDS = 60, 3
RECENT_DAYS = 30
LOOKS_BACK = 12
MOST_ON_THIS_DAY = 4
MOST_EARLIER = 9
MOST_COUNTED = 60_000
ANY = Conditions()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the whole archive holds: how many articles, from when to when."""

    total: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A day's articles by prominence: one leads, a few second it, the river takes the rest."""

    lead: Entry | None
    seconds: tuple[Entry, ...]
    river: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything the front page of one day shows."""

    day: date
    found: Found
    arrangement: Arrangement
    sheet: MonthSheet
    facets: list[FacetCounts]
    recent: list[FacetCounts]
    """What was covered most in the thirty days up to the day."""
    earlier: list[Article]
    """What the days before brought, where the day itself brought little."""
    on_this_day: list[Article]
    previous: date | None
    next: date | None


@lru_cache(maxsize=2)
def coverage(snapshot: Snapshot) -> Coverage:
    """Return what the archive holds: counted once for each state of the index, since every page says it."""
    return Coverage(snapshot.total(ANY), *ends_of(snapshot))


@lru_cache(maxsize=8)
def archive_counts(snapshot: Snapshot, field: str) -> dict[int, int]:
    """Return how many articles the archive has of each month, person or whatever the index counts by.

    The commonest comes first. Counted once for each state of the index.
    """
    return snapshot.counts(ANY, {field: MOST_COUNTED})[field]


def newest_day(snapshot: Snapshot, conditions: Conditions = ANY, *, newest: bool = True) -> date | None:
    """Return the last day, or the first, that has an article of this kind."""
    keys = snapshot.keys(conditions, size=1, newest=newest)
    return day_of(keys[0]) if keys else None


def span(found: Found) -> dict[str, date | None]:
    """Return the first and the last day of a list, under these names."""
    conditions = found.listing.conditions
    return {
        "first": newest_day(found.snapshot, conditions, newest=False),
        "last": newest_day(found.snapshot, conditions),
    }


def day_before(snapshot: Snapshot, day: date) -> date | None:
    """Return the last day before `day` that has articles."""
    return newest_day(snapshot, Conditions(last_day=day - timedelta(days=1))) if day > date.min else None


def day_after(snapshot: Snapshot, day: date) -> date | None:
    """Return the first day after `day` that has articles."""
    return newest_day(snapshot, Conditions(first_day=day + timedelta(days=1)), newest=False)


def days_counted(snapshot: Snapshot, first: date, last: date) -> dict[date, int]:
    """Return how many articles each day has, of the days from `first` to `last` that have any."""
    counts = snapshot.counts(Conditions(first_day=first, last_day=last), {"day": 400})["day"]
    return {date.fromordinal(day): count for day, count in counts.items()}


def last_of_month(day: date) -> date:
    """Return the last day of the month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def prominence(entry: Entry) -> float:
    """Return how much room an article deserves: by its length, the people it names, and its standfirst."""
    article = entry.article
    return (
        min(article.word_count, 1500) / 100
        + 1.5 * min(len(entry.people), 6)
        + (4 if article.standfirst else 0)
    )


def arranged(entries: Sequence[Entry]) -> Arrangement:
    """Return the entries by prominence; equals keep their order."""
    ordered = sorted(entries, key=prominence, reverse=True)
    lead = ordered[0] if ordered else None
    return Arrangement(lead, tuple(ordered[1 : 1 + SECONDS]), tuple(ordered[1 + SECONDS :]))


def paper_of(snapshot: Snapshot, day: date) -> Paper:
    """Return the front page of `day`, which need not have articles."""
    found = Found(Listing(first=day.isoformat(), last=day.isoformat()), size=MOST_ARRANGED, snapshot=snapshot)
    arrangement = arranged(found.entries)
    counts = days_counted(snapshot, day.replace(day=1), last_of_month(day))
    same_day, before = on_this_day(snapshot, day), days_before(snapshot, day, arrangement)
    shown = {article.id: article for article in published(same_day + before)}
    facets, latest = facets_of(found, recent(snapshot, day))
    return Paper(
        day=day,
        found=found,
        arrangement=arrangement,
        sheet=month_sheet(day.year, day.month, counts),
        facets=facets,
        recent=latest,
        earlier=[shown[identity] for identity in before if identity in shown],
        on_this_day=[shown[identity] for identity in same_day if identity in shown],
        previous=day_before(snapshot, day),
        next=day_after(snapshot, day),
    )


def days_before(snapshot: Snapshot, day: date, arrangement: Arrangement) -> list[int]:
    """Return the ids of the newest articles before a day that fills no front page of its own."""
    if arrangement.lead is None or len(arrangement.seconds) == SECONDS or day == date.min:
        return []
    keys = snapshot.keys(Conditions(last_day=day - timedelta(days=1)), size=MOST_EARLIER)
    return [id_of(key) for key in keys]


def recent(snapshot: Snapshot, day: date) -> Found:
    """Return the list of the thirty days up to `day`."""
    first = date.fromordinal(max(1, day.toordinal() - RECENT_DAYS + 1))
    return Found(Listing(first=first.isoformat(), last=day.isoformat()), snapshot=snapshot)


def on_this_day(snapshot: Snapshot, day: date) -> list[int]:
    """Return the ids of up to four articles of the same day in earlier years, the latest year first."""
    ids: list[int] = []
    for earlier in same_day_before(day, coverage(snapshot).first):
        keys = snapshot.keys(Conditions(first_day=earlier, last_day=earlier), size=1)
        ids += [id_of(key) for key in keys]
        if len(ids) == MOST_ON_THIS_DAY:
            break
    return ids


def same_day_before(day: date, first: date | None) -> list[date]:
    """Return the same day in up to twelve earlier years that have it, none before `first`."""
    years = range(day.year - 1, first.year - 1 if first else day.year - 1, -1)
    leap_day = (day.month, day.day) == (2, 29)
    days = [day.replace(year=year) for year in years if not leap_day or isleap(year)]
    return days[:LOOKS_BACK]


def beside(snapshot: Snapshot, article: Article) -> tuple[Article | None, Article | None]:
    """Return the articles before and after this one on its day, in order of time."""
    key = sort_key(article.published_on, article.published_at, article.id)
    day = Conditions(first_day=article.published_on, last_day=article.published_on)
    earlier, later = (snapshot.keys(day, size=1, newest=newest, beyond=key) for newest in (True, False))
    shown = {one.id: one for one in published([id_of(key) for key in earlier + later])}
    before, after = (shown.get(id_of(keys[0])) if keys else None for keys in (earlier, later))
    return before, after


def published(ids: list[int]) -> list[Article]:
    """Return the articles with these ids that readers may see, without their texts, in this order."""
    shown = Article.objects.published().select_related("section").defer("body").in_bulk(ids) if ids else {}
    return [shown[identity] for identity in ids if identity in shown]

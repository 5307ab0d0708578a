"""Narrowing by dateline: decades, years, months, days, a few choices at each step."""

from datetime import date

from django.http import HttpRequest

from articles.admin.filters import IndexedFilter
from articles.models import Article
from articles.parameters import first_day_of, last_day_of

MOST_YEARS, MOST_DECADES = 30, 100


def span_of(text: str) -> tuple[date, date] | None:
    """Return the first and last day of 2017-06-09, 2017-06, 2017 or the decade 201; None of anything else."""
    ends = [text] if len(text) != 3 else [f"{text}{digit}" for digit in range(10)]
    days = [(first, last) for end in ends if (first := first_day_of(end)) and (last := last_day_of(end))]
    return (days[0][0], days[-1][1]) if days else None


def name_of(text: str) -> str:
    """Return what a reader calls the day, month, year or decade."""
    span = span_of(text)
    if span is None or len(text) == 4:
        return text
    day = span[0]
    return {3: f"{text}0s", 7: f"{day:%B} {day.year}", 10: f"{day.day} {day:%B} {day.year}"}[len(text)]


class DatelineFilter(IndexedFilter):
    """Articles dated in a decade, a year, a month or on a day."""

    title, parameter_name = "dateline", "date"

    @classmethod
    def understands(cls, value: str) -> bool:
        """Return whether `value` is a time that a dateline can lie in."""
        return span_of(value) is not None

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Return the chosen time, what it is a part of, and its parts."""
        chosen = self.value() or ""
        path = [chosen[:length] for length in (3, 4, 7, 10) if length <= len(chosen)]
        return [(step, name_of(step)) for step in path + (parts_of(chosen) if chosen else parts_of_archive())]


def parts_of(text: str) -> list[str]:
    """Return the years of a decade, the months of a year, the days of a month."""
    if len(text) == 3:
        return [year for digit in range(10) if span_of(year := f"{text}{digit}")]
    if len(text) == 4:
        return [f"{text}-{month:02}" for month in range(1, 13)]
    if len(text) == 7 and (span := span_of(text)):
        return [f"{text}-{day:02}" for day in range(1, span[1].day + 1)]
    return []


def parts_of_archive() -> list[str]:
    """Return the years of the archive, the newest first; its decades if there are many years. Two queries."""
    days = Article.objects.values_list("published_on", flat=True)
    first, last = days.order_by("published_on").first(), days.order_by("-published_on").first()
    if not first or not last:
        return []
    if last.year - first.year < MOST_YEARS:
        return [f"{year:04}" for year in range(last.year, first.year - 1, -1)]
    return [f"{decade:03}" for decade in range(last.year // 10, first.year // 10 - 1, -1)][:MOST_DECADES]

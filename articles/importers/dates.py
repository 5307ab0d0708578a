"""Read the dates that sources write: ISO 8601 (RFC 3339, W3C-DTF) and RFC 822. A date is never guessed."""

import calendar
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from articles.importers.base import Options, Unfit

LATEST_YEAR = 9998
MAX_SHOWN = 50

_LETTERS_FIRST = re.compile(r"\s*[A-Za-z]{3,9}\.?,?\s|\s*\d{1,2}\s+[A-Za-z]{3}")
_DAY_ALONE = re.compile(r"(?:[A-Za-z]{3,9}\.?,\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}")
_WRITTEN_OUT = re.compile(
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),|(?P<first>\d{1,2})\.? (?P<then>[A-Z][a-z]{2,8})) (?P<year>\d{4})"
)
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_ZONE = re.compile(r"\s(?P<name>[A-Za-z]+)\Z")
_KNOWN_ZONES = frozenset({
    "UT", "UTC", "GMT", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AST", "ADT",
})  # fmt: skip
_DAY_AND_TIME = re.compile(r"\d{4}(?:-\d\d-\d\d|\d{4})[Tt ]\d.{1,40}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z|[+-]\d{4})?)?")

Published = tuple[date, datetime | None]
"""The dateline, and the moment in UTC; no moment if only the day is known."""


class NoDate(ValueError):
    """What stands where a date should is none; the message says so."""


def published(text: str) -> Published:
    """Return the date and moment that `text` writes; without an offset it is UTC. Raises NoDate.

    The date is that of the source's own clock: 23:30 in New York is not tomorrow. Of a zone by a name that RFC 822 does not
    know, such as CET, nobody can tell the moment.
    """
    text = text.strip()
    try:
        if len(text) == 10 and text[4:5] == "-":
            return _within(date.fromisoformat(text)), None
        if (compact := _COMPACT.fullmatch(text)) and not compact[4]:
            return _within(date(*map(int, compact.group(1, 2, 3)))), None
        if written := _WRITTEN_OUT.fullmatch(text):
            return _within(_written_out(written)), None
        if _DAY_ALONE.fullmatch(text):
            return _within(parsedate_to_datetime(f"{text} 00:00").date()), None
        moment = parsedate_to_datetime(text) if _LETTERS_FIRST.match(text) else _moment(text)
        if (zone := _ZONE.search(text)) and zone["name"].upper() not in _KNOWN_ZONES:
            return _within(moment.date()), None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        universal = moment.astimezone(UTC)
        _within(universal.date())
        return _within(moment.date()), universal
    except (ValueError, OverflowError, TypeError, IndexError) as problem:
        raise NoDate(f"{text[:MAX_SHOWN]!r} is no date") from problem


def given(options: Options) -> Published:
    """Return the date that the operator gives to what bears none. Raises Unfit if there is none either."""
    if options.published_on:
        return options.published_on, None
    raise Unfit("it bears no date; --date gives one")


def _written_out(found: re.Match[str]) -> date:
    """Return the day of “June 9, 2017” or “9 June 2017”; a month may be cut to three letters."""
    name = found["month"] or found["then"]
    number = next((n for month, n in _MONTHS.items() if name in (month, month[:3])), 0)
    return date(int(found["year"]), number, int(found["day"] or found["first"]))


def _moment(text: str) -> datetime:
    """Return what ISO 8601 writes; Python takes any character, even a digit, for what parts day and time."""
    if not _DAY_AND_TIME.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _within(day: date) -> date:
    if day.year > LATEST_YEAR:
        raise ValueError(day)
    return day

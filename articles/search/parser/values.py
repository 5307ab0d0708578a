"""Dates and numbers behind a field, `on:2017-06`, `words:>800`: what they mean."""

import re
from datetime import date, timedelta

from articles.parameters import EARLIEST_YEAR, LATEST_YEAR, first_day_of, last_day_of
from articles.search.parser.habits import MOST, number
from articles.search.tree import Dated, Length

BOUND = re.compile(r"(?P<sign>>=|<=|[<>≤≥=])?(?P<words>[0-9]+)")
RANGE = re.compile(r"(?P<least>[0-9]*)\.\.(?P<most>[0-9]*)")


def dated(name: str, text: str) -> Dated | None:
    """Return the days that `text` means behind the field `name`, None if it is no date or leaves no day."""
    text = text.replace("/", "-")
    if name == "on":
        return _between(text)
    first, last = first_day_of(text), last_day_of(text)
    if first is None or last is None:
        return None
    match name:
        case "before":
            return Dated(None, first - timedelta(1)) if first > date.min else None
        case "after":
            beyond = last + timedelta(1)
            return Dated(beyond, None) if beyond.year <= LATEST_YEAR else None
        case "since":
            return Dated(first, None)
        case _:
            return Dated(None, last)


def _between(text: str) -> Dated | None:
    left, dots, right = text.partition("..")
    ends = [end for end in (left, right if dots else left) if end]
    days = [day for end in ends for day in (first_day_of(end), last_day_of(end)) if day is not None]
    if not ends or len(days) < 2 * len(ends):
        return None
    return Dated(min(days) if left else None, max(days) if right or not dots else None)


def length(text: str) -> Length | None:
    """Return the numbers of words that `text` means, None if it means none."""
    if match := BOUND.fullmatch(text):
        return _bounded(match["sign"] or "=", number(match["words"]))
    match = RANGE.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    least, most = (number(end) if end else None for end in match.groups())
    if least is not None and most is not None:
        return Length(min(least, most), max(least, most))
    return Length(least, most)


def _bounded(sign: str, words: int) -> Length | None:
    if sign == "<" and words == 0:
        return None
    match sign:
        case ">" | ">=" | "≥":
            return Length(min(words + (sign == ">"), MOST), None)
        case "<" | "<=" | "≤":
            return Length(None, words - (sign == "<"))
        case _:
            return Length(words, words)


def span(first: date, last: date) -> str:
    """Return the shortest way to write all days from `first` to `last`: years, months or days."""
    for characters in (4, 7, 10):
        left, right = first.isoformat()[:characters], last.isoformat()[:characters]
        if first_day_of(left) == first and last_day_of(right) == last:
            break
    return left if left == right else f"{left}..{right}"


DATES = f"it wants a date from {EARLIEST_YEAR:04} to {LATEST_YEAR}, like 2017, 2017-06 or 2017-06-09"
LENGTHS = "it wants a number of words, like 800, >800, <300 or 800..1200"

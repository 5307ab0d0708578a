"""What readers write into a URL: dates, places in a list, values of filters. Whatever is written, it is answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

SORTS = ("newest", "oldest", "relevance")
DEEPEST_RANK = 1_000
HIGHEST_KEY = (1 << 64) - 1
MOST_VALUES = 20
EARLIEST_YEAR, LATEST_YEAR = 1, 9998


class Parameters(Protocol):
    """What a URL asks for: Django's QueryDict, or anything that lists the values of a name."""

    def getlist(self, name: str) -> list[str]:
        """Return all values of `name`, in order."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: beyond a sort key in the list's direction or against it, or a rank by relevance.

    What is added later may be more relevant than anything before: so a rank counts the articles up to an id only.
    """

    kind: str
    number: int
    upto: int = 0

    def __str__(self) -> str:
        return f"{self.kind}-{self.number}" + (f"-{self.upto}" if self.upto else "")

    @classmethod
    def read(cls, text: str, sort: str) -> "Cursor | None":
        """Return the cursor that `text` writes, None if it is none or of another order."""
        kind, *digits = text.split("-")
        kinds = {"rank": 2} if sort == "relevance" else {"after": 1, "before": 1}
        if not 0 < len(digits) <= kinds.get(kind, 0) or not all(map(is_short_number, digits)):
            return None
        number, upto = (*map(int, digits), 0)[:2]
        if kind == "rank":
            return cls(kind, number, upto) if 0 <= number < DEEPEST_RANK and upto < HIGHEST_KEY else None
        return cls(kind, number) if 0 < number < HIGHEST_KEY else None


def is_short_number(text: str) -> bool:
    """Return whether a text is digits, and few enough for 64 bits."""
    return text.isascii() and text.isdigit() and len(text) <= 20


class Reader:
    """Reads the parameters of a URL, and collects what it could not understand."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self.problems: list[str] = []

    def last(self, name: str) -> str:
        """Return the last value of `name`, or nothing."""
        return (self.parameters.getlist(name) or [""])[-1].strip()

    def values(self, name: str, fixed: str | None = None) -> tuple[str, ...]:
        """Return all values of `name`, each once, in order."""
        values = tuple(
            dict.fromkeys(
                value for value in ([fixed] if fixed else []) + self.parameters.getlist(name) if value
            )
        )
        if len(values) > MOST_VALUES:
            self.problems.append(f"Only the first {MOST_VALUES} values of “{name}” were read.")
        return values[:MOST_VALUES]

    def choice(self, name: str, choices: Iterable[str], default: str) -> str:
        """Return the value of `name` if it is one of the choices."""
        value = self.last(name)
        if value and value not in choices:
            self.problems.append(f"There is no {name} “{value[:50]}”: it can be {', '.join(choices)}.")
        return value if value in choices else default

    def sort(self, *, has_text: bool) -> str:
        """Return the order of the list; without a text no article is more relevant than another."""
        sort = self.choice("sort", SORTS, "relevance" if has_text else "newest")
        return sort if has_text or sort != "relevance" else "newest"

    def days(self, first: str = "", last: str = "") -> tuple[str, str]:
        """Return the first and last date asked for, where they are not given; an end before the beginning is said."""
        first, last = first or self.day("from"), last or self.day("to")
        begin, end = first_day_of(first), last_day_of(last)
        if begin and end and end < begin:
            self.problems.append(
                f"No day lies between “{first}” and “{last}”: the end comes before the beginning."
            )
        return first, last

    def day(self, name: str) -> str:
        """Return a date that can be read: a year, a month or a day."""
        value = self.last(name)
        if value and first_day_of(value) is None:
            self.problems.append(
                f"“{name}” was left out: “{value[:50]}” is no date like 2017, 2017-06 or 2017-06-09."
            )
            return ""
        return value

    def page(self, most: int) -> int:
        """Return the number of a page, 1 if it is none."""
        value = self.last("page")
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
        if value and not 1 <= number <= most:
            self.problems.append("The page was not understood: this is the first.")
        return number if 1 <= number <= most else 1

    def cursor(self, sort: str) -> Cursor | None:
        """Return the place in the list."""
        value = self.last("cursor")
        cursor = Cursor.read(value, sort)
        if value and cursor is None:
            self.problems.append("The place in the list was not understood: this is its beginning.")
        return cursor


def first_day_of(text: str) -> date | None:
    """Return the first day of a year, month or day written `2017`, `2017-06` or `2017-06-09`; None if it is none."""
    parts = text.split("-")
    if not text or len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if len(parts[0]) != 4 or any(len(part) != 2 for part in parts[1:]):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def last_day_of(text: str) -> date | None:
    """Return the last day of a year, month or day; None if it is none."""
    first = first_day_of(text)
    if first is None or len(text) == 10:
        return first
    month = 12 if len(text) == 4 else first.month
    beyond = date(first.year + month // 12, month % 12 + 1, 1)
    return beyond - timedelta(days=1)

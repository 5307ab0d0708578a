"""Values as the archive's file writes them. Read back, they are what the columns of either database can hold, or Unfit."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from articles.keeping.refusals import Unfit
from articles.markup import MarkupTooLarge, clean
from articles.richtext import CleanHtml

LAST_DAY = date(9998, 12, 31)
END_OF_TIME = datetime(9999, 1, 1, 12, tzinfo=UTC)
"""When the last day of 9998 is over everywhere."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_SLUG = re.compile("[-a-zA-Z0-9_]+")
_PASSED_OVER = re.compile("[\x00-\x20\x7f-\xa0]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_WEB = ("http", "https", "ftp", "ftps")


@dataclass(frozen=True, slots=True)
class Kind:
    """What the values of a column are. A null is none of them: the column sees to it."""

    def write(self, value: Any) -> Any:
        """Return a stored value as JSON holds it."""
        return value

    def read(self, value: Any) -> Any:
        """Return a value of JSON as it is stored. Raises Unfit."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Any text up to a length in characters."""

    longest: int | None = None
    required: bool = False

    def write(self, value: str) -> str:
        """Return the text without NUL, which one of the databases can hold and the other can't."""
        return value.replace("\x00", "")

    def read(self, value: Any) -> str:
        """Return the text as it is."""
        if not isinstance(value, str):
            raise Unfit("is not text")
        if self.required and not value:
            raise Unfit("is empty")
        if self.longest is not None and len(value) > self.longest:
            raise Unfit(f"has {len(value):,} characters, {self.longest:,} is the most")
        if _UNSTORABLE.search(value):
            raise Unfit("has a character that no text can hold")
        return value


@dataclass(frozen=True, slots=True)
class Header(Text):
    """Text that is sent as a header of HTTP."""

    def read(self, value: Any) -> str:
        """Return the text, which has no control characters."""
        text = Text.read(self, value)
        if _CONTROLS.search(text):
            raise Unfit("has a control character")
        return text


@dataclass(frozen=True, slots=True)
class Slug(Text):
    """The part of an address that names a record."""

    def read(self, value: Any) -> str:
        """Return the slug."""
        text = Text.read(self, value)
        if not _SLUG.fullmatch(text):
            raise Unfit("is no slug: it may have letters, digits, hyphens and underscores")
        return text


@dataclass(frozen=True, slots=True)
class Address(Text):
    """The address of a web page: nothing that a link could run."""

    def read(self, value: Any) -> str:
        """Return the address."""
        text = Text.read(self, value)
        # browsers pass over spaces and controls wherever they stand
        scheme = _SCHEME.match(_PASSED_OVER.sub("", text))
        if scheme and scheme[1].lower() not in _WEB:
            raise Unfit("is no address of a web page")
        return text


@dataclass(frozen=True, slots=True)
class Html(Kind):
    """The body of an article."""

    def read(self, value: Any) -> CleanHtml:
        """Return the body, clean: what the archive wrote is left as it is."""
        if not isinstance(value, str):
            raise Unfit("is not text")
        try:
            return CleanHtml(clean(value))
        except MarkupTooLarge as problem:
            raise Unfit(f"can’t be stored: {problem}") from problem


@dataclass(frozen=True, slots=True)
class OneOf(Kind):
    """One of a few words."""

    values: Collection[str]

    def read(self, value: Any) -> str:
        """Return the word."""
        if not isinstance(value, str) or value not in self.values:
            raise Unfit(f"is not one of {', '.join(filter(None, self.values))}")
        return value


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number within bounds."""

    low: int
    high: int

    def read(self, value: Any) -> int:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool) or not self.low <= value <= self.high:
            raise Unfit(f"is no whole number from {self.low:,} to {self.high:,}")
        return value


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """Yes or no."""

    def read(self, value: Any) -> bool:
        """Return which of both."""
        if not isinstance(value, bool):
            raise Unfit("is neither true nor false")
        return value


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A date, from the year 1 to 9998."""

    def write(self, value: date) -> str:
        """Return the date as 2017-06-09."""
        return value.isoformat()

    def read(self, value: Any) -> date:
        """Return the date."""
        try:
            day = date.fromisoformat(Text().read(value))
        except ValueError as problem:
            raise Unfit("is no date like 2017-06-09") from problem
        if day > LAST_DAY or value != day.isoformat():
            raise Unfit("is no date like 2017-06-09, up to the year 9998")
        return day


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A moment, to the microsecond."""

    def write(self, value: datetime) -> str:
        """Return the moment as 2017-06-09T18:30:00Z, with the microseconds if there are any."""
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"

    def read(self, value: Any) -> datetime:
        """Return the moment, aware, UTC."""
        try:
            moment = datetime.fromisoformat(Text().read(value))
            moment = moment.astimezone(UTC) if moment.tzinfo else END_OF_TIME
        except (ValueError, OverflowError) as problem:
            raise Unfit("is no moment like 2017-06-09T18:30:00Z") from problem
        if moment >= END_OF_TIME:
            raise Unfit("is no moment like 2017-06-09T18:30:00Z, up to the year 9998")
        return moment

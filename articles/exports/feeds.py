"""What the feeds have in common: how an entry is known, who is named, when it was."""

import re
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from articles.citations import one_line
from articles.exports.references import names
from articles.outgoing import Heading, Outgoing

_HOST = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def entry_id(article: Outgoing) -> str:
    """Return a tag: URI (RFC 4151) that stays the article's own when its headline, dateline and address change.

    The day is the one on which the archive took the article in, which it did under this name.
    """
    host = urlsplit(article.permalink).hostname or ""
    authority = host if _HOST.fullmatch(host) else "localhost"
    return f"tag:{authority},{article.added_at.date().isoformat()}:articles/{article.id}"


def title(heading: Heading) -> str:
    """Return what a feed is called."""
    return one_line(": ".join(part for part in (heading.archive, heading.question) if part))


def authors(article: Outgoing) -> list[str]:
    """Return who is credited, as they are said; the publication if nobody signed."""
    said = [name.straight() for name in names(article)] or [one_line(article.publication)]
    return [name for name in said if name]


def moment(article: Outgoing) -> datetime:
    """Return when the article appeared: where only the day is known, its midnight UTC."""
    return article.published_at or datetime.combine(article.published_on, time(), UTC)


def rfc3339(when: datetime) -> str:
    """Return a moment as Atom and JSON Feed write it; it is UTC already."""
    return when.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def rfc822(when: datetime) -> str:
    """Return a moment as RSS writes it, with four digits for the year (RFC 5322, 3.3); it is UTC already."""
    day = f"{_DAYS[when.weekday()]}, {when.day:02} {_MONTHS[when.month - 1]} {when.year:04}"
    return f"{day} {when:%H:%M:%S} +0000"


def has_rfc822(day: date) -> bool:
    """Return whether readers of RFC 822 take the year for what it is: the first 999 mean 1900 and later to some."""
    return day.year >= 1000

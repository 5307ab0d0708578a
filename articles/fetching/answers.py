"""What is asked of a server beside the address, and what it answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_VALIDATOR = 500
LONGEST_DATE = 100
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.I | re.A)
_VALIDATOR = re.compile(r"[\x21-\x7e]+( [\x21-\x7e]+)*")
_SECONDS = re.compile(r"\d{1,9}", re.A)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """What is had already: the server need not send it again if it has not changed. Both as the server wrote them."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the request's headers that say so."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if _VALIDATOR.fullmatch(value)}


UNCONDITIONAL = Conditional()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered. `body` is unpacked, and there is one for status 200 alone.

    `url` is where the redirects led, `moved_to` how far permanent ones alone led, "" for nowhere. `content_type` is in
    lower case, without parameters. `retry_after` is in seconds, None if the server does not say.
    """

    status: int
    url: str
    moved_to: str = ""
    location: str = ""
    body: bytes = b""
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    retry_after: int | None = None

    @property
    def not_modified(self) -> bool:
        """Whether the server says that what is had already is as good."""
        return self.status == 304

    @property
    def is_for_good(self) -> bool:
        """Whether asking again would bring the same refusal: a client's error, but not one of haste."""
        return 400 <= self.status < 500 and self.status not in (408, 425, 429)


def answer_of(status: int, url: str, headers: Mapping[str, str], now: datetime) -> Fetched:
    """Return what the head of an answer says; `now` is aware."""
    content_type = headers.get("Content-Type") or ""
    charset = _CHARSET.search(content_type[:1000])
    return Fetched(
        status=status,
        url=url,
        location=headers.get("Location") or "",
        content_type=content_type.partition(";")[0].strip().lower()[:100],
        charset=charset[1].lower() if charset else "",
        etag=_kept(headers.get("ETag"), LONGEST_VALIDATOR),
        last_modified=_kept(headers.get("Last-Modified"), LONGEST_DATE),
        retry_after=_seconds(headers.get("Retry-After") or "", now),
    )


def _kept(value: str | None, longest: int) -> str:
    """Return a validator that can be sent back as it is, "" for others."""
    value = (value or "").strip()
    return value if len(value) <= longest and _VALIDATOR.fullmatch(value) else ""


def _seconds(value: str, now: datetime) -> int | None:
    value = value.strip()[:LONGEST_DATE]
    if _SECONDS.fullmatch(value):
        return int(value)
    try:
        moment = parsedate_to_datetime(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0, int((moment - now).total_seconds()))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None

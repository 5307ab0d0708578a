"""Who asks, where it may go, and how much it takes."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

from articles.fetching.allowed import Allowed
from articles.fetching.resolve import resolved

TOKEN = "Newsroom"  # noqa: S105 - the name by which robots.txt addresses the archive
LONGEST_AGENT = 200

Resolver = Callable[[str, float], list[str]]
"""Returns the addresses of a host, within so many seconds; raises FetchFailed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds from the name's look-up to the last byte, bytes unpacked, redirects; with `cut`, what is longer is cut."""

    seconds: float = 10
    size: int = 10_000_000
    redirects: int = 5
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What all requests of a run have in common."""

    agent: str = TOKEN
    allowed: Allowed = Allowed()
    limits: Limits = Limits()
    resolve: Resolver = resolved
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def agent_named(release: str, archive: str, url: str) -> str:
    """Return the User-Agent of an archive: its name and its address, by which a webmaster finds who asks."""
    about = "; ".join(filter(None, (_plain(archive), f"+{_plain(url)}" if url else "")))
    return f"{TOKEN}/{_plain(release)} ({about})"[:LONGEST_AGENT]


def _plain(text: str) -> str:
    return "".join(sign for sign in text if " " <= sign <= "~" and sign not in "()\\;").strip()

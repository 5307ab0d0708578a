"""Fetch one address: resolve, check, connect to what was checked, and the same again for every redirect."""

import http.client
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from articles.fetching.answers import UNCONDITIONAL, Conditional, Fetched, answer_of
from articles.fetching.body import ENCODINGS, body_of
from articles.fetching.client import Client
from articles.fetching.failures import FetchFailed
from articles.fetching.target import Target, redirected, target_of
from articles.fetching.wire import Deadline, connected

ACCEPTED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)


def fetch(
    url: str,
    client: Client,
    *,
    conditional: Conditional = UNCONDITIONAL,
    before: Callable[[Target], None] = lambda target: None,
) -> Fetched:
    """Return what the server at `url` answers, redirects followed.

    `before` is called before each request with what it asks for, outside the time limit, and may raise FetchFailed. Raises
    Refused where an address, a redirect or the size is not allowed, FetchFailed for all that may be otherwise another time.
    """
    deadline = Deadline(client.limits.seconds)
    target, moved_to, is_permanent = target_of(url), "", True
    for _ in range(client.limits.redirects + 1):
        with deadline.suspended():
            before(target)
        answer = _asked(target, client, deadline, conditional)
        if answer.status not in REDIRECTS or not answer.location:
            return replace(answer, moved_to=moved_to)
        target = redirected(target, answer.location)
        is_permanent = is_permanent and answer.status in PERMANENT
        moved_to = target.url if is_permanent else moved_to
    raise FetchFailed(f"it redirects more than {client.limits.redirects} times")


def _asked(target: Target, client: Client, deadline: Deadline, conditional: Conditional) -> Fetched:
    """Return the answer to one request, whatever it is; every way to get none is a FetchFailed with its sentence."""
    try:
        return _exchanged(target, client, deadline, conditional)
    except ssl.SSLCertVerificationError as problem:
        raise FetchFailed(
            f"{target.host}: its certificate is not valid: {problem.verify_message}"
        ) from problem
    except ssl.SSLError as problem:
        raise FetchFailed(f"{target.host}: no secure connection: {problem.reason or problem}") from problem
    except TimeoutError as problem:
        raise FetchFailed(f"{target.place}: no answer within {client.limits.seconds:g} seconds") from problem
    except OSError as problem:
        raise FetchFailed(f"{target.place}: no connection: {problem.strerror or problem}") from problem
    except http.client.HTTPException as problem:
        said = str(problem)[:100] or type(problem).__name__
        raise FetchFailed(f"{target.place}: what it answers is not HTTP: {said}") from problem


def _exchanged(target: Target, client: Client, deadline: Deadline, conditional: Conditional) -> Fetched:
    with connected(target, client, deadline) as wire:
        request = http.client.HTTPConnection(target.host, target.port)
        request.sock = wire
        request.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
        for name, value in _headers(target, client, conditional).items():
            request.putheader(name, value)
        request.endheaders()
        response = request.getresponse()
        wire.allowance += client.limits.size
        headers: Any = response.headers
        answer = answer_of(response.status, target.url, headers, datetime.now(UTC))
        return replace(answer, body=body_of(response, client.limits)) if response.status == 200 else answer


def _headers(target: Target, client: Client, conditional: Conditional) -> dict[str, str]:
    return {
        "Host": target.place,
        "User-Agent": client.agent,
        "Accept": ACCEPTED,
        "Accept-Encoding": ENCODINGS,
        "Connection": "close",
        **conditional.headers(),
    }

"""Any list, and any article, as a file: the address of its page with the kind of the file as a suffix."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from articles import indexing
from articles.exporting import (
    Asked,
    NoSuchList,
    blocks,
    exported,
    exported_article,
    listing_on,
    path_of_article,
    path_of_list,
)
from articles.exports import Exporter
from articles.facets import FACET_NAMES
from articles.found import unknown_in_words
from articles.listing import Listing
from articles.models import Status
from articles.outgoing import Heading
from articles.people.names import slug as slug_of
from articles.search.ask import Snapshot
from articles.views import errors
from articles.views.canonical import archive_url, elsewhere
from articles.views.days import real_date
from articles.views.reading import standing_at
from articles.views.records import moved_for_good

LONGEST_NAME = 60

PARAMETERS = frozenset({"q", "any", "from", "to", "sort", "cursor", "limit", "text"}).union(
    *({name, f"-{name}"} for name in FACET_NAMES)
)


@require_safe
def listed(request: HttpRequest, exporter: Exporter, page: str, **place: Any) -> HttpResponseBase:
    """Send the list of a page as a file. What is not understood is refused: a program would not see it said."""
    listing = existing(page, request, **place)
    asked = Asked.read(request.GET, exporter)
    problems = strange(request.GET) + listing.problems + asked.problems
    path = path_of_list(listing, exporter, asked.limit, full=asked.full)
    if moved := elsewhere(request, path, problems):
        return moved
    snapshot = indexing.snapshot()
    if answer := refused(problems) or unchanged(request, snapshot):
        return answer
    if listing.fixed & {*listing.unknown, *listing.renamed}:
        return moved_file(request, exporter, page, **place)
    if answer := refused(unknown_in_words(listing)):
        return answer
    base_url, total = archive_url(request), snapshot.total(listing.conditions)
    made = exported(
        listing, exporter, base_url=base_url, limit=asked.limit, full=asked.full, snapshot=snapshot
    )
    return sent(request, exporter, made, tag=tag_of(request, snapshot), total=total)


@require_safe
def article(
    request: HttpRequest, exporter: Exporter, year: int, month: int, day: int, slug: str
) -> HttpResponseBase:
    """Send one article as a file, if its page shows it."""
    asked = Asked.read(request.GET, exporter)
    snapshot = indexing.snapshot()
    if answer := refused(asked.problems) or unchanged(request, snapshot):
        return answer
    found = standing_at(real_date(year, month, day), slug)
    if found.status == Status.WITHDRAWN:
        return errors.gone(request)
    if moved := elsewhere(request, path_of_article(found, exporter, full=asked.full), ()):
        return moved
    made = exported_article(
        found, exporter, base_url=archive_url(request), full=asked.full, snapshot=snapshot
    )
    return sent(request, exporter, made, tag=tag_of(request, snapshot), total=1)


def existing(page: str, request: HttpRequest, **place: Any) -> Listing:
    """Return the list of a page; Http404 for a date that no calendar has."""
    try:
        return listing_on(page, request.GET, **place)
    except NoSuchList as impossible:
        raise Http404(str(impossible)) from impossible


def moved_file(request: HttpRequest, exporter: Exporter, page: str, slug: str) -> HttpResponse:
    """Return the way to a list whose page stands for a former address; Http404 if it stands for nothing."""
    kind = "person" if page == "byline" else page
    return moved_for_good(request, kind, slug, lambda now: reverse(f"{page}-file", args=[now, exporter]))


def strange(parameters: Iterable[str]) -> tuple[str, ...]:
    """Return the parameters that a list does not have, in words, but for those by which visitors are counted."""
    names = (name for name in parameters if name not in PARAMETERS and not name.startswith("utm_"))
    return tuple(f"There is no parameter “{name[:50]}”." for name in names)


def refused(problems: Iterable[str]) -> HttpResponse | None:
    """Return a refusal that names the problems, None if there are none."""
    text = "".join(f"{problem}\n" for problem in problems)
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8") if text else None


def unchanged(request: HttpRequest, snapshot: Snapshot) -> HttpResponseBase | None:
    """Return the answer to who has the file already, None to others. No record is asked for."""
    tag = tag_of(request, snapshot)
    fresh = HttpResponse(headers={"ETag": tag})
    answer = get_conditional_response(request, etag=tag, response=fresh)
    return None if answer is fresh else answer


def tag_of(request: HttpRequest, snapshot: Snapshot) -> str:
    """Return a name for a file as it is now: weak, for of the time it was made it tells the day alone."""
    position = snapshot.position.to_bytes() if snapshot.position else b""
    told = f"{settings.RELEASE} {today()} {request.build_absolute_uri()}"
    return f'W/"{hashlib.blake2b(position + told.encode(), digest_size=16).hexdigest()}"'


def sent(
    request: HttpRequest, exporter: Exporter, made: tuple[Heading, Iterator[str]], *, tag: str, total: int
) -> StreamingHttpResponse:
    """Return a file that is made while it is sent; who asks for the headers alone has nothing made."""
    heading, pieces = made
    name = file_name(heading.question, exporter.SUFFIX)
    return StreamingHttpResponse(
        blocks(pieces) if request.method == "GET" else iter(()),
        content_type=exporter.MEDIA_TYPE,
        headers={
            "Content-Disposition": str(content_disposition_header(not exporter.IS_FEED, name)),
            "ETag": tag,
            "X-Robots-Tag": "noindex",
            "X-Total-Count": str(total),
        },
    )


def file_name(asked: str, suffix: str) -> str:
    """Return a name for a file, in ASCII: newsroom-person-jeff-sessions-2026-11-22.csv."""
    words = [slug_of(settings.ARCHIVE_NAME), slug_of(asked)[:LONGEST_NAME].strip("-") if asked else ""]
    return "-".join(word for word in [*words, today()] if word) + f".{suffix}"


def today() -> str:
    """Return the day, UTC."""
    return f"{datetime.now(UTC):%Y-%m-%d}"

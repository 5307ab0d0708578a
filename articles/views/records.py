"""What the pages of a person, an author, a topic and a publication share: the record's own list of articles."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from articles.authority import Name, slug_now
from articles.citations.pages import citations_of_page
from articles.daybook import span
from articles.found import Found
from articles.listing import Listing, with_query
from articles.search.conditions import Conditions
from articles.views.canonical import archive_url, elsewhere, renamed


def record_page(
    request: HttpRequest, name: Name, template: str, context: Callable[[Found], dict[str, Any]]
) -> HttpResponse:
    """Return the page of a record with its articles, or the way to the list's own address.

    `context` returns what the page shows beside the list. With `?show=share` the chart shows shares of the archive.
    """
    listing = Listing.read(request.GET, path=request.path, known=(name,), **{name.kind: name.slug})
    by_share = request.GET.get("show") == "share"
    share_url = with_query(listing.place, [*listing.page_parameters(), ("show", "share")])
    addresses = (listing.page_url, share_url)
    if moved := elsewhere(request, addresses[by_share], listing.problems) or renamed(request, listing):
        return moved
    found = Found(listing)
    own_url = urljoin(archive_url(request), request.path)
    shown = {
        "snapshot": found.snapshot,
        "found": found,
        "by_share": by_share,
        "turned_url": addresses[not by_share],
        "citations": citations_of_page(name.name, settings.ARCHIVE_NAME, own_url),
        **span(found),
        **context(found),
    }
    return render(request, template, shown)


def moved_for_good(request: HttpRequest, kind: str, slug: str, way: Callable[[str], str]) -> HttpResponse:
    """Return the way from a former address of a person or a topic to where it stands now; Http404 if it never was one.

    `way` returns the address under another slug.
    """
    now = slug_now(kind, slug)
    if now is None:
        raise Http404(f"The archive knows no {kind} of this name.")
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{way(now)}?{query}" if query else way(now))


def articles_with(found: Found, field: str, record: int) -> int:
    """Return how many articles of the archive have a record in a field of the index."""
    return found.snapshot.total(Conditions(having=((field, frozenset({record})),)))

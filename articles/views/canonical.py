"""Every list has one address: whoever writes it another way is led there."""

from collections.abc import Collection
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect

from articles.listing import Listing, with_query


def elsewhere(request: HttpRequest, url: str, problems: Collection[str]) -> HttpResponse | None:
    """Return a redirect to the list's own address; None if the request asks for that already.

    An address in which something was not understood is left as it is, so that the page can say so. What is compared
    are parameters, not letters: however a browser or a proxy encodes them, there is no second redirect. It is
    temporary, for a parameter that means nothing today may mean something in the next release.
    """
    asked = request.META.get("QUERY_STRING", "").encode("latin-1").decode(errors="replace")
    if problems or parameters_of(asked) == parameters_of(urlsplit(url).query):
        return None
    return HttpResponseRedirect(url)


def renamed(request: HttpRequest, listing: Listing) -> HttpResponse | None:
    """Return a redirect for good to the list with the slugs of today, where a filter names a record by a former one."""
    asked = [(name, value) for name, values in request.GET.lists() for value in values]
    now = [(name, listing.renamed.get((name.removeprefix("-"), value), value)) for name, value in asked]
    return None if now == asked else HttpResponsePermanentRedirect(with_query(request.path, now))


def as_list(request: HttpRequest, first: str = "", last: str = "") -> HttpResponse | None:
    """Return a redirect to the list that the parameters ask for of a page that is no list itself; None if they ask nothing.

    `first` and `last` are the time that the page stands for: a day with a person is a list of the person's articles.
    """
    fixed: dict[str, Any] = {"from": first, "to": last} if first else {}
    asked, own = Listing.read(request.GET, **fixed), Listing(first=first, last=last)
    if not asked.problems and asked.parameters() == own.parameters():
        return None
    return HttpResponseRedirect(asked.search_url)


def archive_url(request: HttpRequest) -> str:
    """Return what whole addresses begin with: the archive's public one, else the one that was asked."""
    return settings.ARCHIVE_URL or request.build_absolute_uri("/")


def parameters_of(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query in order, empty ones too."""
    return parse_qsl(query, keep_blank_values=True)

"""What the pages of a person, an author, a topic and a publication share: the record's own list of articles."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.authority import Name
from articles.daybook import span
from articles.found import Found
from articles.listing import Listing
from articles.search.conditions import Conditions
from articles.views.canonical import elsewhere


def record_page(
    request: HttpRequest, name: Name, template: str, context: Callable[[Found], dict[str, Any]]
) -> HttpResponse:
    """Return the page of a record with its articles, or the way to the list's own address.

    `context` returns what the page shows beside the list.
    """
    listing = Listing.read(request.GET, path=request.path, known=(name,), **{name.kind: name.slug})
    if moved := elsewhere(request, listing.page_url, listing.problems):
        return moved
    found = Found(listing)
    shown = {"snapshot": found.snapshot, "found": found, **span(found), **context(found)}
    return render(request, template, shown)


def articles_with(found: Found, field: str, record: int) -> int:
    """Return how many articles of the archive have a record in a field of the index."""
    return found.snapshot.total(Conditions(having=((field, frozenset({record})),)))

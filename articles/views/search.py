"""Search: any list of articles, narrowed by words, facets and dates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.examples import EXAMPLES, HABITS
from articles.facets import FACET_NAMES
from articles.found import Found
from articles.listing import Listing
from articles.views.canonical import elsewhere, renamed


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the reader's words and filters find."""
    listing = Listing.read(request.GET)
    if moved := elsewhere(request, listing.page_url, listing.problems) or renamed(request, listing):
        return moved
    found = Found(listing)
    return render(request, "search.html", {"place": "search", "snapshot": found.snapshot, "found": found})


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Explain the search language by examples that run."""
    context = {
        "place": "help",
        "snapshot": indexing.snapshot(),
        "examples": EXAMPLES,
        "habits": HABITS,
        "facets": FACET_NAMES,
    }
    return render(request, "help.html", context)

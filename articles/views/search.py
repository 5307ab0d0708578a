"""Search: any list of articles, narrowed by words, facets and dates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.found import Found
from articles.listing import Listing


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the reader's words and filters find."""
    found = Found(Listing.read(request.GET))
    return render(request, "search.html", {"place": "search", "snapshot": found.snapshot, "found": found})

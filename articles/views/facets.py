"""All values of a facet: everyone named in what a search finds, every topic, every year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.facetlist import FacetAsked, FacetList
from articles.facets import BY_NAME
from articles.found import Found
from articles.views.canonical import elsewhere, renamed


@require_safe
def facet(request: HttpRequest, name: str) -> HttpResponse:
    """Show every value that the articles of a list have, by count or by name."""
    if name not in BY_NAME:
        raise Http404("Lists are not narrowed by this.")
    asked = FacetAsked.read(BY_NAME[name], request.GET)
    problems = asked.listing.problems + asked.problems
    if moved := elsewhere(request, asked.url, problems) or renamed(request, asked.listing):
        return moved
    found = Found(asked.listing)
    context = {
        "place": "search",
        "snapshot": found.snapshot,
        "found": found,
        "values": FacetList(asked, found.snapshot),
    }
    return render(request, "facet.html", context)

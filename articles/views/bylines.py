"""Who wrote: the page of one author."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.authority import Name
from articles.daybook import span
from articles.found import Found
from articles.listing import Listing
from articles.models import Person
from articles.search.conditions import Conditions
from articles.views.canonical import elsewhere


@require_safe
def byline(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author: what they wrote, how much and when, and the way to what is written about them."""
    author = get_object_or_404(Person, slug=slug)
    name = Name("byline", author.pk, author.slug, author.name)
    listing = Listing.read(request.GET, path=request.path, known=(name,), byline=slug)
    if moved := elsewhere(request, listing.page_url, listing.problems):
        return moved
    found = Found(listing)
    context = {
        "place": "people",
        "snapshot": found.snapshot,
        "found": found,
        "author": author,
        "named": found.snapshot.total(Conditions(having=(("person", frozenset({author.pk})),))),
        **span(found),
    }
    return render(request, "byline.html", context)

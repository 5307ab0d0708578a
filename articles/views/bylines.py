"""Who wrote: the page of one author."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.authority import Name
from articles.models import Person
from articles.views.records import articles_with, moved_for_good, record_page


@require_safe
def byline(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author: what they wrote, how much and when, and the way to what is written about them."""
    author = Person.objects.filter(slug=slug).first()
    if author is None:
        return moved_for_good(request, "person", slug, lambda now: reverse("byline", args=[now]))
    return record_page(
        request,
        Name("byline", author.pk, author.slug, author.name),
        "byline.html",
        lambda found: {
            "place": "people",
            "author": author,
            "named": articles_with(found, "person", author.pk),
        },
    )

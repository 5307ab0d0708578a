"""Everything a person is quoted with, the latest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.models import Person
from articles.parameters import Reader
from articles.personpage import Quotations
from articles.views.records import moved_for_good


@require_safe
def quotations(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person's quotations in published articles, fifty a page, of one year or of all."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return moved_for_good(request, "person", slug, lambda now: reverse("quotations", args=[now]))
    snapshot = indexing.snapshot()
    context = {
        "place": "people",
        "snapshot": snapshot,
        "person": person,
        "quotations": Quotations.read(Reader(request.GET), person, snapshot),
    }
    return render(request, "quotations.html", context)

"""The directory of people, and the page of one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import Name, name_of, named
from articles.daybook import archive_counts
from articles.directory import PeopleAsked, only_authors
from articles.models import Person
from articles.parameters import Reader
from articles.views.records import articles_with, record_page

MOST_COVERED = 18


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show the people in order of their names, and who is covered most."""
    snapshot = indexing.snapshot()
    asked = PeopleAsked.read(Reader(request.GET), hidden=only_authors(snapshot))
    counts = archive_counts(snapshot, "person")
    context = {
        "place": "people",
        "snapshot": snapshot,
        "asked": asked,
        "counts": counts,
        "covered": most_covered(counts) if asked == PeopleAsked() else [],
        "letters": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    }
    return render(request, "people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person: how much was written about them, when, with whom, and the articles."""
    person = get_object_or_404(Person.objects.prefetch_related("aliases"), slug=slug)
    return record_page(
        request,
        name_of(person),
        "person.html",
        lambda found: {
            "place": "people",
            "person": person,
            "wrote": articles_with(found, "author", person.pk),
        },
    )


def most_covered(counts: dict[int, int]) -> list[tuple[Name, int, int]]:
    """Return the most covered people with their counts, and these in per cent of the highest."""
    top = list(counts.items())[:MOST_COVERED]
    names = named({"person": [identity for identity, _ in top]})
    known = [(names["person", identity], count) for identity, count in top if ("person", identity) in names]
    return [(name, count, round(100 * count / known[0][1])) for name, count in known]

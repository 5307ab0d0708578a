"""The directory of people, and the page of one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import name_of
from articles.daybook import archive_counts
from articles.directory import PeopleAsked, highest_standings, most_covered, only_authors
from articles.models import Person
from articles.parameters import Reader
from articles.personpage import Portrait
from articles.succession import leading_organisations, leading_posts
from articles.views.records import moved_for_good, record_page

MOST_LEADING = 12


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show the people in order of their names, who is covered most, and which offices they held."""
    snapshot = indexing.snapshot()
    asked = PeopleAsked.read(Reader(request.GET), hidden=only_authors(snapshot))
    is_plain = asked == PeopleAsked()
    covered = most_covered(snapshot, asked) if is_plain or asked.is_dated else []
    context = {
        "place": "people",
        "snapshot": snapshot,
        "asked": asked,
        "counts": archive_counts(snapshot, "person"),
        "covered": covered,
        "standings": highest_standings(
            [person.id for person in asked.people] + [one.name.id for one in covered], snapshot
        ),
        "posts": leading_posts(MOST_LEADING) if is_plain else [],
        "organisations": leading_organisations(MOST_LEADING) if is_plain else [],
        "letters": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    }
    return render(request, "people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person: what they were, how much was written about them, when, with whom, what they said, the articles."""
    person = Person.objects.prefetch_related("aliases").filter(slug=slug).first()
    if person is None:
        return moved_for_good(request, "person", slug, lambda now: reverse("person", args=[now]))
    return record_page(
        request,
        name_of(person),
        "person.html",
        lambda found: {"place": "people", "person": person, "portrait": Portrait(person, found)},
    )

"""Who published: all publications, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import name_of
from articles.daybook import archive_counts
from articles.models import Publication
from articles.views.records import record_page


@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """Show the publications that have something to read, with the number of their articles."""
    snapshot = indexing.snapshot()
    counts = archive_counts(snapshot, "publication")
    context = {
        "place": "publications",
        "snapshot": snapshot,
        "counts": counts,
        "publications": Publication.objects.filter(pk__in=counts),
    }
    return render(request, "publications.html", context)


@require_safe
def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a publication and its articles."""
    publication = get_object_or_404(Publication, slug=slug)
    return record_page(
        request,
        name_of(publication),
        "publication.html",
        lambda found: {"place": "publications", "publication": publication},
    )

"""The front page: the newest day that has articles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.daybook import newest_day, paper_of
from articles.views.canonical import as_list


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the newest day as a front page, or how to begin if the archive is empty."""
    if moved := as_list(request):
        return moved
    snapshot = indexing.snapshot()
    day = newest_day(snapshot)
    context = {"place": "front", "snapshot": snapshot, "paper": paper_of(snapshot, day) if day else None}
    return render(request, "front.html", context)

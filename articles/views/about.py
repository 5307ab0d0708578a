"""What the archive holds, and what it asks of robots."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.charts import over_time
from articles.daybook import archive_counts
from articles.found import Found
from articles.listing import Listing


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show how much the archive holds, from when, from whom."""
    found = Found(Listing(), snapshot=indexing.snapshot())
    months = archive_counts(found.snapshot, "month")
    context = {
        "place": "about",
        "snapshot": found.snapshot,
        "found": found,
        "chart": over_time(months, months),
    }
    return render(request, "about.html", context)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the endless lists and the admin."""
    lines = ["User-agent: *", f"Disallow: {reverse('search')}", f"Disallow: {reverse('admin:index')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")

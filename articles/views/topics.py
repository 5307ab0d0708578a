"""The tree of topics, and the page of one topic."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import name_of
from articles.daybook import archive_counts, span
from articles.directory import Topics
from articles.found import Found
from articles.listing import Listing
from articles.models import Topic
from articles.views.canonical import elsewhere


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Show all topics, the narrower under the broader."""
    snapshot = indexing.snapshot()
    counts = archive_counts(snapshot, "topic")
    context = {"place": "topics", "snapshot": snapshot, "branches": Topics.of_archive().branches(counts)}
    return render(request, "topics.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic: how much was written about it and those under it, when, with whom, and the articles."""
    topic = get_object_or_404(Topic.objects.prefetch_related("aliases"), slug=slug)
    directory = Topics.of_archive()
    listing = Listing.read(request.GET, path=request.path, known=(name_of(topic),), topic=slug)
    if moved := elsewhere(request, listing.page_url, listing.problems):
        return moved
    found = Found(listing)
    broader = directory.path(topic.id)
    counts = archive_counts(found.snapshot, "topic")
    context = {
        "place": "topics",
        "snapshot": found.snapshot,
        "found": found,
        "topic": topic,
        "broader": broader,
        "narrower": directory.narrower(topic.id, counts),
        **span(found),
    }
    return render(request, "topic.html", context)

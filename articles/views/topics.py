"""The tree of topics, and the page of one topic."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import name_of
from articles.daybook import archive_counts
from articles.directory import Topics
from articles.models import Topic
from articles.views.records import record_page


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
    return record_page(
        request,
        name_of(topic),
        "topic.html",
        lambda found: {
            "place": "topics",
            "topic": topic,
            "broader": directory.path(topic.id),
            "narrower": directory.narrower(topic.id, archive_counts(found.snapshot, "topic")),
        },
    )

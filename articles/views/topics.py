"""The tree of topics, and the page of one topic."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authority import name_of
from articles.daybook import archive_counts
from articles.directory import Topics, TopicsAsked, most_covered
from articles.models import Topic
from articles.parameters import Reader
from articles.personpage import Related
from articles.views.records import moved_for_good, record_page


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Show all topics, the narrower under the broader, and which are covered most; or those of a name."""
    snapshot, asked = indexing.snapshot(), TopicsAsked.read(Reader(request.GET))
    counts = archive_counts(snapshot, "topic")
    is_tree = not (asked.q or asked.is_dated)
    context = {
        "place": "topics",
        "snapshot": snapshot,
        "asked": asked,
        "covered": [] if asked.q else most_covered(snapshot, asked, "topic"),
        "standings": {},
        "branches": Topics.of_archive().branches(counts) if is_tree else asked.found(counts),
    }
    return render(request, "topics.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic: how much was written about it and those under it, when, with what and whom, and the articles."""
    topic = Topic.objects.prefetch_related("aliases").filter(slug=slug).first()
    if topic is None:
        return moved_for_good(request, "topic", slug, lambda now: reverse("topic", args=[now]))
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
            "related": Related(topic, found, directory),
        },
    )

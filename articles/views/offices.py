"""The posts by their organisations, everyone who held a post, and an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.models import Organisation, Post
from articles.parameters import Reader
from articles.succession import Bodies, HoldersAsked, Posts, PostsAsked, Succession


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Show all posts by their organisations, and who holds them or held them on a day."""
    asked = PostsAsked.read(Reader(request.GET))
    context = {
        "place": "people",
        "snapshot": indexing.snapshot(),
        "asked": asked,
        "posts": Posts(asked, Bodies.of_archive()),
    }
    return render(request, "offices.html", context)


@require_safe
def office(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everyone who held a post."""
    post = get_object_or_404(Post.objects.select_related("organisation"), slug=slug)
    snapshot, asked = indexing.snapshot(), HoldersAsked.read(Reader(request.GET))
    context = {
        "place": "people",
        "snapshot": snapshot,
        "post": post,
        "asked": asked,
        "succession": Succession(post, asked, snapshot),
    }
    return render(request, "office.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation: what it is a part of, its parts, its posts, and who holds them or held them on a day."""
    organisation = get_object_or_404(Organisation, slug=slug)
    asked, bodies = PostsAsked.read(Reader(request.GET)), Bodies.of_archive()
    context = {
        "place": "people",
        "snapshot": indexing.snapshot(),
        "organisation": organisation,
        "asked": asked,
        "path": bodies.path(organisation),
        "parts": bodies.parts(organisation),
        "posts": Posts(asked, bodies, organisation),
    }
    return render(request, "organisation.html", context)

"""What the search box asks for while someone types."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.suggesting import suggestions

HEADERS = {"Cache-Control": "public, max-age=60", "X-Robots-Tag": "noindex"}


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return what fits the words typed so far, as JSON; nothing for what no one types. With `kind=person`, people alone."""
    only = request.GET.get("kind", "")
    found = suggestions(request.GET.get("q", ""), indexing.snapshot(), only=only)
    return JsonResponse({"suggestions": [asdict(suggestion) for suggestion in found]}, headers=HEADERS)

"""The article's own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authorship import linked_byline
from articles.daybook import beside
from articles.listing import Listing
from articles.marking import marked
from articles.models import Article, Status
from articles.views.days import real_date

SHOWN = ("headline", "standfirst", "byline", "body")
"""The texts in which a search is marked, as they follow each other on the page."""


@require_safe
def article(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponse:
    """Show an article that is published; one that was withdrawn leaves a notice and nothing of itself.

    With `?q=` the places that answer the search are marked.
    """
    dated = Article.objects.dated(real_date(year, month, day))
    found = get_object_or_404(dated.with_names(), slug=slug)
    if found.status == Status.WITHDRAWN:
        return render(request, "errors/410.html", status=410)
    if found.status != Status.PUBLISHED:
        raise Http404("No article stands here.")
    snapshot = indexing.snapshot()
    earlier, later = beside(snapshot, found)
    context = {
        "snapshot": snapshot,
        "article": found,
        "earlier": earlier,
        "later": later,
        "opengraph": opengraph(found),
    }
    return render(request, "article.html", context | shown(found, Listing.read(request.GET)))


def shown(article: Article, listing: Listing) -> dict[str, object]:
    """Return the texts that are shown, with marks where they answer the text of a list, and these marks if there are any."""
    texts = {name: getattr(article, name) for name in SHOWN} | {"byline": linked_byline(article)}
    tree = listing.understood.tree
    marks = marked(texts, tree, article.language) if tree else None
    if marks and marks.count:
        return {"shown": marks.texts, "marks": marks, "listing": listing}
    return {"shown": texts}


def opengraph(article: Article) -> dict[str, str]:
    """Return what other sites may say of the article when someone links to it."""
    moment = article.published_at if article.time_known else article.published_on
    said = {
        "og:type": "article",
        "og:title": article.headline,
        "og:description": article.standfirst,
        "article:published_time": moment.isoformat(),
        "article:section": article.section.name if article.section else "",
    }
    return {name: text for name, text in said.items() if text}

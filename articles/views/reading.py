"""The article's own page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.authorship import linked_byline
from articles.citations import STYLES
from articles.daybook import beside
from articles.exporting import outgoing
from articles.exporting.offers import references_of
from articles.listing import Listing
from articles.marking import marked
from articles.models import Article, OtherSource, Status
from articles.naming.quoted import quoted_in
from articles.standing import standings_for
from articles.views.canonical import archive_url
from articles.views.days import real_date

SHOWN = ("headline", "standfirst", "byline", "body")
"""The texts in which a search is marked, as they follow each other on the page."""
MOST_ELSEWHERE = 20


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else an article was published: near-copies in the archive, and other addresses of the article itself."""

    copies: list[Article]
    addresses: list[str]
    has_more: bool

    def __bool__(self) -> bool:
        return bool(self.copies or self.addresses)


@require_safe
def article(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponse:
    """Show an article that is published; one that was withdrawn leaves a notice and nothing of itself.

    With `?q=` the places that answer the search are marked.
    """
    found = standing_at(real_date(year, month, day), slug)
    if found.status == Status.WITHDRAWN:
        return render(request, "errors/410.html", status=410)
    snapshot = indexing.snapshot()
    earlier, later = beside(snapshot, found)
    context = {
        "snapshot": snapshot,
        "article": found,
        "earlier": earlier,
        "later": later,
        "named": standings_for([found], snapshot).named_in(found),
        "opengraph": opengraph(found),
        "also": published_also(found),
        "citations": citations_of(found, archive_url(request)),
        "references": references_of(found),
    }
    return render(request, "article.html", context | shown(found, Listing.read(request.GET)))


def standing_at(day: date, slug: str) -> Article:
    """Return the article of an address, published or withdrawn; for any other, Http404."""
    found = get_object_or_404(Article.objects.dated(day).with_names(), slug=slug)
    if found.status not in (Status.PUBLISHED, Status.WITHDRAWN):
        raise Http404("No article stands here.")
    return found


def shown(article: Article, listing: Listing) -> dict[str, object]:
    """Return the texts that are shown, with marks where they answer the text of a list, and these marks if there are any."""
    texts = {name: getattr(article, name) for name in SHOWN} | {"byline": linked_byline(article)}
    tree = listing.understood.tree
    marks = marked(texts, tree, article.language, quoted_in(article, tree)) if tree else None
    if marks and marks.count:
        return {"shown": marks.texts, "marks": marks, "listing": listing}
    return {"shown": texts}


def published_also(article: Article) -> Elsewhere:
    """Return where else an article was published, the first twenty places: two queries."""
    earliest = article.copy_of_id or article.pk
    group = Article.objects.published().filter(Q(pk=earliest) | Q(copy_of=earliest)).exclude(pk=article.pk)
    copies = group.select_related("publication").defer("body", "standfirst").order_by("published_on", "id")
    known = OtherSource.objects.filter(article=article, superseded=False, source_url__regex="^https?://")
    others = known.exclude(source_url=article.source_url).values_list("source_url", flat=True)
    shown, addresses = list(copies[: MOST_ELSEWHERE + 1]), list(dict.fromkeys(others[: MOST_ELSEWHERE + 1]))
    return Elsewhere(
        copies=shown[:MOST_ELSEWHERE],
        addresses=addresses[: max(0, MOST_ELSEWHERE - len(shown))],
        has_more=len(shown) + len(addresses) > MOST_ELSEWHERE,
    )


def citations_of(article: Article, base_url: str) -> list[tuple[str, str]]:
    """Return how bibliographies cite an article, in each style with its name."""
    cited = outgoing(article, base_url)
    return [(label, cite(cited)) for _, label, cite in STYLES]


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

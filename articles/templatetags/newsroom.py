"""What templates need of the archive: links, facets, charts, sections."""

import time
from functools import lru_cache
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.template import Context

from articles.authority import Name, address_of
from articles.authorship import unprinted_authors
from articles.charts import Chart, over_time
from articles.daybook import Coverage, archive_counts, coverage
from articles.found import Found
from articles.listing import Listing, with_query
from articles.models import Article, Section
from articles.naming.offers import offers
from articles.parameters import first_day_of, last_day_of
from articles.search.ask import Snapshot
from articles.search.excerpt import Fragment, with_marks
from articles.standing import any_standing
from articles.succession import principals_on

register = template.Library()
MOST_SECTIONS = 10
SECTIONS_KEPT_SECONDS = 60

register.filter(any_standing)
register.filter(offers)
register.filter(principals_on)
register.filter(unprinted_authors)


@register.filter
def page_of(name: Name) -> str:
    """Return the address of the page of a person, topic, publication or whatever a facet counts."""
    return address_of(name.kind, name.slug)


@register.filter
def found_by(article: Article, listing: Listing) -> str:
    """Return the address of an article that carries along the text it was found by."""
    return with_query(article.get_absolute_url(), [("q", listing.q)] if listing.q else [])


@register.filter
def headline_for(article: Article, listing: Listing) -> tuple[Fragment, ...]:
    """Return the headline of an article in pieces, those apart that answer the text it was found by."""
    tree = listing.understood.tree
    if tree is None:
        return (Fragment(article.headline),)
    return with_marks(article.headline, tree, article.language, "headline")


@register.filter
def words(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


@register.filter
def lookup(counts: dict[int, int], key: int) -> int:
    """Return the count of a key, 0 if there is none."""
    return counts.get(key, 0)


@register.simple_tag
def archive_name() -> str:
    """Return what the archive is called."""
    return settings.ARCHIVE_NAME


@register.simple_tag
def coverage_of(snapshot: Snapshot) -> Coverage:
    """Return what the whole archive holds."""
    return coverage(snapshot)


@register.simple_tag
def sections() -> list[Section]:
    """Return the first sections of the archive: one query a minute for each process."""
    return sections_in(int(time.monotonic() // SECTIONS_KEPT_SECONDS))


@lru_cache(maxsize=1)
def sections_in(minute: int) -> list[Section]:
    """Return the sections that had something to read in some minute: a draft’s section tells what is to come."""
    articles = Article.objects.published().filter(section=OuterRef("pk"))
    return list(Section.objects.filter(Exists(articles))[:MOST_SECTIONS])


@register.simple_tag
def months_chart(found: Found, by_share: object = False) -> Chart:
    """Return the bars of a list over time, with its share of the archive and the time it is narrowed to.

    Bars are as high as their counts or, `by_share`, as their share of the archive.
    """
    chosen = first_day_of(found.listing.first), last_day_of(found.listing.last)
    first, last = (day.year * 12 + day.month - 1 if day else None for day in chosen)
    archive = archive_counts(found.snapshot, "month")
    return over_time(found.months, archive, chosen=(first, last), by_share=bool(by_share))


@register.simple_tag
def dated_url(listing: Listing, first: str, last: str) -> str:
    """Return the address of the list narrowed to these dates."""
    return listing.dated(first, last).page_url


@register.simple_tag
def sorted_url(listing: Listing, sort: str) -> str:
    """Return the address of the list in another order."""
    return listing.sorted_by(sort).page_url


@register.simple_tag(takes_context=True)
def absolute_url(context: Context, path: str) -> str:
    """Return the whole address of a path, under the name the archive is known or was asked by."""
    if settings.ARCHIVE_URL:
        return urljoin(settings.ARCHIVE_URL, path)
    request = context.get("request")
    return request.build_absolute_uri(path) if request else path

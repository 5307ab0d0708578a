"""What templates need of the archive: links, facets, charts, sections."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse

from articles.authority import Name
from articles.charts import Chart, over_time
from articles.daybook import Coverage, archive_counts, coverage
from articles.found import Found
from articles.listing import Listing
from articles.models import Section
from articles.narrowing import Chosen, FacetCounts, FacetValue
from articles.search.ask import Snapshot

register = template.Library()
MOST_SECTIONS = 10
SECTIONS_KEPT_SECONDS = 60


@register.filter
def page_of(name: Name) -> str:
    """Return the address of the page of a person, topic, publication or section."""
    return address_of(name.kind, name.slug)


@lru_cache(maxsize=10_000)
def address_of(kind: str, slug: str) -> str:
    """Return the address of a page; a list shows the same people over and over."""
    if kind == "section":
        return f"{reverse('search')}?section={slug}"
    return reverse(kind, args=[slug])


@register.filter
def apart_from(facets: Sequence[FacetCounts], own: Sequence[Name]) -> list[FacetCounts]:
    """Return the facets without what the page itself is about, measured against the rest."""
    return [
        FacetCounts(found.facet, remeasured(v for v in found.values if v.name not in own)) for found in facets
    ]


def remeasured(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    """Return the values with shares of the commonest among them."""
    kept = tuple(values)
    most = max((value.count for value in kept), default=1)
    return tuple(replace(value, share=round(100 * value.count / most)) for value in kept)


@register.filter
def removable(found: Found) -> list[Chosen]:
    """Return the filters a reader chose, without those that the page's own address stands for."""
    as_it_is = found.listing.sorted_by(found.listing.sort).page_url
    return [chosen for chosen in found.chosen if chosen.without.page_url != as_it_is]


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
    """Return the sections as they stood in some minute."""
    return list(Section.objects.all()[:MOST_SECTIONS])


@register.simple_tag
def months_chart(found: Found) -> Chart:
    """Return the bars of a list over time, with its share of the archive."""
    return over_time(found.months, archive_counts(found.snapshot, "month"))


@register.simple_tag
def dated_url(listing: Listing, first: str, last: str) -> str:
    """Return the address of the list narrowed to these dates."""
    return listing.dated(first, last).search_url


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

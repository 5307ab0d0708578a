"""What templates need to say dates, numbers and links."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse

from articles.authority import Name
from articles.charts import MONTH_NAMES, Chart, over_time
from articles.daybook import Coverage, archive_months, coverage
from articles.found import Chosen, FacetCounts, FacetValue, Found
from articles.listing import Listing
from articles.markup import plain_text
from articles.models import Section
from articles.search.ask import Snapshot

register = template.Library()
MOST_SECTIONS = 10
SINGULAR = {"People": "person", "Topics": "topic", "Publications": "publication", "Sections": "section"}
SECTIONS_KEPT_SECONDS = 60


@register.filter
def long_date(day: date | None) -> str:
    """Return `9 June 2017`."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}" if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """Return `9 Jun 2017`."""
    return f"{day.day} {MONTH_NAMES[day.month][:3]} {day.year}" if day else ""


@register.filter
def month_name(day: date) -> str:
    """Return `June 2017`."""
    return f"{MONTH_NAMES[day.month]} {day.year}"


@register.filter
def month_word(day: date) -> str:
    """Return `June`."""
    return MONTH_NAMES[day.month]


@register.filter
def weekday(day: date) -> str:
    """Return `Friday`."""
    return day.strftime("%A")


@register.filter
def thousands(number: int) -> str:
    """Return `41,206`."""
    return f"{number:,}"


@register.filter
def plural(number: int, noun: str) -> str:
    """Return `1 article`, `41,206 articles` for "article"; for "person,people" either word."""
    one, _, many = noun.partition(",")
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@register.filter
def per_cent(share: float | None) -> str:
    """Return a share as a reader says it: `12 %`, `3.4 %`, `under 0.1 %`."""
    if share is None:
        return "–"
    if 0 < share < 0.1:
        return "under 0.1 %"
    return f"{share:.0f} %" if share >= 10 or share == round(share) else f"{share:.1f} %"


@register.filter
def share_of(count: int, whole: int) -> float | None:
    """Return the count in per cent of the whole."""
    return 100 * count / whole if whole else None


@register.filter
def opening(body: str, words: int) -> list[str]:
    """Return how a text begins, as paragraphs of together at most so many words."""
    paragraphs: list[str] = []
    for paragraph in plain_text(body).split("\n"):
        found = paragraph.split()
        if not found:
            continue
        paragraphs.append(" ".join(found[:words]) + (" …" if len(found) > words else ""))
        words -= len(found)
        if words <= 0:
            break
    return paragraphs


@register.filter
def singular(label: str) -> str:
    """Return what one value of a facet is called, by the facet's label."""
    return SINGULAR.get(label, label.lower())


@register.filter
def page_of(name: Name) -> str:
    """Return the address of the page of a person, topic, publication or section."""
    if name.kind == "section":
        return f"{reverse('search')}?section={name.slug}"
    return reverse(name.kind, args=[name.slug])


@register.filter
def facet(facets: Sequence[FacetCounts], name: str) -> FacetCounts | None:
    """Return one of the facets by its name."""
    return next((found for found in facets if found.facet.name == name), None)


@register.filter
def apart_from(facets: Sequence[FacetCounts], own: Sequence[Name]) -> list[FacetCounts]:
    """Return the facets without what the page itself is about; bars are measured against the rest."""
    return [FacetCounts(found.facet, remeasured(v for v in found.values if v.name not in own)) for found in facets]


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
    return over_time(found.months, archive_months(found.snapshot))


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
    """Return the whole address of a path: the one the archive is known under, else the one it was asked under."""
    if settings.ARCHIVE_URL:
        return urljoin(settings.ARCHIVE_URL, path)
    request = context.get("request")
    return request.build_absolute_uri(path) if request else path

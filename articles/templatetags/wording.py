"""How templates say dates, numbers and text."""

import re
from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.charts import MONTH_NAMES
from articles.richtext import CleanHtml
from articles.search.excerpt import Fragment

register = template.Library()
SUBHEADS = re.compile(r"<(h[234])(?: [^<>]*)?>.*?</\1>", re.DOTALL)
SCROLLING = re.compile(r"<(table|pre)\b")


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
    """Return how a text begins, as paragraphs of together at most so many words, subheads left out."""
    paragraphs: list[str] = []
    for paragraph in CleanHtml(SUBHEADS.sub("", body)).text().split("\n"):
        found = paragraph.split()
        if not found:
            continue
        paragraphs.append(" ".join(found[:words]) + (" …" if len(found) > words else ""))
        words -= len(found)
        if words <= 0:
            break
    return paragraphs


@register.filter
def marked(fragments: Iterable[Fragment]) -> SafeString:
    """Return a summary with the words that answer the search marked."""
    pieces = [format_html("<mark>{}</mark>" if piece.hit else "{}", piece.text) for piece in fragments]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def unmarked(fragments: Iterable[Fragment]) -> str:
    """Return a summary as plain text."""
    return "".join(piece.text for piece in fragments)


@register.filter
def reachable(body: str) -> str:
    """Return clean HTML whose tables and listings take the keyboard's focus, for they may scroll.

    In clean HTML `<` begins a tag and stands nowhere else. Text that is not clean is returned as it is.
    """
    return CleanHtml(SCROLLING.sub(r'<\1 tabindex="0"', body)) if isinstance(body, CleanHtml) else body

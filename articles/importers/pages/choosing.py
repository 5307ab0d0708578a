"""Put the article of a page together: for each field the best of what the page declares."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from articles.importers.base import Options, Unfit
from articles.importers.dates import MAX_SHOWN, Published, given
from articles.importers.headlines import made_headline
from articles.importers.pages.addresses import absolute, address_of, host_of, is_home, site_names
from articles.importers.pages.bodies import body, share_of_links, without_beginning
from articles.importers.pages.bylines import byline
from articles.importers.pages.declared import MAX_NAME, bare, uncut, without_ellipsis
from articles.importers.pages.headlines import headline
from articles.importers.pages.known import Known, known_of
from articles.importers.pages.moments import moment
from articles.importers.pages.trees import Page
from articles.markup import plain_text
from articles.newsitem import NewsItem

MAX_REFERENCE = 500
LEAST_TEXT = 400
"""Characters; what has less and declares no article may be a list of them."""
MOSTLY_LINKS = 0.5

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page comes from: its address, file and line, and when it was captured."""

    url: str
    source: str
    line: int
    captured_at: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page, what it declares, its own address and the text found on it."""

    page: Page
    known: Known
    source_url: str
    url: str
    body: str


def item_of(page: Page, raw: bytes, place: Place, options: Options) -> NewsItem:
    """Return the article on a page. Raises Unfit."""
    known = known_of(page, place.url)
    declared_url = address_of(page.tree, known.texts("url"), place.url)
    source_url = declared_url or absolute(place.url, "")
    found = Found(
        page, known, source_url, place.url, body(page.tree, known.texts("body"), place.url or source_url)
    )
    refuse_listing(found)
    reference = source_url or place.source
    return replace(
        article_of(found, options),
        source_url=source_url,
        source_ref=reference if len(reference) <= MAX_REFERENCE else "",
        captured_at=place.captured_at,
        capture_url=place.url if place.captured_at else "",
        content_sha256=hashlib.sha256(raw).hexdigest(),
        source=place.source,
        line=place.line,
    )


def refuse_listing(found: Found) -> None:
    """Raise Unfit if a page is a list of articles, or has no text but what its scripts would add."""
    known, text = found.known, plain_text(found.body)
    may_be_listing = any(part.is_listing for part in known) or is_home(found.source_url)
    if may_be_listing and not known.is_article and _is_thin(text, found.page):
        raise Unfit("it looks like a list of articles, not one")
    if not text and found.page.has_scripts:
        raise Unfit("there is no text in it; scripts add it when it is shown: save it with its text")


def _is_thin(text: str, page: Page) -> bool:
    return len(text) < LEAST_TEXT or share_of_links(text, page.tree) > MOSTLY_LINKS


def article_of(found: Found, options: Options) -> NewsItem:
    """Return what a page tells of its article, without where it comes from. Raises Unfit."""
    known, text = found.known, plain_text(found.body)
    printed = headline_of(found, options, text)
    language = language_of(known) or options.language
    signed = byline_of(found, language) or options.byline
    published_on, published_at = published(found, options)
    section = known.first("section", MAX_NAME) or options.section
    return NewsItem(
        headline=printed or made_headline(text),
        headline_made=not printed,
        standfirst=standfirst_of(known, printed, text),
        byline=signed,
        body=without_beginning(found.body, printed, signed),
        published_on=published_on,
        published_at=published_at,
        publication=known.first("publication", MAX_NAME) or options.publication or host_of(found.source_url),
        section=section,
        topics=tuple(topic for topic in known.names("topics") if topic.casefold() != section.casefold()),
        people=known.names("people"),
        language=language,
    )


def headline_of(found: Found, options: Options, text: str) -> str:
    """Return the headline, "" if there is text alone. Raises Unfit if there is neither."""
    sites = [*found.known.texts("publication"), options.publication, *site_names(found.source_url)]
    printed = headline(found.known.texts("headline"), found.page.title, sites, text.partition("\n")[0])
    if not printed and not text:
        raise Unfit("it has neither headline nor text")
    return printed


def published(found: Found, options: Options) -> Published:
    """Return when the article was published. Raises Unfit."""
    declared = [date for part in found.known for date in part.dates]
    if when := moment(declared, [found.source_url, found.url]):
        return when
    if declared and not options.published_on:
        raise Unfit(f"{declared[0][:MAX_SHOWN]!r} is no date; --date gives one")
    return given(options)


def byline_of(found: Found, language: str) -> str:
    """Return the byline; that the publication itself wrote it is said only if nobody else did."""
    site = {name.casefold() for name in found.known.texts("publication")}
    declared = found.known.names("authors")
    people = [name for name in declared if name.casefold() not in site]
    return byline(found.page.tree, people, is_english=language[:2].lower() in ("", "en")) or ", ".join(
        declared[:1]
    )


def standfirst_of(known: Known, printed: str, text: str) -> str:
    """Return the standfirst, if it is more than the headline or the text's own beginning again."""
    first = uncut(known.texts("standfirst"))
    beginning = bare(without_ellipsis(first))
    is_repeated = bare(text[: 2 * len(first)]).startswith(beginning)
    return "" if is_repeated or beginning == bare(printed) else first


def language_of(known: Known) -> str:
    """Return the tag of the language that a page declares: of its root element first, then of the others."""
    written = (part.language.replace("_", "-").strip() for part in (known.marked, known.ld, known.meta))
    return next((tag for tag in written if _LANGUAGE.fullmatch(tag)), "")

"""What the formats of news agencies have in common: status, embargo, several dates, and names of many kinds."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.addresses import canonical
from articles.characters import normalise
from articles.importers import dates
from articles.importers.base import Options, Unfit
from articles.importers.headlines import made_headline
from articles.markup import plain_text
from articles.newsitem import NewsItem

MOST_NAMES = 200
LONGEST_NAME = 200

_DAY_WITH_ZONE = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a record tells of its article; "" where it is silent.

    `dates` may say when it was published, the first that is not "" does. `status` is a word of the IPTC's: usable,
    withheld, embargoed or canceled. `embargo` is when an embargo ends, "" if nobody knows, None if there is none; of one that
    ends at a day, not at a moment, an editor has to decide.
    """

    headline: str = ""
    body: str = ""
    dates: tuple[str, ...] = ()
    status: str = ""
    embargo: str | None = None
    standfirst: str = ""
    byline: str = ""
    section: str = ""
    publication: str = ""
    source_url: str = ""
    source_ref: str = ""
    language: str = ""
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def item_of(told: Told, raw: bytes, *, source: str, line: int, options: Options) -> NewsItem:
    """Return the article of a record whose own bytes are `raw`. Raises Unfit."""
    status = status_of(told)
    published_on, published_at = published(told, options)
    headline = one_line(told.headline)
    return NewsItem(
        headline=headline or headline_from(told.body),
        headline_made=not headline,
        body=told.body,
        published_on=published_on,
        published_at=published_at,
        standfirst=one_line(told.standfirst),
        byline=one_line(told.byline) or options.byline,
        section=one_line(told.section) or options.section,
        publication=one_line(told.publication) or options.publication,
        source_url=address(told.source_url),
        source_ref=one_line(told.source_ref),
        language=one_line(told.language) or options.language,
        status="draft" if status == "scheduled" and not published_at else status,
        people=names(told.people, "people"),
        topics=names(told.topics, "topics"),
        content_sha256=hashlib.sha256(raw).hexdigest(),
        source=source,
        line=line,
    )


def address(text: str) -> str:
    """Return an address of the web, "" for anything else."""
    url = one_line(text)
    return url if canonical(url) else ""


def one_line(text: str) -> str:
    """Return a text in NFC, without controls, on one line."""
    return " ".join(normalise(text).split())


def joined(authors: Iterable[str]) -> str:
    """Return names as a byline: “By A, B and C”."""
    *others, last = [*filter(None, map(one_line, authors))] or [""]
    return f"By {' and '.join(filter(None, (', '.join(others), last)))}" if last else ""


def names(found: Iterable[str], kind: str) -> tuple[str, ...]:
    """Return names, each once, in their order. Raises Unfit if they are too many or too long."""
    each = tuple(dict.fromkeys(filter(None, map(one_line, found))))
    if len(each) > MOST_NAMES:
        raise Unfit(f"it has {len(each):,} {kind}, {MOST_NAMES} is the most")
    if any(len(name) > LONGEST_NAME for name in each):
        raise Unfit(f"one of its {kind} has a name of more than {LONGEST_NAME} characters")
    return each


def status_of(told: Told) -> str:
    """Return the status that the archive gives the article. Raises Unfit if the agency took it back.

    Until an embargo ends the article is scheduled; one without an end, and a status that is not known, keep it a draft.
    """
    word = told.status.strip().lower()
    if word in ("canceled", "cancelled"):
        raise Unfit("it is cancelled: the agency took it back")
    if word not in ("", "usable", "embargoed"):
        return "draft"
    if told.embargo:
        return "scheduled"
    return "draft" if word == "embargoed" or told.embargo == "" else ""


def published(told: Told, options: Options) -> dates.Published:
    """Return when it was published: at the end of its embargo, else at its best date. Raises Unfit."""
    for text in filter(None, (told.embargo or "", *told.dates)):
        try:
            return dates.published(_DAY_WITH_ZONE.sub(r"\1", text.strip()))
        except dates.NoDate as problem:
            raise Unfit(str(problem)) from problem
    return dates.given(options)


def headline_from(body: str) -> str:
    """Return a headline made of the first paragraph. Raises Unfit if there is no text."""
    if text := plain_text(body):
        return made_headline(text.partition("\n")[0])
    raise Unfit("it has neither headline nor text")

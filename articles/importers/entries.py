"""The entry of a feed or an export, whatever its syntax, becomes a news item."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from articles.characters import normalise
from articles.importers import dates, fieldvalues
from articles.importers.base import Options, Unfit
from articles.importers.headlines import made_headline
from articles.importers.mending import MARK
from articles.markup import plain_text
from articles.newsitem import NewsItem, Rejection

LONGEST_STANDFIRST = 2_000
"""Characters; a longer summary is cut at a word."""
MAX_EXCERPT = 200

_CUT_OFF = " .…[]()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an entry tells of its article; "" where it is silent.

    `headline` and `summary` are plain text, `body` is HTML, not yet clean. `summary` is what the source has beside its text,
    not in place of it.
    """

    published: dates.Published | None
    headline: str = ""
    body: str = ""
    summary: str = ""
    authors: Iterable[str] = ()
    section: str = ""
    publication: str = ""
    source_url: str = ""
    source_ref: str = ""
    language: str = ""
    status: str = ""
    topics: Iterable[str] = ()


def item_of(entry: Entry, raw: bytes, *, source: str, line: int, options: Options) -> NewsItem:
    """Return the article of an entry whose own bytes are `raw`. Raises Unfit."""
    if MARK.encode() in raw or MARK in entry.headline + entry.body:
        raise Unfit("it holds a byte or a number that is no character: save the file as UTF-8")
    headline = fieldvalues.line(entry.headline, "title")
    published_on, published_at = entry.published or dates.given(options)
    return NewsItem(
        headline=headline or _headline_from(entry),
        headline_made=not headline,
        body=entry.body,
        published_on=published_on,
        published_at=published_at,
        standfirst=_standfirst(entry),
        byline=byline_of(entry.authors) or options.byline,
        section=fieldvalues.line(entry.section, "category") or options.section,
        publication=fieldvalues.line(entry.publication, "publication"),
        source_url=fieldvalues.address(entry.source_url, "link"),
        source_ref=fieldvalues.line(entry.source_ref, "guid"),
        language=fieldvalues.language(entry.language, "language") or options.language,
        status=entry.status,
        topics=fieldvalues.names(list(dict.fromkeys(entry.topics)), "category"),
        content_sha256=hashlib.sha256(raw).hexdigest(),
        source=source,
        line=line,
    )


def rejection(problem: Unfit, excerpt: str, *, source: str, line: int) -> Rejection:
    """Return why an entry is no article."""
    shown = normalise(excerpt[: MAX_EXCERPT * 5]).replace(MARK, "\ufffd")
    return Rejection(str(problem), source, line, " ".join(shown.split())[:MAX_EXCERPT])


def first_date(written: Iterable[str]) -> dates.Published | None:
    """Return the first date that is one, None if there is none. Raises Unfit if what there is are none."""
    problem = None
    for text in filter(None, map(str.strip, written)):
        try:
            return dates.published(text)
        except dates.NoDate as found:
            problem = problem or found
    if problem:
        raise Unfit(str(problem)) from problem
    return None


def byline_of(authors: Iterable[str]) -> str:
    """Return names as a byline, "By A, B and C"; a text that is a byline by itself stays as it is printed."""
    names = tuple(dict.fromkeys(filter(None, (" ".join(normalise(author).split()) for author in authors))))
    if len(names) == 1 and names[0][:3].casefold() == "by ":
        return names[0]
    return f"By {fieldvalues.joined(names)}" if names else ""


def _headline_from(entry: Entry) -> str:
    text = plain_text(entry.body)
    made = fieldvalues.line(made_headline(text.partition("\n")[0]), "text")
    if not made:
        raise Unfit("it has neither a headline nor a text")
    return made


def _standfirst(entry: Entry) -> str:
    """Return the summary, unless it is only how the text begins: many programs cut one off the text."""
    summary = fieldvalues.line(entry.summary, "summary")
    text = " ".join(plain_text(entry.body).split()) if summary else ""
    if not text or text.startswith(summary.rstrip(_CUT_OFF)):
        return ""
    if len(summary) <= LONGEST_STANDFIRST:
        return summary
    return f"{summary[: LONGEST_STANDFIRST - 1].rpartition(' ')[0]}…"

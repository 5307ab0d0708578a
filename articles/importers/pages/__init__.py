"""Web pages: what they declare of their article, and its text; the better of two for each field.

Declared metadata comes first: JSON-LD, then meta elements, then marked-up elements. The text is what trafilatura finds.
This package loads trafilatura, which takes half a second: `articles.importers.unread` loads it when the first page is read.
"""

from datetime import datetime

from articles.importers.base import MAX_PAGE, Options, Unfit, Unread
from articles.importers.pages.charsets import decoded
from articles.importers.pages.choosing import Place, item_of
from articles.importers.pages.trees import page_of
from articles.importers.pages.weighing import TooLarge
from articles.newsitem import NewsItem, Rejection

__all__ = ["page_item", "read"]

_BINARY = 1_000
"""Characters of the beginning in which a NUL tells that a page is none."""


def page_item(
    raw: bytes,
    *,
    url: str,
    declared_charset: str,
    source: str,
    line: int,
    options: Options,
    captured_at: datetime | None = None,
) -> NewsItem | Rejection:
    """Return the article on a page, or why it holds none.

    `url` is where the page was found, "" if that is not known; `declared_charset` what its transfer declared, "" for
    nothing; `captured_at` (aware) when a crawl met it: provenance, and never its date.
    """
    place = Place(url, source, line, captured_at)
    try:
        if len(raw) > MAX_PAGE:
            raise Unfit(f"the page has more than {MAX_PAGE:,} bytes")
        html = decoded(raw, declared_charset)
        if b"\0" in raw[:_BINARY] and "<" not in html[:_BINARY]:
            raise Unfit("it looks binary: it is no web page")
        return item_of(page_of(html), raw, place, options)
    except (Unfit, TooLarge) as problem:
        return Rejection(str(problem), source, line, url[:200])


def read(record: Unread) -> NewsItem | Rejection:
    """Return the article on a page that an importer found; its facts are `url`, `charset` and `captured_at` (ISO 8601)."""
    captured_at = record.facts.get("captured_at")
    return page_item(
        record.raw,
        url=record.facts.get("url", ""),
        declared_charset=record.facts.get("charset", ""),
        source=record.source,
        line=record.line,
        options=record.options,
        captured_at=datetime.fromisoformat(captured_at) if captured_at else None,
    )

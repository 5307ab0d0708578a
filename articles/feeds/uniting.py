"""Unite an entry of a feed with what its page holds, if that is the article and not what stands in its way."""

import re
from dataclasses import replace
from typing import Any

from articles.feeds.archived import completed_hash
from articles.fetching import Refused
from articles.markup import plain_text, word_count
from articles.newsitem import NewsItem

FEWEST_WORDS = 50
"""A page with fewer asks its readers to log in, or to let a script write it."""
SHARE = 1 / 3
"""Of the longer words of an entry, how many its page must have: one that asks to accept cookies has none."""

BEGINNING, MOST_LOOKED_AT = 2_000, 200_000
"""Characters of the entry and of the page by which that is told."""

_LONGER_WORD = re.compile(r"\w{4,40}")
_FROM_PAGE = ("standfirst", "byline", "section", "language", "people", "topics")


def with_page(item: NewsItem, page: NewsItem) -> NewsItem:
    """Return an entry with the text of its page, and whatever else the feed lacks.

    Raises Refused if the page has no more text than the feed, or tells something else.
    """
    if words_in(page.body) <= max(words_in(item.body), FEWEST_WORDS):
        raise Refused("the page has no more text than the feed")
    if not tell_the_same(item, page):
        raise Refused("the page tells something else than the feed")
    lacking: dict[str, Any] = {name: getattr(page, name) for name in _FROM_PAGE if not getattr(item, name)}
    if item.headline_made:
        lacking |= {"headline": page.headline, "headline_made": page.headline_made}
    if not item.published_at and page.published_on == item.published_on:
        lacking["published_at"] = page.published_at
    return replace(
        item,
        body=page.body,
        capture_url=page.capture_url,
        captured_at=page.captured_at,
        content_sha256=completed_hash(item),
        **lacking,
    )


def tell_the_same(item: NewsItem, page: NewsItem) -> bool:
    """Say whether the words with which an entry begins are on its page."""
    told = f"{page.headline} {plain_text(page.body)[:MOST_LOOKED_AT]}".casefold()
    begins = f"{item.headline} {plain_text(item.body)[:BEGINNING]}".casefold()
    words = set(_LONGER_WORD.findall(begins))
    return sum(word in told for word in words) >= len(words) * SHARE


def words_in(html: str) -> int:
    """Return the number of words in HTML that need not be clean."""
    return word_count(plain_text(html))

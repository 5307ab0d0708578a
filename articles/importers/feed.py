"""Feeds: RSS 0.90 to 0.94, 1.0 and 2.0 (https://www.rssboard.org/rss-specification), Atom 0.3 and 1.0 (RFC 4287).

An entry's text is its whole content, else its summary; its standfirst is the summary if there is content beside it. It
appeared when the entry says it was published, issued or created; when it was changed counts in Atom 1.0 alone, which asks
for nothing else, and the date of the feed itself never does. Its publication is what the operator says, else the
source that the entry names, else the title of the feed.

The elements are read here and not by feedparser. On samples of every version that gave a text twice where there is one,
"<br></br>" (two lines in HTML) for "<br/>", an empty article for one that was cut off, no time zone of a date, and took five
times the file's size in memory. What it forgives, `mending` mends, without keeping the file in memory; XML that is not well
nested is not guessed at.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers.base import Options
from articles.importers.feed_elements import kind_of
from articles.importers.feed_entries import ENTRIES, Feed, entry_of
from articles.importers.mending import mended
from articles.importers.streams import HEAD_SIZE, peeked
from articles.importers.xml import elements, root_of
from articles.markup import plain_text
from articles.newsitem import ImportFailure, NewsItem, Rejection

NAME = "feed"
SUFFIXES: tuple[str, ...] = (".rss", ".atom", ".rdf")

SHORTEST_TEXT = 1_000
"""Characters; a shorter text, without a summary beside it, is taken for a summary itself."""

_LONGEST_ENDING = 250
_ROOTS = {
    "rss": re.compile(""),
    "RDF": re.compile(r"purl\.org/rss/1\.0/|/rdf/simple/0\.9/|purl\.org/net/rss1\.1#"),
    "feed": re.compile(r"http://www\.w3\.org/2005/Atom|http://purl\.org/atom/ns#"),
}
_OF_FEED = frozenset({"title", "language", "link", "author"})
_PASSED_OVER = frozenset({"image", "textinput", "textInput", "contributor", "owner", "category"})
_NAMES = frozenset({"item", "entry"}) | _OF_FEED | _PASSED_OVER
_TEASER = re.compile(
    r"(?:…|\.\.\.|\[\W{1,9}\]|\bmore\s*[»→›]|\b(?:continue|keep) reading\b.{0,200}"
    r"|\b(?:read|see|learn) (?:more|the (?:rest|full \w+))(?: (?:at|on|about) .{0,150})?)[\s»→›>.)\]]*\Z",
    re.I | re.S,
)
_CREDIT_OF_PROGRAM = re.compile(
    r"\s*\bThe post .{1,500}? (?:appeared )?first (?:appeared )?on .{1,200}\Z", re.S
)


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file's root element is a feed's, of a namespace that feeds have."""
    root, attributes = root_of(head)
    return root in _ROOTS and bool(_ROOTS[root].search(attributes))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem per entry, in the file's order, and a Rejection for each that is wrong, whatever the file's size.

    `line` is where the entry starts. Raises ImportFailure if the file is no feed, or its XML is unsafe or not well nested; a
    feed without entries is none the less one.
    """
    return _entries(stream, source, "", options)


def parse(raw: bytes, *, source: str, url: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield what `read` does of a feed that was fetched from `url`: its relative addresses are resolved against that."""
    return _entries(io.BytesIO(raw), source, url, options)


def has_full_text(item: NewsItem) -> bool:
    """Say whether an item of a feed has its whole text, or a summary of what stands on its page.

    A text that ends as teasers do ("…", "Read more") is a summary. Else it is whole if a summary stands beside it, or if
    it has SHORTEST_TEXT characters.
    """
    text = _CREDIT_OF_PROGRAM.sub("", plain_text(item.body)).rstrip()
    if _TEASER.search(text[-_LONGEST_ENDING:]):
        return False
    return len(text) >= SHORTEST_TEXT or bool(item.standfirst and text)


def _entries(stream: BinaryIO, source: str, url: str, options: Options) -> Iterator[NewsItem | Rejection]:
    head, stream = peeked(mended(stream), HEAD_SIZE)
    root, _ = root_of(head)
    if root not in _ROOTS:
        raise ImportFailure(f"it is no feed: its first element is “{root[:40]}”, not rss, RDF or feed")
    feed = Feed(url)
    for element in elements(stream, _NAMES):
        if kind_of(element) in ENTRIES:
            yield entry_of(element, feed, source=source, options=options)
        else:
            feed.learn(element)

"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).

An item's text is content_html, else content_text, else its summary. It appeared when date_published says; date_modified
does not count. Its publication is what the operator says, else the title of the feed. The fields of an item may stand in
any order, and so may the feed's own: the document is read as a whole, its items are parsed one by one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from articles.importers import fieldvalues, jsonrecords
from articles.importers.base import MAX_RECORD, Options, Unfit
from articles.importers.entries import Entry, first_date, item_of, rejection
from articles.importers.jsonmembers import members_of, values_of
from articles.importers.links import absolute, joined
from articles.importers.streams import peeked
from articles.markup import from_text
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.soup.tokens import decoded

NAME = "jsonfeed"
SUFFIXES: tuple[str, ...] = (".json",)
MAX_DOCUMENT = 50_000_000
"""Bytes."""

_VERSION = re.compile(r"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/1(?:\.\d)?")
_DECLARED = re.compile(rb"\s*\{.*?\"version\"\s*:\s*\"" + _VERSION.pattern.encode() + rb"\"", re.S)
_OF_FEED = ("version", "title", "home_page_url", "feed_url", "language", "authors", "author")

Object = Mapping[str, Any]


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file is an object that says it is a JSON Feed."""
    return bool(_DECLARED.match(head.removeprefix(b"\xef\xbb\xbf")))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem per item, in the file's order, and a Rejection for each that is wrong.

    `line` is the number of the item. Raises ImportFailure if the file is no JSON Feed or larger than MAX_DOCUMENT.
    """
    raw, _ = peeked(stream, MAX_DOCUMENT + 1)
    if len(raw) > MAX_DOCUMENT:
        raise ImportFailure(f"the feed has more than {MAX_DOCUMENT:,} bytes: part it")
    return parse(raw, source=source, url="", options=options)


def parse(raw: bytes, *, source: str, url: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield what `read` does of a feed that was fetched from `url`: its relative addresses are resolved against that."""
    members = members_of(raw.removeprefix(b"\xef\xbb\xbf"))
    feed = {name: _value(members[name]) for name in _OF_FEED if name in members}
    if not _VERSION.fullmatch(_text(feed, "version")):
        raise ImportFailure("it is no JSON Feed: its “version” is not that of one")
    items = members.get("items", b"")
    if not items.startswith(b"["):
        raise ImportFailure("the JSON Feed has no list of “items”")
    base = url or _text(feed, "feed_url") or _text(feed, "home_page_url")
    for number, item in enumerate(values_of(items), 1):
        yield _found(item, feed, base, source=source, line=number, options=options)


def _found(
    raw: bytes, feed: Object, base: str, *, source: str, line: int, options: Options
) -> NewsItem | Rejection:
    try:
        if len(raw) > MAX_RECORD:
            raise Unfit(f"it has more than {MAX_RECORD:,} bytes")
        entry = _entry(_object(raw), feed, base, options)
        return item_of(entry, raw, source=source, line=line, options=options)
    except Unfit as found:
        return rejection(found, raw[:1_000].decode("utf-8", "replace"), source=source, line=line)


def _object(raw: bytes) -> Object:
    try:
        item = jsonrecords.parsed(raw)
    except jsonrecords.NotJson as problem:
        raise Unfit(str(problem)) from problem
    if not isinstance(item, dict):
        raise Unfit("it is not an object with named fields")
    return item


def _entry(item: Object, feed: Object, base: str, options: Options) -> Entry:
    identity = fieldvalues.text(item.get("id"), "id")
    link = _link(item, identity, base)
    body = fieldvalues.text(item.get("content_html"), "content_html")
    body = body or from_text(fieldvalues.text(item.get("content_text"), "content_text"))
    summary = fieldvalues.line_of_markup(item.get("summary"), "summary")
    return Entry(
        published=first_date([fieldvalues.text(item.get("date_published"), "date_published")]),
        headline=decoded(fieldvalues.text(item.get("title"), "title")),
        body=absolute(body, base, page=link) or from_text(summary),
        summary=summary if body else "",
        authors=_authors(item) or _authors(feed),
        publication=options.publication or _text(feed, "title"),
        source_url=link,
        source_ref=identity or link,
        language=fieldvalues.text(item.get("language"), "language") or _text(feed, "language"),
        topics=fieldvalues.names(item.get("tags"), "tags"),
    )


def _link(item: Object, identity: str, base: str) -> str:
    """Return the address of the item's page; a page elsewhere that it is about is the last resort."""
    url, elsewhere = (
        joined(base, fieldvalues.text(item.get(name), name)) for name in ("url", "external_url")
    )
    addresses = (fieldvalues.address(address, "url") for address in (url, identity, elsewhere))
    return next(filter(None, addresses), "")


def _authors(place: Object) -> tuple[str, ...]:
    """Return the names of the authors of an item or a feed; version 1 has one, 1.1 a list of them."""
    authors = place.get("authors") or [place.get("author") or {}]
    named = [author for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    return fieldvalues.names([author.get("name") for author in named], "authors")


def _value(raw: bytes) -> Any:
    """Return what the feed says of itself, nothing if it can't be read."""
    try:
        return jsonrecords.parsed(raw) if len(raw) <= MAX_RECORD else None
    except jsonrecords.NotJson:
        return None


def _text(feed: Object, name: str) -> str:
    value = feed.get(name)
    return value.strip() if isinstance(value, str) else ""

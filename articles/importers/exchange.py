"""Make an article of a record of named fields: our own exchange format, and what others call the same things.

Our fields: headline, standfirst, byline (text or a list of names), body_html (or body, which may be plain text), published
(a date, or a date and time with its offset; without one it is UTC), published_on (the dateline, where the moment's own
date is another), section, publication, language, people, topics, source_url, source_ref (or id), status, capture_url,
captured_at. Others are passed over. Where one of ours is missing, a well-known other name of it is taken.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from articles.characters import normalise
from articles.importers import fieldvalues
from articles.importers.base import Options, Unfit
from articles.importers.dates import Published, given
from articles.importers.headlines import made_headline
from articles.markup import plain_text
from articles.newsitem import ImportFailure, NewsItem, Rejection

SYNONYMS = {
    "headline": ("title",),
    "standfirst": ("summary", "description", "subtitle", "dek"),
    "byline": ("author", "authors", "creator"),
    "body": ("content", "bodyhtml", "contenthtml", "html", "text", "contenttext", "bodytext"),
    "published": ("publishedat", "datepublished", "pubdate", "date", "publishedon"),
    "section": ("category",),
    "publication": ("source", "publisher"),
    "language": ("lang",),
    "topics": ("tags", "keywords"),
    "source_url": ("url", "link", "canonicalurl", "permalink"),
    "id": ("guid", "uuid"),
}
"""Other names of our fields, without regard to case, underscores and hyphens."""

FIELDS = (
    "headline", "standfirst", "byline", "body_html", "body", "published", "published_on", "section", "publication",
    "language", "people", "topics", "source_url", "source_ref", "id", "status", "capture_url", "captured_at",
)  # fmt: skip
MAX_EXCERPT = 200
_ONE_DAY = timedelta(days=1)
_TO_FOLD = str.maketrans("", "", "_- ")


def check_fields(fields: Mapping[str, str]) -> None:
    """Raise ImportFailure if what should be mapped is none of our fields, or to nothing."""
    for name, theirs in fields.items():
        if name not in FIELDS:
            raise ImportFailure(f"there is no field {name!r} to map to; known are: {', '.join(FIELDS)}")
        if not theirs.strip("."):
            raise ImportFailure(f"the field {name!r} is mapped to nothing")


def folded(name: str) -> str:
    """Return the name of a field without what writers of such names differ in."""
    return name.casefold().translate(_TO_FOLD)


NAMES = {name: (folded(name), *SYNONYMS.get(name, ())) for name in FIELDS}
"""The folded names under which each of our fields is known, in the order in which they are asked for."""


class Fields:
    """A record, asked for our fields: as the operator maps them, by our names, by others'."""

    def __init__(self, record: Mapping[str, Any], mapping: Mapping[str, str]) -> None:
        self.record = record
        self.mapping = mapping
        self.by_folded_name = {folded(name): name for name in reversed(list(record))}

    def has(self, name: str) -> bool:
        """Say whether the record has the field under our name, or the operator named it."""
        return name in self.mapping or self.record.get(name) is not None

    def __getitem__(self, name: str) -> Any:
        if name in self.mapping:
            return at(self.record, self.mapping[name])
        if self.has(name):
            return self.record[name]
        for other in NAMES[name]:
            if other in self.by_folded_name and (value := self.record[self.by_folded_name[other]]):
                return value
        return None


def at(record: Any, path: str) -> Any:
    """Return what stands at a path such as "content.rendered" or "authors.0.name", None if nothing does."""
    if isinstance(record, Mapping) and path in record:
        return record[path]
    for step in path.split("."):
        if isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(record, list) and step.isdecimal() and len(step) < 6 and int(step) < len(record):
            record = record[int(step)]
        else:
            return None
    return record


def item_of(record: Any, raw: bytes, *, source: str, line: int, options: Options) -> NewsItem:
    """Return the article that a record holds; `raw` is the record as it was written. Raises Unfit."""
    if not isinstance(record, Mapping):
        raise Unfit("it is not an object with named fields")
    fields = Fields(record, options.fields)
    body, headline = _body(fields), _line(fields, "headline")
    published_on, published_at = _published(fields, options)
    made = "" if headline else fieldvalues.line(made_headline(plain_text(body)), "body")
    if not headline and not made:
        raise Unfit("it has neither a headline nor text")
    return NewsItem(
        headline=headline or made,
        headline_made=not headline,
        body=body,
        published_on=published_on,
        published_at=published_at,
        content_sha256=hashlib.sha256(raw).hexdigest(),
        source=source,
        line=line,
        **_told(fields, options),
        **_provenance(fields),
    )


def rejection(reason: str, raw: bytes, *, source: str, line: int) -> Rejection:
    """Return the rejection of a record that begins with `raw`."""
    beginning = raw[: MAX_EXCERPT * 4].decode("utf-8", "replace")
    return Rejection(reason, source, line, normalise(beginning).strip()[:MAX_EXCERPT])


def _line(fields: Fields, name: str) -> str:
    """Return a field in one line; ours is never HTML, others' may be."""
    is_ours = name in fields.record and name not in fields.mapping
    return (fieldvalues.line if is_ours else fieldvalues.line_of_markup)(fields[name], name)


def _body(fields: Fields) -> str:
    declared = fieldvalues.text(fields["body_html"], "body_html") if fields.has("body_html") else ""
    return declared if declared or "body_html" in fields.mapping else fieldvalues.html(fields["body"], "body")


def _published(fields: Fields, options: Options) -> Published:
    """Return the dateline and the moment; the dateline is that which the record names beside the moment, if it can be."""
    written = fields["published"] or fields["published_on"]
    if not written:
        return given(options)
    day, moment = fieldvalues.moment(written, "published")
    if moment and fields["published_on"]:
        dateline, _ = fieldvalues.moment(fields["published_on"], "published_on")
        day = dateline if abs(dateline - day) <= _ONE_DAY else day
    return day, moment


def _told(fields: Fields, options: Options) -> dict[str, Any]:
    """Return what the record tells about its text, or else the operator."""
    topics = fields["topics"]
    by_comma = isinstance(topics, str) and not set(topics) & set(";|") and "topics" not in fields.record
    return {
        "standfirst": _line(fields, "standfirst"),
        "byline": fieldvalues.byline(fields["byline"], "byline") or options.byline,
        "section": fieldvalues.first_name(fields["section"], "section") or options.section,
        "publication": fieldvalues.first_name(fields["publication"], "publication") or options.publication,
        "language": fieldvalues.language(fields["language"], "language") or options.language,
        "people": fieldvalues.names(fields["people"], "people"),
        "topics": fieldvalues.names(topics, "topics", separators="," if by_comma else ";|"),
        "status": fieldvalues.status(fields["status"]),
    }


def _provenance(fields: Fields) -> dict[str, Any]:
    """Return where the article comes from. Our own exports name it apart from the article's place in this archive."""
    reference = "source_ref" if fields.has("source_ref") else "id"
    captured = fields["captured_at"]
    return {
        "source_ref": fieldvalues.line(fields[reference], reference),
        "source_url": fieldvalues.address(fields["source_url"], "source_url"),
        "capture_url": fieldvalues.address(fields["capture_url"], "capture_url"),
        "captured_at": fieldvalues.moment(captured, "captured_at")[1] if captured else None,
    }

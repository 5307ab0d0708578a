"""What a feed says of itself, and what each entry says of its article: RSS 0.90 to 2.0, Atom 0.3 and 1.0."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from articles.addresses import canonical
from articles.importers.base import MAX_RECORD, Options, Unfit
from articles.importers.dates import Published
from articles.importers.entries import Entry, first_date, item_of, rejection
from articles.importers.feed_elements import (
    base_of,
    first_text,
    html_of,
    kind_of,
    language_of,
    own_bytes,
    parts_of,
    texts,
    written_in,
)
from articles.importers.links import joined
from articles.importers.xml import text_of
from articles.markup import plain_text
from articles.newsitem import NewsItem, Rejection

ENTRIES = frozenset({"item", "atom:entry"})

_DATES = (
    "pubdate", "atom:published", "dc:date", "dcterms:issued", "atom:issued", "dcterms:created", "atom:created",
)  # fmt: skip
_TEXTS = ("content:encoded", "atom:content", "xhtml:body", "xhtml:div")
_SUMMARIES = ("description", "atom:summary", "itunes:summary", "media:description")
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_LONGEST_NAME = 1_000
_MAIL = r"[^\s@()<>\[\]]{1,200}@[^\s@()<>\[\]]{1,200}"
_NAME_AFTER_MAIL = re.compile(rf"{_MAIL}\s*\((?P<name>[^()]+)\)")
_MAIL_BESIDE_NAME = re.compile(rf"[<(\[]?(?:mailto:)?{_MAIL}[>)\]]?")

Parts = Mapping[str, list[etree._Element]]


@dataclass(slots=True)
class Feed:
    """What a feed has said of itself so far; `url` is where it was fetched, "" if nobody knows."""

    url: str
    title: str = ""
    language: str = ""
    page: str = ""
    declared_url: str = ""
    authors: list[str] = field(default_factory=list)

    @property
    def base(self) -> str:
        """What its relative addresses are relative to, where no xml:base says it."""
        return self.url or self.declared_url or self.page

    def learn(self, element: etree._Element) -> None:
        """Take note of an element outside the entries."""
        kind = kind_of(element)
        if kind in ("title", "atom:title"):
            self.title = self.title or first_text([element])
        elif kind in ("language", "dc:language"):
            self.language = self.language or first_text([element])
        elif kind == "atom:author":
            self.authors += _names({kind: [element]})
        elif kind == "link" or (kind == "atom:link" and element.get("rel", "alternate") == "alternate"):
            self.page = self.page or joined(self.url, element.get("href") or written_in(element))
        elif kind == "atom:link" and element.get("rel") == "self":
            self.declared_url = element.get("href", "").strip()


def entry_of(element: etree._Element, feed: Feed, *, source: str, options: Options) -> NewsItem | Rejection:
    """Return the article of an entry, or why it is none."""
    line, parts, raw = element.sourceline or 0, parts_of(element), own_bytes(element)
    title = first_text([*parts["title"], *parts["atom:title"], *parts["dc:title"], *parts["media:title"]])
    try:
        if len(raw) > MAX_RECORD:
            raise Unfit(f"it has more than {MAX_RECORD:,} bytes")
        return item_of(
            _entry(element, parts, title, feed, options), raw, source=source, line=line, options=options
        )
    except Unfit as problem:
        return rejection(problem, title or text_of(element), source=source, line=line)


def _entry(element: etree._Element, parts: Parts, title: str, feed: Feed, options: Options) -> Entry:
    link = _link(element, parts, feed)
    text, body = _first_html(parts, _TEXTS, feed.base, link)
    _, summary = _first_html(parts, _SUMMARIES, feed.base, link)
    origin = parts_of(parts["atom:source"][0]) if parts["atom:source"] else {}
    language = first_text([*parts["dc:language"], *parts["language"]])
    return Entry(
        published=_published(element, parts),
        headline=title,
        body=body or summary,
        summary=plain_text(summary) if body else "",
        authors=_names(parts) or _names(origin) or feed.authors,
        publication=options.publication or _origin(parts, origin) or feed.title,
        source_url=link,
        source_ref=_reference(element, parts) or link,
        language=language or language_of(element if text is None else text) or feed.language,
        topics=_topics(parts),
    )


def _first_html(
    parts: Parts, kinds: Iterable[str], base: str, page: str
) -> tuple[etree._Element | None, str]:
    """Return the first element that holds a text, and that text."""
    for element in (element for kind in kinds for element in parts.get(kind, ())):
        if (html := html_of(element, base, page=page)).strip():
            return element, html
    return None, ""


def _published(element: etree._Element, parts: Parts) -> Published | None:
    """Return when the entry appeared; when it was changed tells that in Atom 1.0 alone, where no more may be said."""
    written = list(texts(element for kind in _DATES for element in parts.get(kind, ())))
    if not written and kind_of(element) == "atom:entry":
        written = list(texts(parts.get("atom:updated", ())))
    return first_date(written)


def _link(element: etree._Element, parts: Parts, feed: Feed) -> str:
    """Return the address of the article itself; where a service that counts readers stands before it, that behind it."""
    links = [link for link in parts.get("atom:link", ()) if link.get("rel", "alternate") == "alternate"]
    links.sort(key=lambda link: "html" not in link.get("type", "html"))
    guids = (guid for guid in parts.get("guid", ()) if guid.get("isPermaLink", "true").lower() != "false")
    written = [
        *map(written_in, (*parts.get("feedburner:origlink", ()), *parts.get("link", ()))),
        *(link.get("href", "") for link in links),
        *map(written_in, guids),
        element.get(_ABOUT, ""),
    ]
    base = base_of(element, feed.base)
    addresses = (joined(base, address) for address in written if address.strip())
    return next(filter(canonical, addresses), "")


def _reference(element: etree._Element, parts: Parts) -> str:
    identities = (*parts.get("guid", ()), *parts.get("atom:id", ()))
    return next(filter(None, map(written_in, identities)), element.get(_ABOUT, ""))


def _names(parts: Parts) -> list[str]:
    """Return the names of the authors, by the first kind of element that names any."""
    persons = (parts_of(author)["atom:name"] or [author] for author in parts.get("atom:author", ()))
    kinds = (
        parts.get("dc:creator", ()),
        [name for names in persons for name in names],
        parts.get("author", ()),
        parts.get("itunes:author", ()),
    )
    found = ([name for name in map(_name, texts(kind)) if name] for kind in kinds)
    return next(filter(None, found), [])


def _name(text: str) -> str:
    """Return the name in "mail@example.org (Name)" and its like; "" if there is an address alone."""
    text = text[:_LONGEST_NAME]
    after_mail = _NAME_AFTER_MAIL.fullmatch(text)
    return (after_mail["name"] if after_mail else _MAIL_BESIDE_NAME.sub("", text)).strip(" ,;")


def _origin(parts: Parts, origin: Parts) -> str:
    """Return the name of the publication from which a feed of many took the entry."""
    named = (*parts.get("source", ()), *origin.get("atom:title", ()), *parts.get("dc:publisher", ()))
    return first_text(named)


def _topics(parts: Parts) -> Iterator[str]:
    """Yield what the entry is filed under; a term that is an address names nothing."""
    yield from texts([*parts.get("category", ()), *parts.get("dc:subject", ())])
    for category in parts.get("atom:category", ()):
        term = category.get("label") or category.get("term") or first_text([category])
        if not canonical(term):
            yield term

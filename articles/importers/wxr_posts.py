"""What an export of WordPress says of its site, and what each post says of its article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from lxml import etree

from articles.importers import wordpress
from articles.importers.base import MAX_RECORD, Options, Unfit
from articles.importers.dates import Published
from articles.importers.entries import Entry, first_date, item_of, rejection
from articles.importers.feed_elements import first_text, texts, written_in
from articles.importers.links import absolute
from articles.markup import plain_text
from articles.newsitem import NewsItem, Rejection

POST = "item"
PASSED_OVER = frozenset({"comment", "postmeta"})
"""What stands in a post and is no part of its article; there may be any number of it."""
MOST_AUTHORS = 100_000

_STATUSES = {
    **dict.fromkeys(("publish", ""), ""),
    **dict.fromkeys(("draft", "pending", "private"), "draft"),
    "future": "scheduled",
}
_NOT_KEPT = frozenset({"trash", "auto-draft", "inherit"})
_WP = re.compile(r"\{https?://wordpress\.org/export/[\d.]+/(?P<excerpt>excerpt/)?\}(?P<name>[\w-]+)")
_KNOWN = {
    "{http://purl.org/rss/1.0/modules/content/}encoded": "content",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
}
_PREVIEW = re.compile(r"[?&](?:p|page_id|preview)=")
_DOMAINS = ("category", "post_tag", "tag", "")
_NO_CATEGORY = "uncategorized"
_NO_DATE = re.compile(r"0000-00-00|.{0,20}-0001|Thu, 0?1 Jan 1970 00:00:00")
"""What WordPress writes for the moment of a draft, by version."""
_ONE_DAY = timedelta(days=1)

Parts = dict[str, list[etree._Element]]


@dataclass(slots=True)
class Export:
    """What an export has said of its site so far, authors by login."""

    title: str = ""
    language: str = ""
    page: str = ""
    authors: dict[str, str] = field(default_factory=dict)

    def learn(self, element: etree._Element) -> None:
        """Take note of an element outside the posts."""
        match _name(element):
            case "title":
                self.title = self.title or first_text([element])
            case "language":
                self.language = self.language or first_text([element])
            case "link":
                self.page = self.page or written_in(element)
            case "wp:author" if len(self.authors) < MOST_AUTHORS:
                parts = _parts(element)
                login = _text(parts, "wp:author_login")
                self.authors[login] = _text(parts, "wp:author_display_name") or login

    def names(self, logins: Iterable[str]) -> Iterator[str]:
        """Yield the names of authors as readers know them; a login of nobody the export names stays as it is."""
        return (self.authors.get(login, login) for login in logins)


def post_of(
    element: etree._Element, export: Export, *, source: str, options: Options
) -> NewsItem | Rejection | None:
    """Return the article of a post, why it is none, or None for what is no post or was thrown away."""
    parts = _parts(element)
    status = _text(parts, "wp:status")
    if _text(parts, "wp:post_type") not in ("post", "") or status in _NOT_KEPT:
        return None
    line, title = element.sourceline or 0, _text(parts, "title")
    try:
        entry = _entry(parts, title, export, options)
        return item_of(entry, _own_bytes(element), source=source, line=line, options=options)
    except Unfit as problem:
        return rejection(problem, title or _raw(parts, "content"), source=source, line=line)


def _entry(parts: Parts, title: str, export: Export, options: Options) -> Entry:
    content, link, status = _raw(parts, "content"), _address(parts, "link"), _status(parts)
    if len(content) > MAX_RECORD:
        raise Unfit(f"its text has more than {MAX_RECORD:,} characters")
    categories, tags = _filed(parts)
    return Entry(
        published=_published(parts, status),
        headline=title,
        body=absolute(wordpress.html_of(content), link or export.page),
        summary=plain_text(_raw(parts, "excerpt")),
        authors=_authors(parts, export),
        section=next(iter(categories), ""),
        publication=export.title or options.publication,
        source_url="" if status and _PREVIEW.search(link) else link,
        source_ref=_address(parts, "guid") or f"wp:{_raw(parts, 'wp:post_id')}".removesuffix("wp:"),
        language=export.language,
        status=status,
        topics=[*categories[1:], *tags],
    )


def _status(parts: Parts) -> str:
    return "draft" if _raw(parts, "wp:post_password") else _STATUSES.get(_text(parts, "wp:status"), "draft")


def _published(parts: Parts, status: str) -> Published | None:
    """Return the day by the newsroom's clock, and the moment if it has come or is fixed."""
    written = [_date(parts, "wp:post_date_gmt"), "" if status == "draft" else _date(parts, "pubdate")]
    locally = [_date(parts, "wp:post_date"), _date(parts, "wp:post_modified") if status == "draft" else ""]
    moments, days = ([*filter(None, map(_valid, texts))] for texts in (written, locally))
    if not moments:
        return (days[0][0], None) if days else first_date([*written, *locally])
    day, moment = moments[0]
    dateline = days[0][0] if days else day
    return dateline if abs(dateline - day) <= _ONE_DAY else day, moment


def _date(parts: Parts, name: str) -> str:
    text = _raw(parts, name)
    return "" if _NO_DATE.match(text) else text


def _valid(text: str) -> Published | None:
    try:
        return first_date([text])
    except Unfit:
        return None


def _authors(parts: Parts, export: Export) -> list[str]:
    """Return the names of the authors: those whom the plugin Co-Authors Plus files it under, else who created it."""
    together = [category for category in parts.get("category", []) if category.get("domain") == "author"]
    return list(export.names(texts(together or parts.get("creator", []))))


def _filed(parts: Parts) -> tuple[list[str], list[str]]:
    """Return the categories, without the one for what has none, and the tags; WXR 1.0 has each once more without domain."""
    found = [each for each in parts.get("category", []) if each.get("nicename") != _NO_CATEGORY]
    of_domain = {domain: [each for each in found if each.get("domain", "") == domain] for domain in _DOMAINS}
    categories = of_domain["category"] or ([] if of_domain["post_tag"] or of_domain["tag"] else of_domain[""])
    names = [name for name in texts(categories) if name.casefold() != _NO_CATEGORY]
    return names, list(texts(of_domain["post_tag"] + of_domain["tag"]))


def _own_bytes(element: etree._Element) -> bytes:
    for part in [part for part in element if _name(part).removeprefix("wp:") in PASSED_OVER]:
        element.remove(part)
    written: bytes = etree.tostring(element, encoding="utf-8", with_tail=False)
    return written


def _parts(element: etree._Element) -> Parts:
    parts: Parts = {}
    for child in element.iterchildren("*"):
        parts.setdefault(_name(child), []).append(child)
    return parts


def _name(element: etree._Element) -> str:
    """Return "wp:post_id" whatever the version, "content", "excerpt" or "creator", or the bare name of an element of RSS."""
    found = _WP.fullmatch(element.tag)
    if not found:
        return _KNOWN.get(element.tag, str(element.tag).lower())
    return "excerpt" if found["excerpt"] else f"wp:{found['name']}"


def _text(parts: Parts, name: str) -> str:
    return first_text(parts.get(name, []))


def _raw(parts: Parts, name: str) -> str:
    return next(("".join(each.itertext()).strip() for each in parts.get(name, [])), "")


def _address(parts: Parts, name: str) -> str:
    return next((written_in(each) for each in parts.get(name, [])), "")

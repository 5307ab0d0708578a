"""The elements of feeds: what they are called, whatever their namespace, and the text, markup and addresses in them."""

import base64
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree

from articles.importers import newsxml
from articles.importers.links import absolute, joined
from articles.markup import from_text, plain_text
from articles.soup.tokens import decoded

_LINKING = frozenset({"href", "src", "cite"})
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns": "atom",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://search.yahoo.com/mrss": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://purl.org/rss/1.0/modules/slash": "slash",
    "http://purl.org/syndication/thread/1.0": "thr",
}
_OF_RSS = frozenset({
    "", "http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9", "http://channel.netscape.com/rdf/simple/0.9",
    "http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://purl.org/net/rss1.1",
})  # fmt: skip
_UNKNOWN = "other:"
_KINDS_OF_TEXT = {
    **dict.fromkeys(("", "text", "text/plain"), "text"),
    **dict.fromkeys(("html", "text/html"), "html"),
    **dict.fromkeys(("xhtml", "application/xhtml+xml", "application/xml", "text/xml"), "xhtml"),
}
_TAG = re.compile(r"<[A-Za-z/!]")
_TAG_IN_TITLE = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|i|img|ins|p|q|s|script|small|span|strike|strong|style|sub|sup|tt|u)\b[^<>]*>",
    re.I,
)


def kind_of(element: etree._Element) -> str:
    """Return "dc:creator", "atom:title", or the bare name of an element of RSS; in lower case."""
    namespace, _, name = str(element.tag).rpartition("}")
    namespace = namespace[1:].lower().rstrip("/#")
    if namespace in _OF_RSS:
        return name.lower()
    return f"{_PREFIXES[namespace]}:{name.lower()}" if namespace in _PREFIXES else f"{_UNKNOWN}{name}"


def parts_of(element: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the children of an element by their kind; of a kind without any there is an empty list."""
    parts: dict[str, list[etree._Element]] = defaultdict(list)
    for child in element.iterchildren("*"):
        parts[kind_of(child)].append(child)
    return parts


def own_bytes(element: etree._Element) -> bytes:
    """Return the bytes by which an entry is known again: without the numbers of comments, which change all the time."""
    parts = parts_of(element)
    for counter in (*parts["slash:comments"], *parts["thr:total"], *parts["media:community"]):
        element.remove(counter)
    written: bytes = etree.tostring(element, encoding="utf-8", with_tail=False)
    return written


def base_of(element: etree._Element, base: str) -> str:
    """Return what addresses in an element are relative to, by every xml:base around it; `base` is that of the file."""
    around = [element, *element.iterancestors()]
    for written in filter(None, (outer.get(f"{_XML}base") for outer in reversed(around))):
        base = joined(base, written)
    return base


def language_of(element: etree._Element) -> str:
    """Return the language that an element, or one around it, declares."""
    around = (element, *element.iterancestors())
    return next(filter(None, (outer.get(f"{_XML}lang", "") for outer in around)), "")


def html_of(element: etree._Element, base: str, *, page: str = "") -> str:
    """Return the text of an element as HTML with absolute links; "" for what is no text, such as a picture.

    Atom says what it is (RFC 4287, 3.1); what RSS has is HTML if there is a tag in it.
    """
    kind, base_here = _kind_of_text(element), base_of(element, base)
    if not kind:
        return ""
    if len(element):
        return absolute(_markup(element, base), base_here, page=page)
    text = _characters(element)
    if kind == "text" or not _TAG.search(text):
        return from_text(text if kind == "text" else decoded(text))
    return absolute(text, base_here, page=page)


def plain_of(element: etree._Element) -> str:
    """Return the text of a title or a name: in Atom as it is declared, in RSS with entities and HTML's tags resolved."""
    kind = _kind_of_text(element)
    if len(element):
        return plain_text(_markup(element, ""))
    text = _characters(element)
    is_html = kind == "html" or (kind == "rss" and _TAG_IN_TITLE.search(text))
    if is_html:
        return plain_text(text) or decoded(text)
    return decoded(text) if kind == "rss" else text


def first_text(elements: Iterable[etree._Element]) -> str:
    """Return the text of the first of the elements that has any."""
    return next(texts(elements), "")


def texts(elements: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the text of each element that has any, on one line."""
    for element in elements:
        if text := " ".join(plain_of(element).split()):
            yield text


def written_in(element: etree._Element) -> str:
    """Return the characters of an address or an identity as they are, but for an "&" that was escaped twice."""
    return "".join(element.itertext()).strip().replace("&amp;", "&")


def _kind_of_text(element: etree._Element) -> str:
    kind = kind_of(element)
    if not kind.startswith("atom:"):
        return "rss"
    declared = element.get("type", "").partition(";")[0].strip().lower()
    unknown = "text" if declared.startswith("text/") else "xhtml" if declared.endswith("+xml") else ""
    return "" if element.get("src") else _KINDS_OF_TEXT.get(declared, unknown)


def _characters(element: etree._Element) -> str:
    """Return the characters in an element; Atom 0.3 may have them in base64."""
    text = "".join(element.itertext())
    if element.get("mode") != "base64":
        return text
    try:
        return base64.b64decode(text).decode()
    except ValueError:
        return ""


def _markup(element: etree._Element, base: str) -> str:
    """Return what stands in an element as HTML."""
    for part in element.iterdescendants("*"):
        for name in _LINKING & set(part.attrib):
            if not part.get(name).startswith("#"):
                part.set(name, joined(base_of(part, base), part.get(name)))
    return newsxml.html_of(element).strip()

"""News in XML: elements of NITF and XHTML become HTML or a line of text, and records become items."""

from collections.abc import Callable, Iterator
from html import escape

from lxml import etree

from articles.characters import normalise
from articles.importers.agency import Told, item_of, one_line
from articles.importers.base import MAX_RECORD, Options, Unfit
from articles.importers.xml import text_of
from articles.markup import plain_text
from articles.newsitem import NewsItem, Rejection
from articles.soup.elements import ATTRIBUTES, ATTRIBUTES_OF_ALL, ELEMENTS, VOID

MAX_EXCERPT = 200

_BEGINNING = 2_000

_HTML = {
    **{name: name for name in ELEMENTS | {"h1", "h5", "h6", "tfoot", "div", "section", "article", "aside"}},
    "hl1": "h2", "hl2": "h2", "bq": "blockquote", "media": "figure", "media-caption": "figcaption", "byttl": "br",
    **dict.fromkeys(("byline", "credit", "datasource", "dateline", "distributor", "media-producer", "tagline"), "p"),
    **dict.fromkeys(("abstract", "block", "body.content", "fn", "nitf-table", "note"), "div"),
}  # fmt: skip
"""The element of HTML for each of NITF and XHTML; what is not named gives way to what it holds."""

_LEFT_OUT = frozenset({
    "alt-code", "applet", "audio", "col", "colgroup", "copyrite", "custom-table", "embed", "form", "head", "iframe",
    "key-list", "media-metadata", "media-object", "nitf-table-metadata", "noscript", "object", "script", "style", "template",
    "title", "tobject", "video",
})  # fmt: skip
_ATTRIBUTES = ATTRIBUTES_OF_ALL.union(*ATTRIBUTES.values())


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def html_of(element: etree._Element, *, without: frozenset[str] = frozenset()) -> str:
    """Return what stands in an element as HTML, not yet clean; elements named in `without` are left out."""
    written = [_text(element.text)]
    around = [("", iter(element))]
    while around:
        closing, children = around[-1]
        child = next(children, None)
        if child is None:
            written.append(closing)
            around.pop()
        elif not isinstance(child.tag, str):
            # an entity that nobody declared: its name is all there is, and HTML knows many
            written.append(f"{child.text}{_text(child.tail)}")
        elif local(child) in without or _is_left_out(child):
            written.append(_text(child.tail))
        else:
            opening, end = _tags(child)
            written.append(opening + _text(child.text))
            around.append((end + _text(child.tail), iter(child)))
    return "".join(written)


def lines_of(element: etree._Element | None, *, without: frozenset[str] = frozenset()) -> list[str]:
    """Return the lines of the text in an element, none for none."""
    return plain_text(html_of(element, without=without)).splitlines() if element is not None else []


def line_of(element: etree._Element | None, *, without: frozenset[str] = frozenset()) -> str:
    """Return the text in an element on one line, "" for none."""
    return one_line(" ".join(lines_of(element, without=without)))


def first_line(elements: Iterator[etree._Element]) -> str:
    """Return the text of the first element that has any."""
    return next(filter(None, map(line_of, elements)), "")


def language_in(*elements: etree._Element | None) -> str:
    """Return the language that the first of the elements declares that declares one."""
    for element in elements:
        for name in ("{http://www.w3.org/XML/1998/namespace}lang", "lang"):
            if element is not None and (language := element.get(name)):
                return str(language)
    return ""


def placed(dateline: etree._Element | None, text: str) -> str:
    """Return a text, as HTML, with its dateline as the first paragraph, unless it begins with the place."""
    place = line_of(dateline, without=frozenset({"story.date"})).partition(",")[0]
    begins_with_it = plain_text(text[:_BEGINNING]).casefold().startswith(place.casefold())
    return (
        text
        if dateline is None or begins_with_it or not text.strip()
        else f"<p>{html_of(dateline)}</p>{text}"
    )


def record_of(
    element: etree._Element, tell: Callable[[etree._Element], Told], source: str, options: Options
) -> NewsItem | Rejection:
    """Return the article that an element holds, told by `tell`, or why it holds none."""
    raw: bytes = etree.tostring(element, with_tail=False)
    line = element.sourceline or 0
    try:
        if len(raw) > MAX_RECORD:
            raise Unfit(f"it has more than {MAX_RECORD:,} bytes")
        return item_of(tell(element), raw, source=source, line=line, options=options)
    except Unfit as problem:
        excerpt = normalise(text_of(element)[: MAX_EXCERPT * 5])[:MAX_EXCERPT]
        return Rejection(str(problem), source, line, excerpt)


def _is_left_out(element: etree._Element) -> bool:
    name = local(element)
    if name == "note":
        return element.get("type") == "npa"
    if name == "media":
        captions = element.iterfind("{*}media-caption")
        return not any(map(_image, element.iterfind("{*}media-reference"))) and next(captions, None) is None
    return name in _LEFT_OUT


def _tags(element: etree._Element) -> tuple[str, str]:
    """Return the tags that stand around the element's content in HTML."""
    name = local(element)
    if name in ("img", "media-reference"):
        return _image(element), ""
    name = _HTML.get(name, "")
    if not name:
        return "", ""
    named = ((key.rpartition("}")[2], value) for key, value in element.attrib.items())
    written = "".join(f' {key}="{escape(value)}"' for key, value in named if key in _ATTRIBUTES)
    return f"<{name}{written}>", "" if name in VOID else f"</{name}>"


def _image(element: etree._Element) -> str:
    """Return an image for the first file of a medium that is one and stands on the web: the cleaner makes a link of it."""
    before = element.getprevious()
    source = element.get("src") or element.get("source") or ""
    kind = element.get("mime-type") or "image/"
    if not source.startswith(("http:", "https:")) or not kind.startswith("image/"):
        return ""
    if before is not None and local(element) == local(before) == "media-reference":
        return ""
    alternative = element.get("alt") or element.get("alternate-text") or ""
    return f'<img src="{escape(source)}" alt="{escape(alternative)}">'


def _text(text: str | None) -> str:
    return escape(text, quote=False) if text else ""

"""A page as a tree that takes little time and memory to look through, whatever the page is.

It is written anew before it is parsed, with the attributes that tell something about it and without code, so that what
the parser sees is what was counted. libxml2 alone takes 10 s for 40,000 attributes of one element.
"""

import re
from dataclasses import dataclass
from html import escape

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from articles.importers.pages.weighing import MAX_ELEMENTS, MAX_TEXT, TooLarge, refuse_heavy
from articles.soup.tokens import Tag, decoded, tokens

MAX_ATTRIBUTE, MAX_LONG_ATTRIBUTE = 300, 4_000
"""Characters; one that is longer is left out."""
MAX_JSON_LD = 50
"""Scripts; of two million characters together."""

_NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:[:-][a-z0-9:-]{0,30})?")
_UNSEEN = frozenset({"listing", "noembed", "noframes", "plaintext", "xmp"})
"""Elements whose text parsers take for text, tags and all: their tags are left out."""
_KEPT = frozenset({
    "aria-hidden", "class", "colspan", "content", "data-component", "data-testid", "datetime", "href", "http-equiv", "hreflang",
    "id", "itemid", "itemprop", "itemscope", "itemtype", "lang", "name", "property", "pubdate", "rel", "role", "rowspan",
    "style", "title", "type", "xml:lang",
})  # fmt: skip
_LONG = frozenset({"content", "href"})
_TO = r"[^<]*+(?:<(?!/{0})[^<]*+)*+"
_APART = re.compile(
    r"<(?:!--[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z)"
    rf"|(?P<script>script)\b(?P<attributes>[^>]*+)(?:>(?P<code>{_TO.format('script')})(?:</script[^>]*+>?|\Z)|\Z)"
    rf"|style\b[^>]*+(?:>{_TO.format('style')}(?:</style[^>]*+>?|\Z)|\Z)"
    rf"|svg\b[^>]*+(?:(?<=/)>|>{_TO.format('svg')}(?:</svg[^>]*+>?|\Z)|\Z)"
    rf"|title\b[^>]*+(?:>(?P<title>{_TO.format('title')})(?:</title[^>]*+>?|\Z)|\Z))",
    re.I,
)
"""What is taken out of a page before it is looked at, in one pass: scripts are most of it."""
_NOT_EMPTY = "<meta>"
"""Without any element there would be no tree."""
_SPECIAL = re.compile('[&<>"]')
_JSON_LD = re.compile(r"application/ld\+json", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """What of a page is looked at: its elements, its <title>, the text of its JSON-LD scripts in order."""

    tree: etree._Element
    title: str
    json_ld: tuple[str, ...]
    has_scripts: bool


def page_of(html: str) -> Page:
    """Return the page that `html` writes. Raises TooLarge."""
    title, has_scripts, end = "", False, 0
    json_ld: list[str] = []
    rest: list[str] = []
    for found in _APART.finditer(html):
        rest.append(html[end : found.start()])
        end = found.end()
        title = title or found["title"] or ""
        has_scripts = has_scripts or bool(found["script"])
        if found["script"] and _JSON_LD.search(found["attributes"]):
            json_ld.append(found["code"] or "")
    if len(json_ld) > MAX_JSON_LD or sum(map(len, json_ld)) > MAX_TEXT:
        json_ld = []
    tree = tree_of("".join([*rest, html[end:]]))
    return Page(tree, " ".join(decoded(title[:MAX_LONG_ATTRIBUTE]).split()), tuple(json_ld), has_scripts)


def tree_of(html: str) -> etree._Element:
    """Return the elements of a page under its root. Raises TooLarge."""
    parser = HTMLParser(remove_comments=True, remove_pis=True)
    tree = document_fromstring(f"{_written(html)}{_NOT_EMPTY}", parser=parser)
    refuse_heavy(tree)
    return tree


def _written(html: str) -> str:
    written, elements, size = [], 0, 0
    for token in tokens(html):
        if isinstance(token, str):
            size += len(token)
            written.append(token.replace("<", "&lt;"))
        elif _NAME.fullmatch(token.name) and token.name not in _UNSEEN:
            elements += not token.is_end
            written.append(_tag(token))
        if elements > MAX_ELEMENTS:
            raise TooLarge(f"it has more than {MAX_ELEMENTS:,} elements")
        if size > MAX_TEXT:
            raise TooLarge(f"it has more than {MAX_TEXT:,} characters of text")
    return "".join(written)


def _tag(tag: Tag) -> str:
    if tag.is_end or not tag.attributes:
        return f"</{tag.name}>" if tag.is_end else f"<{tag.name}>"
    written = []
    for name, value in tag.values().items():
        if name in _KEPT and len(value) <= (MAX_LONG_ATTRIBUTE if name in _LONG else MAX_ATTRIBUTE):
            text = decoded(value)
            written.append(f' {name}="{escape(text) if _SPECIAL.search(text) else text}"')
    return f"<{tag.name}{''.join(written)}>"

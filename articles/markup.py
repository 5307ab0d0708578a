"""Make markup safe to show, and text of it: the only caller of nh3 and bleach."""

import re
from html import escape
from itertools import groupby

import bleach
import nh3

from articles.characters import SLASH, composed, normalise, without_controls
from articles.soup.addresses import addresses_in, web_address
from articles.soup.bounds import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_PIECE,
    MAX_TAGS,
    MAX_TAGS_JUDGED,
    MarkupTooLarge,
)
from articles.soup.canonical import is_canonical
from articles.soup.elements import ATTRIBUTES, ATTRIBUTES_OF_ALL, ELEMENTS, INLINE, REL, RENAMED
from articles.soup.tidying import tidied
from articles.soup.tokens import decoded, tokens
from articles.soup.tree import well_nested

__all__ = [
    "MAX_CHARACTERS",
    "MAX_DEPTH",
    "MAX_TAGS",
    "MarkupTooLarge",
    "clean",
    "from_text",
    "plain_text",
    "word_count",
]

_ROUNDS = 4
"""Broken markup settles in one round or two; what has not settled by now becomes plain paragraphs."""

_SCHEMES = frozenset({"http", "https", "mailto"})
_SPAN = re.compile("[1-9][0-9]{0,2}")
_FORMS = {
    "colspan": _SPAN,
    "rowspan": _SPAN,
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "dir": re.compile("ltr|rtl|auto"),
    "lang": re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "rel": re.compile(REL),
}

_LINES = (ELEMENTS - INLINE - {"td", "th"}) | {"br"} | RENAMED.keys()
_CELLS = frozenset({"td", "th"})
_WRITTEN_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WITHOUT_SPACES = re.compile(f"[{_WRITTEN_WITHOUT_SPACES}]")
_DASH_OR_SLASH = re.compile("[\u2013\u2014/]")
_WORD = re.compile(rf"[{_WRITTEN_WITHOUT_SPACES}]|[^\s\u2013\u2014/{_WRITTEN_WITHOUT_SPACES}]+")


def clean(html: str) -> str:
    """Return `html` with nothing in it but permitted elements, attributes and links: safe to show as it is.

    Cleaning twice changes nothing. nh3 goes first; bleach judges what it leaves, unless that is in the form
    in which bleach returns its input. Raises MarkupTooLarge beyond MAX_CHARACTERS, MAX_DEPTH or MAX_TAGS, in
    or out.
    """
    source = without_controls(_bounded(html))
    for _ in range(_ROUNDS):
        is_settled = is_canonical(source)
        sifted = _sifted(source, is_settled=is_settled)
        if (is_settled and sifted == source) or is_canonical(sifted):
            return sifted
        if sifted.count("<") > MAX_TAGS_JUDGED:
            break
        judged = tidied(_judged(sifted))
        if judged == source:
            return judged
        source = judged
    return clean(from_text(plain_text(source)))


def plain_text(html: str) -> str:
    """Return the text of `html`, a line for each block element; white space collapsed, entities decoded."""
    written = []
    for token in tokens(without_controls(html)):
        if isinstance(token, str):
            written.append(decoded(token).replace("\n", " "))
        elif token.name in _LINES:
            written.append("\n")
        elif token.name in _CELLS:
            written.append(" ")
    lines = (" ".join(line.split()) for line in composed("".join(written)).split("\n"))
    return "\n".join(line for line in lines if line)


def word_count(text: str) -> int:
    """Return the number of words in plain text; of Chinese and Japanese every character counts."""
    is_spaced = not _WITHOUT_SPACES.search(text)
    words = _DASH_OR_SLASH.sub(" ", text).split() if is_spaced else _WORD.findall(text)
    return sum(1 for word in words if word.isalnum() or any(map(str.isalnum, word)))


def from_text(text: str) -> str:
    """Return plain text as HTML paragraphs, parted at blank lines, with its web addresses as links."""
    lines = (line.strip().lstrip(SLASH) for line in normalise(text).split("\n"))
    paragraphs = (" ".join(group) for has_text, group in groupby(lines, key=bool) if has_text)
    return "\n".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs)


def _bounded(html: str) -> str:
    if len(html) > MAX_CHARACTERS:
        raise MarkupTooLarge(f"the markup has more than {MAX_CHARACTERS:,} characters")
    return html


def _permitted_value(_element: str, attribute: str, value: str) -> str | None:
    if attribute in ("href", "cite"):
        return web_address(value)
    form = _FORMS.get(attribute)
    return value if form is None or form.fullmatch(value) else None


_SIEVE = nh3.Cleaner(
    tags=set(ELEMENTS),
    attributes={"*": set(ATTRIBUTES_OF_ALL)} | {element: set(names) for element, names in ATTRIBUTES.items()},
    attribute_filter=_permitted_value,
    link_rel=REL,
    url_schemes=set(_SCHEMES),
    url_relative="pass_through",
)


def _sifted(html: str, *, is_settled: bool) -> str:
    has_long_text = any(len(text) > MAX_PIECE for text in html.split("<"))
    nested = html if is_settled and not has_long_text else well_nested(html)
    sifted = _bounded(tidied(_SIEVE.clean(nested)))
    if sifted.count("<") > MAX_TAGS:
        raise MarkupTooLarge(f"the markup has more than {MAX_TAGS:,} tags")
    return sifted


def _judged(html: str) -> str:
    judged: str = bleach.clean(html, tags=ELEMENTS, attributes=_is_permitted, protocols=_SCHEMES, strip=True)
    return judged


def _is_permitted(element: str, attribute: str, value: str) -> bool:
    if attribute == "rel":
        return element == "a" and value == REL
    return attribute in ATTRIBUTES_OF_ALL or attribute in ATTRIBUTES.get(element, ())


def _linked(paragraph: str) -> str:
    written = []
    end_of_last = 0
    for start, end in addresses_in(paragraph):
        address = paragraph[start:end]
        written.append(_escaped(paragraph[end_of_last:start]))
        written.append(
            f'<a href="{_escaped(web_address(address) or "")}" rel="{REL}">{_escaped(address)}</a>'
        )
        end_of_last = end
    written.append(_escaped(paragraph[end_of_last:]))
    return "".join(written)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")

"""The text of the article on a page: what trafilatura finds, or what the page declares where that is much more."""

import logging
import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import islice
from urllib.parse import urljoin

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.htmlprocessing import build_html_output
from trafilatura.settings import Document
from trafilatura.utils import line_processing, trim

from articles.importers.pages.declared import bare
from articles.importers.pages.elements import printed
from articles.markup import plain_text

LOST = 2
"""How many times longer a declared text must be for the extraction to have lost too much of it."""
MOST_OF_TEXT = 0.7
_BEGINNING = 4
"""Elements at the start of a body in which headline and byline may be repeated."""
_COMPARED, _MOST_LINKS = 50_000, 500
_BLOCK = re.compile(r"\s*<(h[1-6]|p|strong|b|em|i)(?: [^<>]*)?>(.*?)</\1>", re.S)
_WRAPPING = re.compile(r"^\s*<html>\s*<body>|</body>\s*</html>\s*$|^\s*<html>\s*<body/>\s*</html>\s*$")
_LINK = re.compile(r"(<a\b[^<>]*?\bhref=)\"([^\"<>]*)\"", re.I)
_FAILURES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError,
)  # fmt: skip
"""What a library of heuristics may raise on a tree its authors never saw: the page is then read by what it declares."""

for _name in ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def body(tree: etree._Element, declared: Iterable[str], base: str) -> str:
    """Return the article's text as HTML, "" if there is none; relative links start from the address `base`.

    `declared` are texts that the page declares, as HTML. One of them is taken if the extraction has lost more than half of it.
    """
    found = _extracted(tree)
    length = len(plain_text(found))
    best = next((text for text in declared if len(plain_text(text)) > LOST * length), found)
    return _LINK.sub(lambda link: f'{link[1]}"{_absolute(link[2], base)}"', best)


def without_beginning(html: str, headline: str, byline: str) -> str:
    """Return a body without the headline and byline that it repeats before its text."""
    repeated = {bare(headline), bare(byline)} - {""}
    place = 0
    kept = []
    for _ in range(_BEGINNING):
        found = _BLOCK.match(html, place)
        if not found or len(found[2]) > 2_000:
            break
        line = " ".join(plain_text(found[2]).split())
        if bare(line) not in repeated:
            kept.append(found[0])
        place = found.end()
    return ("".join(kept) + html[place:]).strip()


def share_of_links(text: str, tree: etree._Element) -> float:
    """Return how much of an extracted text is linked on its page, from 0 to 1; extraction may have dropped the links."""
    beginning = " ".join(text[:_COMPARED].split())
    linked = {printed(link) for link in islice(tree.iter("a"), _MOST_LINKS)}
    return sum(len(each) for each in linked if each and each in beginning) / (len(beginning) or 1)


def _extracted(tree: etree._Element) -> str:
    try:
        document = bare_extraction(
            tree,
            output_format="html",
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            include_links=True,
        )
        found = _as_html(document) if isinstance(document, Document) else ""
    except _FAILURES:
        found = ""
    finally:
        _forget()
    return _WRAPPING.sub("", found).strip()


def _as_html(document: Document) -> str:
    """Return what was found as HTML; a cell with most of the text is no part of a table, but holds up an old page."""
    size = len("".join(document.body.itertext()))
    for cell in document.body.iter("cell"):
        if len("".join(cell.itertext())) > MOST_OF_TEXT * size:
            document.body = cell
    html: str = build_html_output(document)
    return html


def _forget() -> None:
    """Empty the caches in which trafilatura keeps the last thousand texts, each perhaps as long as its page."""
    trim.cache_clear()
    line_processing.cache_clear()


def _absolute(address: str, base: str) -> str:
    try:
        return escape(urljoin(base, unescape(address)))
    except ValueError:
        return ""

"""The byline as the page prints it, where it prints one that names those it declares as authors."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from articles.characters import normalise
from articles.importers.pages.declared import bare
from articles.importers.pages.elements import classes, is_aside, printed
from articles.people.bylines import authors as names_in_byline

MAX_BYLINE = 200
MOST = 40
"""Elements that are looked at; what comes later belongs to other articles."""

_BYLINE = re.compile(r"(?:^|[-_])by-?line(?:$|[-_])")
_AUTHOR = re.compile(r"(?:^|[-_])authors?(?:$|[-_])|^vcard$|^fn$")
_ABOUT_ALL = frozenset({"body", "html", "link", "meta"})
_BY = re.compile(r"\s*+(?:by|von|par|por|di|door|av)\b", re.I)
_BY_TWICE = re.compile(r"^(by)(?:\s*:)?\s+(?=by\b)", re.I)


def byline(tree: etree._Element, declared: Sequence[str], *, is_english: bool) -> str:
    """Return the byline of a page whose article is declared to be by these authors; "" if there is none.

    It is the one printed if it names all of them, or if none are declared; else the declared names are written as one.
    """
    for text in _printed(tree):
        if all(bare(name) in bare(text) for name in declared) and (declared or names_in_byline(text)):
            return text
    return _written(declared, is_english=is_english)


def _printed(tree: etree._Element) -> list[str]:
    """Return what may be the byline: first what begins with "By", the shortest first; then bylines, then authors."""
    elements = islice((each for each in tree.iter() if _rank(each) and not is_aside(each)), MOST)
    texts = (_BY_TWICE.sub("", normalise(printed(each))) for each in sorted(elements, key=_rank))
    fitting = dict.fromkeys(text for text in texts if 0 < len(text) <= MAX_BYLINE)
    return sorted(fitting, key=lambda text: len(text) if _BY.match(text) else MAX_BYLINE + 1)


def _rank(element: etree._Element) -> int:
    """Return 1 for a byline, 2 and 3 for an author, 0 for any other element."""
    attributes = element.attrib
    if (
        not ("class" in attributes or "itemprop" in attributes or "rel" in attributes)
        or element.tag in _ABOUT_ALL
    ):
        return 0
    names = classes(element)
    marks = (element.get("itemprop") or "").lower().split()
    if "byline" in marks or any(map(_BYLINE.search, names)):
        return 1
    if "author" in marks or "author" in (element.get("rel") or "").lower().split():
        return 2
    return 3 if any(map(_AUTHOR.search, names)) else 0


def _written(names: Sequence[str], *, is_english: bool) -> str:
    """Return names as a byline, as English-language papers print it, or with commas alone."""
    if not names:
        return ""
    if len(names) == 1 and _BY.match(names[0]):
        return names[0]
    if not is_english:
        return _fitting(names, ", ", ", ", "")
    return _fitting(names, ", ", " and ", "By ")


def _fitting(names: Sequence[str], comma: str, last: str, by: str) -> str:
    """Return as many of the names as a byline has room for."""
    for count in range(len(names), 0, -1):
        text = by + last.join(filter(None, (comma.join(names[: count - 1]), names[count - 1])))
        if len(text) <= MAX_BYLINE:
            return text
    return ""

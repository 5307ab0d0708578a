"""The headline of a page, among all that it calls itself."""

import re
from collections.abc import Iterable, Sequence

from articles.importers.pages.declared import LEAST, uncut

_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]{1,3}\s+|\s*[|»]\s*")


def headline(declared: Sequence[str], title: str, sites: Iterable[str], first_line: str = "") -> str:
    """Return the headline: the first of those declared that is none of the site's names, else the page's title.

    One that is cut with an ellipsis gives way to a longer one that begins with it. A site's name at the end or the start
    of it is left out. Where the site's name is not known, the first line of the text may tell which part of the title it is.
    """
    names = {_name(site) for site in sites} - {""}
    candidates = [_without_site(text, names) for text in (*declared, _title(title, first_line))]
    return uncut([text for text in candidates if text and _name(text) not in names])


def _title(title: str, first_line: str) -> str:
    """Return the part of a title that is printed over the text, the whole title if none is."""
    return first_line if len(first_line) >= LEAST and first_line in title else title


def _without_site(text: str, names: set[str]) -> str:
    """Return a headline without the name of the site that stands beside it."""
    for found in reversed(list(_SEPARATOR.finditer(text))):
        if _name(text[found.end() :]) not in names:
            break
        text = text[: found.start()].strip()
    first = _SEPARATOR.search(text)
    if first and _name(text[: first.start()]) in names:
        return text[first.end() :].strip()
    return text


def _name(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("the")

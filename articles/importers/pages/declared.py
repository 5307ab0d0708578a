"""What one part of a page declares of the article: its JSON-LD, its meta elements or its marked-up elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.characters import normalise
from articles.markup import plain_text

MAX_LINE = 2_000
"""Characters of a text in one line; a longer one is none of ours."""
MAX_NAME = 200
MAX_TOPICS = 50
LEAST = 15
"""Characters that a part of a text must have to tell the whole."""

_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\])$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The fields as they are written, "" or empty where nothing is declared.

    `authors` are names, `byline` is a byline as printed; `dates` are dates of publication, the most trustworthy first;
    `body` is HTML. `is_article` says that the page is declared to be one, `is_listing` that it is declared to be none.
    """

    headline: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    byline: str = ""
    dates: tuple[str, ...] = ()
    publication: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    body: str = ""
    is_article: bool = False
    is_listing: bool = False


def in_one_line(text: str) -> str:
    """Return text that may hold tags and entities as one line; "" if it is longer than MAX_LINE characters."""
    line = " ".join(plain_text(text[: 10 * MAX_LINE]).split())
    return normalise(line) if len(line) <= MAX_LINE else ""


def names_in(texts: list[str]) -> tuple[str, ...]:
    """Return names and terms, each once, in one line each, without addresses."""
    lines = (in_one_line(text) for text in texts)
    kept: dict[str, str] = {}
    for line in lines:
        if line and len(line) <= MAX_NAME and "://" not in line:
            kept.setdefault(line.casefold(), line)
    return tuple(kept.values())


def terms_in(texts: list[str]) -> tuple[str, ...]:
    """Return at most MAX_TOPICS terms; one text alone is a list of them with commas."""
    parted = texts[0][: 10 * MAX_LINE].split(",") if len(texts) == 1 else texts
    return names_in(parted[: 4 * MAX_TOPICS])[:MAX_TOPICS]


def uncut(texts: Sequence[str]) -> str:
    """Return the first of several texts for the same; one that is cut gives way to a longer one that begins with it."""
    first = texts[0] if texts else ""
    beginning = without_ellipsis(first)
    if beginning == first or len(beginning) < LEAST:
        return first
    return next((text for text in texts if text.startswith(beginning) and len(text) > len(first)), first)


def without_ellipsis(text: str) -> str:
    """Return a text without the dots that say that it goes on."""
    return _ELLIPSIS.sub("", text)


def bare(text: str) -> str:
    """Return the words of a text alone, to tell whether two are the same."""
    return " ".join(_WORD.findall(text.casefold()))

"""What may stand in a field of someone's record, and what an article keeps of it. Raises Unfit where that is nothing."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from articles.addresses import canonical
from articles.characters import normalise
from articles.importers.base import Unfit
from articles.importers.dates import NoDate, Published, published
from articles.markup import from_text, plain_text

MOST_NAMES = 200
LONGEST_NAME = 200
MAX_SHOWN = 40

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z]\w{1,30});", re.A)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LARGEST_NUMBER = 1 << 63
_VISIBLE = ("", "published", "publish", "public", "live", "active", "usable")
_STATUSES = {
    **dict.fromkeys(_VISIBLE, ""),
    **dict.fromkeys(("draft", "auto-draft", "pending", "private", "unpublished", "withheld"), "draft"),
    **dict.fromkeys(("scheduled", "future"), "scheduled"),
}


def text(value: Any, name: str) -> str:
    """Return the text of a field, or its whole number as text; lines are kept."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST_NUMBER:
        return str(value)
    if not isinstance(value, str):
        raise Unfit(f"“{name}” is not text{_hint(value)}")
    return normalise(value).strip()


def line(value: Any, name: str) -> str:
    """Return the text of a field in one line; "" if nothing of it can be seen."""
    words = " ".join(text(value, name).split())
    return words if any(map(str.isprintable, words.replace(" ", ""))) else ""


def line_of_markup(value: Any, name: str) -> str:
    """Return the text of a field, which someone may have written as HTML, in one line."""
    written = text(value, name)
    is_markup = _TAG.search(written) or _ENTITY.search(written)
    return line(plain_text(written) if is_markup else written, name)


def html(value: Any, name: str) -> str:
    """Return as HTML what is either HTML or, if it has no tag, plain text."""
    written = text(value, name)
    return written if _TAG.search(written) else from_text(unescape(written))


def names(value: Any, name: str, *, separators: str = ";|") -> tuple[str, ...]:
    """Return the names in a field, each once: a list of texts or of objects with a name, or one text that parts them."""
    if isinstance(value, str):
        value = re.split(f"[{separators}]", value)
    entries = value if isinstance(value, list) else [value] if value else []
    if len(entries) > MOST_NAMES:
        raise Unfit(f"“{name}” has {len(entries):,} names, {MOST_NAMES} is the most")
    found = tuple(dict.fromkeys(filter(None, (_name(entry, name) for entry in entries))))
    if any(len(entry) > LONGEST_NAME for entry in found):
        raise Unfit(f"“{name}” has a name of more than {LONGEST_NAME} characters")
    return found


def first_name(value: Any, name: str) -> str:
    """Return the only name in a field, or the first of a list."""
    return _name(value[0] if isinstance(value, list) and value else value or None, name)


def byline(value: Any, name: str) -> str:
    """Return a byline as printed; names in a list are joined as a paper prints them."""
    if not isinstance(value, list):
        return _name(value, name)
    authors = names(value, name)
    return f"By {joined(authors)}" if authors else ""


def joined(words: Iterable[str]) -> str:
    """Return names as a sentence lists them: "A, B and C"."""
    *others, last = words
    return " and ".join(filter(None, (", ".join(others), last)))


def address(value: Any, name: str) -> str:
    """Return the address of a web page, "" if the text is none."""
    written = text(value, name)
    is_one_word = written.isprintable() and " " not in written
    return written if is_one_word and canonical(written) else ""


def language(value: Any, name: str) -> str:
    """Return a tag of BCP 47, "" for what is none."""
    tag = text(value, name).replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def moment(value: Any, name: str) -> Published:
    """Return the date and the moment that a field tells."""
    try:
        return published(text(value, name))
    except NoDate as problem:
        raise Unfit(f"“{name}”: {problem}") from problem


def status(value: Any) -> str:
    """Return "draft" or "scheduled" for what readers may not see yet; a number tells nothing."""
    if not isinstance(value, str):
        return ""
    word = value.strip().casefold()
    if word not in _STATUSES:
        raise Unfit(f"its status is “{word[:MAX_SHOWN]}”; known are draft, scheduled and published")
    return _STATUSES[word]


def _name(entry: Any, name: str) -> str:
    return line(entry.get("name") if isinstance(entry, dict) and "name" in entry else entry, name)


def _hint(value: Any) -> str:
    """Return what an operator can do about a value that is not text."""
    if not isinstance(value, dict) or not value:
        return ""
    within = ", ".join(str(key)[:MAX_SHOWN] for key in list(value)[:5])
    return f" but an object: map the field in it that is ({within})"

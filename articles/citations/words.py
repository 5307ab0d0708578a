"""What the styles of citation have in common: how a line, a title and the end of a sentence are written."""

import re

from articles.characters import without_controls

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TERMINAL = tuple(".?!…‽．。？！؟۔।॥")
"""Marks after which no full stop is set."""

_STRAIGHT = re.compile(r"(?<![^\s(\[{‘“—–/-])\"([^\"]*)\"(?!\w)")
_LOW = re.compile("„([^„“”]*)[“”]")
_DOUBLE = re.compile("“([^“”]*)”")
_SINGLE = re.compile(r"‘([^‘’]*(?:’\w[^‘’]*)*)’")
_QUOTES_AT_END = re.compile('[”’"\u202c\u2069]{1,3}\\Z')
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP) | dict.fromkeys(
    "\u2066\u2067\u2068", _POP_ISOLATE
)


def one_line(text: str) -> str:
    """Return the text on one line: white space is one space, control characters and lone surrogates are left out."""
    return " ".join(without_controls(text).split())


def line(text: str) -> str:
    """Return the text on one line, so that nothing after it turns round."""
    return closed(one_line(text))


def closed(text: str) -> str:
    """Return the text with the end of each change of writing direction that it begins and does not end."""
    awaited: list[str] = []
    for mark in _DIRECTION.findall(text):
        if mark in _CLOSED_BY:
            awaited.append(_CLOSED_BY[mark])
        elif awaited and awaited[-1] == mark:
            awaited.pop()
    return text + "".join(reversed(awaited))


def ended(text: str) -> str:
    """Return the text with a full stop at its end, before a closing quotation mark, unless some mark ends it already."""
    found = _QUOTES_AT_END.search(text)
    tail = found[0] if found and _closes(text, found[0]) else ""
    body = text.removesuffix(tail)
    if not body or body.endswith(TERMINAL):
        return text
    return f"{body.rstrip(',;: ')}.{tail}"


def quoted(title: str) -> str:
    """Return a title in quotation marks with its full stop; quotation marks inside it become single ones."""
    return f"“{ended(nested(title))}”"


def nested(title: str) -> str:
    """Return the title as it stands inside quotation marks: “ ” become ‘ ’, and ‘ ’ inside those “ ”."""
    title = _LOW.sub(r"“\1”", _STRAIGHT.sub(r"“\1”", title))
    return _DOUBLE.sub(lambda found: "‘" + _SINGLE.sub(r"“\1”", found[1]) + "’", title)


def listed(names: list[str], *, joined_by: str, comma_of_two: bool) -> str:
    """Return names with commas and a word before the last; between two names the comma is left to the caller."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if comma_of_two or len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {joined_by} {names[-1]}"


def _closes(text: str, tail: str) -> bool:
    """Return whether the marks at the end close what was opened, and are no apostrophe and no inches."""
    before = text.removesuffix(tail)
    if tail == "’":
        return "‘" in before
    return tail != '"' or before.count('"') % 2 == 1

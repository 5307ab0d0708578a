"""Characters of a field that nobody sees: what a record would lose of them is refused, or told."""

import re
from typing import Any

from articles.importers.base import Unfit

MOST_TOLD = 3

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_LOST = re.compile(f"[{_CONTROLS}]")
_UNSEEN = re.compile(
    f"[{_CONTROLS}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls, also those of direction, characters without width, fillers, tags: two names may differ in them to no reader."""


def lost(value: Any) -> str:
    """Return the control characters of a text, which the archive keeps nowhere."""
    return "".join(_LOST.findall(value)) if isinstance(value, str) else ""


def without_unseen(value: Any) -> tuple[Any, str]:
    """Return a text without characters that can't be seen, and these; what is no text stays as it is."""
    if not isinstance(value, str) or value.isascii() and value.isprintable():
        return value, ""
    return _UNSEEN.sub("", value), "".join(_UNSEEN.findall(value))


def refuse(name: str, unseen: str) -> None:
    """Raise Unfit if one of the characters is NUL or half of a pair of UTF-16: the field was damaged before."""
    if found := _NO_TEXT.search(unseen):
        raise Unfit(f"“{name}” has {codes(found[0])}, which is no character of a text: it was damaged")


def codes(characters: str) -> str:
    """Return the numbers of characters, each once, as Unicode writes them: U+200B."""
    several = [f"U+{ord(one):04X}" for one in dict.fromkeys(characters)]
    return ", ".join(several[:MOST_TOLD]) + (" …" if len(several) > MOST_TOLD else "")

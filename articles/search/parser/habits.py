"""What readers write from habit, having searched other archives: `near5`, `/s`, `adj5`, `SAME`, `econom!`, `tax~2`."""

import re

from articles.search.tree import Prefix, Word

SENTENCE, PARAGRAPH, UNSAID = 15, 50, 10
"""How many words apart is the same sentence, the same paragraph, and near without a number."""
OPERATORS = {"SAME": PARAGRAPH, "NEAR": UNSAID}
CONNECTOR = re.compile(
    r"(?:w/|o?near[/(]?|around\(|adj/?|pre/|[np]/|/)(?P<words>[0-9]+)\)?|(?:w|near|adj|pre)?/(?P<unit>s|sent|p|para)",
    re.IGNORECASE,
)
USUAL = re.compile(r"w/[0-9]+", re.IGNORECASE)
PLAIN = re.compile(r"\w+(?:['’.-]\w+)*")
ELIDED = re.compile(
    r"\A(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|un|d?all|[dns]ell|sull)['’](?=[^\W\d_]{3})", re.IGNORECASE
)
"""A little word that French or Italian writes together with the next: `l’élection`."""
POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s)+\Z", re.IGNORECASE)
WILD = re.compile(r"[^\W\d_]+[?#]+[^\W\d_]+")
"""A letter left open within a word."""
MOST = 10**9
"""The largest number that is read."""


def number(digits: str) -> int:
    """Return what the digits write; very many of them are the largest that is read."""
    return min(int(digits[:20]), MOST)


def distance(text: str) -> int | None:
    """Return how many words apart its neighbours may stand if `text` is written for that, else None."""
    match = CONNECTOR.fullmatch(text)
    if not match:
        return OPERATORS.get(text)
    if match["unit"]:
        return SENTENCE if match["unit"].lower().startswith("s") else PARAGRAPH
    return number(match["words"])


def is_word(text: str) -> bool:
    """Return whether there is a letter or a digit in `text`."""
    return any(character.isalnum() for character in text)


def is_operator(text: str) -> bool:
    """Return whether `text` stands between or before words, being none itself."""
    return text in ("AND", "OR", "NOT") or distance(text) is not None


def word_or_prefix(text: str) -> Word | Prefix | None:
    """Return what a word means that was typed without quotation marks; None if there is a star in the wrong place."""
    text = POSSESSIVE.sub("", ELIDED.sub("", text))
    if WILD.fullmatch(text):
        return None
    if "*" in text:
        start = text.rstrip("*")
        return Prefix(start) if "*" not in start and _long_enough(start) else None
    if text.endswith("!") and "!" not in text[:-1] and _long_enough(text[:-1]):
        return Prefix(text[:-1])
    start, mark, digits = text.rpartition("~" if "~" in text else "^")
    if mark and not digits.strip("0123456789.") and PLAIN.fullmatch(start) and not is_operator(start):
        return Word(start)
    return Word(text)


def _long_enough(start: str) -> bool:
    return sum(character.isalnum() for character in start) >= 2

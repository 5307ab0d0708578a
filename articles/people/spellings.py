"""Other spellings of a name that texts have: without accents, with other apostrophes, hyphens and particles."""

import re
import unicodedata
from collections.abc import Callable

from articles.people.names import PARTICLES

MOST = 64

_ACCENTED = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "ð": "d",
    "þ": "th", "Þ": "Th",
})  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_APOSTROPHES = re.compile("(?<=\\w)['’‘ʼ](?=\\w)")
_HYPHEN = re.compile("(?<=\\w)[-‐‑](?=\\w)")
_ARTICLE = re.compile("(?<!\\S)(?:al|el)[-‐‑](?=\\w)", re.IGNORECASE)


def spellings(name: str) -> tuple[str, ...]:
    """Return `name`, then its other spellings: "Gutierrez" of “Gutiérrez”, "Ocasio Cortez" of “Ocasio-Cortez”; at most MOST."""
    found = {name: None}
    for change in CHANGES:
        found |= dict.fromkeys([changed for spelling in found if (changed := change(spelling)).strip()])
    return tuple(found)[:MOST]


def without_accents(name: str) -> str:
    """Return a name with Latin letters as an English typewriter has them; others stay as they are."""
    letters = _ACCENTED.sub("", unicodedata.normalize("NFD", name.translate(_LETTERS)))
    return unicodedata.normalize("NFC", letters)


def _with_umlauts_written_out(name: str) -> str:
    return name.translate(_UMLAUTS)


def _straight(name: str) -> str:
    return _APOSTROPHES.sub("'", name)


def _curly(name: str) -> str:
    return _APOSTROPHES.sub("’", name)


def _without_hyphens(name: str) -> str:
    return _HYPHEN.sub(" ", name)


def _with_capitals_for_hyphens(name: str) -> str:
    """Return "Kim Jong Un" of “Kim Jong-un”."""
    first, *others = _HYPHEN.split(name)
    return " ".join([first, *(f"{other[:1].upper()}{other[1:]}" for other in others)])


def _without_article(name: str) -> str:
    """Return "Bashar Assad" of “Bashar al-Assad”."""
    return _ARTICLE.sub("", name)


def _with_capital_at_particle(name: str) -> str:
    """Return "Ursula Von der Leyen" of “Ursula von der Leyen”, as at the start of a sentence."""
    words = name.split()
    first = next((i for i, word in enumerate(words) if word in PARTICLES), None)
    if first is not None:
        words[first] = words[first].capitalize()
    return " ".join(words)


def _with_capital_particles(name: str) -> str:
    return " ".join(word.capitalize() if word in PARTICLES else word for word in name.split())


CHANGES: tuple[Callable[[str], str], ...] = (
    _straight,
    _curly,
    _with_umlauts_written_out,
    without_accents,
    _without_article,
    _without_hyphens,
    _with_capitals_for_hyphens,
    _with_capital_at_particle,
    _with_capital_particles,
)

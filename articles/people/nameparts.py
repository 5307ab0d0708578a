"""The parts of a person's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.people.names import PARTICLES, SUFFIXES, family_begins, straight, unqualified
from articles.people.titles import without_title

LONGEST, MOST_WORDS = 200, 12
"""Characters and words; what is longer is no person's name, and stays in one piece."""

_NICKNAME = re.compile(r"(?<!\S)(?:“([^“”]+)”|\"([^\"]+)\"|‘([^‘’]+)’|'([^']+)'|\(([^()]+)\))(?!\S)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_])?|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in parts; where they can't be told (a single name, a script without capitals) `family` is the whole of it.

    Initials belong to `middle` behind a first name, else they are `given`: "H. R." McMaster. A `particle` has small
    letters, with a capital it belongs to the family: “Van Hollen”. `family_first` says that the name is said so: Xi Jinping.
    """

    given: str = ""
    middle: str = ""
    nickname: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""
    family_first: bool = False

    @property
    def surname(self) -> str:
        """The family name with its particle: “von der Leyen”."""
        return f"{self.particle} {self.family}".strip()


def parts(name: str, sort_name: str = "") -> NameParts:
    """Return the parts of a name, printed straight or with the family name first; titles and what is added in brackets left out.

    Where a sort name is given it tells the family: "Peña Nieto, Enrique"; one without a comma, that it is said first.
    """
    whole, _ = unqualified(straight(name))
    words = without_nickname(whole).split()
    if whole.lower() == whole.upper() or "," in whole or len(whole) > LONGEST or len(words) > MOST_WORDS:
        return NameParts(family=whole)
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in SUFFIXES else ""
    if len(untitled := without_title(" ".join(words)).split()) > 1:
        words = untitled
    if is_family_first(words, sort_name):
        return NameParts(given=" ".join(words[1:]), family=words[0], suffix=suffix, family_first=True)
    first = told_family_begins(words, sort_name)
    particles = first
    while particles < len(words) - 1 and words[particles] in PARTICLES:
        particles += 1
    return NameParts(
        *given_and_middle(words[:first]),
        nickname_in(whole),
        " ".join(words[first:particles]),
        " ".join(words[particles:]),
        suffix,
    )


def is_initials(word: str) -> bool:
    """Return whether a word is an initial or several: J., J.D., J, JD."""
    return _INITIALS.fullmatch(word) is not None or (len(word) == 2 and word.isalpha() and word.isupper())


def nickname_in(name: str) -> str:
    """Return the name that stands in a name in quotation marks or brackets, if one does: “Beto”."""
    found = _NICKNAME.search(name)
    return next(filter(None, found.groups())).strip() if found else ""


def without_nickname(name: str) -> str:
    """Return a name without the one that stands in it in quotation marks or brackets."""
    return " ".join(_NICKNAME.sub(" ", name).split()) or name


def is_family_first(words: Sequence[str], sort_name: str) -> bool:
    """Return whether a sort name tells that a name begins with the family: “Xi Jinping” sorts as it is said."""
    said = unqualified(sort_name)[0].split()
    return len(words) > 1 and said == list(words) and words[0].lower() not in PARTICLES


def told_family_begins(words: Sequence[str], sort_name: str) -> int:
    """Return which word begins the family name, as the sort name tells if it is this name's."""
    first = family_begins(words)
    family = unqualified(sort_name)[0].partition(",")[0].split()
    if "," in sort_name and 0 < len(family) < len(words) and list(words[-len(family) :]) == family:
        return min(first, len(words) - len(family)) if words[first] in PARTICLES else len(words) - len(family)
    return first


def given_and_middle(words: Sequence[str]) -> tuple[str, str]:
    """Return the words before a family name in two: all of them given if all are initials."""
    count = len(words) if all(map(is_initials, words)) else 1
    return " ".join(words[:count]), " ".join(words[count:])

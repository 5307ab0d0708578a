"""Forms of a person's name: for sorting, and for an address."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from articles.characters import normalise

MAX_SLUG = 80
KEPT = 20_000
"""Names whose bare form is kept: an import meets the same ones again and again."""

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
PARTICLES = frozenset({
    "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "las", "le", "lo", "los", "st.", "ten", "ter", "van", "vom", "von",
    "zu", "zum", "zur",
})  # fmt: skip
AND = frozenset({"e", "i", "y"})
"""What joins two family names: Ortega y Gasset."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_BETWEEN = re.compile("[-‐‑.,\\s]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


def sort_name(name: str) -> str:
    """Return `name` with the family name first: "Sessions, Jeff"; "Trump, Donald, Jr."; "van Dyke, Dick".

    Particles stay with the family name. A single name, one that already has its family name first, and one in a
    script without capitals stays as it is. Families of two names without a particle can't be told, nor names that
    are said family first: the authority record says how those sort.
    """
    name, qualifier = unqualified(name)
    if name.lower() == name.upper():
        return f"{name} {qualifier}".strip()
    words = name.replace(",", " , ").split()
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in SUFFIXES else ""
    if suffix and words[-1] == ",":
        words.pop()
    if "," in words:
        return f"{name} {qualifier}".strip()
    first = family_begins(words)
    parts = [" ".join(words[first:]), " ".join(words[:first]), suffix]
    return f"{', '.join(part for part in parts if part)} {qualifier}".strip()


def straight(name: str) -> str:
    """Return `name` in the order in which it is said: "Donald Trump Jr." of "Trump, Donald, Jr." and of "Trump Jr., Donald".

    A name with commas of another kind stays as it is.
    """
    name, qualifier = unqualified(name)
    parts = [part.split() for part in name.split(",")]
    suffixes = [
        part.pop()
        for part in parts
        if part and part[-1].lower() in SUFFIXES and len(part) < len(name.split())
    ]
    parts = [part for part in parts if part]
    if "," not in name or not parts or len(parts) > 2 or len(suffixes) > 1:
        return f"{name} {qualifier}".strip()
    words = [word for part in reversed(parts) for word in part]
    return " ".join([*words, *suffixes, qualifier]).strip()


def unqualified(name: str) -> tuple[str, str]:
    """Return `name` on one line, and apart from it what tells its bearer from another: "Mike Rogers", "(Michigan)"."""
    name = " ".join(name.split())
    before, opening, qualifier = name.rpartition(" (")
    if not before or not qualifier.endswith(")"):
        return name, ""
    return before, opening.strip() + qualifier


@lru_cache(maxsize=KEPT)
def bare(name: str) -> str:
    """Return what two ways of printing a name have in common, in any script: no capitals, accents, apostrophes, points.

    "JOSE DIAZ" is José Díaz, "Martin King, Jr." is Martin King Jr; but 李强 is not 黎强, whose slug is the same.
    """
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold())
    return _BETWEEN.sub(" ", letters).strip()


def slug(name: str) -> str:
    """Return `name` in lower-case ASCII with hyphens, at most MAX_SLUG characters, never empty."""
    name = normalise(name)
    ascii_name = anyascii(_APOSTROPHES.sub("", name[: MAX_SLUG * 4])).lower()
    words = _NOT_IN_SLUG.sub("-", _APOSTROPHES.sub("", ascii_name)).strip("-")
    if len(words) > MAX_SLUG:
        words = words[: MAX_SLUG + 1].rpartition("-")[0] or words[:MAX_SLUG]
    return words or f"x{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def family_begins(words: Sequence[str]) -> int:
    """Return which of the words of a name in its natural order, without a suffix, begins the family name."""
    first = len(words) - 1
    while first > 1:
        if words[first - 1].lower() in PARTICLES:
            first -= 1
        elif first > 2 and words[first - 1] in AND:
            first -= 2
        else:
            break
    if first == 1 and words[0] in PARTICLES:
        return 0
    return max(first, 0)

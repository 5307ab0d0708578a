"""Forms of a person's name: for sorting, and for an address."""

import hashlib
import re
import unicodedata
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
_ACCENTS = re.compile("[\u0300-\u036f]")
_BETWEEN = re.compile("[-‐‑.,\\s]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


def sort_name(name: str) -> str:
    """Return `name` with the family name first: "Sessions, Jeff"; "Trump, Donald, Jr."; "van Dyke, Dick".

    Particles stay with the family name. A single name, and one that already has its family name first, stays
    as it is. Families of two names without a particle can't be told, nor names that are said family first:
    the authority record says how those sort.
    """
    words = name.replace(",", " , ").split()
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in SUFFIXES else ""
    if suffix and words[-1] == ",":
        words.pop()
    if "," in words:
        return " ".join(name.split())
    first = _start_of_family_name(words)
    parts = [" ".join(words[first:]), " ".join(words[:first]), suffix]
    return ", ".join(part for part in parts if part)


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


def _start_of_family_name(words: list[str]) -> int:
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    if first == 1 and words[0] in PARTICLES:
        return 0
    return max(first, 0)

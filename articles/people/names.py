"""The forms of a name: how it sorts, and how it is written in an address."""

import hashlib
import re

from anyascii import anyascii

LONGEST_SLUG = 80
SUFFIXES = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})
PARTICLES = frozenset({"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin", "bint", "al", "el", "ten", "ter"})


def sort_name(name: str) -> str:
    """Return the name with the family name first: "Sessions, Jeff", "Trump, Donald, Jr.", "de Gaulle, Charles"."""
    words = name.replace(",", " ").split()
    suffixes = []
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffixes.insert(0, words.pop())
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    family, given = " ".join(words[start:]), " ".join(words[:start])
    return ", ".join(part for part in (family, given, *suffixes) if part)


def slug(name: str) -> str:
    """Return the name in lower-case ASCII letters, digits and hyphens, at most 80; never empty."""
    found = "-".join(re.findall("[a-z0-9]+", re.sub("['’]", "", anyascii(name)).lower()))
    if len(found) > LONGEST_SLUG:
        found = found[: LONGEST_SLUG + 1].rpartition("-")[0][:LONGEST_SLUG] or found[:LONGEST_SLUG]
    return found or f"x{hashlib.blake2b(name.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"

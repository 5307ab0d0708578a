"""Characters the archive keeps: no controls, no lone surrogates, text in Unicode's composed form (NFC)."""

import re
import unicodedata

MAX_MARKS = 30
"""Combining marks that may follow one character, as in Unicode's Stream-Safe Text Format (UAX #15)."""

SLASH = "\u0338"
"""Combining long solidus overlay: it composes with the brackets of a tag."""

_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85]")
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")


def normalise(text: str) -> str:
    """Return `text` in NFC, without control characters and lone surrogates; line feeds end its lines."""
    return composed(without_controls(text))


def without_controls(text: str) -> str:
    """Return `text` without control characters and lone surrogates; line feeds end its lines."""
    return _NEWLINE.sub("\n", _UNWANTED.sub("", text)) if _UNUSUAL.search(text) else text


def composed(text: str) -> str:
    """Return `text` in NFC, in linear time.

    unicodedata.normalize() is quadratic in a run of combining marks (4 s for 60,000): a run is cut first.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _MARKS.sub(_cut_marks, text))


def _cut_marks(run: re.Match[str]) -> str:
    kept = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)

"""Whose words stand between quotation marks: what people said, as articles in English quote them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from articles.people.attribution import Said, said_before, said_behind, said_late
from articles.people.quotemarks import Passage, hidden, passages
from articles.people.speakers import REACH, Named, Reading

__all__ = ["MOST", "Named", "Quoted", "quotations"]

MOST = 200
"""Quotations returned of one article."""
FEWEST_LATE = 4
"""Words that must be quoted where the speaker stands only at the end of the sentence."""
_NAMING = re.compile(
    r"(?<![\w-])(?:so-called|titled|entitled|dubbed|nicknamed|known as|named|"
    r"(?:word|term|phrase|slogan|song|film|movie|book|novel|show|series|program|album|play|headline|hashtag)s?)\s*,?\s*\Z"
)
_CALLED_IT = re.compile(r"\bcall(?:s|ed|ing)? (?:it|him|her|them|this|that)\s\Z")
_CALLED_A = re.compile(r"\bcall(?:s|ed|ing)? (?:a|an|the)\s\Z")
_MODIFYING = re.compile(
    r"(?:\b(?:the|this|these|those|his|her|their|its|my|our|a|an|new|old)|['’]s?)\s\Z", re.IGNORECASE
)
_AND = re.compile(r",?\s+(?:and|or|but)(?: (?:a|an|the|that))?\s+\Z")
_ENDS = re.compile(r"[”’\"']*(?:\s*\Z|[ \t]*\n|\s+[(\[]?[A-Z\d“‘\"])")
"""What stands behind a whole utterance: the end of the paragraph, or the beginning of a sentence."""
_ENDS_ASKING = re.compile(r"[”’\"']*(?:\s*\Z|[ \t]*\n|\s+[“‘\"])")
"""The same behind “…?” or “…!”, which any name and verb may still tell the speaker of."""
_ENDS_AND = re.compile(
    r"\s*\Z|[\n.,;:!?)]|\s+(?:about|after|at|before|by|during|for|from|in|of|on|to|when|with)\b"
)
_GOES_ON = re.compile(r"[^\s.,!?…—–-].\s+[a-z]")
"""Behind the last letter of a name in quotation marks, the sentence of which it is a part."""
_ANOTHER = re.compile(
    r"[,;] (?:and|as|before|but|drawing|prompting|then|to which|until|when|while)\b(?! (?:s?he|they)\b)"
)
"""What may bring another in between a verb of speaking and the end of its sentence."""
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "the", "to", "with"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: its words, `text[start:end]`, the verb beside it, and who speaks.

    `speaker` is as printed, “Mr. Sessions”, “he”, “an aide”; `person` is None unless it is surely a known one.
    """

    start: int
    end: int
    words: str
    verb: str
    speaker: str
    person: int | None


def quotations(text: str, named: Sequence[Named]) -> list[Quoted]:
    """Return the quotations of a text in order, at most MOST, one for each paragraph that they go through.

    `named` are the places of the text that surely name known people. Words in quotation marks are no quotation unless
    a verb of speaking stands beside them: no titles, no so-called names. Who speaks is told rather too seldom than wrongly.
    """
    if not any(mark in text for mark in '“"‘'):
        return []
    found = passages(text)
    reading = Reading(hidden(text, found), sorted(named, key=attrgetter("start")))
    quoted: list[Quoted] = []
    previous: tuple[Passage, Said] | None = None
    for passage in found:
        said = _said(reading, passage, previous, text)
        previous = (passage, said) if said else None
        if said:
            reading.spoken.append((said.speaker.start, said.speaker.person))
            quoted += _quoted(text, passage, said)
        if len(quoted) >= MOST:
            break
    return quoted[:MOST]


def _said(
    reading: Reading, passage: Passage, previous: tuple[Passage, Said] | None, text: str
) -> Said | None:
    opening = passage.opening
    floor = next(iter(reading.sentence_starts(opening)), max(0, opening - REACH))
    words = text[passage.parts[0][0] : passage.parts[0][1]].split(None, FEWEST_LATE)
    is_in_sentence = bool(reading.text[floor:opening].strip(" \n(—–-"))
    if previous and _AND.fullmatch(text, previous[0].closing, opening) and not _is_whole(text, passage):
        return None
    said = said_before(reading, floor, opening) if is_in_sentence else None
    said = said or said_behind(reading, passage, is_in_sentence)
    said = said or (_said_further(reading, passage, words, *previous) if previous else None)
    if not said and is_in_sentence and len(words) >= FEWEST_LATE and not any(reading.verbs(floor, opening)):
        said = said_late(reading, passage)
    return said if said and _is_quotation(reading, passage, said, is_in_sentence, words) else None


def _said_further(
    reading: Reading, passage: Passage, words: list[str], previous: Passage, said: Said
) -> Said | None:
    """Return who goes on speaking: “…,” Smith said. “…”; Smith called it “…” and “…”."""
    text, gap_start, opening = reading.text, previous.closing, passage.opening
    if len(words) < 2 or _is_title(words):
        return None
    last = text[passage.closing - 2]
    if _AND.fullmatch(text, gap_start, opening):
        return said
    ends = _ENDS if last == "." else _ENDS_ASKING
    if not said.is_behind or last not in ".!?" or not ends.match(text, passage.closing):
        return None
    starts = reading.sentence_starts(opening)
    if len(starts) < 2 or starts[1] > gap_start or text[starts[0] : opening].strip():
        return None
    gap = text[gap_start:opening]
    return None if "\n" in gap or _ANOTHER.search(gap) else said


def _is_whole(text: str, passage: Passage) -> bool:
    """Return whether the last of two joined by “and” ends there: not so “…” and “Lock her up” chants."""
    return text[passage.closing - 2] in ".,!?" or bool(_ENDS_AND.match(text, passage.closing))


def _is_quotation(
    reading: Reading, passage: Passage, said: Said, is_in_sentence: bool, words: list[str]
) -> bool:
    """Return whether these are words that were said, and not a name, a title, or a word held at a distance."""
    text, opening = reading.text, passage.opening
    before = text[max(0, opening - 30) : opening]
    if not is_in_sentence or before.rstrip()[-1:] in (",", ":"):
        is_name = len(words) < 2 or _is_title(words)
        if is_name and not said.is_behind and _GOES_ON.match(text, passage.closing - 2):
            return False
        return len(words) > 1 or said.is_beside
    if _NAMING.search(before) or _is_title(words):
        return False
    if len(words) < 2:
        is_whole = said.is_beside and not said.is_behind and words[0][-1] in ".!?"
        return is_whole or bool(_CALLED_IT.search(before))
    behind = text[passage.closing : passage.closing + 2]
    is_label = (
        len(words) < FEWEST_LATE and _MODIFYING.search(before) and behind[:1] == " " and behind[1:].islower()
    )
    return not is_label or said.is_beside or bool(_CALLED_A.search(before))


def _is_title(words: list[str]) -> bool:
    long = [word for word in words if word not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in long)


def _quoted(text: str, passage: Passage, said: Said) -> list[Quoted]:
    speaker = said.speaker
    parts = []
    for first, last in passage.parts:
        words = text[first:last].strip()
        start = first + len(text[first:last]) - len(text[first:last].lstrip())
        parts.append(Quoted(start, start + len(words), words, said.verb, speaker.words, speaker.person))
    return parts

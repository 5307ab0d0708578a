"""Whom a pronoun means: who alone is named before it, as the subject."""

import re

from articles.people.speakers import Named, Reading
from articles.people.speaking import (
    ADJECTIVES,
    DETERMINERS,
    OPENING,
    PERCEIVING,
    PREPOSITIONS,
    REPORTING,
    TIMES,
    is_adverb,
    is_person,
    is_title,
)

JOINED = re.compile(r",? (?:and|or|&) (?=[A-Z]|his |her |their )")
"""What joins another to a name."""
_FINITE = re.compile(
    r"\b(?:\w{2,}ed(?! by\b)|am|are|is|was|were|has|had|have|does|did|will|would|says?|said|told|tells|calls|wrote|"
    r"spoke|left|went|came|met|made|took|got|gave|won|lost|ran|began|stood|sat|knew|thought|saw|heard)\b"
)
_RELATIVE = re.compile(r"\b(?:who|whose|which)\b")
_CLAUSE = frozenset({"that", "which", "who", "whose"})
_LIKENED = frozenset({"such", "well", "same"})
POSSESSIVE = re.compile(r"['’]s?(?!\w)")


def referent(reading: Reading, anchor: int, pronoun: str) -> int | None:
    """Return whom “he” or “she” means: who alone is named in the sentence of `anchor`, or else in the one before.

    “They” are those who spoke there, if that was one.
    """
    last = anchor
    for start in reading.sentence_starts(anchor):
        named = reading.between(start, last)
        heard = [person for place, person in reading.spoken if start <= place < last]
        if named or heard:
            people = {one.person for one in named} | set(heard)
            is_told = heard or any(is_subject(reading, start, one) for one in named)
            is_told = (
                is_told
                and (pronoun != "they" or bool(heard))
                and not _begins_elsewhere(reading, start, named, heard)
            )
            return people.pop() if is_told and len(people) == 1 else None
        if reading.text[start:last].split()[:1] in (["He"], ["She"], ["They"]):
            return None
        last = start
    return None


def _begins_elsewhere(reading: Reading, start: int, named: list[Named], heard: list[int | None]) -> bool:
    """Return whether a sentence begins with a pronoun that may mean another than who is named in it."""
    begins = reading.text[start : start + 12].split()[:1]
    return bool(named) and not heard and begins in (["He"], ["She"], ["They"])


def is_subject(reading: Reading, floor: int, named: Named) -> bool:
    """Return whether a name stands as the subject of a clause does: in front, or behind a comma or a conjunction."""
    if POSSESSIVE.match(reading.text, named.end) or JOINED.match(reading.text, named.end):
        return False
    start = named.start
    while (word := reading.last_word(floor, start)) and (
        (word[0].isupper() and word[-1] not in ",;:" and not _governs(word))
        or is_title(word)
        or is_person(word)
        or word in DETERMINERS
    ):
        start = reading.text.rfind(word, floor, start)
    return not word or word[-1] in ",;:—–”" or word in OPENING or word.isdigit()


def is_object(reading: Reading, floor: int, first: int, start: int) -> bool:
    """Return whether the words `text[first:start]` of its clause, or what joins it, show a name to be no subject.

    So do “Democrats fighting Smith”, “the judge who fined Smith”, “others than Smith”, “the press and Smith”.
    """
    joint = reading.last_word(floor, first).lower()
    words = reading.text[first:start].split()
    if not words:
        return _is_joined(reading, floor, first, joint)
    is_described = False
    while words and (_stands_before_names(words[-1]) or (words[-1] == "of" and is_title(words[-2:][0]))):
        is_described |= is_person(words.pop().lower())
    if not words:
        return False
    last, before = words[-1].lower(), words[-2].lower() if len(words) > 1 else joint
    if last in REPORTING | OPENING | TIMES | ADJECTIVES or last.isdigit():
        return False
    if last in PREPOSITIONS:
        is_in_front = len(words) == 1 and len(reading.text[first:start].split()) > 1
        return is_described or not is_in_front
    return before == "to" or joint in _CLAUSE or _takes_object(last, before if len(words) > 1 else "")


def _takes_object(last: str, before: str) -> bool:
    """Return whether a word takes the name behind it as its object: “fighting”, but not “a beaming”."""
    return last in PERCEIVING or (last.endswith(("ing", "ed")) and before not in DETERMINERS)


def _stands_before_names(word: str) -> bool:
    low = word.lower()
    if low in OPENING:
        return False
    return (
        (word[0].isupper() and not _governs(word))
        or is_person(low)
        or (is_adverb(low) and low not in PERCEIVING)
        or low in DETERMINERS
    )


def _governs(word: str) -> bool:
    """Return whether a word, with a capital perhaps, may make the name behind it its object: “Quoting”, “Like”."""
    low = word.lower()
    is_participle = low.endswith("ing") or (low.endswith("ed") and len(low) > 4)
    return low in PREPOSITIONS or (is_participle and low not in ADJECTIVES)


def _is_joined(reading: Reading, floor: int, first: int, joint: str) -> bool:
    """Return whether what stands right before a name joins it to words that are no clause of their own."""
    if joint == "as":
        return reading.last_word(floor, first - len(" as ")).lower() in _LIKENED
    if joint not in ("and", "or", "after", "before", "since", "until"):
        return joint == "than"
    clause = reading.text[floor : first - len(joint)]
    if not clause.strip(" ,"):
        return False
    return not _FINITE.search(clause) or bool(_RELATIVE.search(clause))


def titled(reading: Reading, floor: int, start: int) -> int:
    """Return where a name that begins at `start` begins with its titles."""
    while is_title(word := reading.last_word(floor, start)):
        start = reading.text.rfind(word, floor, start)
    return start

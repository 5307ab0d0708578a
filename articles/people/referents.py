"""Whom a pronoun means: who alone is named before it, as the subject."""

import re

from articles.people.speakers import Named, Reading
from articles.people.speaking import DETERMINERS, OPENING, is_person, is_title

JOINED = re.compile(r",? (?:and|or|&) (?=[A-Z]|his |her |their )")
"""What joins another to a name."""
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
        word[0].isupper() or is_title(word) or is_person(word) or word in DETERMINERS
    ):
        start = reading.text.rfind(word, floor, start)
    return not word or word[-1] in ",;:—–”" or word in OPENING or word.isdigit()


def titled(reading: Reading, floor: int, start: int) -> int:
    """Return where a name that begins at `start` begins with its titles."""
    while is_title(word := reading.last_word(floor, start)):
        start = reading.text.rfind(word, floor, start)
    return start

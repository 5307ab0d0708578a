"""Known people found in a text, by their exact names and aliases.

Case counts. A name stands between characters that are neither letters nor digits nor marks on them. Of names that overlap
the first counts, and of those that begin together the longest: "Donald Trump Jr." is not Donald Trump. A name that two
people share says nothing. Straight and curly apostrophes are alike, and so is any white space, line ends included.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick

SPACES = re.compile(r"\s")
APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")


@dataclass(frozen=True, slots=True)
class Match:
    """A person named in a text, from `start` to `end` (characters, the end not included), and the rule that says so."""

    person: int
    start: int
    end: int
    rule: str = "name"


class Recogniser:
    """Finds the people with these names: pairs of a person's id and a name or alias of theirs."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        owners: dict[str, set[int]] = {}
        for person, name in names:
            if form := " ".join(normal_form(name).split()):
                owners.setdefault(form, set()).add(person)
        self.automaton = ahocorasick.Automaton()
        for form, people in owners.items():
            self.automaton.add_word(form, (len(form), next(iter(people)) if len(people) == 1 else None))
        if owners:
            self.automaton.make_automaton()
        self.is_empty = not owners

    def find(self, text: str) -> list[Match]:
        """Return the people named, in order of their places; places refer to the text as given."""
        if self.is_empty:
            return []
        plain, places = squeezed(text)
        candidates = [
            (last - length + 1, -length, person)
            for last, (length, person) in self.automaton.iter(plain)
            if stands_alone(plain, last - length + 1, last + 1)
        ]
        found, reached = [], 0
        for start, minus_length, person in sorted(candidates, key=lambda candidate: candidate[:2]):
            if start >= reached:
                reached = start - minus_length
                if person is not None:
                    found.append(Match(person, places[start], places[reached - 1] + 1))
        return found


def count_people(matches: Iterable[Match]) -> dict[int, int]:
    """Return how often each person is named, in the order of their first places."""
    return dict(Counter(match.person for match in matches))


def normal_form(text: str) -> str:
    """Return the text composed, with straight apostrophes and plain spaces; its length may change."""
    return SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(APOSTROPHES))


def squeezed(text: str) -> tuple[str, list[int] | range]:
    """Return the text in normal form with single spaces, and the place in the text of each of its characters."""
    plain = normal_form(text)
    if "  " not in plain and len(plain) == len(text):
        return plain, range(len(plain))
    kept, places = [], []
    for place, character in enumerate(text):
        if unicodedata.combining(character) and kept and len(composed := unicodedata.normalize("NFC", kept[-1] + character)) == 1:
            kept[-1] = composed
            places[-1] = place
        elif not (character.isspace() and kept and kept[-1] == " "):
            kept.append(" " if character.isspace() else character.translate(APOSTROPHES))
            places.append(place)
    return "".join(kept), places


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no word goes on before `start` or behind `end`."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or behind.isalnum() or (behind and unicodedata.combining(behind)))

"""Find the names of known people in a text."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from articles.people.folding import fold


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a text names a person: `text[start:end]`, found by `rule`."""

    person: int
    start: int
    end: int
    rule: str


class Recogniser:
    """Knows names, and whose they are: a name that two people share is nobody's."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """Take pairs of a person's id and a name of that person, the canonical one or an alias."""
        self._automaton = ahocorasick.Automaton()
        for name, person in _owners(names).items():
            self._automaton.add_word(name, (len(name), person))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Match]:
        """Return the names in `text` in order: of those that overlap the leftmost, of those the longest.

        Letters count as written, upper or lower case; white space, apostrophes and composed letters as they
        read. A name stands alone: no letter, digit or combining mark beside it. A shared name hides the
        shorter ones in it.
        """
        folded = fold(text)
        matches = []
        end_of_last = 0
        for start, end, person in sorted(self._hits(folded.text), key=_leftmost_longest):
            if start < end_of_last:
                continue
            end_of_last = end
            if person is not None:
                matches.append(Match(person, folded.starts[start], folded.ends[end - 1], "name"))
        return matches

    def _hits(self, text: str) -> Iterator[tuple[int, int, int | None]]:
        if not self._automaton:
            return
        for last, (length, person) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
                yield start, end, person


def count_people(matches: Iterable[Match]) -> dict[int, int]:
    """Return how often each person is named."""
    return dict(Counter(match.person for match in matches))


def _owners(names: Iterable[tuple[int, str]]) -> dict[str, int | None]:
    owners: dict[str, int | None] = {}
    for person, name in names:
        folded = fold(name).text.strip()
        if any(map(str.isalnum, folded)):
            owners[folded] = person if owners.setdefault(folded, person) == person else None
    return owners


def _leftmost_longest(hit: tuple[int, int, int | None]) -> tuple[int, int]:
    start, end, _ = hit
    return start, -end


def _is_of_word(character: str) -> bool:
    return character.isalnum() or (character != "" and unicodedata.category(character).startswith("M"))

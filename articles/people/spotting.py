"""Where any of many thousand names stands in a text, and whose it may be."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from articles.people.folding import fold
from articles.people.forms import forms, surnames
from articles.people.known import Known, OtherName

KEPT = 50_000
"""People whose names are kept."""


class Bearer(NamedTuple):
    """Who bears a name, between which days if that is known."""

    person: int
    first: date | None = None
    last: date | None = None

    def bears_on(self, day: date) -> bool:
        """Return whether the name was the person's on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(slots=True)
class Entry:
    """One name: who is called so, of whose name it is another form, and whose family name it is alone."""

    key: str
    own: list[Bearer] = field(default_factory=list)
    made: list[Bearer] = field(default_factory=list)
    family: list[int] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether it stands for a person without more; a single word does not if it is another's family name."""
        if " " in self.key or not self.family:
            return bool(self.own or self.made)
        return {bearer.person for bearer in self.own} >= set(self.family)


class Hit(NamedTuple):
    """A name at `text[start:end]` of a folded text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """All names of the known people, to be found in one pass over a text."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.entries: dict[str, Entry] = {}
        self.families: dict[int, tuple[str, ...]] = {}
        for person in people:
            self.take(person)
        self.as_written = automaton(self.entries)
        self._in_capitals: ahocorasick.Automaton | None = None

    @property
    def in_capitals(self) -> ahocorasick.Automaton:
        """The same names in capital letters, as some headlines are set; made when the first is met."""
        if self._in_capitals is None:
            capitals = {key.upper(): entry for key, entry in self.entries.items()}
            capitals |= {small_prefix(key): entry for key, entry in self.entries.items() if "Mc" in key}
            self._in_capitals = automaton(capitals)
        return self._in_capitals

    def take(self, person: Known) -> None:
        """Take in the names of one person."""
        keys = keys_of(person.name.partition(" (")[0], person.others, person.sort_name)
        self.families[person.id] = keys.families
        for key, first, last in keys.own:
            self.add(key).own.append(Bearer(person.id, first, last))
        for key in keys.made:
            self.add(key).made.append(Bearer(person.id))
        for family in keys.families:
            self.add(family).family.append(person.id)

    def add(self, key: str) -> Entry:
        """Return the entry of a name, made if it is new."""
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = Entry(key)
        return entry

    def spot(self, text: str, *, capitals: bool = False) -> list[Hit]:
        """Return the names in a folded text in order: of those that overlap the leftmost, of those the longest.

        A name stands alone: no letter, digit or combining mark beside it.
        """
        automaton = self.in_capitals if capitals else self.as_written
        if not automaton:
            return []
        found = [
            Hit(last + 1 - length, last + 1, entry)
            for last, (length, entry) in automaton.iter(text)
            if not (
                is_of_word(text[last + 1 : last + 2]) or is_of_word(text[last - length : last + 1 - length])
            )
        ]
        return apart(found)


class Keys(NamedTuple):
    """The names of one person as texts are searched for them: own and other names, forms made of them, the family's."""

    own: tuple[tuple[str, date | None, date | None], ...]
    made: tuple[str, ...]
    families: tuple[str, ...]


@lru_cache(maxsize=KEPT)
def keys_of(name: str, others: tuple[OtherName, ...], sort_name: str) -> Keys:
    """Return the names of one person; kept, for an import makes lexicons again and again."""
    always = [other.name for other in others if other.first is None and other.last is None]
    families = family_names(name, always, sort_name)
    own: list[tuple[str, date | None, date | None]] = [(folded(name), None, None)]
    own += [(key, other.first, other.last) for other in others if (key := folded(other.name)) not in families]
    known = {key for key, _, _ in own}
    made = dict.fromkeys(folded(form) for form in forms(name, always, sort_name))
    return Keys(tuple(own), tuple(key for key in made if " " in key and key not in known), families)


def family_names(name: str, others: Sequence[str], sort_name: str) -> tuple[str, ...]:
    """Return how the family name of a person stands alone.

    Of three names the last two may: Huckabee Sanders. A particle begins a sentence with a capital letter: Von der Leyen.
    """
    found = [folded(family) for family in surnames(name, others, sort_name)]
    for longer in (name, *others):
        words = folded(longer).split()
        if len(words) == 3 and words[2] in found and len(words[1].rstrip(".")) > 1:
            found.append(" ".join(words[1:]))
    found += [family[0].upper() + family[1:] for family in found if family]
    return tuple(dict.fromkeys(family for family in found if family))


def small_prefix(key: str) -> str:
    """Return a name in capitals but for the c of Mc: McCONNELL."""
    return key.upper().replace("MC", "Mc")


def automaton(entries: dict[str, Entry]) -> ahocorasick.Automaton:
    """Return what finds these names; one without letters is none."""
    made = ahocorasick.Automaton()
    for key, entry in entries.items():
        if any(map(str.isalnum, key)):
            made.add_word(key, (len(key), entry))
    made.make_automaton()
    return made


def folded(name: str) -> str:
    """Return a name as texts are searched for it."""
    return fold(name).text.strip()


def apart(found: list[Hit]) -> list[Hit]:
    """Return the hits in order: of those that overlap the leftmost, of those the longest."""
    hits, reached = [], 0
    for hit in sorted(found, key=leftmost_longest):
        if hit.start >= reached:
            hits.append(hit)
            reached = hit.end
    return hits


def leftmost_longest(hit: Hit) -> tuple[int, int]:
    """Return what sorts hits by their place, the longer of two that begin together first."""
    return hit.start, -hit.end


def is_of_word(character: str) -> bool:
    """Return whether a character belongs to a word that it stands beside."""
    return character.isalnum() or (character > "\x7f" and unicodedata.category(character).startswith("M"))

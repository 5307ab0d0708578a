"""Names beside the articles in the index: of people, topics, sections and publications, found while they are typed.

A name is known by a number, as an article is by its id: its kind stands in the bits above those of its record's id.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.search.beginnings import marks
from articles.search.languages import words as words_in
from articles.search.schema import Entry

KINDS = ("person", "topic", "section", "publication")
"""What has names; for each, the index keeps in a field of that name which articles have it."""
SIGNS = "~#%@"
RECORD_BITS = 60
FIRST_NAME = 1 << RECORD_BITS
"""The least number a name can have; articles have smaller ones."""
RUN_TOGETHER = re.compile("[.'’‘ʼ]")


@dataclass(frozen=True, slots=True)
class IndexedName:
    """A record as the index takes it in, with every name it goes by. `articles` is a weight, and may be out of date."""

    kind: str
    id: int
    names: tuple[str, ...]
    articles: int = 0

    @property
    def number(self) -> int:
        """What the index knows it by."""
        return number_of_name(self.kind, self.id)

    def checksum(self) -> int:
        """Return 64 bits that change with any of the names."""
        return int.from_bytes(hashlib.blake2b(repr(self.names).encode(), digest_size=8).digest())

    def entry(self) -> Entry:
        """Return what the index gets of the record."""
        sign = sign_of(self.kind)
        texts: list[tuple[str, str]] = []
        for words in spellings(self.names):
            whole, signed = sign + " ".join(words), [sign + word for word in words]
            texts += [("opening", opening) for opening in (whole, *marks(whole))]
            texts.append(("name", " ".join(signed + [mark for word in signed for mark in marks(word)])))
        numbers = (
            ("id", self.number),
            ("kind", KINDS.index(self.kind)),
            ("weight", self.articles),
            ("checksum", self.checksum()),
        )
        return Entry(numbers, tuple(texts))


def sign_of(kind: str) -> str:
    """Return what stands before every word of a kind of name, so that each kind is looked through alone."""
    return SIGNS[KINDS.index(kind)]


def number_of_name(kind: str, identity: int) -> int:
    """Return the number by which the index knows a record of a kind."""
    return (KINDS.index(kind) + 1) << RECORD_BITS | identity


def record_of(number: int) -> tuple[str, int]:
    """Return kind and id of the record that the index knows by a number."""
    return KINDS[(number >> RECORD_BITS) - 1], number & (FIRST_NAME - 1)


def spellings(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the words of names as the index has them: O'Brien and J.D. also as they are typed in haste."""
    written = [spelling for name in names for spelling in (name, RUN_TOGETHER.sub("", name))]
    return [words for words in dict.fromkeys(tuple(words_in(spelling)) for spelling in written) if words]


def has_words(name: str, typed: tuple[str, ...]) -> bool:
    """Return whether a name has all words that were typed, and one that begins with the last."""
    *whole, last = typed
    words = {word for spelling in spellings([name]) for word in spelling}
    return words.issuperset(whole) and any(word.startswith(last) for word in words)

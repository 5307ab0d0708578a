"""The words of a printed text as the index has them, and which of them answer a part of a search."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeAlias

from articles.search.forms import matches
from articles.search.languages import STEMMERS, folded, stems
from articles.search.tree import Among, Near, Node, Or, Phrase, Prefix, Word

Part: TypeAlias = Word | Prefix | Phrase | Near | Among
Place: TypeAlias = tuple[int, int]
"""Where something begins, and where what follows does: characters of a text, or the numbers of its words from 0."""


@dataclass(frozen=True)
class PrintedWords:
    """The words of a text in a language, numbered. Some of them, one behind the other, are a run."""

    text: str
    code: str

    @cached_property
    def cutter(self) -> re.Pattern[str]:
        """What cuts the text into words."""
        return word_of(unusual_letters(self.text))

    @cached_property
    def spans(self) -> list[Place]:
        """Where each word stands."""
        return [match.span() for match in self.cutter.finditer(self.text)]

    @cached_property
    def terms(self) -> list[str]:
        """Each word as the index has it; nothing for one that is too long for it."""
        return [term[0] if (term := folded(word)) else "" for word in self.cutter.findall(self.text)]

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """The numbers of each different word."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(self.terms):
            found[term].append(number)
        return dict(found)

    @cached_property
    def kin(self) -> dict[tuple[str, ...], list[str]]:
        """The different words with each stem."""
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for term in self.numbers:
            found[stems(term, self.code)].append(term)
        return dict(found)

    def place(self, run: Place) -> Place:
        """Return where a run stands in the text, with the combining marks behind it."""
        end = self.spans[run[1] - 1][1]
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return self.spans[run[0]][0], end

    def within(self, run: Place) -> "PrintedWords":
        """Return the words of a run alone, numbered anew."""
        return PrintedWords(self.text[self.spans[run[0]][0] : self.spans[run[1] - 1][1]], self.code)

    def runs(self, part: Part) -> list[Place]:
        """Return the runs that answer a part of a search, in order."""
        match part:
            case Word(text) if len(folded(text)) == 1:
                return singly(self.words(part))
            case Word(text) | Phrase(text):
                return self.phrase(folded(text))
            case Prefix(text) if len(folded(text)) > 1:
                return self.prefix(folded(text))
            case Prefix():
                return singly(self.words(part))
            case Near(parts, distance):
                return singly(self.near([self.words(one) for one in parts], distance))
            case Among(most, inner):
                return [(first, end) for first, end in self.runs(inner) if end <= most]

    def words(self, part: Node) -> list[int]:
        """Return the numbers of a word in the forms asked for, of words that begin so, or of a choice of such."""
        if isinstance(part, Or):
            return sorted({number for one in part.parts for number in self.words(one)})
        words = folded(part.text) if isinstance(part, Word | Prefix) else ()
        if len(words) != 1:
            return []
        if isinstance(part, Prefix):
            return self.all_of({term for term in self.numbers if term.startswith(words[0])})
        if not isinstance(part, Word) or part.exact or self.code not in STEMMERS:
            return self.numbers.get(words[0], [])
        kin = self.kin.get(stems(words[0], self.code), [])
        return self.all_of({words[0], *(term for term in kin if matches(words[0], term, self.code))})

    def all_of(self, terms: Iterable[str]) -> list[int]:
        """Return the numbers of all these words."""
        return sorted(number for term in terms for number in self.numbers.get(term, ()))

    def phrase(self, words: tuple[str, ...]) -> list[Place]:
        """Return the runs of exactly these folded words."""
        if not words or not all(word in self.numbers for word in words):
            return []
        length, wanted = len(words), [*words]
        rarest = min(range(length), key=lambda index: len(self.numbers[words[index]]))
        starts = (number - rarest for number in self.numbers[words[rarest]] if number >= rarest)
        return [(first, first + length) for first in starts if self.terms[first : first + length] == wanted]

    def prefix(self, words: tuple[str, ...]) -> list[Place]:
        """Return the runs of these folded words, at least two, of which the last is only begun."""
        *before, begun = words
        runs = ((first, end + 1) for first, end in self.phrase((*before,)) if end < len(self.terms))
        return [(first, end) for first, end in runs if self.terms[end - 1].startswith(begun)]

    def near(self, sides: list[list[int]], distance: int) -> list[int]:
        """Return the numbers of the words of each side that stand near one of the next; none if a pair is never near."""
        found: set[int] = set()
        for one, other in pairwise(sides):
            pair = {*beside(one, other, distance), *beside(other, one, distance)}
            if not pair:
                return []
            found |= pair
        return sorted(found)


def singly(numbers: Iterable[int]) -> list[Place]:
    """Return each word as a run."""
    return [(number, number + 1) for number in numbers]


def beside(numbers: list[int], others: list[int], distance: int) -> Iterator[int]:
    """Yield the numbers from which another of the others is at most `distance` away; both are in order."""
    for number in numbers:
        nearest = bisect_left(others, number - distance)
        if any(other != number and other <= number + distance for other in others[nearest : nearest + 2]):
            yield number


def unusual_letters(text: str) -> str:
    """Return the characters of a text that are letters to the index and not to Python, such as vowel signs."""
    if text.isascii():
        return ""
    return "".join(
        sorted(one for one in set(text) if not one.isascii() and not one.isalnum() and folded(one))
    )


@lru_cache(maxsize=1_000)
def word_of(letters: str) -> re.Pattern[str]:
    """Return what matches a word of the index: letters and digits, and whatever else is given as a letter."""
    return re.compile(rf"(?:[^\W_]|[{re.escape(letters)}])+" if letters else r"[^\W_]+")

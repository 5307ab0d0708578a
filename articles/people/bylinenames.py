"""Which of the words between two joints of a byline are a person's name, and how it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from articles.people import bylinewords as words_of
from articles.people.names import PARTICLES, SUFFIXES

MOST_WORDS = 8
GENERATIONS = SUFFIXES - {"v"}
"""A V. is an initial more often than the fifth of his name."""

_NOT_IN_NAME = re.compile(
    r"[\d_@#$%+=<>^~{}\\!?™©®\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_INSIDE = re.compile(r"[^\W\d_]['’‘ʼ-]|[^\W\d_]{2}-")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_])?|[^\W\d_]")
_LETTERS = re.compile(r"(?<![^\W\d_]{2}['’‘ʼ])(?<!\w)[^\W\d_]+|[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """One word of a byline, and where it is printed."""

    text: str
    start: int
    end: int

    @cached_property
    def plain(self) -> str:
        """The word in lower case, without the full stop at its end."""
        return self.text.lower().rstrip(".")

    @cached_property
    def is_suffix(self) -> bool:
        """Whether it is a Jr., Sr., III."""
        return self.plain in GENERATIONS

    @cached_property
    def is_initials(self) -> bool:
        """Whether it is J., J.D. or J and nothing more."""
        return _INITIALS.fullmatch(self.text) is not None

    @cached_property
    def is_capital(self) -> bool:
        """Whether it is printed in capitals: DOE, O'BRIEN, McCAIN."""
        return self.text.removeprefix("Mc").removeprefix("Mac").isupper()

    @property
    def is_particle(self) -> bool:
        """Whether it is a de, van der, y: these begin and join the parts of a family name."""
        return self.text in PARTICLES or self.text in ("y", "e")

    @property
    def may_be_of_name(self) -> bool:
        """Whether it looks like a part of a name: a capital letter, a particle, al-Assad, d’Estaing."""
        if self.plain in words_of.STOPS or _NOT_IN_NAME.search(self.text):
            return False
        if self.plain.endswith(words_of.DOMAINS):
            return False
        if self.is_particle:
            return True
        first = next(filter(str.isalpha, self.text), "")
        if first.islower():
            return _INSIDE.match(self.text) is not None and not self.text.islower()
        return bool(first)


def name_among(words: Sequence[Word], *, after_comma: bool, alone: bool) -> list[Word]:
    """Return the words with which a person's name begins these; none if they begin with no name.

    Behind a comma stands a role, a newsroom or a place as often as a name. `alone` says that the byline is this one word.
    """
    rest = without_titles(words)
    found = before_date(list(takewhile(lambda word: word.may_be_of_name, rest)), rest)
    found = before_role(before_mixed_case(found), after_comma=after_comma)
    while found and found[-1].is_particle:
        found.pop()
    return found if is_person(found, alone=alone) else []


def without_titles(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without “Sen.” or “the Hon.” before them."""
    if len(words) > 1 and words[0].plain == "the" and words[1].plain in words_of.TITLES:
        words = words[1:]
    first = 0
    while first < len(words) and words[first].plain in words_of.TITLES:
        if not words[first].text.endswith(".") and len(words) - first < 3:
            break
        first += 1
    return words[first:]


def before_date(found: list[Word], words: Sequence[Word]) -> list[Word]:
    """Return a name without the month of the date that follows it."""
    after = words[len(found)].text if len(found) < len(words) else ""
    is_date = found and found[-1].plain in words_of.MONTHS and after[:1].isdigit()
    return found[:-1] if is_date else found


def before_mixed_case(words: list[Word]) -> list[Word]:
    """Return a name printed in capitals without the newsroom behind it that is not: JANE DOE Associated Press."""
    if len(words) < 3 or not (words[0].is_capital and words[1].is_capital and len(words[1].text) > 2):
        return words
    return list(
        takewhile(lambda word: word.is_capital or word.is_suffix or word.text.lower() == word.text, words)
    )


def before_role(words: list[Word], *, after_comma: bool) -> list[Word]:
    """Return a name without the role or agency behind it; none if there is no room for a name, or if a comma stands before."""
    plain = [word.plain for word in words]
    if plain and plain[-1] == "staff":
        return []
    place = next((i for i, word in enumerate(plain) if word in words_of.ENDS), len(words))
    if place == len(words):
        return words
    if plain[place] in words_of.ROLES:
        while place and plain[place - 1] in words_of.QUALIFIERS:
            place -= 1
    return [] if after_comma or place < 2 else words[:place]


def is_person(words: Sequence[Word], *, alone: bool) -> bool:
    """Return whether the words are a name, and no newsroom's or place's."""
    plain = [word.plain for word in words]
    if not words or len(words) > MOST_WORDS or not words_of.NEVER.isdisjoint(plain):
        return False
    if len(words) == 1:
        return alone and not words[0].is_capital and len(plain[0]) > 2 and plain[0] not in words_of.MONTHS
    pairs = {f"{one} {two}" for one, two in zip(plain, plain[1:], strict=False)}
    if plain[0] in words_of.PLACES_BEGIN or not words_of.NEVER_TOGETHER.isdisjoint(pairs):
        return False
    own = [word for word in words if not (word.is_suffix or word.is_particle)]
    return (
        any(not word.is_initials for word in own) and len(words) > sum(word.is_suffix for word in words) + 1
    )


def written(words: Sequence[Word]) -> str:
    """Return a name as it is written; capitals become capital and small letters."""
    plain = [word for word in words if not (word.is_initials or word.is_suffix)]
    if not all(word.is_capital for word in plain):
        return " ".join(word.text for word in words)
    first, *others = words
    last = [small(word, inside=False) for word in others[-1:]]
    return " ".join([first_name(first), *(small(word, inside=True) for word in others[:-1]), *last])


def first_name(word: Word) -> str:
    """Return the first word of a name printed in capitals: Jane, JD."""
    stands_for_two = len(word.text) == 2 and not _VOWEL.search(word.text)
    return word.text if stands_for_two else small(word, inside=False)


def small(word: Word, *, inside: bool) -> str:
    """Return a word of a name printed in capitals: Doe, O'Brien, McCain, Jr., III, J.D.; inside the name de, van."""
    if word.is_suffix:
        return word.text.capitalize() if word.plain in ("jr", "sr") else word.text.upper()
    if word.is_initials:
        return word.text
    if inside and word.plain in PARTICLES:
        return word.text.lower()
    text = _LETTERS.sub(lambda letters: letters[0].capitalize(), word.text)
    return re.sub(r"^Mc([^\W\d_])(?=[^\W\d_])", lambda found: f"Mc{found[1].upper()}", text)

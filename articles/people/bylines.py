"""Who wrote it, by the byline as printed: "By Dana Whitfield and Priya Raman in Washington"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from articles.characters import normalise
from articles.people import bylinewords as words_of
from articles.people.bylinenames import Word, name_among, written
from articles.people.names import PARTICLES, bare

MOST_AUTHORS = 20
LONGEST_NAME = 200
KEPT = 4096

_TOKEN = re.compile(r"--+|[\n,;:&|/()\[\]•…—、，；*†‡]|(?:(?!--)[^\s,;:&|/()\[\]•…—、，；*†‡])+")
_SEPARATOR = re.compile(r"[-–—―\n,:|/•…·、，*†‡]+")
_OPENING, _CLOSING = "([", ")]"


@dataclass(frozen=True, slots=True)
class Author:
    """A name in a byline, printed at `byline[start:end]`."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Stretch:
    """The words between two joints of a byline, and what joins them to those before."""

    joint: str
    words: list[Word] = field(default_factory=list)


def authors(byline: str) -> tuple[str, ...]:
    """Return the names in a printed byline, in order, each once: at most 20, each of at most 200 characters.

    Roles, places, dates, newsrooms and agencies are no names; neither is a single word, unless the byline is that word.
    """
    return tuple(dict.fromkeys(author.name for author in signed(byline)))


def may_be_person(name: str) -> bool:
    """Return whether a name that a source calls a person's may be one: it has letters, and is no agency's."""
    return any(map(str.isalpha, name)) and bare(name) not in words_of.AGENCIES


@lru_cache(maxsize=KEPT)
def signed(byline: str) -> tuple[Author, ...]:
    """Return the names in a printed byline with their places, in order: at most 20."""
    found: list[Author] = []
    stretches = list(stretches_of(byline))
    alone = sum(len(stretch.words) for stretch in stretches) == 1
    credited = False
    for stretch in stretches:
        credited = stretch.joint == "credit" or credited and stretch.joint not in ("by", ";")
        words = [] if credited else name_among(stretch.words, after_comma=stretch.joint == ",", alone=alone)
        if words and len(name := normalise(written(words))) <= LONGEST_NAME:
            found.append(Author(name, words[0].start, words[-1].end))
        if len(found) == MOST_AUTHORS:
            break
    return tuple(found)


def stretches_of(byline: str) -> Iterator[Stretch]:
    """Yield the stretches of a byline in order; none is empty."""
    tokens = list(without_brackets(Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(byline)))
    stretch = Stretch("")
    for place, token in enumerate(tokens):
        if is_comma_of_suffix(tokens, place):
            continue
        joint = joint_at(tokens, place)
        if not joint:
            joint = "," if ends_sentence(token) else ""
            stretch.words.append(replace(token, text=token.text[:-1], end=token.end - 1) if joint else token)
        if joint and stretch.words:
            yield stretch
            stretch = Stretch(joint)
        elif joint not in ("", ","):
            stretch.joint = joint
    if stretch.words:
        yield stretch


def without_brackets(tokens: Iterator[Word]) -> Iterator[Word]:
    """Yield the tokens outside brackets; for what stands in brackets, a comma."""
    depth = 0
    for token in tokens:
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth = max(0, depth - 1)
            yield Word(",", token.start, token.end)
        elif not depth:
            yield token


def is_comma_of_suffix(tokens: Sequence[Word], place: int) -> bool:
    """Return whether this is the comma in “King, Jr.”."""
    return tokens[place].text == "," and place + 1 < len(tokens) and tokens[place + 1].is_suffix


def joint_at(tokens: Sequence[Word], place: int) -> str:
    """Return how the token joins what stands around it: "by", "credit", "and", ";", ","; "" if it is a word."""
    token = tokens[place]
    if token.plain in words_of.BY or place == 0 and begins_like_by(tokens):
        return "credit" if place and tokens[place - 1].plain in words_of.CREDITS else "by"
    if token.text in (";", "；"):
        return ";"
    if token.plain in words_of.JOINING:
        return "and"
    if token.text in words_of.JOINING_OR_PART_OF_A_NAME and two_words_follow(tokens, place):
        return "and"
    return "," if _SEPARATOR.fullmatch(token.text) else ""


def begins_like_by(tokens: Sequence[Word]) -> bool:
    """Return whether the byline begins with the “by” of another language, and not with a name: von der Leyen."""
    return (
        tokens[0].plain in words_of.BY_AT_THE_START
        and len(tokens) > 1
        and tokens[1].text.lower() not in PARTICLES
    )


def two_words_follow(tokens: Sequence[Word], place: int) -> bool:
    """Return whether the next two tokens are words."""
    following = tokens[place + 1 : place + 3]
    return len(following) == 2 and not any(
        _SEPARATOR.fullmatch(token.text) or token.plain in words_of.JOINING for token in following
    )


def ends_sentence(word: Word) -> bool:
    """Return whether the full stop at the end of a word ends what is said, and no abbreviation."""
    return (
        word.text.endswith(".")
        and len(word.plain) > 2
        and "." not in word.plain
        and not word.is_suffix
        and word.plain not in words_of.TITLES | words_of.ABBREVIATED | words_of.MONTHS
    )

"""The forms under which a text may print a name: the full name, or the family name alone."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.people.nameparts import NameParts, is_initials, parts
from articles.people.names import bare, straight
from articles.people.nicknames import FORMAL, NICKNAMES
from articles.people.spellings import spellings, without_accents

__all__ = ["NameParts", "forms", "parts", "surnames"]

MOST = 400
"""Forms of one name; those that come first are printed more often."""
ALIKE = 3
"""First names that have so many letters in common at the beginning are forms of one: Jeff, Jeffrey, Jefferson."""

Words = tuple[str, ...]


def forms(name: str, others: Iterable[str] = (), sort_name: str = "") -> tuple[str, ...]:
    """Return the forms under which a text may print a full name, itself first; never the family name alone.

    With and without middle names, in full or as initials; with what the first name is shortened to; initials,
    suffixes, accents and hyphens written in all ways. First and middle names come from the person's `others` of the
    same family too. A “Jr.” is left out only where one of the others leaves it out. None of a blank name.
    """
    itself = " ".join(name.split())
    own = parts(itself, sort_name)
    found = dict.fromkeys(spellings(itself)) if itself else {}
    if own.given:
        same = [own, *_of_the_same_family(own, others)]
        for before in _first_names(same):
            for family in _families(own, same):
                found |= dict.fromkeys(spellings(_joined(before, family, own)))
                if len(found) >= MOST:
                    return tuple(found)[:MOST]
    return tuple(found)


def surnames(name: str, others: Iterable[str] = (), sort_name: str = "") -> tuple[str, ...]:
    """Return how the family name is printed alone: "Trump Jr." and "Trump" of “Donald Trump Jr.”.

    A family of two names is one if the sort name or one of the others tells so: “Peña Nieto”. A name whose parts
    can't be told is printed whole.
    """
    own = parts(name, sort_name)
    found = [f"{own.surname} {own.suffix}", own.surname] if own.suffix else [own.surname]
    found += _short_names(own, others)
    if own.given and not own.family_first:
        found.append(parts(name).surname)
    return tuple(dict.fromkeys(spelling for form in found if form for spelling in spellings(form)))


def _short_names(own: NameParts, others: Iterable[str]) -> Iterator[str]:
    """Yield the other names that are words of this one, the family with what stands before it, or a single name."""
    words = [*f"{own.given} {own.middle} {own.surname}".split()]
    for other in others:
        short = straight(other).split()
        is_end = len(own.surname.split()) < len(short) < len(words) and words[-len(short) :] == short
        if is_end or (len(words) > 1 and len(short) == 1 and short[0] in words):
            yield " ".join(short)


def _of_the_same_family(own: NameParts, others: Iterable[str]) -> list[NameParts]:
    family = bare(own.surname)
    told = (parts(other, other if own.family_first else f"{own.surname},") for other in others)
    return [other for other in told if other.given and bare(other.surname) == family]


def _joined(before: str, family: str, own: NameParts) -> str:
    return f"{own.family} {before}" if own.family_first else f"{before} {family}"


def _families(own: NameParts, same: Iterable[NameParts]) -> Iterator[str]:
    """Yield the family name with each suffix, and without where that is told."""
    suffixes = dict.fromkeys([own.suffix, *(other.suffix for other in same)])
    for suffix in suffixes:
        if not suffix:
            yield own.surname
            continue
        for spelling in dict.fromkeys((suffix, suffix.rstrip("."))):
            yield f"{own.surname} {spelling}"
            yield f"{own.surname}, {spelling}"


def _first_names(same: list[NameParts]) -> Iterator[str]:
    """Yield what may stand before the family name, the name's own first name first.

    A first name that is no form of the own one is printed with its middle name only: Rafael Cruz is not Ted Cruz.
    """
    own, *others = same
    close = [own, *(other for other in others if _are_alike(own.given, other.given))]
    givens = dict.fromkeys(given for each in close for given in (each.given, each.nickname) if given)
    if len({bare(given) for given in givens}) == 1:
        givens |= dict.fromkeys(_shortened(own.given))
    middles = dict.fromkeys(["", *(middle for each in close for middle in _middles(each))])
    for given in givens:
        for middle in middles:
            if middle or not (is_initials(given) and own.middle):
                yield from _printed(given, middle)
    if is_initials(own.given) and own.middle:
        yield own.middle
    for other in others:
        if other not in close:
            for middle in list(_middles(other)) or [""]:
                yield from _printed(other.given, middle)
    for each in close:
        yield from _initials_alone(each)


def _shortened(given: str) -> Iterator[str]:
    key = without_accents(given).lower()
    yield from NICKNAMES.get(key, ())
    if key in FORMAL:
        yield FORMAL[key]


def _are_alike(given: str, other: str) -> bool:
    one, another = bare(given), bare(other)
    return (
        one == another
        or (one[:ALIKE] == another[:ALIKE] and min(len(one), len(another)) >= ALIKE)
        or other in NICKNAMES.get(one, ())
        or given in NICKNAMES.get(another, ())
    )


def _middles(name: NameParts) -> Iterator[str]:
    """Yield the middle names in full and as initials; never some of several, for George H. W. Bush is no George W. Bush."""
    words = name.middle.split()
    if words:
        yield name.middle
    if words and not is_initials(name.given):
        yield " ".join(word if is_initials(word) else f"{word[0]}." for word in words)


def _printed(given: str, middle: str) -> Iterator[str]:
    """Yield first and middle names with their initials written in each way: "J. D.", "J.D.", "JD"."""
    words = _with_single_initials(f"{given} {middle}".split())
    for stop, space in ((".", " "), (".", ""), ("", "")):
        runs = (
            space.join(f"{word[0]}{stop}" for word in run) if is_initial else " ".join(run)
            for is_initial, run in groupby(words, is_initials)
        )
        yield " ".join(runs)


def _with_single_initials(words: Iterable[str]) -> Words:
    return tuple(
        part
        for word in words
        for part in ([f"{letter}." for letter in word if letter != "."] if is_initials(word) else [word])
    )


def _initials_alone(name: NameParts) -> Iterator[str]:
    """Yield "J. F." and "J.F." of John Fitzgerald; one initial alone is nobody's."""
    letters = [f"{word[0]}." for word in f"{name.given} {name.middle}".split()]
    if len(letters) > 1 and not is_initials(name.given) and not name.family_first:
        yield " ".join(letters)
        yield "".join(letters)

"""The names that may stand before a colon: our own, and those that readers bring along from other archives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto


class Takes(Enum):
    """What a field wants behind it."""

    WORDS = auto()
    """Anything that can be looked for in a text."""
    ALL = auto()
    """All plain words that follow."""
    NAME = auto()
    DATE = auto()
    NUMBER = auto()
    REPEATED = auto()
    """A word, counted: the field's name ends in a number."""
    EARLY = auto()
    """A word or a phrase among the first ones: the field's name ends in a number."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a name before a colon stands for."""

    takes: Takes
    names: tuple[str, ...]
    """Its own names: the texts that are searched, or the one kind of thing that is asked."""
    habit: bool = False
    """Whether it was written in a way of other archives."""


COUNTED = (Takes.REPEATED, Takes.EARLY)


def _named(rows: Iterable[tuple[str, Takes, str]], habit: bool = False) -> dict[str, Field]:
    return {
        name: Field(takes, tuple(names.split()), habit)
        for names, takes, spellings in rows
        for name in spellings.split()
    }


FIELDS = _named(
    (
        ("headline", Takes.WORDS, "headline title hd"),
        ("standfirst", Takes.WORDS, "standfirst lead summary"),
        ("body", Takes.WORDS, "body text"),
        ("byline", Takes.WORDS, "by byline author"),
        ("said", Takes.WORDS, "said quote"),
        ("person", Takes.NAME, "person people who"),
        ("speaker", Takes.NAME, "speaker quoting"),
        ("about", Takes.NAME, "about"),
        ("topic", Takes.NAME, "topic subject"),
        ("section", Takes.NAME, "section"),
        ("publication", Takes.NAME, "publication source pub"),
        ("language", Takes.NAME, "language lang"),
        ("on", Takes.DATE, "on date"),
        ("before", Takes.DATE, "before"),
        ("after", Takes.DATE, "after"),
        ("since", Takes.DATE, "since from"),
        ("until", Takes.DATE, "until to"),
        ("words", Takes.NUMBER, "words length"),
        ("atleast", Takes.REPEATED, "atleast"),
        ("first", Takes.EARLY, "first"),
    )
)
HABITS = _named(
    (
        ("headline", Takes.WORDS, "intitle"),
        ("headline", Takes.ALL, "allintitle"),
        ("body", Takes.WORDS, "intext"),
        ("body", Takes.ALL, "allintext"),
        ("headline standfirst", Takes.WORDS, "hlead hlp"),
        ("words", Takes.NUMBER, "wc"),
        ("atleast", Takes.REPEATED, "atl"),
    ),
    habit=True,
)


def field_called(name: str, count: str, mark: str) -> Field | None:
    """Return the field that `name`, the number `count` and the character `mark` behind both write, None if none."""
    field = FIELDS.get(name.lower()) or HABITS.get(name.lower())
    if field is None or bool(count) != (field.takes in COUNTED):
        return None
    if mark in "<>" and field.takes is not Takes.NUMBER:
        return None
    usual = mark == ":" or (mark == "(" and field.takes in COUNTED)
    return field if usual else replace(field, habit=True)

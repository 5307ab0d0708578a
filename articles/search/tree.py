"""What a search asks, as a tree. The parser makes it, the index and the excerpts read it; none of them knows the others.

Words stand in it as they were typed. A bare word is found in any of its forms, accents and capitals aside; whatever
stood in quotation marks is found as it was written, again accents and capitals aside.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

TEXTS = ("headline", "standfirst", "body", "byline")
"""The parts of an article that are searched."""
QUOTED = "said"
"""What an article quotes: searched only where it is asked for, since the body has the same words."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in any of its forms or, if `exact`, in this one alone. The index may cut it in several: a phrase then."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words as they are written, one right after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Each part stands at most `distance` words from the next part, before or behind it, in the same text."""

    parts: tuple["Word | Prefix | Or", ...]
    """Words, beginnings of words, or choices between them."""
    distance: int


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The word stands at least so many times in headline, standfirst and body together, in whatever forms."""

    times: int
    word: Word


@dataclass(frozen=True, slots=True)
class Among:
    """The word or phrase stands among the first `first` words of the body."""

    first: int
    part: Word | Phrase


@dataclass(frozen=True, slots=True)
class In:
    """What is asked of one text alone: one of `TEXTS`, or what is quoted."""

    text: str
    part: "Node"
    speakers: frozenset[int] = frozenset()
    """Of what is quoted, whose words, by their ids; anyone's if none is given."""


@dataclass(frozen=True, slots=True)
class Named:
    """The article has this person, speaker, topic, section, publication or language, or is about this person.

    `ids` are there once the name was looked up.
    """

    kind: str
    name: str
    ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Dated:
    """The dateline lies between these days, both included; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Length:
    """The body has so many words, both ends included; None is open."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of these at least."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """None of this."""

    part: "Node"


Node: TypeAlias = (
    Word | Prefix | Phrase | Near | AtLeast | Among | In | Named | Dated | Length | And | Or | Not
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Something typed that was understood as something else, in the words of either: `tax w/5 cut`, `"tax cut"~5`."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A search as it was understood. `tree` is None if nothing in it can be looked for."""

    tree: Node | None = None
    problems: tuple[str, ...] = ()
    """What could not be understood, in words for the reader."""
    readings: tuple[Reading, ...] = field(default=())

    def __bool__(self) -> bool:
        return self.tree is not None


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return what a node is made of, one step down."""
    match node:
        case And(parts) | Or(parts) | Near(parts, _):
            return tuple(parts)
        case Not(part) | In(_, part) | Among(_, part) | AtLeast(_, part):
            return (part,)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and everything under it, from left to right."""
    yield node
    for part in parts_of(node):
        yield from walk(part)


def wanted(node: Node) -> Iterator[Node]:
    """Yield what an article should have, leaving out what is under a Not."""
    if not isinstance(node, Not):
        yield node
        for part in parts_of(node):
            yield from wanted(part)

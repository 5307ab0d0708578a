"""Trees put together and looked at, without regard to how they were typed."""

import re
from collections.abc import Iterable
from typing import TypeGuard

from articles.search.parser.habits import is_word
from articles.search.tree import And, Near, Node, Not, Or, Phrase, Prefix, Word

PIECES = re.compile(r"[^\W_]+")
EDGES = "'’.-"
SHORTEST_NEAR = 4
"""With fewer letters too many words begin for their places to be looked up."""


def all_of(nodes: Iterable[Node | None]) -> Node | None:
    """Return what asks for all of these, for the one if there is but one, None if there is none."""
    parts: list[Node] = []
    for node in nodes:
        parts += node.parts if isinstance(node, And) else [] if node is None else [node]
    return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def one_of(nodes: Iterable[Node | None]) -> Node | None:
    """Return what asks for one of these, for the one if there is but one, None if there is none."""
    parts: list[Node] = []
    for node in nodes:
        parts += node.parts if isinstance(node, Or) else [] if node is None else [node]
    return Or(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def none_of(node: Node | None) -> Node | None:
    """Return what asks for the contrary."""
    if node is None:
        return None
    return node.part if isinstance(node, Not) else Not(node)


def quoted(text: str, distance: int | None) -> Word | Phrase | Near:
    """Return what a text in quotation marks asks for, with the distance behind it."""
    words = list(filter(is_word, text.split()))
    if len(words) == 1:
        return Word(words[0], exact=True)
    if distance is None:
        return Phrase(text)
    return Near(tuple(Word(word, exact=True) for word in PIECES.findall(text)), distance)


def joinable(node: Node | None) -> TypeGuard[Word | Prefix | Or]:
    """Return whether other words can stand near this: a word, a beginning of one, or a choice between such."""
    parts = node.parts if isinstance(node, Or) else (node,)
    return all(is_single(part) for part in parts)


def is_single(node: Node | None) -> bool:
    """Return whether a node is one word to the index, which cuts at whatever is no letter or digit, or begins one."""
    if isinstance(node, Prefix):
        return len(node.text) >= SHORTEST_NEAR and bool(PIECES.fullmatch(node.text))
    return isinstance(node, Word) and bool(PIECES.fullmatch(node.text.strip(EDGES)))


def chained(parts: list[Word | Prefix | Or], distances: list[int]) -> Node | None:
    """Return what asks that each part stands so near to the next; neighbours at one distance are taken together."""
    nodes: list[Node] = []
    first = 0
    for last in range(1, len(parts)):
        if last == len(distances) or distances[last] != distances[first]:
            nodes.append(Near(tuple(parts[first : last + 1]), distances[first]))
            first = last
    return all_of(nodes)

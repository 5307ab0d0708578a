"""A query with a word of it spelled otherwise, everything else as it was typed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.search.languages import folded
from articles.search.parser.lexer import Kind, Token, lex
from articles.search.query import parse
from articles.search.tree import Named, Node, walk

LETTERS = re.compile(r"[^\W_]+")
Stretch = tuple[int, int, Token]
"""Where a word begins and ends in a query, and the token it stands in."""


def respelled(query: str, word: str, spelling: str) -> str | None:
    """Return the query with another spelling in place of a folded word, the first time it stands there.

    Names are left alone. Two words in place of one become a phrase where they would fall apart. None if the word does
    not stand there.
    """
    tokens = lex(query)
    is_plain = all(token.kind is Kind.WORD for token in tokens)
    for start, end, token in stretches(query, tokens):
        if folded(query[start:end]) != (word,):
            continue
        apart = " " in spelling and token.kind is Kind.WORD and not is_plain
        changed = query[:start] + (f'"{spelling}"' if apart else spelling) + query[end:]
        if names(changed) == names(query):
            return changed
    return None


def joined(query: str) -> Iterator[tuple[str, str, str]]:
    """Yield two words that stand side by side, folded, the two as one, and the query in which they are one."""
    for (start, middle, one), (beyond, end, other) in pairwise(stretches(query, lex(query))):
        between = query[middle:beyond]
        is_free = start == one.start and end == other.end and one.kind is other.kind is Kind.WORD
        if one.start != other.start and not (is_free and between.isspace() and is_loose(query, one)):
            continue
        halves = folded(query[start:middle]) + folded(query[beyond:end])
        changed = query[:start] + "".join(halves) + query[end:]
        if len(halves) == 2 and names(changed) == names(query):
            yield " ".join(halves), "".join(halves), changed


def stretches(query: str, tokens: list[Token]) -> Iterator[Stretch]:
    """Yield every word of a query."""
    for token in tokens:
        if token.kind in (Kind.WORD, Kind.QUOTED):
            for match in LETTERS.finditer(query, token.start, token.end):
                yield match.start(), match.end(), token


def is_loose(query: str, token: Token) -> bool:
    """Return whether nothing is glued to a word on its left."""
    return token.start == 0 or query[token.start - 1].isspace()


def names(query: str) -> list[Node]:
    """Return the names that a query asks for."""
    tree = parse(query).tree
    return [node for node in walk(tree) if isinstance(node, Named)] if tree else []

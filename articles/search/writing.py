"""A tree, written back as a query: what is read there is this tree again."""

from datetime import date

from articles.search.parser.lexer import Kind, lex
from articles.search.parser.values import span
from articles.search.tree import (
    Among,
    And,
    AtLeast,
    Dated,
    In,
    Length,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)


def show(node: Node) -> str:
    """Return the query that means this tree, in our own forms, choices in parentheses where something stands beside."""
    match node:
        case Or(parts):
            return " OR ".join(_enclosed(part, And, Near) for part in parts)
        case And(parts):
            return " ".join(_enclosed(part, And, Or) for part in parts)
        case Not(part):
            return f"-{_enclosed(part, And, Or, Near)}"
        case In(text, part):
            return f"{text}:{_enclosed(part, And, Or, Near, Not)}"
        case Near(parts, distance):
            return _near(parts, distance)
        case AtLeast(times, word):
            return f"atleast{times}:{show(word)}"
        case Among(first, part):
            return f"first{first}:{show(part)}"
        case _:
            return _leaf(node)


def _leaf(node: Node) -> str:
    match node:
        case Word(text, False):
            return text
        case Word(text) | Phrase(text):
            return f'"{text}"'
        case Prefix(text):
            return f"{text}*"
        case Named(kind, name):
            return f"{kind}:{name}" if _is_word(name) else f'{kind}:"{name}"'
        case Dated(first, last):
            return _dated(first, last)
        case Length(least, most):
            return _length(least, most)
        case _:
            raise TypeError(node)


def _enclosed(node: Node, *loose: type[Node]) -> str:
    shown = show(node)
    if isinstance(node, Near) and _all_exact(node.parts):
        return shown
    return f"({shown})" if isinstance(node, loose) else shown


def _all_exact(parts: tuple[Word | Prefix | Or, ...]) -> bool:
    return all(isinstance(part, Word) and part.exact for part in parts)


def _near(parts: tuple[Word | Prefix | Or, ...], distance: int) -> str:
    if _all_exact(parts):
        return f'"{" ".join(part.text for part in parts if isinstance(part, Word))}"~{distance}'
    return f" w/{distance} ".join(_enclosed(part, Or) for part in parts)


def _is_word(name: str) -> bool:
    tokens = lex(name)
    return len(tokens) == 1 and tokens[0].kind is Kind.WORD and tokens[0].text == name


def _dated(first: date | None, last: date | None) -> str:
    if first and last:
        return f"on:{span(first, last)}"
    return f"since:{first}" if first else f"until:{last}"


def _length(least: int | None, most: int | None) -> str:
    if least == most:
        return f"words:{least}"
    if least is None or most is None:
        return f"words:<={most}" if least is None else f"words:>={least}"
    return f"words:{least}..{most}"

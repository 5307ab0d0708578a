"""How much of a query is read: so many words, so many parentheses deep. What is over is left out, and said."""

from dataclasses import replace

from articles.search.parser.habits import is_word
from articles.search.parser.lexer import Kind, Token

TERMS = (Kind.WORD, Kind.QUOTED)
NEVER_OPENED = "A parenthesis is closed that was never opened: it was left out."
NEVER_CLOSED = "A parenthesis is never closed: it was closed at the end."
TOO_DEEP = "Parentheses stand more than {} deep: those further in were left out."
TOO_MANY = "Only the first {} words of the search were read."


def shortened(tokens: list[Token], most: int) -> tuple[list[Token], list[str]]:
    """Return the tokens up to the last of `most` terms, what is then open closed; and what is to be said of it."""
    kept: list[Token] = []
    room = most
    for token in tokens:
        words = _words(token)
        if words > room:
            kept += _first_words(token, room)
            return _closed(kept), [TOO_MANY.format(most)]
        room -= words
        kept.append(token)
    return kept, []


def balanced(tokens: list[Token], depth: int) -> tuple[list[Token], list[str]]:
    """Return the tokens with as many parentheses closed as opened, `depth` deep at most; and what is to be said of it."""
    kept: list[Token] = []
    problems: list[str] = []
    level = 0
    for token in tokens:
        level += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if level < 0:
            level = 0
            problems.append(NEVER_OPENED)
        elif level + (token.kind is Kind.CLOSE) > depth and token.kind in (Kind.OPEN, Kind.CLOSE):
            problems.append(TOO_DEEP.format(depth))
        else:
            kept.append(token)
    return kept + _closing(tokens, min(level, depth)), problems + [NEVER_CLOSED] * (level > 0)


def _words(token: Token) -> int:
    if token.kind is Kind.QUOTED and token.number:
        return sum(map(is_word, token.text.split()))
    return int(token.kind in TERMS)


def _first_words(token: Token, most: int) -> list[Token]:
    words = list(filter(is_word, token.text.split()))[:most]
    return [replace(token, text=" ".join(words))] if words else []


def _closed(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].kind not in (*TERMS, Kind.CLOSE):
        tokens.pop()
    level = 0
    for token in tokens:
        level = max(0, level + (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE))
    return tokens + _closing(tokens, level)


def _closing(tokens: list[Token], level: int) -> list[Token]:
    end = tokens[-1].end if tokens else 0
    return [Token(Kind.CLOSE, ")", end, end)] * level

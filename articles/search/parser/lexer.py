"""What was typed, cut in tokens: words, quoted texts, field names, parentheses and what stands between. Pure and linear.

Whatever has no letter and no digit in it is no token.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from articles.search.parser.fields import Field, field_called
from articles.search.parser.habits import USUAL, distance, is_word, number


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTED = auto()
    FIELD = auto()
    NEAR = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed."""

    kind: Kind
    text: str
    """The word, or what stands between the quotation marks; else what was typed."""
    start: int
    end: int
    number: int | None = None
    """The distance asked for behind a quoted text, between two words; the number at the end of a field's name."""
    field: Field | None = None
    habit: bool = False
    """Whether it was written in a way of other archives."""


MARKS = '"“”„«»'
EDGES = rf"\s(){MARKS}|"
WORD = re.compile(rf"(?:(?!&&)[^{EDGES}])+")
TOKEN = re.compile(
    rf"""
    \s+ | \++(?=[^\s+])
    | (?P<open>\() | (?P<close>\)) | (?P<or>\|+) | (?P<and>&&+)
    | (?P<not>[-!]++(?=[^\s)|])\+*)
    | (?P<quoted>[{MARKS}](?P<text>[^{MARKS}]*)(?:[{MARKS}]|\Z)(?:~(?P<distance>[^{EDGES}]*))?)
    | (?P<near>near\([0-9]+\))
    | (?P<bound>[<>]=?\s+[0-9]+)
    | (?P<field>(?P<name>[A-Za-z]{{1,12}})(?P<count>[0-9]{{0,9}})(?:[:=]|(?=[(<>])))
    | (?P<word>{WORD.pattern})
    """,
    re.VERBOSE | re.IGNORECASE,
)
KINDS = {"open": Kind.OPEN, "close": Kind.CLOSE, "or": Kind.OR, "and": Kind.AND, "not": Kind.NOT}
OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
UNWRITTEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def cleaned(text: str, most: int) -> tuple[str, bool]:
    """Return at most `most` characters of `text`, composed, without what can't be seen; and whether more was typed."""
    text = text.strip()
    composed = unicodedata.normalize("NFC", UNWRITTEN.sub(" ", text[: most * 2]))
    return composed[:most], len(composed) > most or len(text) > most * 2


def lex(text: str) -> list[Token]:
    """Return the tokens of `text` in their order. Every text has tokens, if only none."""
    tokens: list[Token] = []
    place = 0
    while (match := TOKEN.match(text, place)) is not None:
        token = _token(match)
        if match["field"] and token is None:
            match = WORD.match(text, place) or match
            token = _run(match)
        place = match.end()
        if token is not None:
            tokens.append(token)
    return tokens


def _token(match: re.Match[str]) -> Token | None:
    start, end, typed = match.start(), match.end(), match[0]
    match match.lastgroup:
        case None:
            return None
        case "word":
            return _run(match)
        case "quoted":
            return _quoted(match)
        case "field":
            return _field(match)
        case "bound":
            return Token(Kind.WORD, "".join(typed.split()), start, end)
        case "near":
            return Token(Kind.NEAR, typed, start, end, distance(typed), habit=True)
        case name:
            return Token(KINDS[name], typed, start, end, habit="!" in typed)


def _run(match: re.Match[str]) -> Token | None:
    text = match[0].rstrip(",;:?…")
    token = Token(Kind.WORD, text, match.start(), match.end())
    if text in OPERATORS:
        return replace(token, kind=OPERATORS[text], habit=text == "NOT")
    if (words := distance(text)) is not None:
        return replace(token, kind=Kind.NEAR, number=words, habit=not (words and USUAL.fullmatch(text)))
    return token if is_word(text) else None


def _quoted(match: re.Match[str]) -> Token | None:
    text, asked = " ".join(match["text"].split()), match["distance"] or ""
    words = number(asked) if asked.isascii() and asked.isdigit() else None
    return Token(Kind.QUOTED, text, match.start(), match.end(), words or None) if is_word(text) else None


def _field(match: re.Match[str]) -> Token | None:
    typed, place = match[0], match.end()
    mark = typed[-1] if typed[-1] in ":=" else match.string[place]
    field = field_called(match["name"], match["count"], mark)
    if field is None:
        return None
    count = number(match["count"]) if match["count"] else None
    return Token(Kind.FIELD, typed, match.start(), place, count, field, field.habit)

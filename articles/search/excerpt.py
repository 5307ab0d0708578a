"""The sentence of a text that answers a search best, with the words that answer it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.search.query import TextQuery
from articles.search.schema import ANALYSER
from articles.sentences import sentences

WORD = re.compile(r"\w+")
LONGEST = 320


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of an excerpt: one of the words looked for, or what stands between."""

    text: str
    hit: bool = False


def excerpt(text: str, query: TextQuery) -> tuple[Fragment, ...]:
    """Return the sentence with the most of the words looked for, the first of equals, cut to 320 characters.

    Return nothing if no word of the query stands in the text.
    """
    stems = frozenset(
        stem for term in query.wanted for word in WORD.findall(term.text) for stem in stems_of(word)
    )
    best, most = "", 0
    for sentence in sentences(text):
        hits = len({stem for word in WORD.findall(sentence) for stem in stems_of(word)} & stems)
        if hits > most:
            best, most = sentence, hits
            if hits == len(stems):
                break
    return marked(shortened(best, stems), stems) if best else ()


def shortened(sentence: str, stems: frozenset[str]) -> str:
    """Return the sentence, or the part of it around its first hit, cut at words."""
    if len(sentence) <= LONGEST:
        return sentence
    first = next((match.start() for match in WORD.finditer(sentence) if stems & set(stems_of(match[0]))), 0)
    start = max(0, first - LONGEST // 3)
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(sentence), start + LONGEST)
    end = (
        sentence.rfind(" ", start + 1, end)
        if end < len(sentence) and " " in sentence[start + 1 : end]
        else end
    )
    return ("… " if start else "") + sentence[start:end] + (" …" if end < len(sentence) else "")


def marked(text: str, stems: frozenset[str]) -> tuple[Fragment, ...]:
    """Return the text in pieces, hits apart from what is between."""
    pieces, reached = [], 0
    for match in WORD.finditer(text):
        if stems & set(stems_of(match[0])):
            pieces += [Fragment(text[reached : match.start()]), Fragment(match[0], hit=True)]
            reached = match.end()
    pieces.append(Fragment(text[reached:]))
    return tuple(piece for piece in pieces if piece.text)


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Return the terms under which the index knows a word."""
    return tuple(ANALYSER.analyze(word))

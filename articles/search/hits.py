"""Where a text answers a search: the places of the words that the index would find in it, and of no others."""

from collections.abc import Iterator

from articles.search.languages import family
from articles.search.printed import Part, Place, PrintedWords
from articles.search.schema import LONGEST_TEXT
from articles.search.telling import telling, without_stop_words
from articles.search.tree import Among, And, AtLeast, In, Near, Node, Or, Phrase, Prefix, Word


def hits(text: str, tree: Node, code: str, field: str) -> list[Place]:
    """Return every place of a text that answers a search, in order; those that share a word are one.

    `field` says which text of an article it is, one of `TEXTS`, and `code` is its language or a tag like `en-US`.
    """
    parts = asked(tree, family(code), field)
    if not parts:
        return []
    words = PrintedWords(text[:LONGEST_TEXT], family(code))
    runs = {run for part in parts for run in words.runs(part)}
    return [words.place(run) for run in united(sorted(runs))]


def answers(text: str, tree: Node, code: str, field: str) -> dict[Part, list[Place]]:
    """Return the places of each part of a search that a text answers, in order."""
    words = PrintedWords(text[:LONGEST_TEXT], family(code))
    found = {part: words.runs(part) for part in asked(tree, family(code), field)}
    return {part: [words.place(run) for run in runs] for part, runs in found.items() if runs}


def united(places: list[Place]) -> list[Place]:
    """Return places that are in order with those that overlap as one."""
    kept: list[Place] = []
    for start, end in places:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def asked(tree: Node, code: str, field: str) -> tuple[Part, ...]:
    """Return what a tree asks of the words of one text, each once."""
    return tuple(dict.fromkeys(asked_in(tree, code, field, "")))


def asked_in(node: Node, code: str, field: str, within: str) -> Iterator[Part]:
    """Yield what a tree asks of the words of one text; `within` is the text that it asks alone."""
    match node:
        case And(parts):
            for part in telling(parts, code):
                yield from asked_in(part, code, field, within)
        case Or(parts):
            for part in parts:
                yield from asked_in(part, code, field, within)
        case In(text, part):
            yield from asked_in(part, code, field, text)
        case AtLeast(_, word) if field != "byline":
            yield Word(word.text)
        case Among() if field == "body":
            yield node
        case Near():
            left = without_stop_words(node, code)
            if not isinstance(left, Near):
                yield from asked_in(left, code, field, within)
            elif within in ("", field):
                yield left
        case Word() | Prefix() | Phrase() if within in ("", field):
            yield node

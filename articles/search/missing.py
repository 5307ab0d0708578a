"""Words of a search that no article of the archive has: whatever needs one of them finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.search.forms import Vocabulary
from articles.search.languages import folded, is_stop_word
from articles.search.tree import (
    TEXTS,
    Among,
    And,
    AtLeast,
    In,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    parts_of,
)

SAID = ("headline", "standfirst", "body")
"""The texts whose words are counted together."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A folded word that a search wants in one of these texts, in any of its forms or, if `exact`, in this alone."""

    word: str
    texts: tuple[str, ...] = TEXTS
    exact: bool = False


def sought(node: Node, texts: tuple[str, ...] = TEXTS) -> Iterator[Sought]:
    """Yield every word that an article should have, from left to right."""
    match node:
        case Word(text, exact):
            words = folded(text)
            yield from (Sought(word, texts, exact or len(words) > 1) for word in words)
        case Phrase(text):
            yield from (Sought(word, texts, True) for word in folded(text))
        case In(text, part):
            yield from sought(part, (text,))
        case Among(_, part):
            yield from sought(part, ("body",))
        case AtLeast(_, word):
            yield from sought(word, SAID if texts == TEXTS else texts)
        case And() | Or() | Near():
            for part in parts_of(node):
                yield from sought(part, texts)


def is_missing(wanted: Sought, vocabulary: Vocabulary) -> bool:
    """Return whether no article has the word in any form. Words that a search can do without are never missing."""
    if any(vocabulary.count(text, wanted.word) for text in wanted.texts):
        return False
    if wanted.exact:
        return True
    codes = vocabulary.languages()
    if any(is_stop_word(wanted.word, code) for code in codes):
        return False
    return not any(
        count
        for text in wanted.texts
        for code in codes
        for count in vocabulary.forms(text, wanted.word, code).values()
    )


def is_hopeless(node: Node, vocabulary: Vocabulary, texts: tuple[str, ...] = TEXTS) -> bool:
    """Return whether the words alone tell that nothing can be found: certain if so, open if not."""
    match node:
        case Or(parts):
            return all(is_hopeless(part, vocabulary, texts) for part in parts)
        case And(parts) | Near(parts, _):
            return any(is_hopeless(part, vocabulary, texts) for part in parts)
        case In(text, part):
            return is_hopeless(part, vocabulary, (text,))
        case Named(_, _, ids):
            return not ids
        case Not():
            return False
        case _:
            return any(is_missing(wanted, vocabulary) for wanted in sought(node, texts))

"""Who said what: beside a speaker, words asked of quotations are asked of that speaker's.

`speaker:sessions said:"travel ban"` finds the articles in which Sessions himself is quoted with these words. Of several
speakers that must all be quoted, any may have said them. What must not occur nobody may have said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from articles.search.languages import folded
from articles.search.printed import Place, PrintedWords
from articles.search.tree import QUOTED, And, In, Named, Node, Not, Or, walk

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of an article: its words, about where they begin in the body, and who said them, 0 if not known."""

    words: str
    start: int
    speaker: int = 0


def bound(node: Node, speakers: frozenset[int] = NOBODY) -> Node:
    """Return a tree in which what is asked of quotations says whose: those of the speakers that stand beside it."""
    match node:
        case And(parts):
            beside = speakers.union(*map(speakers_in, parts))
            return And(tuple(bound(part, beside) for part in parts))
        case Or(parts):
            return Or(tuple(bound(part, speakers) for part in parts))
        case Not(part):
            return Not(bound(part))
        case In(text, _) if text == QUOTED:
            return replace(node, speakers=speakers)
        case _:
            return node


def speakers_in(part: Node) -> frozenset[int]:
    """Return the ids of the speakers of whom a part asks for one, and for nothing else."""
    asked = part.parts if isinstance(part, Or) else (part,)
    named = [one for one in asked if isinstance(one, Named) and one.kind == "speaker"]
    return NOBODY.union(*(one.ids for one in named)) if len(named) == len(asked) else NOBODY


def asks_quotations(tree: Node) -> bool:
    """Return whether anything is asked of the words of quotations."""
    return any(isinstance(node, In) and node.text == QUOTED for node in walk(tree))


def stretches(words: PrintedWords, quoted: Iterable[Quoted]) -> Iterator[tuple[Quoted, Place]]:
    """Yield the quotations that stand in a printed text, each with its run there: of several the one nearest its place."""
    for quotation in quoted:
        if runs := words.phrase(folded(quotation.words)):
            yield quotation, min(runs, key=lambda run: abs(words.spans[run[0]][0] - quotation.start))

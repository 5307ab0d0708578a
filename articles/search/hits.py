"""Where a text answers a search: the places of the words that the index would find in it, and of no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.search.languages import family
from articles.search.printed import Part, Place, PrintedWords
from articles.search.schema import LONGEST_TEXT
from articles.search.speaking import Quoted, bound, stretches
from articles.search.telling import telling, without_stop_words
from articles.search.tree import QUOTED, TEXTS, Among, And, AtLeast, In, Near, Node, Or, Phrase, Prefix, Word


def hits(text: str, tree: Node, code: str, field: str, quoted: Iterable[Quoted] = ()) -> list[Place]:
    """Return every place of a text that answers a search, in order; those that share a word are one.

    `field` says which text of an article it is, one of `TEXTS`, and `code` is its language or a tag like `en-US`.
    `quoted` are the quotations in a body: what is asked of them alone is looked for in them alone.
    """
    words = PrintedWords(text[:LONGEST_TEXT], family(code))
    runs = {run for found in answering(words, tree, field, quoted).values() for run in found}
    return [words.place(run) for run in united(sorted(runs))]


def answers(
    text: str, tree: Node, code: str, field: str, quoted: Iterable[Quoted] = ()
) -> dict[Part, list[Place]]:
    """Return the places of each part of a search that a text answers, in order."""
    words = PrintedWords(text[:LONGEST_TEXT], family(code))
    found = answering(words, tree, field, quoted)
    return {part: [words.place(run) for run in runs] for part, runs in found.items() if runs}


def answering(
    words: PrintedWords, tree: Node, field: str, quoted: Iterable[Quoted]
) -> dict[Part, list[Place]]:
    """Return the runs of each part of a search in a text."""
    tree = bound(tree)
    found = {part: words.runs(part) for part in asked(tree, words.code, field)}
    for quotation, stretch in stretches(words, quoted):
        own = words.within(stretch)
        for part in asked(tree, words.code, QUOTED, quotation.speaker):
            runs = [(stretch[0] + first, stretch[0] + end) for first, end in own.runs(part)]
            found[part] = sorted({*found.get(part, ()), *runs})
    return found


def united(places: list[Place]) -> list[Place]:
    """Return places that are in order with those that overlap as one."""
    kept: list[Place] = []
    for start, end in places:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def asked(tree: Node, code: str, field: str, speaker: int = 0) -> tuple[Part, ...]:
    """Return what a tree, its quotations `bound`, asks of the words of one text, or of a speaker's quotation, each once."""
    reader = Reader(code, field, speaker)
    return tuple(dict.fromkeys(reader.parts(tree, "" if field in TEXTS else "body")))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what is asked of one text of an article in a language."""

    code: str
    field: str
    speaker: int

    def parts(self, node: Node, within: str) -> Iterator[Part]:
        """Yield what a tree asks of the words; `within` is the text that it asks alone."""
        match node:
            case And(parts):
                for part in telling(parts, self.code):
                    yield from self.parts(part, within)
            case Or(parts):
                for part in parts:
                    yield from self.parts(part, within)
            case In(text, part, speakers):
                if not speakers or self.speaker in speakers:
                    yield from self.parts(part, text)
            case AtLeast(_, word) if self.field not in ("byline", QUOTED):
                yield Word(word.text)
            case Among() if self.field == "body":
                yield node
            case Near():
                left = without_stop_words(node, self.code)
                if not isinstance(left, Near):
                    yield from self.parts(left, within)
                elif within in ("", self.field):
                    yield left
            case Word() | Prefix() | Phrase() if within in ("", self.field):
                yield node

"""The sentence of an article that answers a search best, and any text, with the words that answer it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.search.hits import answers, hits, united
from articles.search.languages import folded
from articles.search.printed import Part, Place
from articles.search.speaking import Quoted
from articles.search.tree import Among, Near, Node
from articles.sentences import sentences

LONGEST = 320


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of an excerpt: one of the words looked for, or what stands between."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text and the part of the search that it answers."""

    start: int
    end: int
    part: Part


def excerpt(text: str, tree: Node, code: str, quoted: Iterable[Quoted] = ()) -> tuple[Fragment, ...]:
    """Return the sentence with the most of what is looked for, the first of equals, cut to 320 characters.

    `text` is the standfirst, a line end and the body, and `quoted` what is quoted in that. Return nothing if no place
    answers the search.
    """
    found = found_in(text, tree, code, quoted)
    if not found:
        return ()
    sentence, inside = max(with_hits(text, found), key=lambda one: worth(one[1]))
    start, end = cut(text, sentence, inside)
    places = united([(hit.start, hit.end) for hit in inside])
    before, after = start > sentence[0], end < sentence[1]
    pieces = [Fragment("… " * before), *pieces_of(text, start, end, places), Fragment(" …" * after)]
    return tuple(piece for piece in pieces if piece.text)


def with_marks(text: str, tree: Node, code: str, field: str) -> tuple[Fragment, ...]:
    """Return all of one text of an article in pieces, the places that answer the search apart."""
    pieces = pieces_of(text, 0, len(text), hits(text, tree, code, field))
    return tuple(piece for piece in pieces if piece.text)


def found_in(text: str, tree: Node, code: str, quoted: Iterable[Quoted] = ()) -> list[Hit]:
    """Return what answers the search in a standfirst, a line end and a body, in order."""
    standfirst, _, body = text.partition("\n")
    found = [
        Hit(offset + start, offset + end, part)
        for field, piece, offset, said in (
            ("standfirst", standfirst, 0, ()),
            ("body", body, len(standfirst) + 1, quoted),
        )
        for part, places in answers(piece, tree, code, field, said).items()
        for start, end in places
    ]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def with_hits(text: str, found: list[Hit]) -> Iterator[tuple[Place, list[Hit]]]:
    """Yield where each sentence stands in which a hit begins, with its hits, which are in order."""
    end = reached = 0
    for sentence in sentences(text):
        start = text.index(sentence, end)
        end, first = start + len(sentence), reached
        while reached < len(found) and found[reached].start < end:
            reached += 1
        if first < reached:
            yield (start, end), found[first:reached]


def worth(found: Iterable[Hit]) -> int:
    """Return how much of a search hits say: one for each word asked for, one more for words that stand together."""
    words = [words_of(part, times) for part, times in Counter(hit.part for hit in found).items()]
    return sum(count + (count > 1) for count in words)


def words_of(part: Part, times: int) -> int:
    """Return how many of the words of a part stand where it was hit so many times."""
    if isinstance(part, Near):
        return min(times, len(part.parts))
    return len(folded((part.part if isinstance(part, Among) else part).text))


def cut(text: str, sentence: Place, found: list[Hit]) -> Place:
    """Return where the piece of a sentence stands that is shown: 320 characters around its hits, cut at words."""
    start, end = sentence
    if end - start <= LONGEST:
        return sentence
    kept = densest(found)
    spare = max(0, LONGEST - (kept[-1].end - kept[0].start))
    first = max(start, min(kept[0].start - spare // 3, end - LONGEST))
    last = min(end, first + LONGEST)
    if first > start:
        first = text.find(" ", first, kept[0].start) + 1 or first
    space = text.rfind(" ", min(last, kept[-1].end), last)
    return first, space if last < end and space > 0 else last


def densest(found: list[Hit]) -> list[Hit]:
    """Return the hits that stand within 320 characters and answer the most parts of a search, the first of equals."""
    held: Counter[Part] = Counter()
    first, best, most = 0, found[:1], 0
    for last, hit in enumerate(found):
        held[hit.part] += 1
        while first < last and hit.end - found[first].start > LONGEST:
            held[found[first].part] -= 1
            first += 1
        answered = sum(map(bool, held.values()))
        if answered > most:
            best, most = found[first : last + 1], answered
    return best


def pieces_of(text: str, start: int, end: int, places: Iterable[Place]) -> Iterator[Fragment]:
    """Yield a stretch of a text in pieces, the places in it apart."""
    for first, last in places:
        if start <= first < end:
            yield Fragment(text[start:first])
            yield Fragment(text[first : min(last, end)], hit=True)
            start = min(last, end)
    yield Fragment(text[start:end])

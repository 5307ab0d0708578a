"""The texts of an article with the places marked that answer a search. Tags and entities stay as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from operator import attrgetter

from articles.richtext import CELL, LINE, CleanHtml
from articles.search.hits import hits
from articles.search.printed import Place
from articles.search.speaking import Quoted
from articles.search.tree import Node

MOST = 1_000
"""More places than these are not marked in one article."""
PIECE = re.compile(r"(?P<tag><[^<>]*>)|(?P<entity>&#?\w+;)|[^<&]+|[<&]")


class MarkedHtml(CleanHtml):
    """Clean HTML, or text written as HTML, with marks set into it and nothing else: templates show it as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The texts of an article, each marked place with an id: `hit-1`, `hit-2` and so on, in the order of the texts.

    Of a place that tags cut in pieces the first has the id; the others say which they belong to: `data-hit="2"`.
    """

    texts: Mapping[str, MarkedHtml]
    count: int
    is_cut: bool
    """Whether there are places that were not marked, for there are too many."""

    @property
    def numbers(self) -> range:
        """The numbers of the places."""
        return range(1, self.count + 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without a tag or entity in it, or an entity: where it stands in the plain text, and where in the HTML."""

    start: int
    end: int
    html_start: int
    html_end: int

    def part(self, start: int, end: int) -> Place:
        """Return where a part of the plain text stands in the HTML; an entity is not cut."""
        if self.end - self.start != self.html_end - self.html_start:
            return self.html_start, self.html_end
        offset = self.html_start - self.start
        return max(start, self.start) + offset, min(end, self.end) + offset


def marked(texts: Mapping[str, str], tree: Node, code: str, quoted: Iterable[Quoted] = ()) -> Marks:
    """Return the texts of an article, by name, with what answers the search in an article in this language marked.

    `quoted` are the quotations in the body.
    """
    written: dict[str, MarkedHtml] = {}
    count, more = 0, 0
    for name, text in texts.items():
        html = text if isinstance(text, CleanHtml) else escape(text)
        plain, stretches = laid_out(html)
        places = hits(plain, tree, code, name, quoted if name == "body" else ())
        kept = places[: MOST - count]
        written[name] = with_marks(html, [pieces(html, place, stretches) for place in kept], count + 1)
        count, more = count + len(kept), more + len(places) - len(kept)
    return Marks(written, count, is_cut=more > 0)


def laid_out(html: str) -> tuple[str, list[Stretch]]:
    """Return the plain text of clean HTML, words parted where tags part them, and the stretches it is made of."""
    plain: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    for piece in PIECE.finditer(html):
        text = said(piece)
        if piece["tag"] is None:
            stretches.append(Stretch(length, length + len(text), *piece.span()))
        plain.append(text)
        length += len(text)
    return "".join(plain), stretches


def said(piece: re.Match[str]) -> str:
    """Return what a piece of HTML comes to in plain text."""
    if piece["tag"]:
        return " " if LINE.fullmatch(piece["tag"]) or CELL.fullmatch(piece["tag"]) else ""
    return unescape(piece[0]) if piece["entity"] else piece[0]


def pieces(html: str, place: Place, stretches: list[Stretch]) -> list[Place]:
    """Return where a place of the plain text stands in the HTML: a piece between any two tags, without spaces around."""
    joined: list[Place] = []
    for start, end in parts(place, stretches):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    trimmed = ((html[start:end].lstrip(), end) for start, end in joined)
    return [(end - len(text), end - len(text) + len(text.rstrip())) for text, end in trimmed if text]


def parts(place: Place, stretches: list[Stretch]) -> Iterator[Place]:
    """Yield the parts of the stretches that a place of the plain text takes in, as they stand in the HTML."""
    start, end = place
    index = bisect_right(stretches, start, key=attrgetter("end"))
    while index < len(stretches) and stretches[index].start < end:
        yield stretches[index].part(start, end)
        index += 1


def with_marks(html: str, places: list[list[Place]], first: int) -> MarkedHtml:
    """Return the HTML with the pieces of each place marked, the places numbered from `first`."""
    written: list[str] = []
    reached = 0
    for number, found in enumerate(places, first):
        for index, (start, end) in enumerate(found):
            name = "data-hit" if index else "id"
            value = number if index else f"hit-{number}"
            written += [html[reached:start], f'<mark {name}="{value}">', html[start:end], "</mark>"]
            reached = end
    return MarkedHtml("".join([*written, html[reached:]]))

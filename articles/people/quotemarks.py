"""Where quotations begin and end: pairs of marks, and paragraphs that go on with one left open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MOST = 1_000
"""Pairs of marks read in one text."""
HIDDEN = "\0"
_CLOSES = {"“": "”", '"': '"'}
_ENDS_A_QUOTATION = frozenset(",.?!…;:—-")
_STRAY = re.compile(
    r"[,?!] (?:(?:he|she|they|[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}) (?:said|says|told)|said [A-Z])\b"
)
"""A verb of speaking inside what was left open says that a closing mark is missing."""


@dataclass(slots=True)
class Passage:
    """One quotation: the places of its words, a part for each paragraph that it goes through."""

    parts: list[tuple[int, int]]

    @property
    def opening(self) -> int:
        """Where its first mark stands."""
        return self.parts[0][0] - 1

    @property
    def closing(self) -> int:
        """What comes behind its last mark."""
        return self.parts[-1][1] + 1


@dataclass(slots=True)
class _Scan:
    text: str
    found: list[Passage] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    opened: int = -1
    mark: str = ""
    single: int = -1

    def open(self, at: int) -> None:
        self.opened, self.mark = at + 1, self.text[at]

    def close(self, at: int) -> None:
        if self.parts or self.text[self.opened : at].strip():
            self.found.append(Passage([*self.parts, (self.opened, at)]))
        self.forget()

    def forget(self) -> None:
        self.opened, self.parts = -1, []

    def double(self, at: int) -> None:
        """Take a “, a ” or a straight mark."""
        mark = self.text[at]
        if self.opened < 0:
            if mark == "“" or (mark == '"' and _opens(self.text, at)):
                self.open(at)
        elif mark == _CLOSES[self.mark] and (mark == "”" or not self.text[at - 1].isspace()):
            self.close(at)
        elif mark == "“" == self.mark:
            self.forget()
            self.open(at)

    def line_end(self, at: int) -> None:
        """Go on with a quotation left open if the next paragraph opens with its mark."""
        self.single = -1
        if self.opened < 0:
            return
        words = self.text[self.opened : at].strip()
        if words and self.text[at : at + 9].lstrip()[:1] == self.mark and not _STRAY.search(words):
            self.parts.append((self.opened, at))
            self.opened = -1
        else:
            self.forget()

    def single_mark(self, at: int) -> None:
        """Take a ‘ or ’ that is no apostrophe, where no other mark is open."""
        if self.opened >= 0:
            return
        if self.text[at] == "‘":
            if _opens_single(self.text, at):
                self.single = at + 1
        elif self.single >= 0 and _closes_single(self.text, at):
            while self.found and self.found[-1].opening >= self.single:
                self.found.pop()
            self.found.append(Passage([(self.single, at)]))
            self.single = -1


def passages(text: str) -> list[Passage]:
    """Return what stands between quotation marks, in order; what is never closed is left out."""
    scan = _Scan(text)
    for at in _marks(text):
        mark = text[at]
        if mark == "\n":
            scan.line_end(at)
        elif mark in "‘’":
            scan.single_mark(at)
        else:
            scan.double(at)
        if len(scan.found) >= MOST:
            break
    return scan.found


def hidden(text: str, found: Iterable[Passage]) -> str:
    """Return a text of the same length in which no word of a quotation can be read, only its last character."""
    pieces, reached = [], 0
    for passage in found:
        for start, end in passage.parts:
            pieces += [text[reached:start], HIDDEN * (end - start - 1)]
            reached = max(start, end - 1)
    return "".join((*pieces, text[reached:]))


def _marks(text: str) -> list[int]:
    marks = '“”"\n‘’' if "‘" in text else '“”"\n'
    return sorted(at for mark in marks for at in _places(text, mark))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _opens(text: str, at: int) -> bool:
    """Return whether a straight mark opens: the inches of 5'10" do not."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before.strip() or before in "([—–-“‘") and bool(after.strip())


def _opens_single(text: str, at: int) -> bool:
    return not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha()


def _closes_single(text: str, at: int) -> bool:
    """Return whether a ’ closes: not in “don’t”, and not in “the workers’ rights” either."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if after.isalnum():
        return False
    return (
        before in _ENDS_A_QUOTATION
        or (after != "" and after in ",.;:?!)")
        or (before.isalpha() and before != "s")
    )

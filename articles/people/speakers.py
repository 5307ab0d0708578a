"""What is known while quotations are read: the text without their words, the names in it, who has spoken so far."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from articles.people.quotemarks import HIDDEN
from articles.people.speaking import PAIRS, PRINTED
from articles.sentences import ABBREVIATION, END, LOOK_BACK

REACH = 300
"""Characters read before and behind a quotation."""
_EDGES = " \n,.;:?!()—–'’‘“”\""


class Named(Protocol):
    """A place of the text that surely names a known person: `text[start:end]`."""

    @property
    def person(self) -> int:
        """The person’s id."""

    @property
    def start(self) -> int:
        """Where the name begins."""

    @property
    def end(self) -> int:
        """What comes behind the name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `words` as printed, `person` if known; the words for them begin at `start`."""

    words: str = ""
    person: int | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speaking in a text."""

    form: str
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """A text without the words of its quotations, whom it names outside them, and who has spoken so far."""

    text: str
    names: Sequence[Named]
    spoken: list[tuple[int, int | None]] = field(default_factory=list)
    starts: list[int] = field(init=False)
    ending: dict[int, Named] = field(init=False)
    _ends: list[int] = field(default_factory=lambda: [0])
    _read: int = 0

    def __post_init__(self) -> None:
        self.starts = [named.start for named in self.names]
        self.ending = {named.end: named for named in self.names}

    def between(self, first: int, last: int) -> list[Named]:
        """Return the names that begin in `text[first:last]`, outside quotations."""
        among = self.names[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        return [named for named in among if self.text[named.start : named.start + 1] != HIDDEN]

    def sentence_starts(self, at: int) -> list[int]:
        """Return where the sentence of `at` and the one before it begin, the nearer first; what is far away is left out."""
        if at > self._read:
            self._read_to(at)
        behind = bisect_right(self._ends, at)
        return self._ends[max(0, behind - 2) : behind][::-1]

    def _read_to(self, at: int) -> None:
        floor = at - 2 * REACH
        if floor > self._read:
            self._ends, self._read = [], floor
        for match in END.finditer(self.text, self._read, at):
            if not self._is_end(match):
                continue
            if self._ends and not self.text[self._ends[-1] : match.end()].strip():
                self._ends[-1] = match.end()
            else:
                self._ends.append(match.end())
        self._read = at

    def _is_end(self, match: re.Match[str]) -> bool:
        """Return whether a sentence ends here: not behind “Sen.”, nor in the line before what is said behind a colon."""
        at = match.start()
        if match[0] == "\n":
            return not self.text[max(0, at - 3) : at].rstrip().endswith(":")
        if match[0] not in (".", ".)") or self.text[at - 6 : at].isalpha():
            return True
        return not ABBREVIATION.search(self.text, max(0, at - LOOK_BACK), at + 1)

    def sentence_end(self, at: int) -> int:
        """Return where the sentence of `at` ends, or as far as is read."""
        limit = min(len(self.text), at + REACH)
        for match in END.finditer(self.text, at, limit):
            if self._is_end(match):
                return match.start()
        return limit

    def last_word(self, floor: int, at: int) -> str:
        """Return the word before `at`, empty if there is none behind `floor`."""
        end = len(self.text[floor:at].rstrip()) + floor
        return self.text[max(floor, self.text.rfind(" ", floor, end) + 1) : end].strip()

    def verbs(self, first: int, last: int, *, from_behind: bool = False) -> Iterator[Verb]:
        """Yield the verbs of speaking in `text[first:last]`; one with a capital may stand in front only."""
        words = self.text[first:last].split(" ")
        at = last + 1 if from_behind else first
        for word in reversed(words) if from_behind else words:
            at -= (len(word) + 1) * from_behind
            form = word.strip(_EDGES)
            if form in PRINTED:
                start = at + word.find(form)
                if (form[0].islower() or not self.text[first:start].strip()) and (
                    verb := self._verb(form, start, last)
                ):
                    yield verb
            at += (len(word) + 1) * (not from_behind)

    def _verb(self, form: str, start: int, last: int) -> Verb | None:
        form, end = form.lower(), start + len(form)
        if form not in PAIRS:
            return Verb(form, start, end)
        pair = f"{form} {PAIRS[form]}"
        return (
            Verb(pair, start, start + len(pair)) if self.text.startswith(PAIRS[form], end + 1, last) else None
        )

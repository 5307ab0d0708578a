"""What a reader asks of a list of names: the names, the time, and how it is counted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from articles.characters import normalise
from articles.parameters import Reader

MOST_NAMES = 500
LONGEST_NAME = 200
LONGEST_QUERY = 3_600
"""Characters: with room for a choice more, an address of 4,096 is taken by the archive and by what stands before it."""
UNITS = ("year", "month")
SHOWN = ("count", "share")
BETWEEN = ";"
"""Parts the names in an address, where a line can't end."""
_CHOSEN = re.compile(r"(.+?) ?= ?([a-z0-9][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A name as it was given, and the slug of the one who was chosen where it stands for several."""

    given: str
    chosen: str = ""

    def __str__(self) -> str:
        return f"{self.given} = {self.chosen}" if self.chosen else self.given

    @property
    def name(self) -> str:
        """What is looked for."""
        return self.chosen or self.given

    @classmethod
    def read(cls, text: str) -> "Line":
        """Return the name, and who was chosen, that a line writes: `Mike Rogers = mike-rogers-2`."""
        found = _CHOSEN.fullmatch(text)
        return cls(*found.groups()) if found else cls(text)


@dataclass(frozen=True, slots=True)
class RosterAsked:
    """What is asked; whatever was not understood stands in `problems`, in words."""

    lines: tuple[Line, ...] = ()
    unit: str = "year"
    first: str = ""
    last: str = ""
    by_share: bool = False
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, reader: Reader) -> "RosterAsked":
        """Return what the parameters ask, of an address or of a form."""
        texts = [normalise(text) for text in reader.parameters.getlist("names")]
        lines, problems = lines_of(texts)
        first, last = reader.days()
        asked = cls(
            lines=lines,
            unit=reader.choice("by", UNITS, "year"),
            first=first,
            last=last,
            by_share=reader.choice("show", SHOWN, "count") == "share",
            problems=(*problems, *reader.problems),
        )
        return asked.choosing(Line.read(normalise(reader.last("choose")[: 2 * LONGEST_NAME])))

    @property
    def text(self) -> str:
        """The names as they are typed again, one a line."""
        return "\n".join(map(str, self.lines))

    @property
    def query(self) -> str:
        """Everything that is asked, as parameters."""
        asked = {
            "names": BETWEEN.join(map(str, self.lines)),
            "by": self.unit if self.unit != UNITS[0] else "",
            "from": self.first,
            "to": self.last,
            "show": "share" if self.by_share else "",
        }
        return urlencode([pair for pair in asked.items() if pair[1]])

    @property
    def is_short(self) -> bool:
        """Whether an address holds all of it; else a form has to."""
        return len(self.query) <= LONGEST_QUERY

    def choosing(self, choice: Line) -> "RosterAsked":
        """Return the same with a choice for every line of its name."""
        lines = (choice if line.given == choice.given else line for line in self.lines)
        return replace(self, lines=tuple(lines)) if choice.chosen else self


def lines_of(texts: Iterable[str]) -> tuple[tuple[Line, ...], list[str]]:
    """Return the first 500 names of texts that have one a line, and in words what was left out."""
    found = list(written_in(texts))
    long = sum(len(text) > LONGEST_NAME for text in found[:MOST_NAMES])
    problems = []
    if len(found) > MOST_NAMES:
        problems.append(f"Only the first {MOST_NAMES} of {len(found):,} names were looked up.")
    if long:
        problems.append(
            f"Of names longer than {LONGEST_NAME} characters only the beginning was read: {long}."
        )
    return tuple(Line.read(text[:LONGEST_NAME].strip()) for text in found[:MOST_NAMES]), problems


def written_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield what stands on the lines of texts, without spaces around it and more than one between."""
    for text in texts:
        for line in text.replace(BETWEEN, "\n").splitlines():
            if words := line.split():
                yield " ".join(words)

"""What became of the records of a file, in numbers, and what was wrong with them, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["rejected", "clash", "left out", "by name"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What was not taken, or is to be looked at: of whom, why, and where it stands.

    `kind` says whether a record is no person, contradicts the archive, has what can't be kept, or was known by its name alone.
    """

    kind: Kind
    reason: str
    name: str = ""
    source: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line) if part)
        said = [place, self.kind, self.name, self.reason]
        return ": ".join(part for part in said if part)


Tell = Callable[[Problem], None]
"""Is told each problem as it is met."""


@dataclass(slots=True)
class Report:
    """What became of the records so far.

    A record was made a person, filled something in, changed nothing, was left because of a clash, or rejected; `merged` are those
    of the second sort that were known by their name alone, `clashes` all contradictions, of some field too.
    """

    made: int = 0
    filled: int = 0
    merged: int = 0
    unchanged: int = 0
    left: int = 0
    clashes: int = 0
    rejected: int = 0

    @property
    def records(self) -> int:
        """The number of records seen."""
        return self.made + self.filled + self.unchanged + self.left + self.rejected

    def __str__(self) -> str:
        merged = f" ({self.merged} by name alone)" if self.merged else ""
        clashes = "1 clash" if self.clashes == 1 else f"{self.clashes} clashes"
        left = f" ({self.left} left out)" if self.left else ""
        return (
            f"{self.made} made, {self.filled} filled in{merged}, {self.unchanged} unchanged, "
            f"{clashes}{left}, {self.rejected} rejected"
        )

"""Known people in plain words: their names and offices, as recognition needs them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from articles.people.tenures import Tenure


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of a person; `first` and `last` are the days between which it was used, if that is known."""

    name: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A person the archive knows; `id` is the archive's own."""

    id: int
    name: str
    others: tuple[OtherName, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    born: date | None = None
    died: date | None = None
    sort_name: str = ""
    """With the family name first, where that can't be told from the name: "Kim Jong-un", "Huckabee Sanders, Sarah"."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place where an article names a person: `text[start:end]` of its part, found by `rule`.

    `part` is "h" for the headline, "s" for the standfirst, "b" for the plain text of the body.
    """

    person: int
    part: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A name that may be one of several people's, where it stands first, how often, and why that can't be told.

    `sentence` is the sentence in which it stands first, and `place` how far into it, where somebody asked for them.
    """

    name: str
    part: str
    start: int
    candidates: tuple[int, ...]
    reason: str
    count: int = 1
    sentence: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What of an article is read: three plain texts, in which a line feed ends a paragraph, and the date it bears."""

    headline: str = ""
    standfirst: str = ""
    body: str = ""
    day: date

    def part(self, name: str) -> str:
        """Return the text of a part: "h", "s" or "b"."""
        return {"h": self.headline, "s": self.standfirst, "b": self.body}[name]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whom an article names: the sure matches by part and place, and what is left to an editor."""

    matches: tuple[Match, ...]
    doubts: tuple[Doubtful, ...] = ()

    @property
    def counts(self) -> dict[int, int]:
        """How often each person is named."""
        return counted(match.person for match in self.matches)


def counted(people: Iterable[int]) -> dict[int, int]:
    """Return how often each person stands in a row, in the order of first places."""
    counts: dict[int, int] = {}
    for person in people:
        counts[person] = counts.get(person, 0) + 1
    return counts

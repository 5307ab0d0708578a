"""Offices in plain words: who held what on a day, and how a page says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.people.states import abbreviated

When = Literal["", "former", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A post that someone held from `first` to `last`, both included; `last` is None while it is held.

    `rank` is the smaller, the more senior; `styles` are what else is printed before the holder's name; `post` is the slug.
    """

    title: str
    first: date
    last: date | None = None
    organisation: str = ""
    post: str = ""
    rank: int = 1000
    styles: tuple[str, ...] = ()
    party: str = ""
    state: str = ""
    district: str = ""
    manner: str = ""
    first_precision: str = "day"
    last_precision: str = "day"

    def covers(self, day: date) -> bool:
        """Return whether it was held on `day`."""
        return self.first <= day and (self.last is None or day <= self.last)

    def touches(self, first: date | None, last: date | None) -> bool:
        """Return whether it was held at any time between two days."""
        return (last is None or self.first <= last) and (
            first is None or self.last is None or first <= self.last
        )

    @property
    def seat(self) -> str:
        """Party and state as the news print them: “R-Ala.”, “D-N.Y.”, “Ohio”; empty if neither is known."""
        letter = self.party[:1].upper() if self.state else ""
        return "-".join(part for part in (letter, abbreviated(self.state)) if part)


@dataclass(frozen=True, slots=True)
class Standing:
    """What someone was on a day, as told beside the name."""

    tenure: Tenure
    when: When = ""

    @property
    def text(self) -> str:
        """The office in words: “Attorney General”, “acting Secretary of Defense”, “former Senator (R-Ala.)”."""
        words = [self.when, self.tenure.manner, self.tenure.title]
        seat = f"({self.tenure.seat})" if self.tenure.seat else ""
        return " ".join(word for word in (*words, seat) if word)


def held_on(tenures: Iterable[Tenure], day: date) -> list[Tenure]:
    """Return what was held on `day`: the most senior first, of equals what began last."""
    held = [tenure for tenure in tenures if tenure.covers(day)]
    return sorted(held, key=lambda tenure: (tenure.rank, bool(tenure.manner), -tenure.first.toordinal()))


def standing_on(
    tenures: Sequence[Tenure], day: date, first: date | None = None, last: date | None = None
) -> Standing | None:
    """Return what someone was on `day`; where that was nothing, what they had been last, or what they became next.

    Only offices held between `first` and `last`, the days of the archive, are told as former or future ones.
    """
    if held := held_on(tenures, day):
        return Standing(held[0])
    known = [tenure for tenure in tenures if tenure.touches(first, last)]
    past = [tenure for tenure in known if tenure.last and tenure.last < day]
    if past:
        return Standing(max(past, key=lambda tenure: (tenure.last or day, -tenure.rank)), "former")
    coming = [tenure for tenure in known if tenure.first > day]
    if coming:
        return Standing(min(coming, key=lambda tenure: (tenure.first, tenure.rank)), "future")
    return None

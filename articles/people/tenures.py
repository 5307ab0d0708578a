"""Offices in plain words: who held what on a day, and how a page says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from articles.people.states import abbreviated

When = Literal["", "former", "future"]
LONGEST_PAUSE = 31
"""Days between two terms of one post that are told as one."""
AT_ONCE = 365
"""Offices that ended within so many days of each other were given up together: the most senior of them is told."""


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
        return Standing(last_left(past), "former")
    coming = [tenure for tenure in known if tenure.first > day]
    if coming:
        return Standing(min(coming, key=lambda tenure: (tenure.first, tenure.rank)), "future")
    return None


def last_left(past: Sequence[Tenure]) -> Tenure:
    """Return of offices that have ended the last one, or a more senior one that ended within a year before it."""
    latest = max(tenure.last or date.max for tenure in past)
    recent = (tenure for tenure in past if (latest - (tenure.last or latest)).days <= AT_ONCE)
    return min(recent, key=seniority)


def highest(tenures: Sequence[Tenure], first: date | None = None, last: date | None = None) -> Tenure | None:
    """Return the most senior of the offices held between two days, those of the archive, or else of all.

    Of equals one held in full, then the latest. Terms of the same post one after the other are one.
    """
    known = [tenure for tenure in tenures if tenure.touches(first, last)] or tenures
    return joined(min(known, key=seniority), tenures) if known else None


def seniority(tenure: Tenure) -> tuple[int, bool, int, int]:
    """Return what offices are compared by: the smaller, the more there is to tell."""
    last = tenure.last or date.max
    return tenure.rank, bool(tenure.manner), -last.toordinal(), -tenure.first.toordinal()


def joined(tenure: Tenure, tenures: Iterable[Tenure]) -> Tenure:
    """Return an office with the terms of it that came directly before and after."""
    terms = [one for one in tenures if kind_of(one) == kind_of(tenure)]
    for one in sorted(terms, key=lambda term: term.first, reverse=True):
        if one.first < tenure.first and (tenure.first - (one.last or tenure.first)).days <= LONGEST_PAUSE:
            tenure = replace(tenure, first=one.first, first_precision=one.first_precision)
    for one in sorted(terms, key=lambda term: term.first):
        last = tenure.last
        if last and last < (one.last or date.max) and (one.first - last).days <= LONGEST_PAUSE:
            tenure = replace(tenure, last=one.last, last_precision=one.last_precision)
    return tenure


def kind_of(tenure: Tenure) -> tuple[str, str, str, str]:
    """Return what terms have in common that are told as one: post, manner and state; a district may change."""
    return tenure.post or tenure.title, tenure.organisation, tenure.manner, tenure.state


def in_words(tenure: Tenure) -> str:
    """Return an office with its years: “Attorney General, 2017–2018”, “Representative (D-Calif.), since 1987”."""
    text = Standing(tenure).text
    return f"{text[:1].upper()}{text[1:]}, {years(tenure)}"


def years(tenure: Tenure) -> str:
    """Return the years of an office: `since 2017`, `2017`, `2017–2018`."""
    if tenure.last is None:
        return f"since {tenure.first.year}"
    return "–".join(map(str, dict.fromkeys((tenure.first.year, tenure.last.year))))

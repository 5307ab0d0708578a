"""Which of several people a name stands for, by title, state and date."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from articles.people.known import Known
from articles.people.seats import Seat
from articles.people.spotting import Bearer, Entry
from articles.people.tenures import Tenure
from articles.people.titles import title_forms
from articles.people.titling import Title

SOON = timedelta(days=400)
"""An office to which someone is elect begins within this time."""
OLD_ENOUGH = timedelta(days=15 * 365)
OFFICES = frozenset({
    "president", "vice president", "senator", "representative", "governor", "attorney general", "speaker", "mayor",
    "prime minister", "chancellor", "secretary of state", "defense secretary", "treasury secretary", "justice",
    "chief justice", "ambassador",
})  # fmt: skip
"""Titles that nobody has who never held such an office."""


class Holders:
    """Which people hold which titles."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.people: dict[int, Known] = {person.id: person for person in people}
        kept: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self.titles: dict[int, list[tuple[frozenset[str], Tenure]]] = {}
        for person in self.people.values():
            for tenure in person.tenures:
                named = (tenure.title, tenure.styles)
                forms = kept.get(named) or kept.setdefault(named, title_forms(*named))
                self.titles.setdefault(person.id, []).append((forms, tenure))

    def could_be(self, person: int, day: date) -> bool:
        """Return whether a person was born by a day."""
        born = self.people[person].born
        return born is None or born <= day

    def is_grown_up(self, person: int, day: date) -> bool:
        """Return whether a person was old enough on a day to be in the news."""
        born = self.people[person].born
        return born is None or born + OLD_ENOUGH <= day

    def holds_any(self, person: int, day: date) -> bool:
        """Return whether a person held any office on a day."""
        return any(tenure.covers(day) for _, tenure in self.titles.get(person, ()))

    def ever_held(self, person: int, title: str) -> bool:
        """Return whether a person held an office of a title at any time."""
        return any(title in forms for forms, _ in self.titles.get(person, ()))

    def titled(self, people: Collection[int], title: Title, day: date, seat: Seat) -> list[int]:
        """Return who of these people bore the title that stands before a name, on the day or when the words say.

        The longest title that anyone bore counts. Where nobody bears it on the day, whoever bore it last before is meant.
        """
        for name in title.names:
            held = [
                (person, tenure)
                for person in people
                for forms, tenure in self.titles.get(person, ())
                if name in forms and fits(tenure, seat)
            ]
            now = [person for person, tenure in held if tenure.covers(day)]
            past = [person for person, tenure in held if tenure.last and tenure.last < day]
            idle = [person for person in past if not self.holds_any(person, day)]
            coming = [person for person, tenure in held if day < tenure.first <= day + SOON]
            chosen = {"elect": coming or now, "": now or idle, "any": []}.get(title.tense, past)
            if chosen:
                return list(dict.fromkeys(chosen))
        return []

    def meant(self, people: Collection[int], title: Title, seat: Seat, day: date) -> list[int]:
        """Return who of these people a title and a seat may mean."""
        return self.titled(people, title, day, seat) if title.names else self.seated(people, seat, day)

    def untimely(self, people: Iterable[int], title: Title) -> list[int]:
        """Return who of these people held an office that a title names, but not when the words say."""
        return [
            person
            for person in people
            if any(name in OFFICES and self.ever_held(person, name) for name in title.names)
        ]

    def seated(self, people: Iterable[int], seat: Seat, day: date) -> list[int]:
        """Return who of these people held an office of a party and state on the day; if nobody, at any time."""
        held = {
            person: [tenure for _, tenure in self.titles.get(person, ()) if fits(tenure, seat)]
            for person in people
        }
        now = [person for person, tenures in held.items() if any(tenure.covers(day) for tenure in tenures)]
        return now or [person for person, tenures in held.items() if tenures]

    def contradicted(self, person: int, title: Title) -> bool:
        """Return whether a title names an office that a person, whose offices are known, never held."""
        return bool(self.titles.get(person)) and any(
            name in OFFICES and not self.ever_held(person, name) for name in title.names[-1:]
        )

    def bearers(self, entry: Entry, day: date) -> list[int]:
        """Return who bears a full name on a day: those whose own name it is, else those of whose name it is a form."""
        own, made = (self.bearing(bearers, day) for bearers in (entry.own, entry.made))
        for people in (own, made):
            if grown := [person for person in people if self.is_grown_up(person, day)]:
                return grown
        return own or made

    def bearing(self, bearers: Iterable[Bearer], day: date) -> list[int]:
        """Return the people among these who bore a name on a day."""
        people = (bearer.person for bearer in bearers if bearer.bears_on(day))
        return [person for person in dict.fromkeys(people) if self.could_be(person, day)]


def fits(tenure: Tenure, seat: Seat) -> bool:
    """Return whether an office is of the party and state told, as far as either is known."""
    if seat.state and tenure.state and tenure.state != seat.state:
        return False
    if seat.state and not tenure.state:
        return False
    return not (seat.party and tenure.party and not tenure.party.upper().startswith(seat.party))


def only(people: Mapping[int, object] | Collection[int]) -> int | None:
    """Return the one person there is, None if there is none or several."""
    return next(iter(people)) if len(people) == 1 else None

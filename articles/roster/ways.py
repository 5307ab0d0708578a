"""Ways on from a list of names: another table, or a choice among people. Links, or buttons where no address holds the list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from articles.authority import Name
from articles.roster.asked import Line, RosterAsked
from articles.roster.resolving import Answer


@dataclass(frozen=True, slots=True)
class Way:
    """The same list, asked in another way: by an address, or by what the form sends along."""

    label: str
    query: str
    """The parameters of the address; empty where it would be too long."""
    field: str
    value: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Someone whom a name may stand for, what they were last, and the way to choose them."""

    person: Name
    standing: str
    way: Way


@dataclass(frozen=True, slots=True)
class Question:
    """A name that stands for several people or for nobody, who can be chosen, and how many more there are."""

    given: str
    choices: tuple[Choice, ...]
    more: int


def turns(asked: RosterAsked) -> tuple[tuple[Way, ...], ...]:
    """Return the tables there are of a list: by year or month, as numbers or as shares."""
    share = "share" if asked.by_share else "count"
    return (
        tuple(
            Way(label, shortly(replace(asked, unit=value)), "by", value, value == asked.unit)
            for value, label in (("year", "by year"), ("month", "by month"))
        ),
        tuple(
            Way(label, shortly(replace(asked, by_share=value == "share")), "show", value, value == share)
            for value, label in (("count", "numbers of articles"), ("share", "share of the archive"))
        ),
    )


def question_of(asked: RosterAsked, answer: Answer, standings: Mapping[int, str]) -> Question:
    """Return who can be chosen for a name."""
    choices = []
    for person in answer.offered:
        choice = Line(answer.line.given, person.slug)
        way = Way(person.name, shortly(asked.choosing(choice)), "choose", str(choice))
        choices.append(Choice(person, standings.get(person.id, ""), way))
    more = len(answer.people) - len(choices) if answer.people else 0
    return Question(answer.line.given, tuple(choices), more)


def shortly(asked: RosterAsked) -> str:
    """Return all that is asked as parameters, nothing if an address can't hold them."""
    return asked.query if asked.is_short else ""

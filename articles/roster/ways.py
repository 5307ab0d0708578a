"""Ways on from a list of names: another table, or a choice among people. Links, or buttons where no address holds the list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from articles.authority import Name
from articles.roster.asked import Line, RosterAsked
from articles.roster.resolving import Answer

LONGEST_LINKS = 100_000
"""Characters of all addresses that choose: each of them holds the whole list."""


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


def questions_of(
    asked: RosterAsked, answers: Iterable[Answer], standings: Mapping[int, str]
) -> list[Question]:
    """Return who can be chosen for these names, each name once: by addresses, if the page does not become too long."""
    once = {answer.line: answer for answer in answers}.values()
    is_linked = len(asked.query) * sum(len(answer.offered) for answer in once) <= LONGEST_LINKS
    return [
        Question(
            answer.line.given,
            tuple(choice_of(asked, answer.line, person, standings, is_linked) for person in answer.offered),
            len(answer.people) - len(answer.offered) if answer.people else 0,
        )
        for answer in once
    ]


def choice_of(
    asked: RosterAsked, line: Line, person: Name, standings: Mapping[int, str], is_linked: bool
) -> Choice:
    """Return someone who can be chosen for a line."""
    chosen = Line(line.given, person.slug)
    query = shortly(asked.choosing(chosen)) if is_linked else ""
    return Choice(person, standings.get(person.id, ""), Way(person.name, query, "choose", str(chosen)))


def shortly(asked: RosterAsked) -> str:
    """Return all that is asked as parameters, nothing if an address can't hold them."""
    return asked.query if asked.is_short else ""

"""Forms in which one name is looked for, and what a title or a seat beside it says of the bearer."""

import re
from collections.abc import Iterable

from articles.people.keys import name_key
from articles.people.names import straight, unqualified
from articles.people.states import CODES
from articles.people.tenures import Tenure
from articles.people.titles import canonical, title_forms, without_title

_SEAT = re.compile(r" ?[,(\[] ?(?P<party>[A-Z])-(?P<state>[A-Za-z][A-Za-z. ]{0,30}?)(?:-\d+)?[)\]]?")
_AT_END = re.compile(rf"(?P<name>.+?){_SEAT.pattern}")


def forms(name: str) -> tuple[str, ...]:
    """Return a name as it is looked for: as given, then without seat or remark, with the given name first."""
    bare = unqualified(seatless(name))[0]
    return tuple(dict.fromkeys(form for form in (name, seatless(name), bare, straight(bare)) if form))


def seatless(name: str) -> str:
    """Return a name without party and state behind it: "Sen. Jeff Sessions" of “Sen. Jeff Sessions (R-Ala.)”."""
    found = _AT_END.fullmatch(name)
    return found["name"] if found else name


def family(name: str) -> str:
    """Return the key of a family’s name, if the name is nothing more beside a title: "sessions" of “Gen. Sessions”."""
    return name_key(without_title(forms(name)[-1]))


def fits(name: str, tenures: Iterable[Tenure]) -> bool:
    """Return whether one of these offices gives the title or the seat that a name bears."""
    said, seat = title(forms(name)[-1]), _AT_END.fullmatch(name)
    return any(
        (not said or said in title_forms(tenure.title, tenure.styles))
        and (not seat or is_of(tenure, seat["party"], seat["state"]))
        for tenure in tenures
    )


def says_more(name: str) -> bool:
    """Return whether a name bears a title or a seat."""
    return bool(title(forms(name)[-1]) or _AT_END.fullmatch(name))


def title(name: str) -> str:
    """Return the one spelling of the title before a name, nothing if there is none."""
    before = name.split()[: -len(without_title(name).split())]
    return canonical(" ".join(before)) if before else ""


def is_of(tenure: Tenure, party: str, state: str) -> bool:
    """Return whether an office was held for a party, by its first letter, and a state, by any of its spellings."""
    return tenure.party[:1].upper() == party and CODES.get(state.casefold()) == CODES.get(
        tenure.state.casefold(), tenure.state
    )

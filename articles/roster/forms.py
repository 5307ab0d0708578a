"""Forms in which one name is looked for, and what a title or a seat beside it says of the bearer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.people.keys import name_key
from articles.people.nameparts import is_initials, parts
from articles.people.names import SUFFIXES, straight, unqualified
from articles.people.states import CODES
from articles.people.tenures import Tenure
from articles.people.titles import canonical, title_forms, without_title
from articles.people.titlewords import HONORIFICS

RANKS = frozenset({
    "admiral", "brigadier general", "captain", "colonel", "commander", "general", "lieutenant", "lieutenant colonel",
    "lieutenant general", "major", "major general", "rear admiral", "sergeant", "vice admiral",
})  # fmt: skip
"""Titles that are no office: who bears one may hold any."""
_SEAT = re.compile(r" ?[,(\[] ?(?P<party>[A-Z])-(?P<state>[A-Za-z][A-Za-z. ]{0,30}?)(?:-\d+)?[)\]]?")
_AT_END = re.compile(rf"(?P<name>.+?){_SEAT.pattern}")


@dataclass(frozen=True, slots=True)
class Relative:
    """Someone of a family, as far as a name tells: the key of the family’s name, initials and a suffix, or nothing more."""

    family: str
    initials: str = ""
    suffix: str = ""

    def is_like(self, name: str) -> bool:
        """Return whether someone of the family who bears this name may be meant."""
        if not (self.initials or self.suffix):
            return True
        own = parts(name)
        if self.suffix and name_key(own.suffix) != self.suffix:
            return False
        letters = initials_of(f"{own.given} {own.middle}")
        return not self.initials or (
            letters[:1] == self.initials[:1]
            and all(one == other for one, other in zip(letters, self.initials, strict=False))
        )


def forms(name: str) -> tuple[str, ...]:
    """Return a name as it is looked for: as given, then without seat or remark, with the given name first."""
    bare = unqualified(seatless(name))[0]
    return tuple(dict.fromkeys(form for form in (name, seatless(name), bare, straight(bare)) if form))


def seatless(name: str) -> str:
    """Return a name without party and state behind it: "Sen. Jeff Sessions" of “Sen. Jeff Sessions (R-Ala.)”."""
    found = _AT_END.fullmatch(name)
    return found["name"] if found else name


def relative(name: str) -> Relative:
    """Return who is meant where beside a title a name has but a family’s: “Gen. Sessions”, “J. Sessions”, “Trump Jr.”."""
    words = without_title(forms(name)[-1]).split()
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in SUFFIXES else ""
    first = 0
    while first < len(words) - 1 and is_initial(words[first]):
        first += 1
    initials = initials_of(" ".join(words[:first]))
    return Relative(name_key(" ".join(words[first:])), initials, name_key(suffix))


def is_initial(word: str) -> bool:
    """Return whether a word is one letter or several with full stops, in a script that has capitals: J., j, J.D."""
    is_short = len(word) == 1 or (len(word) == 2 * word.count(".") and is_initials(word))
    return is_short and word.lower() != word.upper()


def initials_of(names: str) -> str:
    """Return the first letters of given names, and all of those that are initials: "jb" of “Jeff B.” and of “J.B.”."""
    return "".join(name_key(word) if is_initials(word) else name_key(word)[:1] for word in names.split())


def fits(name: str, tenures: Iterable[Tenure]) -> bool:
    """Return whether an office gives the title that a name bears, and one the seat: this one, if it is held for a state."""
    said, seat, tenures = title(forms(name)[-1]), _AT_END.fullmatch(name), tuple(tenures)
    held = [tenure for tenure in tenures if not said or said in title_forms(tenure.title, tenure.styles)]
    if not seat or not held:
        return bool(held)
    seated = [tenure for tenure in held if tenure.state] or tenures
    return any(is_of(tenure, seat["party"], seat["state"]) for tenure in seated)


def says_more(name: str) -> bool:
    """Return whether a name bears a title or a seat."""
    return bool(title(forms(name)[-1]) or _AT_END.fullmatch(name))


def says_office(name: str) -> bool:
    """Return whether a name bears the title of an office or a seat, and not only a rank or a form of address."""
    return _AT_END.fullmatch(name) is not None or title(forms(name)[-1]) not in RANKS | HONORIFICS | {""}


def title(name: str) -> str:
    """Return the one spelling of the title before a name, nothing if there is none."""
    before = name.split()[: -len(without_title(name).split())]
    return canonical(" ".join(before)) if before else ""


def is_of(tenure: Tenure, party: str, state: str) -> bool:
    """Return whether an office was held for a party, by its first letter, and a state, by any of its spellings."""
    return tenure.party[:1].upper() == party and CODES.get(state.casefold()) == CODES.get(
        tenure.state.casefold(), tenure.state
    )

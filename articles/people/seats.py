"""Party and state beside a name: “(D-Ohio)”, “of Ohio”, “the Ohio Democrat”, “Ohio Senator”."""

import re
from dataclasses import dataclass

from articles.people.states import CODES
from articles.people.titling import Title

LOOK_BACK, LOOK_AHEAD = 40, 60
_STATE = "|".join(sorted((re.escape(state) for state in CODES if len(state) > 2), key=len, reverse=True))
_SEAT_BEHIND = re.compile(
    rf"(?:'s)?,? (?:\(?([RDI])[-–]({_STATE}|[A-Z]{{2}})(?!\w)|of ({_STATE})(?!\w)|\(([RDI])\))", re.IGNORECASE
)
_SEAT_SAID = re.compile(
    rf", (?:an? |the )?(?:({_STATE})(?:'s)? )?(republican|democrat|independent)(?!\w)(?: (?:of|from) ({_STATE})(?!\w))?"
    rf"|, (?:an? |the )[\w ]{{0,30}}?(?:of|from) ({_STATE})(?!\w)",
    re.IGNORECASE,
)
_STATE_BEFORE = re.compile(
    rf"(?<!\w)({_STATE})(?:'s)?(?: (republican|democratic|democrat))? \Z", re.IGNORECASE
)
_PARTY_BEFORE = re.compile(r"\b(republican|democratic|democrat|independent) \Z", re.IGNORECASE)
_PLACE_BEHIND = re.compile(rf", ({_STATE}|[A-Z]{{2}})(?!'s|\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seat:
    """Party ("R") and state ("OH") told beside a name; empty where nothing is."""

    party: str = ""
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.party or self.state)


def seat_beside(text: str, start: int, end: int, title: Title) -> Seat:
    """Return the party and state that are told next to a name: “(D-Ohio)”, “of Ohio”, “the Ohio Democrat”, “Ohio Sen.”."""
    behind = text[end : end + LOOK_AHEAD]
    if found := _SEAT_BEHIND.match(behind):
        return Seat((found[1] or found[4] or "").upper(), code_of(found[2] or found[3]))
    if title.names:
        before = text[max(0, title.start - LOOK_BACK) : title.start]
        if found := _STATE_BEFORE.search(before):
            return Seat(letter(found[2]), code_of(found[1]))
        if found := _PARTY_BEFORE.search(before):
            return Seat(letter(found[1]))
    if found := _SEAT_SAID.match(behind):
        return Seat(letter(found[2]), code_of(found[1] or found[3] or found[4]))
    return Seat()


def code_of(state: str | None) -> str:
    """Return the code of a state as printed, "" of none."""
    return CODES.get(state.casefold(), "") if state else ""


def letter(party: str | None) -> str:
    """Return the letter of a party, "" of none."""
    return party[0].upper() if party else ""


def is_place(text: str, end: int) -> bool:
    """Return whether a state follows as behind the name of a town: Clinton, Iowa."""
    return _PLACE_BEHIND.match(text, end) is not None

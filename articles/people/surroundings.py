"""What stands around a name in a text: a title before it, a state behind it, or a longer name that it is a part of."""

import re
from collections.abc import Container
from dataclasses import dataclass

from articles.people import newswords as words
from articles.people.states import CODES
from articles.people.titles import TITLE_WORDS, canonical, tense_of
from articles.people.titlewords import HONORIFICS

LOOK_BACK, LOOK_AHEAD = 90, 60
MOST_FOLLOWING = 4
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
_FAMILY_BEHIND = re.compile(
    r"(?:'s)? (?:famil(?:y|ies)|brothers|sisters|siblings|dynasty|clan|household|couple|children|cousins)\b"
)
_OTHER_GIVEN = re.compile(r"(?<![\w'] )(?<!\w)[A-Z][a-z]+ (?:and|or) \Z")
_AGE_BEHIND = re.compile(r", \d{2},")
_TOKEN = re.compile(r"[^\s-]+")
_OPENING = "\"“‘'(["
_WORD = re.compile(r"[^\W\d_][\w'.&-]*")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|Pres|vs?))\Z"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The titles that the words before a name may be, the longest first, and when they were held."""

    names: tuple[str, ...] = ()
    tense: str = ""
    is_honorific: bool = False
    start: int = 0
    is_foreign: bool = False
    """Whether it is of a lesser body than the offices of the records: a state senator, a college's president."""

    @property
    def shows_person(self) -> bool:
        """Whether it stands before people alone."""
        return self.is_honorific or bool(self.names) and self.names[-1].split()[-1] in words.HEADS


@dataclass(frozen=True, slots=True)
class Seat:
    """Party ("R") and state ("OH") told beside a name; empty where nothing is."""

    party: str = ""
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.party or self.state)


NO_TITLE = Title()


def title_before(text: str, start: int) -> Title:
    """Return the title that stands directly before the name at `start`, if any does."""
    if start == 0 or text[start - 1] not in " -":
        return NO_TITLE
    offset = max(0, start - LOOK_BACK, text.rfind("\n", 0, start) + 1)
    taken: list[str] = []
    tense, begin = "", start
    for found in reversed(list(_TOKEN.finditer(text, offset, start))):
        token = found[0]
        plain = token.lower().lstrip(_OPENING).rstrip(".")
        if token[-1] in ",;:!?)”" or (token[-1] == "." and len(plain) > 5 and "." not in plain):
            break
        if told := tense_of(plain):
            tense = tense or told
            if taken and told != "elect":
                break
            continue
        if plain not in TITLE_WORDS and not (taken and plain == "of"):
            if taken and plain in words.OF_LESSER_BODIES:
                return Title((), is_foreign=True, start=begin)
            if taken and plain in ("a", "an"):
                return Title(phrases(taken), "any", start=begin)
            break
        taken.insert(0, plain)
        begin = found.start()
        if token[0] in _OPENING or len(taken) > 6:
            break
    if not taken:
        return NO_TITLE
    return Title(
        phrases(taken),
        tense,
        taken[-1] in HONORIFICS,
        is_foreign=taken[0] in words.OF_LESSER_BODIES,
        start=begin,
    )


def phrases(taken: list[str]) -> tuple[str, ...]:
    """Return the titles that the words before a name may be, the longest first, down to a word that belongs to the rest."""
    found = []
    for first, word in enumerate(taken):
        found.append(canonical(" ".join(taken[first:])))
        if word in words.OF_OTHER_RANK:
            break
    return tuple(dict.fromkeys(found))


def seat_beside(text: str, start: int, end: int, title: Title) -> Seat:
    """Return the party and state that are told next to a name: “(D-Ohio)”, “of Ohio”, “the Ohio Democrat”, “Ohio Sen.”."""
    behind = text[end : end + LOOK_AHEAD]
    if found := _SEAT_BEHIND.match(behind):
        return Seat((found[1] or found[4] or "").upper(), code_of(found[2] or found[3]))
    before = text[max(0, start - LOOK_BACK) : title.start if title.names else start]
    if found := _STATE_BEFORE.search(before):
        return Seat(letter(found[2]), code_of(found[1]))
    if found := _SEAT_SAID.match(behind):
        return Seat(letter(found[2]), code_of(found[1] or found[3] or found[4]))
    if title.names and (found := _PARTY_BEFORE.search(before)):
        return Seat(letter(found[1]))
    return Seat()


def code_of(state: str | None) -> str:
    """Return the code of a state as printed, "" of none."""
    return CODES.get(state.casefold(), "") if state else ""


def letter(party: str | None) -> str:
    """Return the letter of a party, "" of none."""
    return party[0].upper() if party else ""


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a name begins a sentence, a line or a quotation, so that its capital letter says nothing."""
    place = start - 1
    while place >= 0 and text[place] in " \"“‘'([":
        if text[place] in '"“‘':
            return True
        place -= 1
    if place < 0 or text[place] in "!?:\n…":
        return True
    if text[place] in '.)”"':
        before = text[max(0, place - 8) : place].rstrip('.)”"')
        return not _ABBREVIATED.search(before)
    return False


def word_before(text: str, start: int) -> str:
    """Return the word that stands one space before a place, with the marks around it; "" if none does."""
    if start < 2 or text[start - 1] != " ":
        return ""
    return text[max(0, start - 30) : start - 1].split("\n")[-1].rsplit(" ", 1)[-1]


def behind_possessive(text: str, end: int) -> tuple[bool, int]:
    """Return whether a possessive ending follows, and where the text goes on behind it."""
    if text.startswith("'s", end) and not text[end + 2 : end + 3].isalnum():
        return True, end + 2
    if text.startswith("'", end) and text[end - 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return True, end + 1
    return False, end


def word_behind(text: str, end: int) -> str:
    """Return the word that follows one space behind a place; "" if none does."""
    if text[end : end + 1] != " ":
        return ""
    found = _WORD.match(text, end + 1)
    return found[0].rstrip(".'") if found else ""


def is_part_of_compound(text: str, start: int, end: int, known: Container[str] = ()) -> bool:
    """Return whether a hyphen joins the name with another capitalised one: Ocasio-Cortez; not pro-Trump, Trump-era.

    What is joined with a `known` family name stands for two people: Trump-Clinton.
    """
    if text[start - 1 : start] == "-" and start > 1:
        first = re.split(r"[^\w'-]", text[max(0, start - 30) : start - 1])[-1]
        if (
            first[:1].isupper()
            and first not in known
            and not first.lower().startswith(("pro", "anti", "non", "ex", "then", "post", "pre", "never"))
        ):
            return True
    if text[end : end + 1] != "-" or not text[end + 1 : end + 2].isupper():
        return False
    following = _WORD.match(text, end + 1)
    return following is not None and following[0].partition("-")[0].partition("'")[0] not in known


def is_of_other_name(text: str, start: int, end: int) -> bool:
    """Return whether a full name is a part of the name of a thing: the Ronald Reagan Building, the carrier Gerald R. Ford."""
    if word_before(text, start).strip('“"(') in words.BEFORE_OTHER_NAMES:
        return True
    if text.startswith((" v. ", " vs. ", " & "), end) or behind_possessive(text, end)[0]:
        return text.startswith(" ", end)
    for _ in range(MOST_FOLLOWING):
        following = word_behind(text, end)
        if not following[:1].isupper():
            return False
        if (
            following in words.OF_OTHER_NAMES
            or following.capitalize() in words.OF_OTHER_NAMES
            and following.isupper()
        ):
            return True
        end += 1 + len(following)
    return False


def is_of_family(text: str, end: int) -> bool:
    """Return whether the whole family is meant: the Kennedy family, the Koch brothers."""
    return _FAMILY_BEHIND.match(text, end) is not None


def is_thing(text: str, start: int, end: int) -> bool:
    """Return whether an article shows that a word is no name: aides on the Hill; not the Sessions recusal."""
    before = word_before(text, start).lower().strip('“"(')
    if before not in ("the", "a", "an", "this", "that", "each", "every", "these", "those"):
        return False
    return text[end : end + 1] != "-" and word_behind(text, end) not in words.MATTERS


def is_where(text: str, start: int) -> bool:
    """Return whether the words before a name that is also a place's say where: in Jordan; Amman, Jordan."""
    before = word_before(text, start)
    return before.lower() in words.BEFORE_PLACES or (before.endswith(",") and before[:1].isupper())


def generation_behind(text: str, end: int) -> str:
    """Return the “Jr.” or “III” that follows a name; "" if none does."""
    following = word_behind(text, end + 1 if text.startswith(", ", end) else end)
    return following if following in words.GENERATIONS else ""


def follows_other(text: str, start: int) -> bool:
    """Return whether another given name is joined with a full name: Bill and Hillary Clinton."""
    return _OTHER_GIVEN.search(text, max(0, start - 30), start) is not None


def is_place(text: str, end: int) -> bool:
    """Return whether a state follows as behind the name of a town: Clinton, Iowa."""
    return _PLACE_BEHIND.match(text, end) is not None


def shows_person(text: str, end: int, *, is_plural: bool) -> bool:
    """Return whether what follows shows that a word is a person's name: “said”, “’s aide”, “, who”, “also goes”."""
    has_possessive, behind = behind_possessive(text, end)
    if has_possessive:
        return True
    rest = text[behind : behind + LOOK_AHEAD].lower()
    if _AGE_BEHIND.match(rest):
        return True
    if rest.startswith(
        (
            ", who",
            " (r-",
            " (d-",
            ", r-",
            ", d-",
            ", the ",
            ", a ",
            ", whose",
            ", himself",
            ", now ",
            ", then ",
            ", in ",
        )
    ):
        return not rest.startswith(", in ") or is_plural
    following = rest.split("\n")[0].split()
    if not rest.startswith(" ") or not following:
        return False
    first = following[0].strip(",.")
    if first in words.ADVERBS and len(following) > 1:
        first = following[1].strip(",.")
    if is_plural and (first in words.SINGULAR or (first.endswith("s") and not first.endswith("ss"))):
        return True
    return first in words.PERSON_VERBS and not rest.startswith(" has been")

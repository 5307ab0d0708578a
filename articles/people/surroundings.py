"""What stands around a name in a text: the words beside it, and a longer name that it is a part of."""

import re
from collections.abc import Container

from articles.people import newswords as words
from articles.people.newsverbs import PERSON_VERBS, SINGULAR

LOOK_AHEAD = 60
MOST_FOLLOWING = 4
_FAMILY_BEHIND = re.compile(
    r"(?:'s)? (?:famil(?:y|ies)|brothers|sisters|siblings|dynasty|clan|household|couple|children|cousins)\b"
)
_OTHER_GIVEN = re.compile(r"(?<![\w'] )(?<!\w)[A-Z][a-z]+ (?:and|or) \Z")
_OF_PERSON = re.compile(r",? \(?[rdi]-|, (?:\d{2},|who|whose|himself|herself|(?:the|a|now|then) )")
_WORD = re.compile(r"[^\W\d_][\w'.&-]*")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|Pres|vs?))\Z"
)


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
    before, following = word_before(text, start).strip('“"('), word_behind(text, end)
    if before in words.BEFORE_OTHER_NAMES:
        return True
    if before.lower() == "the" and following[:1].isupper() and following not in words.MAY_FOLLOW:
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
    if before not in words.BEFORE_THINGS:
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
    if not text.endswith((" and ", " or "), 0, start):
        return False
    return _OTHER_GIVEN.search(text, max(0, start - 30), start) is not None


def shows_person(text: str, end: int, *, is_plural: bool) -> bool:
    """Return whether what follows shows that a word is a person's name: “said”, “’s aide”, “, who”, “also goes”."""
    has_possessive, behind = behind_possessive(text, end)
    rest = text[behind : behind + LOOK_AHEAD].split("\n")[0].lower()
    if has_possessive or _OF_PERSON.match(rest):
        return True
    following = [word.strip(",.") for word in rest.split()]
    if rest.startswith(", "):
        return following[1:2] == ["in"] and is_plural or following[1:2] != [] and following[1] in PERSON_VERBS
    if not rest.startswith(" ") or not following:
        return False
    first = following[1] if following[0] in words.ADVERBS and len(following) > 1 else following[0]
    if is_plural and (first in SINGULAR or (first.endswith("s") and not first.endswith("ss"))):
        return True
    return first in PERSON_VERBS and not rest.startswith(" has been")

"""Names in a text that look like people's and that no known person bears."""

import re
from collections.abc import Collection, Sequence

from articles.people import newswords as words
from articles.people.known import Match
from articles.people.nicknames import NICKNAMES
from articles.people.surroundings import begins_sentence

VERBS_TOO = words.listed(
    "Will May Mark Grant Rich Drew Bill Art Sue Rob Chuck Frank Hope Rush Nick Pat Jack Josh Gene Max Sandy Dawn April June"
)
"""First names with which sentences begin as other words."""
BODIES = words.listed("""
Congress Senate Supreme Obamacare Medicare Medicaid Democrats Republicans President Parliament Washington Moscow Beijing Brussels
America Russia China Europe Britain Administration Department Ministry Government Kremlin
""")
"""Bodies, places and laws that look like family names."""
MOST = 100
"""Names of one text."""
GIVEN_NAMES = frozenset(
    {short for nicknames in NICKNAMES.values() for short in nicknames}
    | {name.capitalize() for name in NICKNAMES}
)
_PARTICLES = "(?:(?:van|von|de|del|der|di|da|la|al-|bin) ){0,2}"
_NAME = re.compile(
    r"(?<![\w'’.-])([A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-zà-öø-ÿ]+)?) "
    r"((?:[A-Z]\. |[A-Z][a-zà-öø-ÿ]+ )?)"
    rf"({_PARTICLES}(?:O['’]|Mc|Mac|De|Di|La)?[A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-zà-öø-ÿ]+)?)(?![\w-])"
)


def strangers(text: str, matches: Sequence[Match], given_names: Collection[str] = ()) -> list[str]:
    """Return the names of people whom nobody knows, each once, in order; `matches` are the places where known ones stand.

    A name begins with a first name, among `given_names` or known to us, and ends with no word that makes it a thing's.
    """
    taken = {place for match in matches for place in range(match.start, match.end)}
    found: dict[str, None] = {}
    for name in _NAME.finditer(text):
        given = name[1]
        if given not in GIVEN_NAMES and given not in given_names:
            continue
        if name.start() in taken or name.end() - 1 in taken or is_other(name, text):
            continue
        found[name[0]] = None
        if len(found) == MOST:
            break
    return list(found)


def is_other(name: re.Match[str], text: str) -> bool:
    """Return whether capitalised words are no name: a sentence's beginning, or a part of a thing's name."""
    following = text[name.end() : name.end() + 20].split(" ")
    words_beside = (name[2].strip(), name[3], *(word.strip(".,") for word in following[1:2]))
    begins_as_verb = name[1] in VERBS_TOO and begins_sentence(text, name.start())
    return begins_as_verb or any(map(is_thing, words_beside))


def is_thing(word: str) -> bool:
    """Return whether a word makes a name that of a thing, a body or a day."""
    return (
        word in words.OF_OTHER_NAMES
        or word in words.BESIDE_NAMES
        or word in BODIES
        or word in words.MONTHS_AND_DAYS
        or word in words.PARTY_WORDS
    )

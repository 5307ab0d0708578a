"""The title before a name: “then-Sen.”, “Attorney General”, “former President”."""

import re
from dataclasses import dataclass

from articles.people import newswords as words
from articles.people.titles import TITLE_WORDS, canonical, tense_of
from articles.people.titlewords import HONORIFICS

LOOK_BACK = 90
MOST_WORDS = 6
ABBREVIATED = words.listed(
    "sen sens rep reps gov govs gen lt col sgt adm capt dr mr mrs ms messrs rev hon pres prof sec amb maj cmdr atty supt u s dep"
)
"""Titles that a full stop shortens: behind any other word it ends the sentence."""
OPENING = "\"“‘'(["
_TOKEN = re.compile(r"[^\s-]+")


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


NO_TITLE = Title()


def title_before(text: str, start: int) -> Title:
    """Return the title that stands directly before the name at `start`, if any does."""
    if start == 0 or text[start - 1] not in " -":
        return NO_TITLE
    offset = max(0, start - LOOK_BACK, text.rfind("\n", 0, start) + 1)
    walk = Walk(text, start)
    for found in reversed(list(_TOKEN.finditer(text, offset, start))):
        if not walk.take(found[0], found.start()):
            break
    return walk.title


class Walk:
    """The way from a name back over the words before it, as long as they are a title's."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.begin = text, start
        self.taken: list[str] = []
        self.tense, self.before = "", ""

    def take(self, token: str, start: int) -> bool:
        """Take a word; return whether the walk goes on."""
        plain = token.lower().lstrip(OPENING).rstrip(".")
        if token[-1] in ",;:!?)”" or (token[-1] == "." and "." not in plain and plain not in ABBREVIATED):
            return False
        if told := tense_of(plain):
            self.tense = self.tense or told
            return not self.taken or told == "elect"
        is_link = bool(self.taken) and plain == "of" and is_title_word(self.text, start)
        if plain not in TITLE_WORDS and not is_link:
            self.before = plain
            return False
        self.taken.insert(0, plain)
        self.begin = start
        return token[0] not in OPENING and len(self.taken) <= MOST_WORDS

    @property
    def title(self) -> Title:
        """The title that was walked over."""
        is_relative = self.before in words.RELATIVE
        while (
            self.taken
            and self.taken[0] in words.RELATIVE
            and self.taken[1:2] not in (["lady"], ["gentleman"])
        ):
            self.taken.pop(0)
            is_relative = True
        if not self.taken:
            return NO_TITLE
        if self.before in words.OF_LESSER_BODIES:
            return Title((), is_foreign=True, start=self.begin)
        return Title(
            phrases(self.taken),
            "any" if is_relative or self.before in ("a", "an") else self.tense,
            is_honorific=self.taken[-1] in HONORIFICS,
            is_foreign=self.taken[0] in words.OF_LESSER_BODIES,
            start=self.begin,
        )


def is_title_word(text: str, start: int) -> bool:
    """Return whether the word before a place is a title’s: the Secretary in Secretary of State."""
    before = text[max(0, start - LOOK_BACK) : start].split()
    return bool(before) and before[-1].lower() in TITLE_WORDS


def phrases(taken: list[str]) -> tuple[str, ...]:
    """Return the titles that the words before a name may be, the longest first, down to a word that belongs to the rest."""
    found = []
    for first, word in enumerate(taken):
        found.append(canonical(" ".join(taken[first:])))
        if word in words.OF_OTHER_RANK:
            break
    return tuple(dict.fromkeys(found))

"""The title before a name: “then-Sen.”, “Attorney General”, “former President”."""

import re
from dataclasses import dataclass

from articles.people import newswords as words
from articles.people.titles import TITLE_WORDS, canonical, tense_of
from articles.people.titlewords import HONORIFICS

LOOK_BACK = 90
MOST_WORDS = 6
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
    taken: list[str] = []
    tense, begin = "", start
    for found in reversed(list(_TOKEN.finditer(text, offset, start))):
        token = found[0]
        plain = token.lower().lstrip(OPENING).rstrip(".")
        if token[-1] in ",;:!?)”" or (token[-1] == "." and len(plain) > 5 and "." not in plain):
            break
        if told := tense_of(plain):
            tense = tense or told
            if taken and told != "elect":
                break
            continue
        if plain not in TITLE_WORDS and not (taken and plain == "of" and is_title_word(text, found.start())):
            if taken and plain in words.OF_LESSER_BODIES:
                return Title((), is_foreign=True, start=begin)
            if taken and plain in ("a", "an"):
                return Title(phrases(taken), "any", start=begin)
            break
        taken.insert(0, plain)
        begin = found.start()
        if token[0] in OPENING or len(taken) > MOST_WORDS:
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

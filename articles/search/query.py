"""The reader's language: what was typed in the search box becomes a tree. Nothing typed is an error.

Plain words must all occur; "a phrase" must occur as it stands; -word and -"a phrase" must not occur.
"""

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARACTERS = 200
MAX_TERMS = 32
TERM = re.compile(r'(?P<minus>-?)(?:["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|$)|(?P<word>[^\s"“”„]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, wanted or not. Words that the index cuts in two are phrases to it."""

    text: str
    phrase: bool = False
    wanted: bool = True

    def __str__(self) -> str:
        return f"{'' if self.wanted else '-'}{f'“{self.text}”' if self.phrase else self.text}"


@dataclass(frozen=True, slots=True)
class TextQuery:
    """All terms of a query, and what could not be understood, in words for the reader."""

    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """Return the terms that must occur."""
        return tuple(term for term in self.terms if term.wanted)


def parse(text: str) -> TextQuery:
    """Return the tree of `text`, cut to the longest query that is answered. Never raises; takes linear time."""
    problems = []
    text = unicodedata.normalize("NFC", text[: MAX_CHARACTERS * 2])
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS]
        problems.append(f"Only the first {MAX_CHARACTERS} characters of the search were read.")
    terms = []
    for match in TERM.finditer(text):
        phrase = match["phrase"]
        words = match["word"] if phrase is None else phrase
        if any(character.isalnum() for character in words):
            terms.append(Term(" ".join(words.split()), phrase is not None, not match["minus"]))
    if len(terms) > MAX_TERMS:
        terms = terms[:MAX_TERMS]
        problems.append(f"Only the first {MAX_TERMS} words of the search were read.")
    if text.strip() and not terms:
        problems.append("The search has no word in it that can be looked for.")
    return TextQuery(tuple(terms), tuple(problems))

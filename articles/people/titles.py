"""Titles that stand before a name: one spelling for the many ways of printing each, and which of them a post gives."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, cast

from articles.people.titlewords import (
    HEADS,
    HONORIFICS,
    LINKS,
    LOWERING,
    NATIONS,
    OTHERS,
    PARTIES,
    PHRASES,
    PREFIXES,
    SHORTER,
    WHOLE,
)

Tense = Literal["", "former", "then", "elect"]

KEPT = 5_000
LONGEST = 200
"""Characters; what is longer is no title, and stays as it is."""

TITLES = frozenset({
    "acting", "adm", "admiral", "ag", "amb", "ambassador", "attorney", "capt", "captain", "chair", "chairman",
    "chairwoman", "chancellor", "chief", "col", "colonel", "commissioner", "congressman", "congresswoman", "counsel",
    "deputy", "director", "dr", "first", "former", "gen", "general", "gov", "governor", "house", "judge", "justice",
    "lady", "leader", "lieutenant", "lt", "maj", "major", "majority", "mayor", "minister", "minority", "miss", "mr",
    "mrs", "ms", "president", "prime", "prof", "professor", "rep", "representative", "sec", "secretary", "sen", "senate",
    "senator", "sgt", "sir", "speaker", "special", "vice", "whip",
})  # fmt: skip
"""What is taken away before a typed name, and before one in a byline."""

TITLE_WORDS = (
    frozenset(
        {word for title in HEADS for word in title.split()}
        | WHOLE.keys()
        | OTHERS
        | HONORIFICS - {"fr", "m", "sr"}
    )
    - LINKS
)
"""Words of which titles consist, as `plain` returns them; LINKS stand between them."""

_HEAD = "|".join(sorted(HEADS, key=lambda head: -len(head)))
_OF = re.compile(rf"(?P<rank>(?:\w+ )*?)(?P<head>{_HEAD}) (?:of|to|for)(?: the)? (?!state$)(?P<what>.+)")
_LAST = re.compile(rf"(?:(?P<rest>.+?) )??(?P<head>{_HEAD})")
_PHRASES = [
    (re.compile(rf"\b{phrase}\b"), whole)
    for phrase, whole in sorted(PHRASES.items(), key=lambda pair: -len(pair[0]))
]
_ONE_TIME = re.compile("one[-‐‑]time", re.IGNORECASE)
_HYPHENS = re.compile("[-‐‑–\\s]+")
_AMERICAN = re.compile(r"^us (?!attorney(?! general)|marshal)")
"""What may be left out; but a U.S. attorney is no attorney."""


def plain(word: str) -> str:
    """Return a word as the tables have it, in lower case and without full stops: "ag" of "A.G.", "sen" of "Sen."."""
    return word.lower().replace(".", "").strip(",;:")


def tense_of(word: str) -> Tense:
    """Return what a word beside a title says of the day: "former" of “ex”, "then" of “then-”, "elect" of “-elect”."""
    return cast("Tense", PREFIXES.get(plain(word), ""))


def tense(title: str) -> Tense:
    """Return what a whole title says of the day: "former" of “former Sen.”, "elect" of “President-elect”."""
    return next((said for word in _words(title) if (said := tense_of(word))), "")


@lru_cache(maxsize=KEPT)
def canonical(title: str) -> str:
    """Return the one spelling of a title, in lower case: "senator" of “Sen.”, “then-Senator” and “Republican Sen.”.

    "defense secretary" of “Secretary of Defense”, but "secretary of state"; what it says of the day is left out,
    and so is the country where that is the United States.
    """
    if len(title) > LONGEST:
        return " ".join(title.lower().split())
    words = [WHOLE.get(word, word) for word in _words(title) if word not in PREFIXES]
    return _shortest(_turned(_spelled(words)))


def title_forms(title: str, styles: Sequence[str] = ()) -> frozenset[str]:
    """Return every title, in lower case, that may stand before the surname of whoever holds a post, `styles` included.

    "senate majority leader", "majority leader" and "leader"; of a deputy never the title of the one above. Whatever
    is among them, its canonical spelling is too.
    """
    found = {form for name in (title, *styles) for form in _forms(name)}
    found |= {form.replace("adviser", "advisor") for form in found}
    return frozenset(form for form in found if form)


def without_title(name: str) -> str:
    """Return a name without the titles in front of it, its last word in any case: "Lindsey Graham" of "Sen. Lindsey Graham"."""
    words = name.split()
    while len(words) > 1 and all(part.rstrip(".") in TITLES for part in words[0].lower().split("-")):
        del words[0]
    return " ".join(words)


def _words(title: str) -> list[str]:
    return [word for word in map(plain, _HYPHENS.split(_ONE_TIME.sub("former", title))) if word]


def _spelled(words: Iterable[str]) -> str:
    text = " ".join(words)
    for phrase, whole in _PHRASES:
        text = phrase.sub(whole, text)
    return " ".join(text.split())


def _turned(title: str) -> str:
    """Return "fbi director" of "director of the fbi"."""
    found = _OF.fullmatch(title)
    if not found or " of the " in found["what"]:
        return title
    what = NATIONS.get(found["what"], found["what"])
    return _spelled(f"{what} {found['rank']}{found['head']}".split())


def _shortest(title: str) -> str:
    """Return a title without what stands before it in some papers and not in others: the White House, U.S., a party."""
    words = _AMERICAN.sub("", title.removeprefix("the ").removeprefix("white house "), count=1).split()
    while len(words) > 1 and _is_spare(*words[:2]):
        del words[0]
    return "justice" if words == ["associate", "justice"] else " ".join(words)


def _is_spare(word: str, following: str) -> bool:
    return (word in PARTIES and following in HEADS) or (word in HONORIFICS and following in TITLE_WORDS)


def _forms(title: str) -> Iterator[str]:
    if len(title) > LONGEST:
        yield canonical(title)
        return
    words = [word for word in _words(title) if word not in PREFIXES]
    spelled = " ".join(WHOLE.get(word, word) for word in words)
    found = _OF.fullmatch(spelled)
    turned = f"{found['what']} {found['rank']}{found['head']}" if found else spelled
    for form in (" ".join(words), spelled, turned, *_alone(canonical(title))):
        yield form
        yield canonical(form)


def _alone(title: str) -> Iterator[str]:
    """Yield what of a title is printed alone before a surname."""
    found = _LAST.fullmatch(title)
    if not found or " to " in title or " of the " in title:
        return
    rest = f" {found['rest'] or ''} "
    rank = next((f"{word} " for word in LOWERING if f" {word} " in rest), "")
    head = found["head"]
    while head:
        yield f"{rank}{head}"
        head = SHORTER.get(head, "")

"""Who speaks: the name, the pronoun or the words for somebody unnamed that stand beside a verb of speaking."""

import re

from articles.people.referents import JOINED, POSSESSIVE, is_object, referent, titled
from articles.people.speakers import Named, Reading, Speaker
from articles.people.speaking import (
    DETERMINERS,
    ENDING,
    OF_SOMEBODY,
    OPENING,
    OTHERS,
    PERCEIVING,
    PREPOSITIONS,
    PRONOUNS,
    SUPPOSING,
    TIMES,
    is_adverb,
    is_person,
)

LONGEST = 12
"""Words that may stand for somebody unnamed."""
_BOUNDARY = re.compile(
    r"[,;:()“”\"—–\n\0]|(?<![\w-])(?:and|but|that|as|when|while|because|if|what|than|which|who|whom|where|after|before|since|until|"
    r"or|so|yet|though|although|whether|how|why)(?![\w-])"
)
_JOINING = re.compile(r",? (?:and|or|&)\Z")
_CLOSED = re.compile(r"\s*(?:\Z|[,.;:?!“”\"(\n—–-])")


def before_adverbs(reading: Reading, floor: int, at: int) -> int:
    """Return where the words before a verb end, “later” and “has” left out."""
    while is_adverb(word := reading.last_word(floor, at)):
        at = reading.text.rfind(word, floor, at)
    return len(reading.text[floor:at].rstrip()) + floor


def subject(reading: Reading, floor: int, end: int, anchor: int) -> Speaker | None:
    """Return who stands in `text[floor:end]` right before a verb; a pronoun is whom it means at `anchor`."""
    if named := reading.ending.get(end):
        return _by_name(reading, floor, named)
    if end > floor and reading.text[end - 1] in ",)":
        return _behind_apposition(reading, floor, end)
    word = reading.last_word(floor, end)
    start = end - len(word)
    if word.lower() in PRONOUNS:
        return Speaker(word, referent(reading, min(start, anchor), word.lower()), start)
    if word.lower() in OTHERS:
        return Speaker(word, None, start)
    if word.lower() == "who":
        return subject(reading, floor, len(reading.text[floor:start].rstrip(" ,")) + floor, anchor)
    return unnamed(reading, floor, end)


def _by_name(reading: Reading, floor: int, named: Named) -> Speaker | None:
    text = reading.text
    start = titled(reading, floor, named.start)
    joining = _JOINING.search(text, max(floor, start - 6), max(floor, start - 1))
    if joining and (other := reading.ending.get(joining.start())):
        first = titled(reading, floor, other.start)
        return Speaker(text[first : named.end], None, first)
    if reading.last_word(floor, start).lower() in SUPPOSING | PERCEIVING:
        return None
    first = _phrase_start(reading, floor, start)
    words = text[first:start].lower().split()
    people = [place for place, word in enumerate(words) if is_person(word)]
    if words and (words[-1] in PREPOSITIONS or (people and OF_SOMEBODY & set(words[people[0] :]))):
        return unnamed(reading, floor, named.end) if people else None
    if is_object(reading, floor, first, start):
        return unnamed(reading, floor, named.end) if people or _behind_who(reading, floor, first) else None
    return Speaker(text[start : named.end], named.person, first)


def _behind_apposition(reading: Reading, floor: int, end: int) -> Speaker | None:
    """Return who is told before “, a Democrat from Ohio,” or “(R-Ala.)”."""
    text = reading.text
    if text[end - 1] == ")":
        opening = len(text[floor : max(floor, text.rfind("(", floor, end))].rstrip()) + floor
        return subject(reading, floor, opening, opening) if opening > floor else None
    if (named := reading.ending.get(end - 1)) and (called := _called(reading, floor, named)):
        return called
    for one in reversed(reading.between(floor, end - 1)):
        behind = text[one.end : one.end + 2]
        is_apposed = behind == " (" or (behind[:1] == "," and _is_one_apposition(text[one.end + 1 : end - 1]))
        speaker = _by_name(reading, floor, one) if is_apposed and one.end < end - 1 else None
        if speaker and speaker.person is not None:
            return speaker
    comma = text.rfind(",", floor, end - 1)
    return unnamed(reading, floor, comma) if comma > floor else None


def _is_one_apposition(words: str) -> bool:
    """Return whether no other may have come in between: “a builder from Dayton, Ohio”, not “an aide, Pat Quill”."""
    first, _, rest = words.partition(",")
    return not rest or first.split()[-1:] == [] or first.split()[-1][0].isupper()


def _called(reading: Reading, floor: int, named: Named) -> Speaker | None:
    """Return who is named behind “his lawyer,”."""
    start = len(reading.text[floor : titled(reading, floor, named.start)].rstrip()) + floor
    if start == floor or reading.text[start - 1] != ",":
        return None
    someone = unnamed(reading, floor, start - 1)
    return Speaker(reading.text[named.start : named.end], named.person, someone.start) if someone else None


def unnamed(reading: Reading, floor: int, end: int) -> Speaker | None:
    """Return the words for somebody unnamed that end at `end`: “an aide”, “two officials of the department”."""
    text = reading.text
    first = _phrase_start(reading, floor, end)
    if who := _behind_who(reading, floor, first):
        return unnamed(reading, floor, who)
    phrase = text[first:end]
    words = phrase.split()
    if not words or len(words) > LONGEST or not _may_speak(words):
        return None
    cut = _determined(words)
    start = first + (phrase.find(words[cut]) if cut == 0 else len(phrase) - len(phrase.split(None, cut)[-1]))
    return Speaker(text[start:end], None, first)


def _behind_who(reading: Reading, floor: int, first: int) -> int:
    """Return where those end of whom the words from `first` on tell something: “the judge who …”; else 0."""
    if reading.last_word(floor, first).lower() not in ("who", "which", "that"):
        return 0
    end = len(reading.text[floor:first].rstrip()) + floor
    return len(reading.text[floor : reading.text.rfind(" ", floor, end) + 1].rstrip(" ,")) + floor


def _may_speak(words: list[str]) -> bool:
    if POSSESSIVE.search(words[-1]) or words[-1].lower() in OPENING or words[-1].lower() in TIMES:
        return False
    return words[-1][:1].isupper() or any(is_person(word.lower().strip(".,’'")) for word in words)


def _determined(words: list[str]) -> int:
    """Return the place of the word with which those for the speaker begin."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].lower() in DETERMINERS and (
            place == 0 or words[place - 1].lower() not in PREPOSITIONS
        ):
            return place
    return len(words) - 1 if words[0].lower() in PREPOSITIONS else 0


def _phrase_start(reading: Reading, floor: int, end: int) -> int:
    start = max(floor, end - 120)
    for boundary in _BOUNDARY.finditer(reading.text, start, end):
        start = boundary.end()
    return start + len(reading.text[start:end]) - len(reading.text[start:end].lstrip())


def following(reading: Reading, at: int, limit: int) -> Speaker | None:
    """Return who is told in `text[at:limit]`, right behind a verb or “according to”."""
    text = reading.text
    for named in reading.between(at, min(limit, at + 100)):
        if _BOUNDARY.search(text, at, named.start):
            break
        if joined := JOINED.match(text, named.end):
            others = reading.between(joined.end(), min(limit, joined.end() + 30))
            return Speaker(text[at : others[0].end if others else named.end].strip(), None, at)
        start = titled(reading, at, named.start)
        words = text[at:start].lower().split()
        if words and is_object(reading, at, at, start):
            continue
        is_closed = _CLOSED.match(text, named.end, limit) or _next_word(text, named.end) in ENDING
        if is_closed and not (words and (words[-1] in PREPOSITIONS or OF_SOMEBODY & set(words))):
            return Speaker(text[start : named.end], named.person, at)
    return _unnamed_following(reading, at, limit)


def _next_word(text: str, at: int) -> str:
    words = text[at : at + 30].split(None, 1)
    return words[0].lower().rstrip(".,") if words and text[at : at + 1] == " " else ""


def _unnamed_following(reading: Reading, at: int, limit: int) -> Speaker | None:
    words: list[str] = []
    for word in reading.text[at : min(limit, at + 150)].split()[:LONGEST]:
        if word.lower() in ENDING - {"of", "from", "to", "at", "with", "in", "on"} or word[0] in '“"(—–':
            break
        words.append(word.rstrip(",;:.") if word[-1] in ",;:" else word)
        if word[-1] in ",;:":
            break
    if words and words[0].lower() in OTHERS | PRONOUNS:
        words = words[:1]
    elif not words or not (
        words[0][:1].isupper() or words[0].lower() in DETERMINERS or is_person(words[-1].lower())
    ):
        return None
    return Speaker(" ".join(words), None, at)

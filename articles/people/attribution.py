"""To whom a quotation belongs: the verb of speaking before or behind it, and who stands beside the verb."""

import re
from dataclasses import dataclass
from itertools import islice

from articles.people.quotemarks import Passage
from articles.people.referents import is_subject, referent, titled
from articles.people.speakers import Reading, Speaker, Verb
from articles.people.speaking import (
    BARRING,
    BASE,
    BESIDE,
    DETERMINERS,
    NEVER_TURNED,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
)
from articles.people.subjects import before_adverbs, following, subject

FARTHEST = 160  # characters between a verb and the quotation
_BREAK = re.compile(
    r";|\b(?:but|while|although|though|whereas|whose|who|which)\b|, and (?!that\b)|, as\b|[”\"’],? and (?=[A-Z]|s?he\b|the)"
)
"""What begins another clause between a verb and the quotation."""
_SUBORDINATE = re.compile(r"\b(?:as|while|when|where|whose|who|which|after|before|because|that)\b")
_QUOTED_AS = re.compile(r"\b(?:was|were|is|are)(?: \w+ly)? quoted as\Z")
_GOES_ON = re.compile(r"\b(?:went on|goes on|going on|continued|proceeded|took to \w+|used \w+) to\Z")
_WORDS_OF = re.compile(
    r"['’]s?(?: own)? (?:words|word|response|answer|reply|message|verdict|explanation|conclusion|reaction)[,:]?\s*\Z"
)
_AUXILIARY = re.compile(r"\b(?:did|do|does|will|would)\b|['’](?:d|ll)\b")
_ANSWERED = re.compile(r"\b(?i:about|on|to)\s\Z")
_NOT_SAID = re.compile(r"\s+(?:nothing|little|no)\b|\s+by (?!phone|telephone|email|text)")
_GOES_FURTHER = re.compile(r"\s+(?:that|he|she|it|they|the|his|her|a|an)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A verb of speaking and who spoke; `is_beside` if the quotation stands right beside it."""

    verb: str
    speaker: Speaker
    is_beside: bool = True
    is_behind: bool = False


def said_before(reading: Reading, floor: int, opening: int) -> Said | None:
    """Return who says, in the sentence from `floor` on, what follows at `opening`."""
    text = reading.text
    if words := _WORDS_OF.search(text, max(floor, opening - 30), opening):
        named = reading.ending.get(words.start())
        if not named or _ANSWERED.search(text, floor, titled(reading, floor, named.start)):
            return None
        return Said("", Speaker(text[named.start : named.end], named.person, named.start))
    end = len(text[floor:opening].rstrip(" :\n")) + floor
    if (named := reading.ending.get(end)) and ":" in text[end:opening]:
        start = titled(reading, floor, named.start)
        if not text[floor:start].strip():
            return Said("", Speaker(text[start:end], named.person, start))
    fallback = None
    for verb in reading.verbs(floor, opening, from_behind=True):
        word = reading.last_word(floor, verb.start).lower()
        if verb.form == "according to":
            fallback = fallback or verb
        elif not _is_adjective(verb, word):
            return _said(reading, floor, opening, verb)
    return _said(reading, floor, opening, fallback) if fallback else None


def _is_adjective(verb: Verb, word: str) -> bool:
    """Return whether it says what kind of thing is meant: “the proposed …”, “Smith’s stated …”."""
    if word in DETERMINERS - {"that"} or word.endswith(("’s", "'s", "s’")):
        return True
    return word in PREPOSITIONS - {"to"} and not verb.form.endswith("ing")


def _said(reading: Reading, floor: int, opening: int, verb: Verb) -> Said | None:
    text = reading.text
    gap = text[verb.end : opening]
    is_beside = not gap.strip(" ,:\n")
    if len(gap) > FARTHEST or _BREAK.search(gap) or (verb.form in BESIDE and not is_beside):
        return None
    end = before_adverbs(reading, floor, verb.start)
    is_behind_marks = (end == floor or text[end - 1] in '”"') and not verb.form.endswith("ing")
    if verb.form == "according to" or is_behind_marks:
        is_near = verb.form in NEVER_TURNED or is_beside
        speaker = None if is_near else following(reading, verb.end, opening)
        return Said(verb.form, speaker, False) if speaker else None
    if reading.last_word(floor, end).lower() in PASSIVE and not verb.form.endswith("ing"):
        return Said(verb.form, Speaker(start=verb.start)) if is_beside and gap.strip() else None
    speaker = _speaker(reading, floor, end, verb)
    return Said(verb.form, speaker, is_beside) if speaker else None


def _speaker(reading: Reading, floor: int, end: int, verb: Verb) -> Speaker | None:
    """Return who stands before a verb that is not passive, or whose verb it is without standing there."""
    text = reading.text
    word = reading.last_word(floor, end).lower()
    if frame := _QUOTED_AS.search(text, floor, end) or _GOES_ON.search(text, floor, end):
        return subject(reading, floor, before_adverbs(reading, floor, frame.start()), end)
    if _is_barred(reading, word, end):
        return None
    if word in ("and", "but", "or"):
        return _implied(reading, floor, end)
    if verb.form.endswith("ing"):
        if word in PASSIVE:
            return subject(reading, floor, before_adverbs(reading, floor, text.rfind(word, floor, end)), end)
        return (
            _implied(reading, floor, end)
            if word in ("by", "while", "before", "after") or text[end - 1] in ',—”"'
            else None
        )
    return _finite(reading, verb, end, subject(reading, floor, end, end))


def _is_barred(reading: Reading, word: str, end: int) -> bool:
    """Return whether the word before a verb says that nobody spoke, and is not Theresa May."""
    return end not in reading.ending and (word in BARRING or word.endswith(("n’t", "n't")))


def _finite(reading: Reading, verb: Verb, end: int, speaker: Speaker | None) -> Speaker | None:
    """Return a speaker if they can be the subject of that form: not Smith of “heard Smith say”."""
    if not speaker or speaker.person is None or verb.form not in BASE or speaker.words.lower() in PRONOUNS:
        return speaker
    return speaker if _AUXILIARY.search(reading.text, end, verb.start) else None


def _implied(reading: Reading, floor: int, end: int) -> Speaker | None:
    """Return who is the subject of the sentence: “Smith praised the bill, calling it …”."""
    heard = [(place, person) for place, person in reading.spoken if floor <= place < end]
    named = reading.between(floor, end)
    if heard and {one.person for one in named} <= {person for _, person in heard} and len(set(heard)) == 1:
        return Speaker("", heard[0][1], heard[0][0])
    if _SUBORDINATE.search(reading.text, floor, end):
        return None
    if len({one.person for one in named}) == 1 and is_subject(reading, floor, named[0]):
        start = titled(reading, floor, named[0].start)
        return Speaker(reading.text[start : named[0].end], named[0].person, start)
    first = reading.text[floor:end].split()[:1]
    if not named and first in (["He"], ["She"]):
        return Speaker(first[0], referent(reading, floor, first[0].lower()), floor)
    return None


def said_behind(reading: Reading, passage: Passage, is_in_sentence: bool) -> Said | None:
    """Return who said what ends before this: “…,” Smith said; “…,” said Smith; “…,” according to Smith."""
    text, closing = reading.text, passage.closing
    last = text[closing - 2]
    if last not in ",?!…—-" and text[closing : closing + 1] != ",":
        return None
    limit = min(reading.sentence_end(closing), closing + FARTHEST)
    for verb in islice(reading.verbs(closing, limit), 4):
        if not text[closing : verb.start].strip(" ,"):
            speaker = None if verb.form in NEVER_TURNED else following(reading, verb.end, limit)
            return Said(verb.form, speaker, is_behind=True) if speaker else None
        speaker = _speaker_behind(reading, passage, verb)
        if not speaker or text[closing : speaker.start].strip(" ,") not in ("", "as"):
            continue
        is_new = last in "?!" and speaker.words in ("He", "She", "They", "It", "I", "We")
        if (
            is_new
            or _NOT_SAID.match(text, verb.end)
            or (is_in_sentence and _GOES_FURTHER.match(text, verb.end))
        ):
            return None
        return Said(verb.form, speaker, is_behind=True)
    return None


def _speaker_behind(reading: Reading, passage: Passage, verb: Verb) -> Speaker | None:
    closing = passage.closing
    end = before_adverbs(reading, closing, verb.start)
    word = reading.last_word(closing, end).lower()
    if frame := _QUOTED_AS.search(reading.text, closing, end):
        end = before_adverbs(reading, closing, frame.start())
    elif word in PASSIVE | {"who"} or _is_barred(reading, word, end):
        return None
    return _finite(reading, verb, end, subject(reading, closing, end, passage.opening))


def said_late(reading: Reading, passage: Passage) -> Said | None:
    """Return who says at its end what a sentence quotes: The plan is “a mess of a plan” for all, Smith said."""
    text, closing = reading.text, passage.closing
    limit = reading.sentence_end(closing)
    for verb in reading.verbs(closing, limit, from_behind=True):
        if limit - verb.end > 60 or verb.form in BESIDE:
            return None
        if verb.form == "according to":
            is_apart = text[closing : verb.start].rstrip()[-1:] == ","
            speaker = following(reading, verb.end, limit) if is_apart else None
        else:
            speaker = _speaker_behind(reading, passage, verb)
            if speaker and text[closing : speaker.start].rstrip()[-1:] != ",":
                speaker = None
        return Said(verb.form, speaker, False, True) if speaker else None
    return None

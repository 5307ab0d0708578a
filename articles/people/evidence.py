"""Whether a family name that stands alone is a person's: not another word, a place, or a part of a longer name."""

from articles.people import newswords as words
from articles.people import surroundings
from articles.people.introductions import Introductions
from articles.people.parts import Part
from articles.people.seats import is_place
from articles.people.spotting import Hit
from articles.people.titling import Title, title_before

GENERATIONS = tuple(words.GENERATIONS)
MOST_GIVEN = 3


def is_name(part: Part, hit: Hit) -> bool:
    """Return whether a word that may be a family name is one here."""
    text, key = part.text, hit.entry.key
    if is_place(text, hit.end) or surroundings.is_of_family(text, hit.end):
        return False
    if key in words.PLACES and surroundings.is_where(text, hit.start):
        return False
    following = text[hit.end : hit.end + 3].lstrip()
    before = surroundings.word_before(text, hit.start).strip("(“\"'").lower()
    if key in words.MONTHS_AND_DAYS and (
        following[:1].isdigit() or before[:1].isdigit() or before in words.BEFORE_MONTH
    ):
        return False
    if key not in words.SURNAMES_THAT_ARE_WORDS:
        return True
    if following[:1].isdigit() or surroundings.is_thing(text, hit.start, hit.end):
        return False
    says_nothing = part.is_titled or part.is_in_capitals(hit) or surroundings.begins_sentence(text, hit.start)
    return (
        not says_nothing
        or title_before(text, hit.start).shows_person
        or surroundings.shows_person(text, hit.end, is_plural=key.endswith("s"))
    )


def is_inside(part: Part, hit: Hit, title: Title, introduced: Introductions) -> bool:
    """Return whether a family name is a part of another name: Trump Tower, Melania Trump, Jackson Hole.

    Someone else of the family is noted among those `introduced`.
    """
    text, says_nothing = part.text, part.is_titled or part.is_in_capitals(hit)
    if not part.is_in_capitals(hit) and surroundings.is_part_of_compound(
        text, hit.start, hit.end, introduced.people
    ):
        return True
    if surroundings.is_of_other_name(text, hit.start, hit.end):
        return True
    has_possessive, end = surroundings.behind_possessive(text, hit.end)
    if not hit.entry.key.endswith(GENERATIONS) and surroundings.generation_behind(text, end):
        introduced.add_stranger(hit.entry.key)
        return True
    following = "" if has_possessive else surroundings.word_behind(text, end)
    if following[:1].isupper() and following not in words.MAY_FOLLOW and not says_nothing:
        return True
    if title.names or says_nothing or not has_given_name(text, hit.start):
        return False
    introduced.add_stranger(hit.entry.key, titles_of_stranger(text, hit.start))
    return True


def titles_of_stranger(text: str, start: int) -> tuple[str, ...]:
    """Return the titles before the whole name whose family name begins at `start`: those of “Gov. Kate Brown”."""
    for _ in range(MOST_GIVEN):
        before = surroundings.word_before(text, start)
        if not before[:1].isupper():
            break
        start -= len(before) + 1
        if names := title_before(text, start).names:
            return names
    return ()


def has_given_name(text: str, start: int) -> bool:
    """Return whether the capitalised word before a family name makes it the name of someone else."""
    before = surroundings.word_before(text, start).lstrip("(“\"'‘")
    if not before[:1].isupper() or before[-1] in ',;:!?…”")' or before.endswith(("'s", "s'")):
        return False
    plain = before.rstrip(".")
    if (
        plain in words.BESIDE_NAMES
        or plain in words.PARTY_WORDS
        or plain in words.MONTHS_AND_DAYS
        or (before[-1] == "." and len(plain) > 3)
    ):
        return False
    return not (
        surroundings.begins_sentence(text, start - len(before) - 1)
        and (plain in words.STARTERS or plain.endswith(("ly", "ing", "ed")))
    )

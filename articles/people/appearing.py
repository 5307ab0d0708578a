"""How people appear in an article: how often and where they are named, whether it is about them, what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.people.known import Doubtful, Match, Text
from articles.people.quotations import Quoted, quotations
from articles.people.recognise import Recogniser
from articles.people.strangers import strangers
from articles.sentences import sentence_at

EARLY, OFTEN = 600, 3
"""Who is named this often, and first within so many characters of the body, is a subject of the article."""
MOST_PLACES = 50
LONGEST_SENTENCE = 1_000


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one article; `places` is written as `Mention.places` is."""

    person: int
    count: int
    is_subject: bool
    is_quoted: bool
    places: str


@dataclass(frozen=True, slots=True)
class Seen:
    """All that recognition sees in one article."""

    appearances: tuple[Appearance, ...]
    doubts: tuple[Doubtful, ...]
    quotations: tuple[Quoted, ...]
    strangers: tuple[str, ...] = ()
    """Names that look like people's and are nobody's, where these were asked for."""


def seen(text: Text, recogniser: Recogniser, *, with_strangers: bool = False) -> Seen:
    """Return how people appear in an article, in the order in which they are named first."""
    recognised = recogniser.read(text)
    in_body = [match for match in recognised.matches if match.part == "b"]
    said = tuple(quotations(text.body, in_body))
    by_person: dict[int, list[Match]] = {}
    for match in recognised.matches:
        by_person.setdefault(match.person, []).append(match)
    speakers = {quoted.person for quoted in said}
    most = max(map(len, by_person.values()), default=0)
    appearances = tuple(
        Appearance(
            person=person,
            count=len(matches),
            is_subject=is_subject(matches, most),
            is_quoted=person in speakers,
            places=written(matches),
        )
        for person, matches in by_person.items()
    )
    doubts = tuple(in_sentence(doubtful, text) for doubtful in recognised.doubts)
    unknown = strangers(text.body, in_body, recogniser.given_names) if with_strangers else []
    return Seen(appearances, doubts, said, tuple(unknown))


def in_sentence(doubtful: Doubtful, text: Text) -> Doubtful:
    """Return a doubtful name with the sentence in which it stands first."""
    sentence, place = sentence_at(text.part(doubtful.part), doubtful.start, LONGEST_SENTENCE)
    return replace(doubtful, sentence=sentence, place=place)


def is_subject(matches: Sequence[Match], most: int) -> bool:
    """Return whether an article is about a person: by its headline, or since it names the person early and often."""
    if matches[0].part == "h":
        return True
    first = 0 if matches[0].part == "s" else matches[0].start
    return first <= EARLY and len(matches) >= max(OFTEN, most / 2)


def written(matches: Sequence[Match]) -> str:
    """Return where a person is named, and by which rule: "h0-8 name, b112-120 surname"."""
    return ", ".join(f"{m.part}{m.start}-{m.end} {m.rule}" for m in matches[:MOST_PLACES])

"""What is asked in the measurements, once for all engines, and what it may take.

The words were chosen by the share of articles of the made-up corpus they stand in; every size has the same words.
"""

from dataclasses import dataclass
from datetime import date

BEST, NEWEST, FACETS, DATES, PAGE = "best", "newest", "facets", "dates", "page"
"""What is wanted: the best or newest 20 with the total; people, topics and months, or years and languages, counted;
or everything a page of results shows."""
WORDS, PHRASES, BROAD, NARROW = 40.0, 250.0, 200.0, 20.0
"""The targets in milliseconds, for a million articles in the process that asks."""
PERSON, TOPIC = "Donald Trump", "Immigration"


@dataclass(frozen=True, slots=True)
class Text:
    """The same search as a reader types it, as FTS5 and as PostgreSQL's to_tsquery understand it; "" if it can't be said."""

    ours: str
    fts5: str
    postgresql: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked."""

    name: str
    shows: str
    text: Text | None = None
    target: float | None = None
    person: str = ""
    topic: str = ""
    first: date | None = None
    last: date | None = None
    deep: bool = False
    """Whether the page begins in the middle of the list."""
    only_ours: bool = False
    grows: bool = True
    """Whether it should take much the same at any size: anything but broad counts."""


def near(one: str, other: str, distance: int) -> Text:
    """Return a search for two words at most `distance` words apart, either first.

    FTS5 counts the words between them; PostgreSQL knows one distance at a time.
    """
    pairs = [f"{a} <{far}> {b}" for far in range(1, distance + 1) for a, b in ((one, other), (other, one))]
    choices = " | ".join(f"({pair})" for pair in pairs)
    return Text(f"{one} w/{distance} {other}", f"NEAR({one} {other}, {distance - 1})", choices)


def word(text: str) -> Text:
    """Return a search for one word."""
    return Text(text, text, text)


def phrase(one: str, other: str) -> Text:
    """Return a search for two words, one right after the other."""
    return Text(f'"{one} {other}"', f'"{one} {other}"', f"{one} <-> {other}")


MOST, SOME, OTHER, FEW = word("officials"), word("subpoena"), word("filibuster"), word("vendekor")
BOTH = Text("subpoena filibuster", "subpoena filibuster", "subpoena & filibuster")
EITHER = Text("subpoena OR filibuster", "subpoena OR filibuster", "subpoena | filibuster")
NOT = Text("officials -subpoena", "officials NOT subpoena", "officials & !subpoena")
BEGINNING = Text("subp*", "subp*", "subp:*")


def each(name: str, text: Text, target: float, *, facets: float | None = None) -> list[Question]:
    """Return the questions for the best and the newest of what a text finds and, with a target for them, its facets."""
    asked = [Question(f"{name}: {shows} 20", shows, text, target) for shows in (BEST, NEWEST)]
    if facets:
        asked.append(Question(f"{name}: facets", FACETS, text, facets, grows=False))
    return asked


QUESTIONS = (
    *each("word in most articles", MOST, WORDS, facets=BROAD),
    *each("word in 15 %", SOME, WORDS, facets=BROAD),
    *each("word in 1 %", FEW, WORDS, facets=NARROW),
    *each("two words", BOTH, WORDS),
    *each("word OR word", EITHER, WORDS),
    *each("word -word", NOT, WORDS),
    *each("beginning of words", BEGINNING, WORDS),
    *each("phrase in most articles", phrase("set", "aside"), PHRASES),
    *each("rare phrase", phrase("private", "trains"), PHRASES),
    *each("near, in most articles", near("already", "aside", 5), PHRASES),
    *each("near, of two frequent words", near("house", "budget", 5), PHRASES),
    Question("person: newest 20", NEWEST, target=WORDS, person=PERSON),
    Question(
        "person, topic, dates, word: newest 20", NEWEST, MOST, WORDS,
        person=PERSON, topic=TOPIC, first=date(2016, 1, 1), last=date(2018, 6, 30),
    ),
    Question("everything: newest 20", NEWEST, target=WORDS),
    Question("everything: 20 from the middle on", NEWEST, target=WORDS, deep=True),
    Question("everything: facets", FACETS, grows=False),
    Question("word in most articles: 20 from the middle on", NEWEST, MOST, WORDS, deep=True),
    Question("word in most articles: years, languages", DATES, MOST, BROAD, only_ours=True, grows=False),
    Question("word in most articles: a page's all", PAGE, MOST, only_ours=True, grows=False),
    Question("word in 1 %: a page's all", PAGE, FEW, only_ours=True, grows=False),
)  # fmt: skip

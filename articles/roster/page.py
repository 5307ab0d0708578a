"""What the page of a list of names shows: whom they stand for, and a table of people by years or months."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import isqrt

from django.urls import reverse

from articles.authority import Name
from articles.calendars import level
from articles.charts import share_of
from articles.daybook import archive_counts
from articles.directory import highest_standings
from articles.roster.asked import RosterAsked
from articles.roster.columns import MOST_COLUMNS, Column, Span, span_of
from articles.roster.resolving import Answer, resolved
from articles.roster.ways import Question, questions_of
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions

FINE = 1_000_000
"""Levels go by the square root, so that one who is in every article leaves the others their shades; in so small steps."""
Counts = dict[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many articles of a time name someone, what share of all that is, how strong its shade is, and where they are."""

    count: int
    share: float | None
    level: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """Someone with the names that were given, the articles of each time and all together."""

    person: Name
    given: tuple[str, ...]
    cells: tuple[Cell, ...]
    total: Cell
    remark: str = ""


@dataclass(frozen=True)
class Roster:
    """A list of names, looked up: six queries at most, and one moment of the index, however many names."""

    asked: RosterAsked
    snapshot: Snapshot

    @cached_property
    def answers(self) -> list[Answer]:
        """Whom each name stands for, in the order in which they were given."""
        return resolved(self.asked.lines) if self.asked.lines else []

    @cached_property
    def ambiguous(self) -> list[Question]:
        """The names that stand for several people, each once."""
        return self.questions("ambiguous")

    @cached_property
    def doubtful(self) -> list[Question]:
        """The names whose title or seat is that of nobody who bears them, each once."""
        return self.questions("doubtful")

    @cached_property
    def unknown(self) -> list[Question]:
        """The names that nobody bears, each once, those first of which others are near."""
        return sorted(self.questions("unknown"), key=lambda question: not question.choices)

    def questions(self, status: str) -> list[Question]:
        """Return the names of one status, each once."""
        answers = (answer for answer in self.answers if answer.status == status)
        return questions_of(self.asked, answers, self.standings)

    @property
    def tally(self) -> Counter[str]:
        """How many of the names are known, ambiguous, doubtful and unknown."""
        return Counter(answer.status for answer in self.answers)

    @cached_property
    def people(self) -> dict[Name, tuple[str, ...]]:
        """Those the names stand for, in order, with the names that were given for each."""
        people: dict[Name, dict[str, None]] = defaultdict(dict)
        for answer in self.answers:
            if answer.person:
                people[answer.person][answer.line.given] = None
        return {person: tuple(given) for person, given in people.items()}

    @cached_property
    def remarks(self) -> dict[Name, str]:
        """What is to be said of the titles with which people were given."""
        return {answer.person: answer.remark for answer in self.answers if answer.person and answer.remark}

    @cached_property
    def standings(self) -> dict[int, str]:
        """What everyone on the page was at the height: one query."""
        offered = {person.id for answer in self.answers for person in answer.offered}
        return highest_standings(offered | {person.id for person in self.people}, self.snapshot)

    @cached_property
    def span(self) -> Span:
        """The years or months that are shown."""
        return span_of(self.asked, archive_counts(self.snapshot, self.asked.unit))

    @cached_property
    def archive(self) -> Counts:
        """How many articles the whole archive has of each time shown."""
        return self.snapshot.counts(self.conditions(), self.size)[self.asked.unit]

    @cached_property
    def counts(self) -> dict[Name, Counts]:
        """How many articles of each time name each person. Not kept for others: 500 people would drive out what is."""
        return {
            person: self.snapshot.counted(self.conditions(person), self.size)[1][self.asked.unit]
            for person in self.people
        }

    @property
    def size(self) -> dict[str, int]:
        """How many times are counted at most."""
        return {self.asked.unit: MOST_COLUMNS}

    def conditions(self, person: Name | None = None) -> Conditions:
        """Return what the index is asked: the articles of the time shown, those that name a person or all."""
        return Conditions(
            having=(("person", frozenset({person.id})),) if person else (),
            first_day=None if self.is_of_all_time else self.span.first_day,
            last_day=None if self.is_of_all_time else self.span.last_day,
            impossible=not self.span.columns,
        )

    @property
    def is_of_all_time(self) -> bool:
        """Whether the time shown is that of the whole archive."""
        return not (self.asked.first or self.asked.last or self.span.is_cut)

    @cached_property
    def whole(self) -> list[tuple[Column, int]]:
        """The columns, each with how many articles the whole archive has of its time."""
        return [(column, self.archive.get(column.number, 0)) for column in self.span.columns]

    @property
    def total(self) -> int:
        """How many articles the whole archive has of the time shown."""
        return sum(count for _, count in self.whole)

    @cached_property
    def rows(self) -> list[Row]:
        """The people with their articles, in the order in which they were named."""
        return [self.row_of(person, given) for person, given in self.people.items()]

    def row_of(self, person: Name, given: tuple[str, ...]) -> Row:
        """Return someone's line of the table."""
        counts, address = self.counts[person], f"{reverse('search')}?person={person.slug}"
        total = sum(counts.values())
        cells = tuple(
            self.cell_of(counts.get(column.number, 0), whole, f"{address}&{query}")
            for (column, whole), query in zip(self.whole, self.queries, strict=True)
        )
        told = tuple(name for name in given if name != person.name)
        whole = Cell(total, share_of(total, self.total), 0, self.all_of(address))
        return Row(person, told, cells, whole, self.remarks.get(person, ""))

    @cached_property
    def queries(self) -> list[str]:
        """The parameters of each column: written once, not once a row."""
        return [column.query for column in self.span.columns]

    def all_of(self, address: str) -> str:
        """Return the address of someone's articles of the time shown, which may be all time."""
        return address if self.is_of_all_time else f"{address}&{self.span.query}"

    def cell_of(self, count: int, whole: int, url: str) -> Cell:
        """Return what a place of the table shows."""
        return Cell(count, share_of(count, whole), self.level_of(count, whole), url)

    def level_of(self, count: int, whole: int) -> int:
        """Return how strong the shade of a place is: 0 for nothing, 1 to 5 up to the fullest of the table."""
        return level(isqrt(self.measured(count, whole)), isqrt(self.most))

    def measured(self, count: int, whole: int) -> int:
        """Return what is compared: the count or, where shares are shown, that."""
        return FINE * count // (max(whole, 1) if self.asked.by_share else 1)

    @cached_property
    def most(self) -> int:
        """What the fullest place of the table measures."""
        return max(
            (
                self.measured(counts.get(column.number, 0), whole)
                for counts in self.counts.values()
                for column, whole in self.whole
            ),
            default=0,
        )

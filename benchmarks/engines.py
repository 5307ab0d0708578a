"""What every engine that is measured promises, and how a question is put to those that speak SQL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from articles.models import Article, Person, Topic
from articles.search.schema import sort_key
from benchmarks.questions import Question

SIZE = 20
SHOWN = 10
"""How many people and topics are counted out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many articles were found, and how many rows or counts were brought back."""

    total: int
    rows: int


Ask = Callable[[], Answer]


class Engine:
    """Compiles each question once into a function that is then called for every round.

    `bytes` is what the engine keeps on disk of its own. `ask` returns None for what the engine can't be asked.
    """

    name = ""
    bytes = 0

    def ask(self, question: Question) -> Ask | None:
        """Return a function that asks the question and forgets the answer but for its size."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of what was opened."""


class TooLong(Exception):
    """An engine gave up."""


@dataclass(frozen=True, slots=True)
class Middle:
    """The article in the middle of the archive, in order of date: its sort key and its place from the oldest on."""

    key: int
    place: int

    @classmethod
    def of_archive(cls) -> "Middle":
        """Return the middle of the archive that is open."""
        place = Article.objects.count() // 2
        ordered = Article.objects.order_by("published_on", "published_at", "id")
        day, at, identity = ordered.values_list("published_on", "published_at", "id")[place - 1]
        return cls(sort_key(day, at, identity), place)


def month_of(day: date) -> int:
    """Return the month as the engines keep it."""
    return day.year * 12 + day.month - 1


def ids_of(question: Question) -> list[tuple[str, str, int]]:
    """Return the side tables to look in, with column and id, for the person and topic that are asked for."""
    asked = []
    if question.person:
        asked.append(("mention", "person", Person.objects.get(name=question.person).pk))
    if question.topic:
        asked.append(("subject", "topic", Topic.objects.get(name=question.topic).pk))
    return asked


def facets_sql(hits: str, months: str) -> str:
    """Return a statement that counts people, topics and months of `hits`, a query for `doc`; `months` yields `month`."""
    tops = [
        f"SELECT * FROM (SELECT '{column}' AS facet, {column} AS value, count(*) AS articles"
        f" FROM hit JOIN {table} ON {table}.doc = hit.doc GROUP BY {column} ORDER BY articles DESC LIMIT {SHOWN + 1}) AS {table}s"
        for table, column in (("mention", "person"), ("subject", "topic"))
    ]
    by_month = f"SELECT 'month', month, count(*) FROM {months} GROUP BY month"
    return f"WITH hit AS MATERIALIZED ({hits}) {' UNION ALL '.join([*tops, by_month])}"


def answer_of(counted: Iterable[tuple[str, int, int]]) -> Answer:
    """Return what the rows of `facets_sql` say; the months together are the total."""
    rows = list(counted)
    return Answer(sum(count for facet, _, count in rows if facet == "month"), len(rows))

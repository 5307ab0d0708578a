"""What a list asks of the index: a text, values to have and to lack, dates, states."""

from dataclasses import dataclass
from datetime import date

from tantivy import Query

from articles.search.clauses import unscored
from articles.search.compiling import compiled, days, number_range, without
from articles.search.forms import Vocabulary
from articles.search.schema import PUBLISHED, SCHEMA, STATUSES, day_of, month_of
from articles.search.tree import Node


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which articles are asked for. Of each group of `having`, one id at least must be there; of `lacking`, none."""

    tree: Node | None = None
    having: tuple[tuple[str, frozenset[int]], ...] = ()
    lacking: tuple[tuple[str, frozenset[int]], ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    statuses: frozenset[int] = frozenset({PUBLISHED})
    upto: int = 0
    """The highest id asked for; 0 if that does not matter."""
    impossible: bool = False


def to_query(conditions: Conditions, vocabulary: Vocabulary) -> Query:
    """Return the conditions as the index's own query. Only the text counts for relevance."""
    if conditions.impossible:
        return Query.empty_query()
    wanted = [among(name, ids) for name, ids in conditions.having]
    if conditions.first_day or conditions.last_day:
        wanted.append(unscored(days(conditions.first_day, conditions.last_day)))
    if conditions.upto:
        wanted.append(unscored(number_range("id", 1, conditions.upto)))
    if conditions.tree:
        wanted.append(compiled(conditions.tree, vocabulary))
    unwanted = [Query.term_set_query(SCHEMA, name, sorted(ids)) for name, ids in conditions.lacking]
    statuses = frozenset(range(len(STATUSES))) - conditions.statuses
    if wanted:  # the few that are not published are sooner left out than the many that are gone through
        unwanted.append(Query.term_set_query(SCHEMA, "status", sorted(statuses)))
    else:
        wanted.append(among("status", conditions.statuses))
    return without(wanted, unwanted)


def last_month(conditions: Conditions, beyond: int | None) -> int | None:
    """Return the month after which nothing is asked for, None if there is none."""
    days = [day for day in (conditions.last_day, day_at(beyond)) if day]
    return month_of(min(days)) if days else None


def first_month(conditions: Conditions, beyond: int | None) -> int | None:
    """Return the month before which nothing is asked for, None if there is none."""
    days = [day for day in (conditions.first_day, day_at(beyond)) if day]
    return month_of(max(days)) if days else None


def day_at(beyond: int | None) -> date | None:
    """Return the day of a place in a list; None for a key that a reader wrote and no article can have."""
    try:
        return day_of(beyond) if beyond else None
    except (ValueError, OverflowError):
        return None


def among(field: str, numbers: frozenset[int]) -> Query:
    """Return a query for the articles that have one of these numbers in a field."""
    if len(numbers) == 1:  # a set, even of one, is looked for in the whole list of the field's numbers
        return unscored(Query.term_query(SCHEMA, field, next(iter(numbers)), "basic"))
    return unscored(Query.term_set_query(SCHEMA, field, sorted(numbers)))

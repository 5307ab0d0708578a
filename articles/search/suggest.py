"""Asking the index while someone types: records by the words of their names, articles by those of their headlines."""

import re
from dataclasses import dataclass
from datetime import date

from tantivy import Order, Query

from articles.search.ask import Snapshot
from articles.search.beginnings import MARKED
from articles.search.clauses import either, every
from articles.search.compiling import without
from articles.search.languages import words as words_in
from articles.search.names import record_of, sign_of
from articles.search.schema import PUBLISHED, SCHEMA, STATUSES

MOST_WORDS = 12
MOST_WEIGHED = 200
"""So many names that weigh most by what the index noted are put in order by what it counts now."""
SHORTEST_BEGINNING = 2
"""Fewer letters begin too many words of headlines."""
ENOUGH_ARTICLES = 20_000
AHEAD = 2
"""Years: nothing is dated later in earnest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record whose name fits. `articles` may count some that were changed since."""

    kind: str
    id: int
    articles: int


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words typed as the index has them; none if they are more than a name or a headline has."""
    words = tuple(words_in(typed))
    return words if len(words) <= MOST_WORDS else ()


def names_like(
    snapshot: Snapshot, words: tuple[str, ...], kinds: tuple[str, ...], size: int
) -> list[Candidate]:
    """Return up to `size` records of some kinds: those with a name that begins so first, then those with most articles."""
    signs = [sign_of(kind) for kind in kinds]
    found = ranked(snapshot, either([opening(words, sign) for sign in signs]), size)
    if len(found) < size:
        others = ranked(snapshot, either([having(words, sign) for sign in signs]), size + len(found))
        found += [candidate for candidate in others if candidate not in found]
    return found[:size]


def ranked(snapshot: Snapshot, query: Query, size: int) -> list[Candidate]:
    """Return the records that are in most articles."""
    searcher = snapshot.searcher
    found = searcher.search(query, limit=MOST_WEIGHED, count=False, order_by_field="weight", order=Order.Desc)
    numbers = searcher.fast_field_values("id", [address for _, address in found.hits])
    weighed = [
        Candidate(*record_of(int(number)), snapshot.coverage(int(number))) for number in numbers if number
    ]
    return sorted(weighed, key=lambda candidate: (-candidate.articles, candidate.id))[:size]


def opening(words: tuple[str, ...], sign: str) -> Query:
    """Return a query for names that begin with what was typed."""
    return begun("opening", "opening", sign + " ".join(words))


def having(words: tuple[str, ...], sign: str) -> Query:
    """Return a query for names that have all words, and one that begins with the last."""
    *whole, last = (sign + word for word in words)
    return every([term("name", word) for word in whole] + [begun("name", "name", last)])


def begun(field: str, marked: str, letters: str) -> Query:
    """Return a query for words of `field` that begin so: by their mark in `marked` where they have one."""
    if len(letters) <= MARKED:
        return term(marked, f"{letters}*")
    return Query.regex_query(SCHEMA, field, f"{re.escape(letters)}.*")


def term(field: str, word: str) -> Query:
    """Return a query for one word of the index."""
    return Query.term_query(SCHEMA, field, word, "basic")


def headlines_like(snapshot: Snapshot, words: tuple[str, ...], size: int) -> list[int]:
    """Return the sort keys of the newest published articles with all words in the headline, the last as a beginning."""
    *whole, last = words
    if len(last) < SHORTEST_BEGINNING:
        return []
    asked = [term("headline", word) for word in whole] + [begun("headline", "beginning", last)]
    recent = newest(snapshot, [*asked, Query.term_set_query(SCHEMA, "year", latest_years(snapshot))], size)
    return recent if len(recent) == size else newest(snapshot, asked, size)


def latest_years(snapshot: Snapshot) -> list[int]:
    """Return the last years that have some thousands of articles: what is common is found there, and soon."""
    years, articles = [], 0
    for year in range(date.today().year + AHEAD, 0, -1):
        if articles >= ENOUGH_ARTICLES:
            break
        years.append(year)
        articles += snapshot.searcher.doc_freq("year", year)
    return years


def newest(snapshot: Snapshot, asked: list[Query], size: int) -> list[int]:
    """Return the sort keys of the newest published articles of which all that is asked is true."""
    others = [number for number in range(len(STATUSES)) if number != PUBLISHED]
    query = without(asked, [Query.term_set_query(SCHEMA, "status", others)])
    found = snapshot.searcher.search(query, limit=size, count=False, order_by_field="key", order=Order.Desc)
    return [int(key) for key, _ in found.hits]

"""Asking the index: which articles, how many, in which order, counted by what."""

from dataclasses import dataclass, field
from datetime import date

import tantivy
from tantivy import FieldType, Occur, Order, Query

from articles.search.position import Position
from articles.search.query import Term, TextQuery
from articles.search.schema import ANALYSER, POSITION_ID, PUBLISHED, SCHEMA, TEXT_FIELDS, first_key

MOST_BUCKETS = 60_000
MOST_TALLIES = 200

Tally = tuple[int, dict[str, dict[int, int]]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which articles are asked for. Of each group of `having`, one id at least must be there; of `lacking`, none."""

    text: TextQuery = TextQuery()
    having: tuple[tuple[str, frozenset[int]], ...] = ()
    lacking: tuple[tuple[str, frozenset[int]], ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    statuses: frozenset[int] = frozenset({PUBLISHED})
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index at one moment: whatever one page asks of it agrees."""

    searcher: tantivy.Searcher
    position: Position | None = field(default=None)
    tallies: dict[tuple[object, ...], Tally] = field(default_factory=dict, compare=False, repr=False)
    """What was counted before: the pages of one list need to count only once while the index stays the same."""

    def total(self, conditions: Conditions) -> int:
        """Return the number of articles, exactly."""
        return self.tally(conditions, {})[0]

    def keys(
        self, conditions: Conditions, *, size: int, newest: bool = True, beyond: int | None = None
    ) -> list[int]:
        """Return the sort keys of the first `size` articles in order of date, of those beyond the key `beyond`."""
        query = to_query(conditions)
        if beyond is not None:
            query = both(query, key_range(last=beyond - 1) if newest else key_range(first=beyond + 1))
        order = Order.Desc if newest else Order.Asc
        found = self.searcher.search(query, limit=size, count=False, order_by_field="key", order=order)
        return [key for key, _ in found.hits]

    def best(self, conditions: Conditions, *, size: int, skip: int = 0) -> list[int]:
        """Return the sort keys of the articles that fit the text best, from rank `skip` on."""
        found = self.searcher.search(to_query(conditions), limit=size, count=False, offset=skip)
        keys = self.searcher.fast_field_values("key", [address for _, address in found.hits])
        return [int(key) for key in keys if key is not None]

    def counts(self, conditions: Conditions, sizes: dict[str, int]) -> dict[str, dict[int, int]]:
        """Return for each field its commonest values with the number of articles of each, the commonest first."""
        return self.tally(conditions, sizes)[1]

    def tally(self, conditions: Conditions, sizes: dict[str, int]) -> Tally:
        """Return the number of articles and the counts of `counts`, in one look."""
        asked = (conditions, *sizes.items())
        if asked not in self.tallies:
            if len(self.tallies) >= MOST_TALLIES:
                self.tallies.clear()
            self.tallies[asked] = self.counted(conditions, sizes)
        return self.tallies[asked]

    def counted(self, conditions: Conditions, sizes: dict[str, int]) -> Tally:
        """Return what `tally` does, counted now."""
        wanted: dict[str, dict[str, dict[str, object]]] = {
            name: {"terms": {"field": name, "size": size, "segment_size": MOST_BUCKETS}}
            for name, size in sizes.items()
        }
        found = self.searcher.aggregate(
            to_query(conditions), wanted | {"total": {"value_count": {"field": "id"}}}
        )
        counts = {
            name: {int(bucket["key"]): bucket["doc_count"] for bucket in found[name]["buckets"]}
            for name in sizes
        }
        return int(found["total"]["value"]), counts

    def checksums(self, first: int, last: int) -> dict[int, int]:
        """Return the checksum of each article whose id lies between `first` and `last`, both included."""
        query = Query.range_query(SCHEMA, "id", FieldType.Unsigned, max(first, POSITION_ID + 1), last)
        addresses = [
            address
            for _, address in self.searcher.search(
                query, limit=max(1, min(last - first + 1, self.searcher.num_docs)), count=False
            ).hits
        ]
        ids = self.searcher.fast_field_values("id", addresses)
        checksums = self.searcher.fast_field_values("checksum", addresses)
        return {
            int(identity): int(checksum)
            for identity, checksum in zip(ids, checksums, strict=True)
            if identity and checksum is not None
        }

    def size(self) -> int:
        """Return the number of articles in the index, whatever their status."""
        return self.searcher.num_docs - (self.position is not None)


def position_in(searcher: tantivy.Searcher) -> Position | None:
    """Return the position kept in the index, None if it was never filled."""
    found = searcher.search(Query.term_query(SCHEMA, "id", POSITION_ID), limit=1, count=False)
    if not found.hits:
        return None
    kept = searcher.doc(found.hits[0][1]).get_first("position")
    return Position.from_bytes(bytes(kept)) if kept else None


def to_query(conditions: Conditions) -> Query:
    """Return the conditions as the index's own query. Only the text counts for relevance."""
    if conditions.impossible:
        return Query.empty_query()
    clauses = [(Occur.Must, unscored(Query.term_set_query(SCHEMA, "status", sorted(conditions.statuses))))]
    clauses += [
        (Occur.Must, unscored(Query.term_set_query(SCHEMA, name, sorted(ids))))
        for name, ids in conditions.having
    ]
    clauses += [
        (Occur.MustNot, Query.term_set_query(SCHEMA, name, sorted(ids))) for name, ids in conditions.lacking
    ]
    if conditions.first_day or conditions.last_day:
        clauses.append((Occur.Must, unscored(days(conditions.first_day, conditions.last_day))))
    clauses += [
        (Occur.Must if term.wanted else Occur.MustNot, term_query(term)) for term in conditions.text.terms
    ]
    return Query.boolean_query(clauses)


def days(first: date | None, last: date | None) -> Query:
    """Return a query for the articles dated from `first` to `last`, both included."""
    low = first_key(first) if first else 0
    high = first_key(date.fromordinal(last.toordinal() + 1)) - 1 if last else (1 << 64) - 1
    return key_range(low, high) if low <= high else Query.empty_query()


def key_range(first: int = 0, last: int = (1 << 64) - 1) -> Query:
    """Return a query for the articles whose sort key lies between `first` and `last`, both included."""
    return Query.range_query(SCHEMA, "key", FieldType.Unsigned, first, last)


def term_query(term: Term) -> Query:
    """Return a query for a word or phrase in any text field, weighed by the field."""
    words = ANALYSER.analyze(term.text)
    if not words:  # longer than any word in the index
        return Query.empty_query()
    return Query.disjunction_max_query(
        [Query.boost_query(in_field(name, words), weight) for name, weight in TEXT_FIELDS.items()], 0.1
    )


def in_field(name: str, words: list[str]) -> Query:
    """Return a query for these terms, next to each other, in one field."""
    if len(words) == 1:
        return Query.term_query(SCHEMA, name, words[0])
    return Query.phrase_query(SCHEMA, name, [*words])


def both(one: Query, other: Query) -> Query:
    """Return a query for what both find."""
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, unscored(other))])


def unscored(query: Query) -> Query:
    """Return the query without weight in the order of relevance."""
    return Query.const_score_query(query, 0.0)

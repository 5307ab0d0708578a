"""Asking the index: which articles, how many, in which order, counted by what."""

from dataclasses import dataclass, field
from functools import cached_property

import tantivy
from tantivy import FieldType, Order, Query

from articles.search.clauses import every, unscored
from articles.search.compiling import key_range
from articles.search.conditions import Conditions, first_month, last_month, to_query
from articles.search.forms import Vocabulary
from articles.search.names import KINDS, record_of
from articles.search.position import Position
from articles.search.schema import POSITION_ID, SCHEMA, STATUSES
from articles.search.windows import windows

MOST_BUCKETS = 60_000
MOST_TALLIES = 200

Tally = tuple[int, dict[str, dict[int, int]]]


@dataclass(frozen=True)
class Snapshot:
    """The index at one moment: whatever one page asks of it agrees."""

    searcher: tantivy.Searcher
    position: Position | None = field(default=None)
    tallies: dict[tuple[object, ...], Tally] = field(default_factory=dict, compare=False, repr=False)
    """What was counted before: the pages of one list need to count only once while the index stays the same."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of this index; what was looked up in it is kept."""
        return Vocabulary(self.searcher, self.size())

    def query(self, conditions: Conditions) -> Query:
        """Return the conditions as this index understands them."""
        return to_query(conditions, self.vocabulary)

    def total(self, conditions: Conditions) -> int:
        """Return the number of articles, exactly."""
        return self.tally(conditions, {})[0]

    def keys(
        self, conditions: Conditions, *, size: int, newest: bool = True, beyond: int | None = None
    ) -> list[int]:
        """Return the sort keys of the first `size` articles in order of date, of those beyond the key `beyond`."""
        query = self.query(conditions)
        if beyond is not None:
            rest = key_range(last=beyond - 1) if newest else key_range(first=beyond + 1)
            query = every([query, unscored(rest)])
        start = last_month(conditions, beyond) if newest else first_month(conditions, beyond)
        for window in windows(self.months, newest=newest, start=start):
            keys = self.in_order(every([query, window]), size, newest)
            if len(keys) == size:
                return keys
        return self.in_order(query, size, newest)

    def in_order(self, query: Query, size: int, newest: bool) -> list[int]:
        """Return the sort keys of the first `size` articles that a query finds, in order of date."""
        order = Order.Desc if newest else Order.Asc
        found = self.searcher.search(query, limit=size, count=False, order_by_field="key", order=order)
        return [key for key, _ in found.hits]

    @cached_property
    def highest_id(self) -> int:
        """The highest id of an article."""
        query = Query.exists_query("key")
        found = self.searcher.search(query, limit=1, count=False, order_by_field="id", order=Order.Desc)
        return int(found.hits[0][0]) if found.hits else 0

    @cached_property
    def months(self) -> dict[int, int]:
        """How many articles each month has, whatever their status."""
        everything = Conditions(statuses=frozenset(range(len(STATUSES))))
        return self.counts(everything, {"month": MOST_BUCKETS})["month"]

    def best(self, conditions: Conditions, *, size: int, skip: int = 0) -> list[int]:
        """Return the sort keys of the articles that fit the text best, from rank `skip` on.

        All have to be weighed for that, so they are counted on the way.
        """
        found = self.searcher.search(self.query(conditions), limit=size, count=True, offset=skip)
        self.keep((conditions,), (int(found.count or 0), {}))  # type: ignore[attr-defined]
        keys = self.searcher.fast_field_values("key", [address for _, address in found.hits])
        return [int(key) for key in keys if key is not None]

    def counts(self, conditions: Conditions, sizes: dict[str, int]) -> dict[str, dict[int, int]]:
        """Return for each field its commonest values with the number of articles of each, the commonest first."""
        return self.tally(conditions, sizes)[1]

    def tally(self, conditions: Conditions, sizes: dict[str, int]) -> Tally:
        """Return the number of articles and the counts of `counts`, in one look."""
        asked = (conditions, *sizes.items())
        known = self.tallies.get(asked)
        if known is None:
            known = self.counted(conditions, sizes)
            self.keep(asked, known)
        return known

    def keep(self, asked: tuple[object, ...], tally: Tally) -> None:
        """Keep what was counted for the next who asks."""
        if len(self.tallies) >= MOST_TALLIES:
            self.tallies.clear()
        self.tallies[asked] = tally

    def counted(self, conditions: Conditions, sizes: dict[str, int]) -> Tally:
        """Return what `tally` does, counted now."""
        wanted: dict[str, dict[str, dict[str, object]]] = {
            name: {"terms": {"field": name, "size": size, "segment_size": MOST_BUCKETS}}
            for name, size in sizes.items()
        }
        found = self.searcher.aggregate(
            self.query(conditions), wanted | {"total": {"value_count": {"field": "id"}}}
        )
        counts = {
            name: {int(bucket["key"]): bucket["doc_count"] for bucket in found[name]["buckets"]}
            for name in sizes
        }
        return int(found["total"]["value"]), counts

    def crossed(
        self, conditions: Conditions, rows: tuple[str, int], columns: tuple[str, int]
    ) -> dict[int, dict[int, int]]:
        """Return for the commonest values of one field how many articles have each of the commonest of another.

        Fields are given with how many values of them are wanted at most.
        """
        inner, outer = (
            {"terms": {"field": name, "size": size, "segment_size": MOST_BUCKETS}}
            for name, size in (columns, rows)
        )
        found = self.searcher.aggregate(
            self.query(conditions), {"rows": outer | {"aggs": {"columns": inner}}}
        )
        return {
            int(row["key"]): {int(cell["key"]): cell["doc_count"] for cell in row["columns"]["buckets"]}
            for row in found["rows"]["buckets"]
        }

    def checksums(self, first: int, last: int) -> dict[int, int]:
        """Return the checksum of each article or name whose number lies between `first` and `last`, both included."""
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
        return self.searcher.num_docs - self.names - (self.position is not None)

    @cached_property
    def names(self) -> int:
        """The number of people, topics and other records whose names are in the index."""
        every_kind = Query.term_set_query(SCHEMA, "kind", list(range(len(KINDS))))
        found = self.searcher.aggregate(every_kind, {"names": {"value_count": {"field": "id"}}})
        return int(found["names"]["value"])

    def coverage(self, number: int) -> int:
        """Return in how many articles the record of a name is: some too many, those that were changed since among them."""
        return int(self.searcher.doc_freq(*record_of(number)))


def position_in(searcher: tantivy.Searcher) -> Position | None:
    """Return the position kept in the index, None if it was never filled."""
    found = searcher.search(Query.term_query(SCHEMA, "id", POSITION_ID), limit=1, count=False)
    if not found.hits:
        return None
    kept = searcher.doc(found.hits[0][1]).get_first("position")
    return Position.from_bytes(bytes(kept)) if kept else None

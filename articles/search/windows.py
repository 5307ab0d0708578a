"""Where to look first for the newest or oldest of many articles: in the months they are most likely to stand in.

To put in order all that a common word finds takes as long as the archive is large. The first page of it stands in the
latest months nearly always, and these say themselves whether they hold enough.
"""

from collections.abc import Iterator, Mapping

from tantivy import Query

from articles.search.clauses import unscored
from articles.search.schema import SCHEMA

LARGE = 50_000
"""Articles below which all of them are looked at at once."""
ENOUGH = (2_000, 60_000)
"""Articles that the months hold together which are looked at first, and then."""


def windows(months: Mapping[int, int], *, newest: bool, start: int | None) -> Iterator[Query]:
    """Yield queries for ever more months from `start` on, in the list's direction, but never for all there are.

    `months` counts every article of the index, whatever its status, by its month.
    """
    if sum(months.values()) < LARGE:
        return
    beyond = [month for month in months if start is None or (month <= start if newest else month >= start)]
    ordered = sorted(beyond, reverse=newest)
    for enough in ENOUGH:
        reached, taken = 0, 0
        while taken < len(ordered) and reached < enough:
            reached += months[ordered[taken]]
            taken += 1
        if taken == len(ordered):
            return
        yield unscored(Query.term_set_query(SCHEMA, "month", ordered[:taken]))

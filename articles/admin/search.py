"""The list of articles is found by the search index, whatever their status: by text and by filters."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles import indexing
from articles.admin.datefilter import span_of
from articles.admin.paginator import MOST
from articles.admin.parameters import is_number
from articles.naming.readings import Understood, understood
from articles.search.conditions import Conditions
from articles.search.index import IndexBroken, IndexBusy
from articles.search.query import parse
from articles.search.schema import STATUSES, id_of

MOST_FOUND = 500
"""Articles that a text finds, the best. A filter finds MOST + 1, so that the list can say there are more."""

FILTERS = ("person", "topic", "publication", "section")
ALL_STATUSES = frozenset(range(len(STATUSES)))
EVERYTHING = Conditions(statuses=ALL_STATUSES)
NOT_READY = (indexing.IndexNotReady, IndexBroken, IndexBusy)


@dataclass(frozen=True, slots=True)
class Search:
    """What an address asks of the index."""

    conditions: Conditions
    text: Understood

    @classmethod
    def read(cls, parameters: Mapping[str, str], text: str) -> "Search":
        """Return what `text` and the filters ask for; a value that is none asks for nothing."""
        span = span_of(parameters.get("date", ""))
        status = parameters.get("status", "")
        named = {name: value for name in FILTERS if is_number(value := parameters.get(name, ""))}
        asked = understood(parse(text))
        conditions = Conditions(
            tree=asked.tree,
            having=tuple((name, frozenset({int(value)})) for name, value in named.items()),
            first_day=span[0] if span else None,
            last_day=span[1] if span else None,
            statuses=frozenset({STATUSES.index(status)}) if status in STATUSES else ALL_STATUSES,
            impossible=bool(text.strip()) and asked.tree is None,
        )
        return cls(conditions, asked)

    @property
    def asks_for_everything(self) -> bool:
        """Return whether nothing is asked that would leave an article out."""
        return self.conditions == EVERYTHING

    def ids(self) -> list[int]:
        """Return the ids found: those that fit a text best, else the newest. Raise one of NOT_READY."""
        snapshot = indexing.snapshot()
        if self.conditions.tree:
            return [id_of(key) for key in snapshot.best(self.conditions, size=MOST_FOUND)]
        return [id_of(key) for key in snapshot.keys(self.conditions, size=MOST + 1)]

    def problems(self) -> list[str]:
        """Return what is to be said about the answer."""
        problems = list(self.text.problems)
        if self.asks_for_everything:
            return problems
        try:
            total = indexing.snapshot().total(self.conditions)
        except NOT_READY:
            return ["The search index is being made: text and filters find nothing until it is ready."]
        if self.conditions.tree and total > MOST_FOUND:
            problems.append(
                f"{total:,} articles match. These are the {MOST_FOUND} that fit best, the newest first."
            )
        return problems

"""Every list of articles: its filters, its text, its order and its place, read from a URL and written back to one."""

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from articles.authority import Name, resolved
from articles.facets import FACET_NAMES
from articles.filters import Filters
from articles.naming.readings import Understood, understood
from articles.parameters import Cursor, Parameters, Reader, first_day_of, last_day_of
from articles.search.conditions import Conditions
from articles.search.query import parse
from articles.search.tree import TextQuery


@dataclass(frozen=True)
class Listing:
    """One list of articles. Frozen: each of its links is another Listing's URL."""

    q: str = ""
    filters: Filters = field(default_factory=Filters)
    first: str = ""
    last: str = ""
    sort: str = "newest"
    cursor: Cursor | None = None
    path: str = ""
    """The page the list stands on, if that is not the search page."""
    fixed: frozenset[tuple[str, str]] = frozenset()
    """The parameters that the page's own address stands for."""
    problems: tuple[str, ...] = ()
    known: tuple[Name, ...] = ()
    """Records that a filter names and that were looked up already."""

    @classmethod
    def read(
        cls, parameters: Parameters, *, path: str = "", known: tuple[Name, ...] = (), **fixed: str
    ) -> "Listing":
        """Return the listing that a URL asks for; what is not understood is said in `problems`.

        `fixed` are the filters that the page's own address stands for: person="jeff-sessions".
        """
        reader = Reader(parameters)
        filters = Filters.read(reader, fixed)
        q = reader.last("q")
        sort = reader.sort(has_text=bool(q))
        first, last = reader.days(fixed.get("from", ""), fixed.get("to", ""))
        return cls(
            q=q,
            filters=filters,
            first=first,
            last=last,
            sort=sort,
            cursor=reader.cursor(sort),
            path=path,
            fixed=frozenset(fixed.items()),
            problems=tuple(reader.problems),
            known=known,
        )

    def parameters(self) -> list[tuple[str, str]]:
        """Return the listing as parameters, always in the same order, without what goes without saying."""
        pairs = [("q", self.q)] if self.q else []
        pairs += self.filters.pairs()
        pairs += [(name, value) for name, value in (("from", self.first), ("to", self.last)) if value]
        if self.sort != ("relevance" if self.q else "newest"):
            pairs.append(("sort", self.sort))
        if self.cursor:
            pairs.append(("cursor", str(self.cursor)))
        return pairs

    @property
    def search_url(self) -> str:
        """Return the address of this list on the search page."""
        return with_query(search_path(), self.parameters())

    @property
    def page_url(self) -> str:
        """Return the address of this list on the page it stands on."""
        return with_query(self.place, self.page_parameters())

    @property
    def place(self) -> str:
        """The address of the page, without parameters."""
        return self.path or search_path()

    def page_parameters(self) -> list[tuple[str, str]]:
        """Return the listing as parameters, without those that the page's own address stands for."""
        return [pair for pair in self.parameters() if pair not in self.fixed]

    def facet_url(self, name: str) -> str:
        """Return the address of the page with all values of a facet of this list."""
        return with_query(reverse("facet", args=[name]), replace(self, cursor=None).parameters())

    def including(self, name: str, slug: str) -> "Listing":
        """Return the list narrowed to articles that have this value."""
        return replace(self, filters=self.filters.including(name, slug), cursor=None)

    def excluding(self, name: str, slug: str) -> "Listing":
        """Return the list without the articles that have this value."""
        return replace(self, filters=self.filters.excluding(name, slug), cursor=None)

    def without(self, name: str, slug: str) -> "Listing":
        """Return the list with no word about this value."""
        return replace(self, filters=self.filters.without(name, slug), cursor=None)

    def joined(self, name: str, *, any_of: bool) -> "Listing":
        """Return the list of the articles that have any of a facet's values, or all of them."""
        return replace(self, filters=self.filters.joined(name, any_of=any_of), cursor=None)

    def dated(self, first: str, last: str) -> "Listing":
        """Return the list narrowed to these dates, each `2017`, `2017-06` or `2017-06-09`, or empty.

        Where the page itself stands for a time, the list of another time stands on the search page.
        """
        here = replace(self, path="", fixed=frozenset()) if self.is_dated_by_page else self
        return replace(here, first=first, last=last, cursor=None)

    @property
    def whole_time(self) -> "Listing":
        """The list of whatever date."""
        return self.dated("", "")

    @property
    def is_dated_by_page(self) -> bool:
        """Whether the page's own address stands for the time of the list."""
        return any(name in ("from", "to") for name, _ in self.fixed)

    def asking(self, q: str) -> "Listing":
        """Return the list narrowed to another text."""
        sort = "newest" if self.sort == "relevance" and not q else self.sort
        return replace(self, q=q, sort=sort, cursor=None)

    def sorted_by(self, sort: str) -> "Listing":
        """Return the list in another order."""
        return replace(self, sort=sort, cursor=None)

    def at(self, kind: str, number: int, upto: int = 0) -> "Listing":
        """Return the list at another place; `upto` is the highest id that ranks are counted with."""
        return replace(self, cursor=Cursor(kind, number, upto))

    @cached_property
    def text(self) -> TextQuery:
        """The text looked for, as a tree."""
        return parse(self.q)

    @cached_property
    def understood(self) -> Understood:
        """The text looked for, with the records that its names stand for."""
        return understood(self.text)

    @cached_property
    def names(self) -> dict[tuple[str, str], Name]:
        """The records that the filters name, by kind and slug: one query."""
        known = {(name.kind, name.slug): name for name in self.known}
        asked: dict[str, set[str]] = {name: set() for name in FACET_NAMES}
        for name, slug in set(self.filters.values()) - known.keys():
            asked[name].add(slug)
        return known | resolved(asked)

    @cached_property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """The filters that name no record."""
        return tuple(pair for pair in self.filters.values() if pair not in self.names)

    @cached_property
    def renamed(self) -> dict[tuple[str, str], str]:
        """The slugs of today, by the filters that name a record by one it had before."""
        return {pair: name.slug for pair, name in self.names.items() if name.slug != pair[1]}

    @cached_property
    def conditions(self) -> Conditions:
        """What the index is asked."""
        ids = {pair: name.id for pair, name in self.names.items()}
        return Conditions(
            tree=self.understood.tree,
            having=tuple(self.filters.wanted(ids)),
            lacking=tuple(self.filters.unwanted(ids)),
            first_day=first_day_of(self.first),
            last_day=last_day_of(self.last),
            impossible=self.is_impossible,
        )

    @property
    def is_impossible(self) -> bool:
        """Whether a filter asks for something that does not exist, or a search has no word."""
        return self.filters.is_impossible(self.names) or bool(self.q.strip() and self.understood.tree is None)


@lru_cache(maxsize=1)
def search_path() -> str:
    """Return the address of the search page, which a list with facets writes a hundred times."""
    return reverse("search")


def with_query(path: str, pairs: list[tuple[str, str]]) -> str:
    """Return the address `path` with these parameters."""
    return f"{path}?{urlencode(pairs)}" if pairs else path

"""Every list of articles: its filters, its text, its order and its place, read from a URL and written back to one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from articles.authority import Name, resolved
from articles.facets import FACET_NAMES, FACETS
from articles.parameters import SORTS, Cursor, Parameters, Reader, first_day_of, last_day_of
from articles.search.ask import Conditions
from articles.search.query import TextQuery, parse


@dataclass(frozen=True)
class Listing:
    """One list of articles. Frozen: each of its links is another Listing's URL."""

    q: str = ""
    having: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
        having = {name: reader.values(name, fixed.get(name)) for name in FACET_NAMES}
        lacking = {name: reader.values(f"-{name}") for name in FACET_NAMES}
        q = reader.last("q")
        sort = reader.choice("sort", SORTS, "relevance" if q else "newest")
        return cls(
            q=q,
            having={name: values for name, values in having.items() if values},
            lacking={name: values for name, values in lacking.items() if values},
            first=fixed.get("from", "") or reader.day("from"),
            last=fixed.get("to", "") or reader.day("to"),
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
        for sign, filters in (("", self.having), ("-", self.lacking)):
            pairs += [(f"{sign}{name}", value) for name in FACET_NAMES for value in filters.get(name, ())]
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
        pairs = [pair for pair in self.parameters() if pair not in self.fixed]
        return with_query(self.path, pairs) if self.path else self.search_url

    def including(self, name: str, slug: str) -> "Listing":
        """Return the list narrowed to articles that have this value."""
        others = self.without(name, slug)
        return replace(others, having={**others.having, name: (*others.having.get(name, ()), slug)})

    def excluding(self, name: str, slug: str) -> "Listing":
        """Return the list without the articles that have this value."""
        others = self.without(name, slug)
        return replace(others, lacking={**others.lacking, name: (*others.lacking.get(name, ()), slug)})

    def without(self, name: str, slug: str) -> "Listing":
        """Return the list with no word about this value."""
        sides = (
            {**side, name: tuple(value for value in side.get(name, ()) if value != slug)}
            for side in (self.having, self.lacking)
        )
        having, lacking = ({key: values for key, values in side.items() if values} for side in sides)
        return replace(self, having=having, lacking=lacking, cursor=None)

    def dated(self, first: str, last: str) -> "Listing":
        """Return the list narrowed to these dates, each `2017`, `2017-06` or `2017-06-09`, or empty."""
        return replace(self, first=first, last=last, cursor=None)

    def asking(self, q: str) -> "Listing":
        """Return the list narrowed to another text."""
        sort = "newest" if self.sort == "relevance" and not q else self.sort
        return replace(self, q=q, sort=sort, cursor=None)

    def sorted_by(self, sort: str) -> "Listing":
        """Return the list in another order."""
        return replace(self, sort=sort, cursor=None)

    def at(self, kind: str, number: int) -> "Listing":
        """Return the list at another place."""
        return replace(self, cursor=Cursor(kind, number))

    @cached_property
    def text(self) -> TextQuery:
        """The text looked for, as a tree."""
        return parse(self.q)

    @cached_property
    def names(self) -> dict[tuple[str, str], Name]:
        """The records that the filters name, by kind and slug: one query."""
        known = {(name.kind, name.slug): name for name in self.known}
        asked = {
            kind: {*self.having.get(kind, ()), *self.lacking.get(kind, ())}
            - {slug for k, slug in known if k == kind}
            for kind in FACET_NAMES
        }
        return known | resolved(asked)

    @cached_property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """The filters that name no record."""
        asked = [
            (name, slug)
            for side in (self.having, self.lacking)
            for name, slugs in side.items()
            for slug in slugs
        ]
        return tuple(pair for pair in asked if pair not in self.names)

    @cached_property
    def conditions(self) -> Conditions:
        """What the index is asked."""
        return Conditions(
            text=self.text,
            having=tuple(self.groups_wanted()),
            lacking=tuple((name, ids) for name in self.lacking if (ids := self.ids_of(name, self.lacking))),
            first_day=first_day_of(self.first),
            last_day=last_day_of(self.last),
            impossible=self.is_impossible,
        )

    def groups_wanted(self) -> Iterator[tuple[str, frozenset[int]]]:
        """Yield groups of ids: an article must have one at least of each."""
        for facet in FACETS:
            ids = self.ids_of(facet.name, self.having)
            if facet.every:
                yield from ((facet.name, frozenset({identity})) for identity in sorted(ids))
            elif ids:
                yield facet.name, ids

    def ids_of(self, name: str, side: Mapping[str, tuple[str, ...]]) -> frozenset[int]:
        """Return the ids of the known values of a filter."""
        return frozenset(
            self.names[name, slug].id for slug in side.get(name, ()) if (name, slug) in self.names
        )

    @property
    def is_impossible(self) -> bool:
        """Whether a filter asks for something that does not exist, or a search has no word."""
        names_nobody = any(slug in self.having.get(name, ()) for name, slug in self.unknown)
        return names_nobody or bool(self.q.strip() and not self.text.terms)


@lru_cache(maxsize=1)
def search_path() -> str:
    """Return the address of the search page, which a list with facets writes a hundred times."""
    return reverse("search")


def with_query(path: str, pairs: list[tuple[str, str]]) -> str:
    """Return the address `path` with these parameters."""
    return f"{path}?{urlencode(pairs)}" if pairs else path

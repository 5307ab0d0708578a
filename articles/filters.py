"""The filters of a list: which values its articles must have and which they must not, read from a URL and written back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from articles.facets import FACET_NAMES, FACETS, MANY
from articles.parameters import Reader

Values = Mapping[str, tuple[str, ...]]
"""The slugs asked for, by the name of their facet."""
Ids = Mapping[tuple[str, str], int]
"""The id of each slug that names something, by facet and slug."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed by. Frozen: a change is another one."""

    having: Values = field(default_factory=dict)
    lacking: Values = field(default_factory=dict)
    any_of: tuple[str, ...] = ()
    """The facets of whose values any is enough."""

    @classmethod
    def read(cls, reader: Reader, fixed: Mapping[str, str]) -> "Filters":
        """Return the filters that a URL asks for; `fixed` are those that the page's own address stands for.

        What the page stands for must be there in any case: of its facet, any value is never enough.
        """
        having = {name: reader.values(name, fixed.get(name)) for name in FACET_NAMES}
        lacking = {name: reader.values(f"-{name}") for name in FACET_NAMES}
        asked = reader.values("any")
        any_of = (name for name in MANY if name in asked and name not in fixed and len(having[name]) > 1)
        return cls(without_empty(having), without_empty(lacking), tuple(any_of))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the filters as parameters, always in the same order, without what goes without saying."""
        for sign, side in (("", self.having), ("-", self.lacking)):
            for name in FACET_NAMES:
                if name in side:
                    yield from ((f"{sign}{name}", slug) for slug in sorted(side[name]))
        yield from (("any", name) for name in self.any_of if len(self.having.get(name, ())) > 1)

    def including(self, name: str, slug: str) -> "Filters":
        """Return the filters with this value among those wanted."""
        others = self.without(name, slug)
        return replace(others, having={**others.having, name: (*others.having.get(name, ()), slug)})

    def excluding(self, name: str, slug: str) -> "Filters":
        """Return the filters with this value among those unwanted."""
        others = self.without(name, slug)
        return replace(others, lacking={**others.lacking, name: (*others.lacking.get(name, ()), slug)})

    def without(self, name: str, slug: str) -> "Filters":
        """Return the filters with no word about this value."""
        having, lacking = (
            without_empty({**side, name: tuple(value for value in side.get(name, ()) if value != slug)})
            for side in (self.having, self.lacking)
        )
        return replace(self, having=having, lacking=lacking)

    def joined(self, name: str, *, any_of: bool) -> "Filters":
        """Return the filters with any of a facet's values being enough, or with all of them needed."""
        others = {other for other in self.any_of if other != name} | ({name} if any_of else set())
        return replace(self, any_of=tuple(other for other in MANY if other in others))

    def is_any(self, name: str) -> bool:
        """Return whether any of the values of a facet is enough."""
        return name not in MANY or name in self.any_of

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield the facet and slug of every value asked for or against."""
        for side in (self.having, self.lacking):
            yield from ((name, slug) for name, slugs in side.items() for slug in slugs)

    def is_impossible(self, names: Collection[tuple[str, str]]) -> bool:
        """Whether values are asked for that name nothing, so that no article can have what is asked."""
        return any(
            not (any if self.is_any(name) else all)((name, slug) in names for slug in slugs)
            for name, slugs in self.having.items()
        )

    def wanted(self, ids: Ids) -> Iterator[tuple[str, frozenset[int]]]:
        """Yield groups of ids with the index's field: an article must have one at least of each."""
        for facet in FACETS:
            found = known(ids, facet.name, self.having.get(facet.name, ()))
            if self.is_any(facet.name):
                yield from [(facet.field, found)] if found else []
            else:
                yield from ((facet.field, frozenset({identity})) for identity in sorted(found))

    def unwanted(self, ids: Ids) -> Iterator[tuple[str, frozenset[int]]]:
        """Yield groups of ids with the index's field: an article must have none of them."""
        for facet in FACETS:
            if found := known(ids, facet.name, self.lacking.get(facet.name, ())):
                yield facet.field, found


def known(ids: Ids, name: str, slugs: Collection[str]) -> frozenset[int]:
    """Return the ids of those slugs of a facet that name something."""
    return frozenset(ids[name, slug] for slug in slugs if (name, slug) in ids)


def without_empty(side: Values) -> Values:
    """Return the facets that have values."""
    return {name: slugs for name, slugs in side.items() if slugs}

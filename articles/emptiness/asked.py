"""What a list asks, part by part, and the same list without some of the parts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from articles.facets import FACETS
from articles.filters import Filters
from articles.listing import Listing
from articles.parameters import first_day_of, last_day_of
from articles.search.conditions import Conditions
from articles.search.parser.shapes import all_of
from articles.search.query import parse
from articles.search.tree import And, Node, Not, Phrase, Word
from articles.search.writing import show

TEXT, DATES = "text", "dates"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a list asks: a part of its text, values of a facet any of which is enough, or its dates."""

    kind: str
    """A facet's name, or one of the above."""
    said: str
    """What it asks, in the words of a page."""
    node: Node | None = None
    place: int = 0
    """Which part of the text it is."""
    slugs: tuple[str, ...] = ()
    excluded: bool = False
    is_unknown: bool = False
    """Whether nothing bears any of the names asked for."""


def parts_asked(listing: Listing) -> list[Part]:
    """Return all that a reader asked for, in the order of the page; not what the page's own address stands for."""
    return [*of_text(listing), *of_facets(listing), *of_dates(listing)]


def of_text(listing: Listing) -> Iterator[Part]:
    """Yield the parts of the text that must all be found; a text in which nothing can be looked for is one part."""
    tree = listing.understood.tree
    if tree is None and listing.q.strip():
        yield Part(TEXT, f"“{listing.q}”")
    for place, node in enumerate(conjuncts(tree)):
        said = in_quotes(node.part if isinstance(node, Not) else node)
        yield Part(TEXT, said, node, place, excluded=isinstance(node, Not))


def in_quotes(node: Node) -> str:
    """Return a part of the text as a page says it."""
    return f"“{node.text if isinstance(node, Word | Phrase) else show(node)}”"


def conjuncts(tree: Node | None) -> tuple[Node, ...]:
    """Return the parts of a tree that must all hold."""
    if isinstance(tree, And):
        return tree.parts
    return () if tree is None else (tree,)


def of_facets(listing: Listing) -> Iterator[Part]:
    """Yield the values of the filters, in one part those any of which is enough."""
    for facet in FACETS:
        having, lacking = (
            side.get(facet.name, ()) for side in (listing.filters.having, listing.filters.lacking)
        )
        chosen = tuple(slug for slug in having if (facet.name, slug) not in listing.fixed)
        together = [chosen] if listing.filters.is_any(facet.name) else [(slug,) for slug in chosen]
        for slugs in filter(None, together):
            yield of_values(listing, facet.name, slugs)
        for slug in lacking:
            if slug not in having:
                yield replace(of_values(listing, facet.name, (slug,)), excluded=True)


def of_values(listing: Listing, kind: str, slugs: tuple[str, ...]) -> Part:
    """Return the part for values of a facet any of which is enough: `person Jeff Sessions`, `section Justice or World`."""
    said = f"{kind} {' or '.join(called(listing, kind, slugs))}"
    return Part(kind, said, slugs=slugs, is_unknown=not any((kind, slug) in listing.names for slug in slugs))


def called(listing: Listing, kind: str, slugs: tuple[str, ...]) -> list[str]:
    """Return what values of a facet are called: as the address has them if they are unknown."""
    known = (listing.names.get((kind, slug)) for slug in slugs)
    return [name.name if name else slug for name, slug in zip(known, slugs, strict=True)]


def of_dates(listing: Listing) -> Iterator[Part]:
    """Yield the dates between which articles may lie."""
    first, last = listing.first, listing.last
    if (first or last) and not listing.is_dated_by_page:
        said = (
            f"from {first} to {last}" if first and last else f"from {first} on" if first else f"up to {last}"
        )
        yield Part(DATES, said)


def filters_left(filters: Filters, dropped: Collection[Part]) -> Filters:
    """Return the filters without some parts."""
    for part in dropped:
        for slug in part.slugs:
            filters = filters.without(part.kind, slug)
    return filters


def nodes_left(tree: Node | None, dropped: Collection[Part]) -> Node | None:
    """Return a tree without some parts."""
    places = {part.place for part in dropped if part.kind == TEXT}
    return all_of(node for place, node in enumerate(conjuncts(tree)) if place not in places)


def conditions_without(listing: Listing, dropped: Collection[Part]) -> Conditions:
    """Return what the index is asked for the list without some parts."""
    filters = filters_left(listing.filters, dropped)
    kinds = {part.kind for part in dropped}
    is_wordless = listing.understood.tree is None and bool(listing.q.strip()) and TEXT not in kinds
    whole = conditions_of(listing, filters, DATES not in kinds)
    tree = nodes_left(listing.understood.tree, dropped)
    return replace(whole, tree=tree, impossible=whole.impossible or is_wordless)


def conditions_alone(listing: Listing, part: Part) -> Conditions:
    """Return what the index is asked for one part in the whole archive."""
    values = {part.kind: part.slugs} if part.slugs else {}
    filters = Filters(values, any_of=listing.filters.any_of)
    return replace(conditions_of(listing, filters, part.kind == DATES), tree=part.node)


def conditions_of(listing: Listing, filters: Filters, dated: bool) -> Conditions:
    """Return what the index is asked for other filters, with the names that the list has looked up."""
    ids = {pair: name.id for pair, name in listing.names.items()}
    return Conditions(
        having=tuple(filters.wanted(ids)),
        lacking=tuple(filters.unwanted(ids)),
        first_day=first_day_of(listing.first) if dated else None,
        last_day=last_day_of(listing.last) if dated else None,
        impossible=filters.is_impossible(listing.names),
    )


def list_without(listing: Listing, dropped: Collection[Part]) -> Listing | None:
    """Return the list without some parts; None if what is left of the text can't be written so that it is read again."""
    kinds = {part.kind for part in dropped}
    q = text_left(listing, dropped) if TEXT in kinds else listing.q
    if q is None:
        return None
    rest = replace(listing, filters=filters_left(listing.filters, dropped), cursor=None)
    rest = rest.asking(q) if q != listing.q else rest
    return rest.whole_time if DATES in kinds else rest


def text_left(listing: Listing, dropped: Collection[Part]) -> str | None:
    """Return the text without some parts, as it would be typed."""
    tree = nodes_left(listing.text.tree, dropped)
    return written(tree) if tree else ""


def written(tree: Node) -> str | None:
    """Return a tree as it would be typed, None if that would be read as another: it may be too long."""
    typed = show(tree)
    return typed if parse(typed).tree == tree else None

"""A list that asks less of some of its words: anywhere instead of in one field, apart from each other instead of together."""

from collections.abc import Iterator
from dataclasses import replace

from articles.emptiness.asked import Part, conjuncts, written
from articles.emptiness.inquiry import Inquiry
from articles.listing import Listing
from articles.search.parser.shapes import all_of
from articles.search.tree import Among, And, AtLeast, In, Near, Node, Phrase, Word

MOST_LOOSENED = 3


def looser_lists(inquiry: Inquiry) -> Iterator[tuple[Part, int, Listing]]:
    """Yield the parts that can be loosened, with how many articles there are then, in which list."""
    tried = inquiry.hopeless or inquiry.parts
    if inquiry.hopeless and len(tried) > 1:
        return
    loose = [part for part in tried if part.node and looser(part.node)]
    for part in loose[:MOST_LOOSENED]:
        listing = inquiry.listing
        typed = written(with_looser(listing.text.tree, part.place))
        tree = with_looser(listing.understood.tree, part.place)
        if typed and (total := inquiry.looks.total(replace(listing.conditions, tree=tree))):
            yield part, total, listing.asking(typed)


def with_looser(tree: Node | None, place: int) -> Node:
    """Return a tree with one of its parts loosened."""
    nodes = [looser(node) or node if at == place else node for at, node in enumerate(conjuncts(tree))]
    return all_of(nodes) or And(())


def looser(node: Node) -> Node | None:
    """Return what asks less of the same words, None if there is nothing to loosen."""
    match node:
        case In(_, part) | AtLeast(_, part) | Among(_, part):
            return part
        case Near(parts, _):
            return And(parts)
        case Phrase(text):
            return And(tuple(Word(word) for word in text.split()))
        case _:
            return None

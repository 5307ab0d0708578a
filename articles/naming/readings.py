"""What a search means in this archive: the people, topics and other records that its names stand for."""

from dataclasses import dataclass, replace
from functools import cached_property

from articles.authority import Name
from articles.naming.resolving import answers, offered
from articles.people.keys import name_key
from articles.search.tree import And, In, Named, Node, Not, Or, Phrase, Reading, TextQuery, Word, walk
from articles.search.writing import show

MOST_OFFERED = 3
LONGEST_OFFERED = 100


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name that was typed, and the records that it was read as: any of them."""

    typed: str
    names: tuple[Name, ...]

    @property
    def kind(self) -> str:
        """What kind of record it is."""
        return self.names[0].kind


@dataclass(frozen=True)
class Understood:
    """A search whose names were looked up."""

    tree: Node | None = None
    problems: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    names: tuple[NameReading, ...] = ()
    """The names that were read as something not called so to the letter."""

    @cached_property
    def offers(self) -> tuple[Name, ...]:
        """The people and topics that the search may have meant, if it is but one of their names: one query, at most two."""
        text = plain_text(self.tree)
        return offered(text)[:MOST_OFFERED] if text else ()


def understood(text: TextQuery) -> Understood:
    """Return the search with the records that its names stand for: two queries at most, none if it has no name."""
    if text.tree is None:
        return Understood(None, text.problems, text.readings)
    named = tuple(dict.fromkeys(node for node in walk(text.tree) if isinstance(node, Named)))
    borne = answers([*dict.fromkeys(map(as_record, named))]) if named else {}
    found = {node: borne[as_record(node)] for node in named}
    problems = tuple(dict.fromkeys(found[node].problem for node in named if found[node].problem))
    names = tuple(
        NameReading(show(node), found[node].names)
        for node in named
        if found[node].names and not is_to_the_letter(node, found[node].names)
    )
    ids = {node: frozenset(name.id for name in found[node].names) for node in named}
    tree = with_ids(text.tree, ids) if named else text.tree
    return Understood(tree, text.problems + problems, text.readings, names)


def as_record(node: Named) -> Named:
    """Return a name as that of the record that bears it: speakers, and those an article is about, are people."""
    return Named("person", node.name) if node.kind in ("speaker", "about") else node


def is_to_the_letter(node: Named, names: tuple[Name, ...]) -> bool:
    """Return whether a name stands for the one record that is called so, case and accents aside."""
    return len(names) == 1 and name_key(node.name) in (names[0].slug, name_key(names[0].name))


def with_ids(node: Node, ids: dict[Named, frozenset[int]]) -> Node:
    """Return the tree with the ids of its names."""
    match node:
        case Named():
            return replace(node, ids=ids.get(node, frozenset()))
        case And(parts):
            return And(tuple(with_ids(part, ids) for part in parts))
        case Or(parts):
            return Or(tuple(with_ids(part, ids) for part in parts))
        case Not(part):
            return Not(with_ids(part, ids))
        case In(text, part):
            return In(text, with_ids(part, ids))
        case _:
            return node


def plain_text(tree: Node | None) -> str:
    """Return the words of a search that is nothing but words or one phrase, else nothing."""
    match tree:
        case Word(text) | Phrase(text):
            found = text
        case And(parts) if all(isinstance(part, Word) and not part.exact for part in parts):
            found = " ".join(part.text for part in parts if isinstance(part, Word))
        case _:
            found = ""
    return found if len(found) <= LONGEST_OFFERED else ""

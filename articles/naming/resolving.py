"""Whom and what typed names stand for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from articles.authority import Name, measure
from articles.naming.lookup import Candidate, bearing, resembling
from articles.naming.nearnames import alike
from articles.people.keys import name_key, sort_key
from articles.people.titles import without_title
from articles.search import languages
from articles.search.tree import Named

MOST_OF_A_FAMILY = 20
MOST_HELPED = 3
"""For so many names that are not known, others are looked for that may have been meant."""
NOT_AT_ALL = 3
LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name stands for, any of these, and what is to be said about it."""

    names: tuple[Name, ...]
    problem: str = ""


def answers(named: Collection[Named]) -> dict[Named, Answer]:
    """Return what each name stands for: one query, and a second if no record bears one of them as typed."""
    found = {node: Answer(names) for node, names in borne(named).items()}
    missing = [node for node in named if not found[node].names]
    if not missing:
        return found
    helped = missing[:MOST_HELPED]
    families = {name_key(name) for node in missing if node.kind == "person" for name in spellings(node)}
    near = [
        *resembling(families, by_kind((node.kind, untitled(node)) for node in helped)),
        *known_languages(),
    ]
    for node in missing:
        people = family_of(node, near)
        found[node] = first_of(node, people) if people else unknown(node, near if node in helped else ())
    return found


def offered(text: str) -> tuple[Name, ...]:
    """Return the people and topics of which a whole text is a name; of a person also a title and the family’s name."""
    person, topic = Named("person", text), Named("topic", text)
    found = borne((person, topic))
    people, name = found[person], untitled(person)
    if not people and name != text:
        people = family_of(Named("person", name), resembling([name_key(name)], {}))
    return people + found[topic]


def borne(named: Collection[Named]) -> dict[Named, tuple[Name, ...]]:
    """Return the records that bear each name, none where there is none: one query."""
    names = by_kind((node.kind, name) for node in named for name in spellings(node))
    candidates = [*bearing(names), *known_languages()]
    return {node: bearers(node, candidates) for node in named}


def by_kind(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the names of each kind."""
    found: dict[str, set[str]] = {}
    for kind, name in names:
        found.setdefault(kind, set()).add(name)
    return found


def spellings(node: Named) -> tuple[str, ...]:
    """Return as what a name is looked for: as typed, then without a title, with or without “The”, as a language’s code."""
    name = " ".join(node.name.split())
    if node.kind == "person":
        other = untitled(node)
    elif node.kind == "language":
        other = languages.family(name)
    else:
        other = name[4:] if name.lower().startswith("the ") else f"The {name}"
    return (name, other)


def untitled(node: Named) -> str:
    """Return a name without the titles of a person."""
    return without_title(node.name) if node.kind == "person" else node.name


def bearers(node: Named, candidates: Iterable[Candidate]) -> tuple[Name, ...]:
    """Return the records that bear a name, as it is typed if any does, by their own name if any does."""
    candidates = [candidate for candidate in candidates if candidate.name.kind == node.kind]
    for name in spellings(node):
        grades = [(grade(name, candidate), candidate.name) for candidate in candidates]
        best = min((grade for grade, _ in grades), default=NOT_AT_ALL)
        if best < NOT_AT_ALL:
            return tuple(
                sorted({name for grade, name in grades if grade == best}, key=lambda name: name.name)
            )
    return rare_language(node)


def grade(name: str, candidate: Candidate) -> int:
    """Return how a record bears a name: 0 to the letter, 1 as its own name but for case and signs, 2 otherwise, 3 not."""
    own, key = candidate.name, name_key(name)
    if name == own.slug or name.casefold() == own.name.casefold():
        return 0
    if key in (name_key(own.slug), name_key(own.name)):
        return 1
    is_in_order = "," in name and sort_key(name) == candidate.sort_key
    return 2 if is_in_order or key == name_key(candidate.called) else NOT_AT_ALL


def rare_language(node: Named) -> tuple[Name, ...]:
    """Return the language of a code that no name is known for."""
    code = languages.family(node.name)
    if node.kind != "language" or (code == "und" and node.name.lower() != code):
        return ()
    return (measure("language", languages.number_of(code)),)


@cache
def known_languages() -> tuple[Candidate, ...]:
    """Return the languages that names are known for."""
    return tuple(
        Candidate(measure("language", languages.number_of(code)), languages.AUTONYMS.get(code, name), "")
        for code, name in languages.NAMES.items()
    )


def family_of(node: Named, candidates: Iterable[Candidate]) -> tuple[Name, ...]:
    """Return the people of a family, in order of their names."""
    keys = {candidate.name: candidate.sort_key for candidate in candidates if node.kind == "person"}
    for name in spellings(node):
        if found := [person for person in keys if keys[person].startswith(f"{name_key(name)},")]:
            return tuple(sorted(found, key=keys.__getitem__))
    return ()


def first_of(node: Named, people: tuple[Name, ...]) -> Answer:
    """Return the first people of a family as an answer."""
    if len(people) <= MOST_OF_A_FAMILY:
        return Answer(people)
    said = (
        f"More than {MOST_OF_A_FAMILY} people are called “{node.name[:LONGEST_SHOWN]}”: only the first {MOST_OF_A_FAMILY} "
        "in order of their names were looked for. A first name narrows it."
    )
    return Answer(people[:MOST_OF_A_FAMILY], said)


def unknown(node: Named, candidates: Iterable[Candidate]) -> Answer:
    """Return an answer that says a name is not known, and which ones are that look like it."""
    near = alike(untitled(node), (each for each in candidates if each.name.kind == node.kind))
    *others, last = [name.name for name in near] or [""]
    meant = f" Did you mean {', '.join(others)}{' or ' * bool(others)}{last}?" if near else ""
    return Answer((), f"The archive knows no {node.kind} “{node.name[:LONGEST_SHOWN]}”.{meant}")

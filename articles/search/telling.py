"""Which parts of a question tell something: stop words count only where nothing else is asked."""

from articles.search.languages import is_stop_word
from articles.search.tree import And, Near, Node, Not, Or, Prefix, Word


def telling(parts: tuple[Node, ...], code: str) -> list[Node]:
    """Return the wanted parts of an And that must be found in articles of a language."""
    wanted: list[Node] = [part for part in parts if not isinstance(part, Not)]
    return [part for part in wanted if not says_little(part, code)] or wanted


def says_little(part: Node, code: str) -> bool:
    """Return whether a part is a stop word of the language."""
    return isinstance(part, Word) and not part.exact and is_stop_word(part.text, code)


def without_stop_words(near: Near, code: str) -> Node:
    """Return a nearness without the stop words of the language, which stand near everything.

    If fewer than two parts are left they need not be near anything; if none is, all of them are looked for anywhere.
    """
    parts = [part for one in near.parts if (part := telling_choice(one, code))]
    if len(parts) > 1:
        return Near(tuple(parts), near.distance)
    return parts[0] if parts else And(tuple(near.parts))


def telling_choice(part: Word | Prefix | Or, code: str) -> Word | Prefix | Or | None:
    """Return a part of a nearness without its stop words, None if nothing is left."""
    if not isinstance(part, Or):
        return None if says_little(part, code) else part
    left = tuple(one for one in part.parts if not says_little(one, code))
    return Or(left) if left else None

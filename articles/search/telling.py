"""Which parts of a question tell something: stop words count only where nothing else is asked."""

from articles.search.languages import is_stop_word
from articles.search.tree import Node, Not, Word


def telling(parts: tuple[Node, ...], code: str) -> list[Node]:
    """Return the wanted parts of an And that must be found in articles of a language."""
    wanted: list[Node] = [part for part in parts if not isinstance(part, Not)]
    return [part for part in wanted if not says_little(part, code)] or wanted


def says_little(part: Node, code: str) -> bool:
    """Return whether a part is a stop word of the language."""
    return isinstance(part, Word) and not part.exact and is_stop_word(part.text, code)

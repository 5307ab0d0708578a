"""What was typed in the search box becomes a tree. Nothing typed is an error: what can't be understood is said."""

from articles.search.parser.grammar import MAX_TERMS, read
from articles.search.parser.lexer import cleaned
from articles.search.tree import TextQuery

MAX_CHARACTERS = 200
TOO_LONG = f"Only the first {MAX_CHARACTERS} characters of the search were read."
NOTHING = "The search has no word in it that can be looked for."

__all__ = ["MAX_CHARACTERS", "MAX_TERMS", "parse"]


def parse(text: str) -> TextQuery:
    """Return the tree of `text`, cut to the longest query that is answered. Never raises; takes linear time."""
    text, cut = cleaned(text, MAX_CHARACTERS)
    query = read(text)
    empty = bool(text.strip()) and query.tree is None
    problems = ((TOO_LONG,) if cut else ()) + query.problems + ((NOTHING,) if empty else ())
    return TextQuery(query.tree, problems, query.readings)

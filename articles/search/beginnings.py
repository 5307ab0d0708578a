"""How words begin, as marks of their own: `re*` stands in one list of the index, the words with `re` in thousands."""

from articles.search.languages import words as words_in

MARKED = 4
"""Beginnings of so many letters and fewer have marks; those that are longer begin few words."""


def marks(word: str, least: int = 2) -> list[str]:
    """Return the marks of how a word begins, of at least so many letters."""
    return [f"{word[:letters]}*" for letters in range(least, min(len(word), MARKED) + 1)]


def headline_marks(headline: str) -> str:
    """Return the marks of how the words of a headline begin, each once, with spaces between."""
    return " ".join({mark for word in words_in(headline) for mark in marks(word)})

"""What is said to a reader about the parts of a list that finds nothing."""

from collections.abc import Sequence

from articles.emptiness.asked import DATES, TEXT, Part, in_quotes
from articles.search.tree import Among, AtLeast, In, Named, Near, Phrase, Prefix, Word
from articles.search.writing import show

PLACES = {
    "headline": "headline",
    "standfirst": "standfirst",
    "body": "text",
    "byline": "byline",
    "said": "quotation",
}


def listed(words: Sequence[str], joint: str) -> str:
    """Return `a, b or c`."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def change(parts: Sequence[Part], joint: str) -> str:
    """Return what it means to drop parts: `without “recusal”, with topic Courts allowed or at any date`."""
    wanted = [part.said for part in parts if not part.excluded and part.kind != DATES]
    unwanted = [part.said for part in parts if part.excluded]
    changes = [f"without {listed(wanted, joint)}"] if wanted else []
    changes += [f"with {listed(unwanted, joint)} allowed"] if unwanted else []
    changes += ["at any date"] if any(part.kind == DATES for part in parts) else []
    return listed(changes, joint)


def sentence(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def nowhere(part: Part) -> str:
    """Return the sentence that no article has what a part asks; nothing where the page says so already."""
    match part.node:
        case Word(text, exact):
            said = f"No article has the word “{text}”{' in this form' if exact else ''}."
        case Phrase(text):
            said = f"No article has the phrase “{text}”."
        case Prefix(text):
            said = f"No article has a word that begins with “{text}”."
        case In(place, Word(text)):
            said = f"No {PLACES[place]} has the word “{text}”."
        case Named(_, _, ids) if not ids:
            said = ""
        case None:
            said = of_filter(part)
        case node:
            said = f"No article answers “{show(node)}”."
    return said


def of_filter(part: Part) -> str:
    """Return the sentence for a part that asks nothing of the words."""
    if part.kind == TEXT or part.is_unknown:
        return ""
    return (
        f"No article is dated {part.said}."
        if part.kind == DATES
        else f"No article is filed under {part.said}."
    )


def loosened(part: Part) -> str:
    """Return what it means to ask less of the words of a part."""
    match part.node:
        case Phrase() | Near():
            return f"With the words of {part.said} anywhere in the article"
        case In(_, asked):
            return f"With {in_quotes(asked)} anywhere in the article"
        case AtLeast(_, word):
            return f"With {in_quotes(word)}, however often"
        case Among(_, asked):
            return f"With {in_quotes(asked)}, however late"
        case _:
            return f"With less than {part.said}"

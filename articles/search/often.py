"""How often an article says a word: marks for each word, in whatever form, that stands in it several times.

The index knows which articles have a word, and where, but can't be asked how often. So what an article repeats is
written into a field of its own: `vote*3` for a word that stands there three times, whatever its forms.
"""

import re
from collections import Counter, defaultdict
from functools import cache

from articles.search.languages import folded, stems

MOST = 10
"""More times than these are not told apart."""
MOST_KEPT = 500_000
PUNCTUATION = bytes(code if chr(code).isalnum() or code > 127 else 32 for code in range(256))
QUOTES = re.compile(rb"\xe2\x80[\x80-\xbf]")
"""General punctuation, quotation marks and dashes among it, in UTF-8."""


class Stems(dict[bytes, tuple[str, ...]]):
    """The stems of what was met so far between two spaces: usually one."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def __missing__(self, printed: bytes) -> tuple[str, ...]:
        if len(self) > MOST_KEPT:
            self.clear()
        self[printed] = found = stems(printed.decode("utf-8", "replace"), self.code)
        return found


@cache
def stems_in(code: str) -> Stems:
    """Return the stems met so far in a language."""
    return Stems(code)


def repeated(text: str, code: str) -> str:
    """Return the marks of all words that a text in a language repeats, with spaces between."""
    printed = QUOTES.sub(b" ", text.encode("utf-8", "replace"))
    known = stems_in(code)
    counts: dict[str, int] = defaultdict(int)
    for form, times in Counter(printed.translate(PUNCTUATION).lower().split()).items():
        for stem in known[form]:
            counts[stem] += times
    return " ".join(
        [f"{stem}*{times if times < MOST else MOST}" for stem, times in counts.items() if times > 1]
    )


def marks_of(word: str, times: int, code: str) -> tuple[str, ...]:
    """Return the marks of a word that stands somewhere at least so many times; none if it is several to the index."""
    found = stems(word, code) if len(folded(word)) == 1 else ()
    return tuple(f"{stem}*{counted}" for stem in found for counted in range(min(times, MOST), MOST + 1))

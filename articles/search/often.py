"""How often an article says a word: a mark for each word that stands in it several times.

The index knows which articles have a word, and where, but can't be asked how often. So what an article repeats is
written into a field of its own: `vote*3` if it says "vote" three times. Forms of a word are added up when a question
is asked, as everywhere.
"""

import re
from collections import Counter

from articles.search.languages import LONGEST_WORD, PLAIN

MOST = 10
"""More times than these are not told apart."""
TO_SPACES = bytes(code if chr(code).isalnum() or code > 127 else 32 for code in range(256))
GENERAL_PUNCTUATION = re.compile(rb"\xe2\x80[\x80-\xbf]")
"""Quotation marks and dashes among it, in UTF-8."""


def repeated(text: str) -> str:
    """Return the marks of all words that a text repeats, folded as the index folds them, with spaces between."""
    printed = GENERAL_PUNCTUATION.sub(b" ", text.encode("utf-8", "replace"))
    counts = Counter(printed.translate(TO_SPACES).lower().split())
    for form in [form for form in counts if not form.isascii() or len(form) >= LONGEST_WORD]:
        times = counts.pop(form)
        for word in PLAIN.analyze(form.decode("utf-8", "replace")):
            counts[word.encode()] += times
    marks = [b"%b*%d" % (word, min(times, MOST)) for word, times in counts.items() if times > 1]
    return b" ".join(marks).decode()


def marks_of(word: str, times: int) -> list[str]:
    """Return the marks of a folded word that stands in an article at least so many times, two or more."""
    return [f"{word}*{counted}" for counted in range(min(times, MOST), MOST + 1)]

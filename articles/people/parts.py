"""The texts of an article, one by one, with the names that stand in them."""

import re

from articles.people.folding import fold_lines
from articles.people.spotting import Hit, Lexicon, apart

SHOUTED = re.compile(r"\b[A-Z]{3,} [A-Z]{3,}")


class Part:
    """One of an article's texts, folded, with the names in it."""

    def __init__(self, name: str, text: str, lexicon: Lexicon) -> None:
        self.name = name
        self.folded = fold_lines(text)
        self.text = self.folded.text
        letters = [word for word in self.text.split() if word[0].isalpha()] if name == "h" else []
        self.is_shouted = bool(letters) and self.text.isupper()
        self.is_titled = len(letters) > 2 and is_title_case(letters[1:])
        self.hits = lexicon.spot(self.text, capitals=self.is_shouted)
        if not self.is_shouted and SHOUTED.search(self.text):
            self.hits = apart([*self.hits, *lexicon.spot(self.text, capitals=True)])

    def is_in_capitals(self, hit: Hit) -> bool:
        """Return whether a name is printed in capitals, so that these say nothing about what stands around it."""
        return self.is_shouted or self.text[hit.start : hit.end].isupper()


def is_title_case(letters: list[str]) -> bool:
    """Return whether words are set as titles are: nearly all of those that are longer begin with a capital letter."""
    long = [word for word in letters if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.8 * len(long)

"""Questions about the words of one text of an article, as the index's own queries."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tantivy import Occur, Query

from articles.search.forms import Vocabulary
from articles.search.languages import folded
from articles.search.schema import SCHEMA, START
from articles.search.tree import Node, Or, Prefix, Word

MOST_WEIGHED = 40
"""More forms than these are looked for together, and count the same."""
FAR = 1_000_000
"""More words than any text has."""
Forms = frozenset[str]
Places = list[str | tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Asks about one text, `headline` or another, of articles in one language."""

    text: str
    code: str
    vocabulary: Vocabulary

    def word(self, word: Word, *, weighed: bool = True) -> Query:
        """Return a query for a word. All its forms weigh what they would as one, or nothing, which is found faster."""
        words = folded(word.text)
        if len(words) != 1:
            return self.phrase(words)
        if not weighed:
            return Query.term_set_query(SCHEMA, self.text, sorted(self.forms(word)))
        if word.exact:
            return Query.term_query(SCHEMA, self.text, words[0])
        weights = self.vocabulary.weights(self.text, words[0], self.code)
        if len(weights) > MOST_WEIGHED:
            return Query.term_set_query(SCHEMA, self.text, sorted(weights))
        terms = ((Query.term_query(SCHEMA, self.text, form), weight) for form, weight in weights.items())
        return either([Query.boost_query(term, weight) for term, weight in terms])

    def phrase(self, words: tuple[str, ...]) -> Query:
        """Return a query for folded words, one right after the other."""
        if not words:  # longer than any in the index
            return Query.empty_query()
        if len(words) == 1:
            return Query.term_query(SCHEMA, self.text, words[0])
        return Query.phrase_query(SCHEMA, self.text, [*words])

    def prefix(self, beginning: str) -> Query:
        """Return a query for any word that begins so."""
        words = folded(beginning)
        if not words:
            return Query.empty_query()
        *before, last = (re.escape(word) for word in words)
        if not before:
            return Query.regex_query(SCHEMA, self.text, f"{last}.*")
        return Query.regex_phrase_query(SCHEMA, self.text, [*before, f"{last}.*"])

    def near(self, parts: tuple[Word | Prefix | Or, ...], distance: int) -> Query:
        """Return a query for texts in which each part stands within `distance` words of the next."""
        sides = [self.forms(part) for part in parts]
        return every([self.beside(one, other, distance) for one, other in pairwise(sides)])

    def beside(self, one: Forms, other: Forms, distance: int) -> Query:
        """Return a query for a word of one kind at most `distance` words before or behind another word of the other."""
        if not one & other:  # two words never stand in one place, so how near they are is all there is to ask
            return self.placed([(0, one), (0, other)], distance)
        spans = [(1, distance - 1 + distance % 2), (2 - distance % 2, distance)]
        return either(
            [
                self.apart(first, then, *span)
                for span in dict.fromkeys(spans)
                for first, then in ((one, other), (other, one))
            ]
        )

    def apart(self, first: Forms, then: Forms, nearest: int, farthest: int) -> Query:
        """Return a query for a word that stands from `nearest` to `farthest` words behind another.

        The sum of both must be even: the index knows a place, and how far from it is near enough.
        """
        place, slack = (nearest + farthest) // 2, (farthest - nearest) // 2
        return self.placed([(0, first), (place, then)], slack)

    def twice(self, word: Word) -> Query:
        """Return a query for a word that stands in the text again, at whatever distance."""
        forms = self.forms(word)
        return self.placed([(0, forms), (FAR, forms)], FAR - 1)

    def among(self, first: int, word: Word) -> Query:
        """Return a query for a word among the first of a text that begins with the sign of a beginning."""
        return self.placed([(0, frozenset({START})), (1, self.forms(word))], first - 1)

    def placed(self, places: list[tuple[int, Forms]], slack: int) -> Query:
        """Return a query for words at these places, relative to each other, or off by `slack` words together."""
        if not all(forms for _, forms in places):
            return Query.empty_query()
        if all(len(forms) == 1 for _, forms in places):
            words: Places = [(place, next(iter(forms))) for place, forms in places]
            return Query.phrase_query(SCHEMA, self.text, words, slack)
        choices: Places = [(place, "|".join(map(re.escape, sorted(forms)))) for place, forms in places]
        return Query.regex_phrase_query(SCHEMA, self.text, choices, slack)

    def forms(self, part: Node) -> Forms:
        """Return all words of the index that a word, a beginning or a choice of such stands for."""
        if isinstance(part, Or):
            return frozenset().union(*map(self.forms, part.parts))
        words = folded(part.text) if isinstance(part, Word | Prefix) else ()
        if len(words) != 1:
            return frozenset()
        if isinstance(part, Prefix):
            return self.vocabulary.beginning_with(self.text, words[0])
        if isinstance(part, Word) and part.exact:
            return frozenset(words)
        return frozenset(self.vocabulary.forms(self.text, words[0], self.code))


def either(queries: list[Query]) -> Query:
    """Return a query for what one of them finds at least."""
    if len(queries) == 1:
        return queries[0]
    return (
        Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()
    )


def every(queries: list[Query]) -> Query:
    """Return a query for what all of them find."""
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
    )


def unscored(query: Query) -> Query:
    """Return the query without weight in the order of relevance."""
    return Query.const_score_query(query, 0.0)

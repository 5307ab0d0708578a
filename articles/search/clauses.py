"""Questions about the words of one text of an article, as the index's own queries."""

import re
from dataclasses import dataclass
from itertools import pairwise, product

from tantivy import Occur, Query

from articles.search.forms import Vocabulary
from articles.search.languages import folded
from articles.search.quotations import spoken_by
from articles.search.schema import SCHEMA, START
from articles.search.tree import Node, Or, Prefix, Word, walk

MOST_WEIGHED = 40
"""More forms than these are looked for together, and count the same."""
MOST_PLACED = 10_000
"""More words than these can't be looked for in their places."""
LONGEST_PATTERN = 400
"""Letters of a pattern; the index refuses those of more than a thousand steps."""
Forms = frozenset[str]
Places = list[str | tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Side:
    """What may stand on one side of a nearness: words of the index, and patterns that find them."""

    forms: Forms
    patterns: tuple[str, ...]

    @property
    def is_one(self) -> bool:
        """Whether it is a single word."""
        return len(self.forms) == 1 and not self.patterns[0].endswith(".*")


@dataclass(frozen=True, slots=True)
class Clauses:
    """Asks about one text, `headline` or another, of articles in one language; or about what one speaker is quoted with."""

    text: str
    code: str
    vocabulary: Vocabulary
    speaker: int = 0

    def words(self, typed: str) -> tuple[str, ...]:
        """Return the words of the index that a word or several come to."""
        return (*spoken_by(self.speaker, typed),) if self.speaker else folded(typed)

    def word(self, word: Word, *, weighed: bool = True) -> Query:
        """Return a query for a word. All its forms weigh what they would as one, or nothing, which is found faster."""
        words = self.words(word.text)
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
        """Return a query for words of the index, one right after the other."""
        if not words:  # longer than any in the index
            return Query.empty_query()
        if len(words) == 1:
            return Query.term_query(SCHEMA, self.text, words[0])
        return Query.phrase_query(SCHEMA, self.text, [*words])

    def prefix(self, beginning: str) -> Query:
        """Return a query for any word that begins so."""
        words = self.words(beginning)
        if not words:
            return Query.empty_query()
        *before, last = (re.escape(word) for word in words)
        if not before:
            forms = self.vocabulary.beginning_with(self.text, words[0])
            if len(forms) <= MOST_PLACED:
                return Query.term_set_query(SCHEMA, self.text, sorted(forms))
            return Query.regex_query(SCHEMA, self.text, f"{last}.*")
        return Query.regex_phrase_query(SCHEMA, self.text, [*before, f"{last}.*"])

    def near(self, parts: tuple[Word | Prefix | Or, ...], distance: int) -> Query:
        """Return a query for texts in which each part stands within `distance` words of the next."""
        sides = [self.side(part) for part in parts]
        if any(len(side.forms) > MOST_PLACED for side in sides):
            return every([self.anywhere(part) for part in parts])
        pairs = dict.fromkeys(pairwise(sides))
        return every([self.beside(one, other, distance) for one, other in pairs])

    def anywhere(self, part: Node) -> Query:
        """Return a query for a word, a beginning or one of a choice, wherever it stands."""
        found = [node for node in walk(part) if isinstance(node, Word | Prefix)]
        return either(
            [self.word(node) if isinstance(node, Word) else self.prefix(node.text) for node in found]
        )

    def beside(self, one: Side, other: Side, distance: int) -> Query:
        """Return a query for a word of one kind at most `distance` words before or behind another word of the other."""
        if (
            not one.forms & other.forms
        ):  # two words never stand in one place, so how near they are is all there is to ask
            return self.placed([(0, one), (0, other)], distance)
        spans = [(1, distance - 1 + distance % 2), (2 - distance % 2, distance)]
        return either(
            [
                self.apart(first, then, *span)
                for span in dict.fromkeys(spans)
                for first, then in ((one, other), (other, one))
            ]
        )

    def apart(self, first: Side, then: Side, nearest: int, farthest: int) -> Query:
        """Return a query for a word that stands from `nearest` to `farthest` words behind another.

        The sum of both must be even: the index knows a place, and how far from it is near enough.
        """
        place, slack = (nearest + farthest) // 2, (farthest - nearest) // 2
        return self.placed([(0, first), (place, then)], slack)

    def among(self, first: int, word: Word) -> Query:
        """Return a query for a word among the first of a text that begins with the sign of a beginning."""
        return self.placed([(0, Side(frozenset({START}), (START,))), (1, self.side(word))], first - 1)

    def placed(self, places: list[tuple[int, Side]], slack: int) -> Query:
        """Return a query for words at these places, relative to each other, or off by `slack` words together."""
        if not all(side.forms for _, side in places):
            return Query.empty_query()
        if all(side.is_one for _, side in places):
            words: Places = [(place, next(iter(side.forms))) for place, side in places]
            return Query.phrase_query(SCHEMA, self.text, words, slack)
        choices = product(*([(place, pattern) for pattern in side.patterns] for place, side in places))
        return either([Query.regex_phrase_query(SCHEMA, self.text, [*choice], slack) for choice in choices])

    def side(self, part: Node) -> Side:
        """Return all words of the index that a word, a beginning or a choice of such stands for."""
        if isinstance(part, Or):
            return joined([self.side(one) for one in part.parts])
        if isinstance(part, Prefix) and len(words := self.words(part.text)) == 1:
            return Side(self.vocabulary.beginning_with(self.text, words[0]), (f"{re.escape(words[0])}.*",))
        forms = self.forms(part) if isinstance(part, Word) else frozenset()
        return Side(forms, alternations(forms))

    def forms(self, word: Word) -> Forms:
        """Return all words of the index that a word stands for; none if it is several to the index."""
        words = self.words(word.text)
        if len(words) != 1:
            return frozenset()
        return frozenset(words if word.exact else self.vocabulary.forms(self.text, words[0], self.code))


def joined(sides: list[Side]) -> Side:
    """Return what any of them stands for."""
    forms = frozenset[str]().union(*(side.forms for side in sides))
    return Side(forms, tuple(pattern for side in sides for pattern in side.patterns))


def alternations(forms: Forms) -> tuple[str, ...]:
    """Return patterns for words, as few as are short enough for the index."""
    patterns: list[str] = []
    for form in map(re.escape, sorted(forms)):
        if patterns and len(patterns[-1]) + len(form) < LONGEST_PATTERN:
            patterns[-1] += f"|{form}"
        else:
            patterns.append(form)
    return tuple(patterns)


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

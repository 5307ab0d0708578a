"""A tree becomes the index's own query. Only words and phrases count for relevance: headline over standfirst over body."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tantivy import FieldType, Occur, Query

from articles.search.clauses import Clauses, either, every, unscored
from articles.search.forms import Vocabulary
from articles.search.languages import folded, number_of
from articles.search.often import marks_of
from articles.search.schema import SCHEMA, first_key
from articles.search.speaking import bound
from articles.search.telling import telling, without_stop_words
from articles.search.tree import (
    QUOTED,
    TEXTS,
    Among,
    And,
    AtLeast,
    Dated,
    In,
    Length,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    walk,
)

WEIGHTS = {"headline": 4.0, "standfirst": 2.0, "body": 1.0, "byline": 1.0, QUOTED: 1.0, "spoken": 1.0}
SAID = ("headline", "standfirst", "body")
"""The texts in which the times are counted that an article says a word."""
SECOND_BEST = 0.1
"""How much of what the other texts score is added to the score of the best."""
LARGEST = (1 << 64) - 1
KEPT_AS = {"about": "subject"}
"""Where the index keeps what a search names otherwise."""


def compiled(tree: Node, vocabulary: Vocabulary) -> Query:
    """Return the query for a tree. What a word means follows each article's language."""
    tree, languages = bound(tree), vocabulary.languages()
    if len(languages) == 1 or not has_forms(tree):
        return Compiler(vocabulary, languages[0]).query(tree)
    return either(
        [every([in_language(code, languages), Compiler(vocabulary, code).query(tree)]) for code in languages]
    )


def has_forms(tree: Node) -> bool:
    """Return whether it matters for a tree in which language an article is written."""
    return any(isinstance(node, Word) and not node.exact for node in walk(tree))


def in_language(code: str, languages: list[str]) -> Query:
    """Return a query for the articles in a language; "" are all that are in none of the languages."""
    if code:
        return unscored(Query.term_query(SCHEMA, "language", number_of(code)))
    others = Query.term_set_query(SCHEMA, "language", [number_of(other) for other in languages if other])
    return Query.boolean_query([(Occur.Must, unscored(Query.exists_query("key"))), (Occur.MustNot, others)])


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles for articles in one language, and asks of the texts in `texts`, or of what `speakers` are quoted with."""

    vocabulary: Vocabulary
    code: str
    texts: tuple[str, ...] = TEXTS
    speakers: frozenset[int] = frozenset()
    weighed: bool = True
    """Whether what is found will be put in order: where it is left out, it need not be weighed."""

    def query(self, node: Node) -> Query:
        """Return the query for a tree or a part of one."""
        match node:
            case And(parts):
                return self.all_of(parts)
            case Or(parts):
                return either([self.query(part) for part in parts])
            case Not(part):
                return without([], [replace(self, weighed=False).query(part)])
            case In(text, part, speakers):
                return replace(self, texts=(text,), speakers=speakers).query(part)
            case Named(kind, _, ids):
                return unscored(Query.term_set_query(SCHEMA, KEPT_AS.get(kind, kind), sorted(ids)))
            case Dated(first, last):
                return unscored(days(first, last))
            case Length(least, most):
                return unscored(number_range("words", least or 0, LARGEST if most is None else most))
            case _:
                return self.of_texts(node)

    def all_of(self, parts: tuple[Node, ...]) -> Query:
        """Return a query for all parts; stop words count only where nothing else is asked."""
        must = [self.query(part) for part in telling(parts, self.code)]
        unweighed = replace(self, weighed=False)
        unwanted = [unweighed.query(part.part) for part in parts if isinstance(part, Not)]
        return without(must, unwanted) if unwanted else every(must)

    def of_texts(self, node: Node) -> Query:
        """Return the query for what is asked of the words."""
        match node:
            case Word():
                return self.best_of(lambda clauses: clauses.word(node, weighed=self.weighed))
            case Prefix(beginning):
                return self.best_of(lambda clauses: clauses.prefix(beginning))
            case Phrase(text):
                return self.best_of(lambda clauses: clauses.phrase(clauses.words(text)))
            case Near():
                return self.near(without_stop_words(node, self.code))
            case AtLeast(times, word):
                return unscored(self.at_least(times, word))
            case Among(first, part):
                return self.among(first, part)
        raise TypeError(f"no node of a search: {node!r}")

    def near(self, telling: Node) -> Query:
        """Return a query for a nearness without stop words, or for what is left of it."""
        if not isinstance(telling, Near):
            return self.query(telling)
        return self.best_of(lambda clauses: clauses.near(telling.parts, telling.distance))

    def at_least(self, times: int, word: Word) -> Query:
        """Return a query for articles that say a word so often: each form, and each time it is repeated, counts one."""
        words = folded(word.text)
        forms = (
            {form for text in SAID for form in self.vocabulary.forms(text, words[0], self.code)}
            if len(words) == 1
            else ()
        )
        said = [either([Query.term_query(SCHEMA, text, form) for text in SAID]) for form in forms]
        again = [
            Query.term_set_query(SCHEMA, "often", marks_of(form, time))
            for form in forms
            for time in range(2, times + 1)
        ]
        counted = [(Occur.Should, query) for query in said + again]
        return Query.boolean_query(counted, times) if len(counted) >= times else Query.empty_query()

    def best_of(self, ask: Callable[[Clauses], Query]) -> Query:
        """Return a query for what is found in one text or another, weighed by the text."""
        each = self.each()
        if not self.weighed:
            return either([ask(clauses) for clauses in each])
        found = [Query.boost_query(ask(clauses), WEIGHTS[clauses.text]) for clauses in each]
        return found[0] if len(found) == 1 else Query.disjunction_max_query(found, SECOND_BEST)

    def each(self) -> list[Clauses]:
        """Return what asks about each of the texts, or about what each speaker is quoted with."""
        if self.speakers:
            return [
                Clauses("spoken", self.code, self.vocabulary, speaker) for speaker in sorted(self.speakers)
            ]
        return [Clauses(text, self.code, self.vocabulary) for text in self.texts]

    def among(self, first: int, part: Word | Phrase) -> Query:
        """Return a query for a word, or every word of a phrase, among the first of the body."""
        body = Clauses("body", self.code, self.vocabulary)
        if isinstance(part, Word) and len(folded(part.text)) == 1:
            return body.among(first, part)
        words = folded(part.text)
        if not words:
            return Query.empty_query()
        return every([body.phrase(words), *(body.among(first, Word(word, exact=True)) for word in words)])


def without(wanted: list[Query], unwanted: list[Query]) -> Query:
    """Return a query for all that is wanted, or anything, but for what is unwanted."""
    must = wanted or [unscored(Query.exists_query("key"))]
    return Query.boolean_query(
        [(Occur.Must, query) for query in must] + [(Occur.MustNot, query) for query in unwanted]
    )


def days(first: date | None, last: date | None) -> Query:
    """Return a query for the articles dated from `first` to `last`, both included."""
    low = first_key(first) if first else 0
    high = first_key(last) + first_key(date(1, 1, 1)) - 1 if last else LARGEST
    return key_range(low, high)


def key_range(first: int = 0, last: int = LARGEST) -> Query:
    """Return a query for the articles whose sort key lies between `first` and `last`, both included."""
    return number_range("key", first, last)


def number_range(field: str, first: int, last: int) -> Query:
    """Return a query for the articles with a number between `first` and `last`, both included."""
    if first > last:
        return Query.empty_query()
    return Query.range_query(SCHEMA, field, FieldType.Unsigned, first, last)

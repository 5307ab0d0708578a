"""The slow and simple way to answer a search: plain Python over the words of every article."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from articles.search.languages import family, is_stop_word, stems
from articles.search.schema import IndexedArticle, number_of
from articles.search.tree import (
    TEXTS,
    Named,
    Not,
    Or,
    Prefix,
    Word,
)

VOWELS = "aeiouy"
FIELDS = {
    "person": "people",
    "subject": "subjects",
    "speaker": "speakers",
    "author": "authors",
    "topic": "topics",
    "publication": "publication",
    "section": "section",
}


def words_of(text):
    """Letters and digits that stand together, small, without accents, none longer than 60."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    spaced = "".join(c if c.isalnum() else " " for c in plain)
    return [word for word in spaced.split() if len(word) <= 60]


def is_form(word, printed, code):
    if word == printed:
        return True
    stem, other = stems(word, code), stems(printed, code)
    if code in ("", "und", "xx") or stem != other:
        return False
    beginning = stem[0][:-1] if len(stem[0]) > 2 and stem[0][-1] in VOWELS else stem[0]
    return printed.startswith(beginning)


def places(words, asked):
    """Where one run of words stands in another."""
    size = len(asked)
    return [i for i in range(len(words) - size + 1) if words[i : i + size] == asked] if size else []


@dataclass
class Reader:
    """Reads one article."""

    article: IndexedArticle

    def __post_init__(self):
        self.code = family(self.article.language)
        self.words = {text: words_of(getattr(self.article, text)) for text in TEXTS}
        for quotation in self.article.said:
            self.words[quotation] = words_of(quotation[1])
        self.speakers = set()

    def holds(self, node, texts=TEXTS):
        return getattr(self, f"holds_{type(node).__name__.lower()}")(node, texts)

    def forms_at(self, text, part):
        if isinstance(part, Or):
            return sorted({place for one in part.parts for place in self.forms_at(text, one)})
        asked = words_of(part.text)
        return [
            i
            for i, word in enumerate(self.words[text])
            if len(asked) == 1 and self.fits(part, asked[0], word)
        ]

    def fits(self, part, asked, word):
        if isinstance(part, Prefix):
            return word.startswith(asked)
        return word == asked if part.exact else is_form(asked, word, self.code)

    def holds_word(self, node, texts):
        asked = words_of(node.text)
        if len(asked) != 1:
            return any(places(self.words[text], asked) for text in texts)
        return any(self.forms_at(text, node) for text in texts)

    def holds_phrase(self, node, texts):
        return any(places(self.words[text], words_of(node.text)) for text in texts)

    def holds_prefix(self, node, texts):
        *before, last = words_of(node.text) or [None]
        if last is None:
            return False
        runs = [
            self.words[text][i : i + len(before) + 1] for text in texts for i in range(len(self.words[text]))
        ]
        return any(
            run[:-1] == before and run[-1].startswith(last) for run in runs if len(run) == len(before) + 1
        )

    def holds_near(self, node, texts):
        def close(text, one, other):
            return any(
                0 < abs(i - j) <= node.distance
                for i in self.forms_at(text, one)
                for j in self.forms_at(text, other)
            )

        parts = [part for part in (self.without_stop_words(one) for one in node.parts) if part]
        if len(parts) < 2:
            return all(self.holds(part, texts) for part in parts or node.parts)
        return any(all(close(text, *pair) for pair in pairwise(parts)) for text in texts)

    def without_stop_words(self, part):
        if isinstance(part, Or):
            left = tuple(one for one in part.parts if not self.says_little(one))
            return Or(left) if left else None
        return None if self.says_little(part) else part

    def holds_atleast(self, node, _):
        asked = words_of(node.word.text)
        if len(asked) != 1:
            return False
        said = [word for text in ("headline", "standfirst", "body") for word in self.words[text]]
        return sum(is_form(asked[0], word, self.code) for word in said) >= node.times

    def holds_among(self, node, _):
        opening = self.words["body"][: node.first]
        asked = words_of(node.part.text)
        if isinstance(node.part, Word) and len(asked) == 1:
            return any(i < node.first for i in self.forms_at("body", node.part))
        return bool(places(self.words["body"], asked)) and all(word in opening for word in asked)

    def holds_in(self, node, _):
        if node.text != "said":
            return self.holds(node.part, (node.text,))
        said = tuple(one for one in self.article.said if not self.speakers or one[0] in self.speakers)
        return self.holds(node.part, said)

    def holds_named(self, node, _):
        field = "subject" if node.kind == "about" else node.kind
        return bool(set(values_of(self.article, field)) & node.ids)

    def holds_dated(self, node, _):
        day = self.article.published_on
        return (not node.first or day >= node.first) and (not node.last or day <= node.last)

    def holds_length(self, node, _):
        words = self.article.words
        return (node.least is None or words >= node.least) and (node.most is None or words <= node.most)

    def holds_and(self, node, texts):
        wanted = [part for part in node.parts if not isinstance(part, Not)]
        telling = [part for part in wanted if not self.says_little(part)]
        asked = (telling or wanted) + [part for part in node.parts if isinstance(part, Not)]
        outer, self.speakers = self.speakers, self.speakers.union(*map(speakers_in, wanted))
        holds = all(self.holds(part, texts) for part in asked)
        self.speakers = outer
        return holds

    def says_little(self, part):
        return isinstance(part, Word) and not part.exact and is_stop_word(part.text, self.code)

    def holds_or(self, node, texts):
        return any(self.holds(part, texts) for part in node.parts)

    def holds_not(self, node, texts):
        outer, self.speakers = self.speakers, set()
        held = self.holds(node.part, texts)
        self.speakers = outer
        return not held


def speakers_in(node):
    """Of whom a part asks that one of them is quoted."""
    parts = node.parts if isinstance(node, Or) else [node]
    are_speakers = all(isinstance(part, Named) and part.kind == "speaker" for part in parts)
    return {one for part in parts for one in part.ids} if are_speakers else set()


def values_of(article, field):
    """What an article counts for in a facet."""
    if field == "language":
        return [number_of(article.language)]
    if field in ("year", "month"):
        year, month = article.published_on.year, article.published_on.month
        return [year if field == "year" else year * 12 + month - 1]
    value = getattr(article, FIELDS[field])
    return list(value) if isinstance(value, tuple) else [value] if value is not None else []


def answers(article, conditions):
    """Whether an article fits everything that is asked."""
    if conditions.impossible or article.status not in {
        ("draft", "scheduled", "published", "withdrawn")[number] for number in conditions.statuses
    }:
        return False
    day = article.published_on
    return (
        all(set(values_of(article, field)) & ids for field, ids in conditions.having)
        and not any(set(values_of(article, field)) & ids for field, ids in conditions.lacking)
        and (not conditions.first_day or day >= conditions.first_day)
        and (not conditions.last_day or day <= conditions.last_day)
        and (conditions.tree is None or Reader(article).holds(conditions.tree))
    )


def counted(articles, field):
    """How many articles have each value of a facet."""
    return dict(Counter(value for article in articles for value in set(values_of(article, field))))

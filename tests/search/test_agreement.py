"""The index answers as plain Python does: which articles, in which order, how many, and how many of each kind."""

import os
import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from articles.search.conditions import Conditions
from articles.search.index import SearchIndex
from articles.search.position import Position
from articles.search.schema import COUNTED, IndexedArticle, id_of, sort_key
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
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from tests.conftest import IN_MEMORY
from tests.search.reference import answers, counted
from tests.thorough import rounds

ARCHIVES = int(os.environ.get("AGREEMENT_ARCHIVES", rounds(60)))
QUERIES = 40
WORDS = [
    "tax",
    "taxes",
    "taxed",
    "taxation",
    "vote",
    "votes",
    "voting",
    "voter",
    "budget",
    "budgets",
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "will",
    "Rosselló",
    "rossello",
    "U.S.",
    "covid-19",
    "o’neill",
    "recusal",
    "recusals",
    "recused",
    "senate",
    "Senates",
    "niño",
    "nino",
    "élection",
    "elections",
    "législatif",
    "les",
    "der",
    "die",
    "Steuer",
    "Steuern",
    "año",
    "años",
    "el",
    "2017",
    "happy",
    "happier",
    "sky",
    "skies",
    "dying",
    "die",
    "died",
    "house",
    "houses",
    "housing",
]
LANGUAGES = ("en", "en-US", "fr", "es", "de", "xx")
DAYS = [date(2016, 12, 1) + timedelta(days=17 * number) for number in range(12)]


def text(chance, most):
    return " ".join(chance.choices(WORDS, k=chance.randrange(most + 1))).capitalize()


def an_indexed_article(chance, number, languages):
    day = chance.choice(DAYS)
    said = tuple((chance.randrange(5), text(chance, 8)) for _ in range(chance.randrange(4)))
    return IndexedArticle(
        id=number,
        published_on=day,
        published_at=datetime(day.year, day.month, day.day, chance.randrange(24), tzinfo=UTC),
        status=chance.choice(["published"] * 6 + ["draft", "withdrawn", "scheduled"]),
        publication=chance.randrange(1, 3),
        section=chance.choice([None, 1, 2]),
        people=tuple(chance.sample(range(1, 6), chance.randrange(4))),
        authors=tuple(chance.sample(range(6, 9), chance.randrange(2))),
        topics=tuple(chance.sample(range(1, 5), chance.randrange(3))),
        headline=text(chance, 6) or "Headline",
        standfirst=text(chance, 8),
        body=text(chance, 40),
        byline=text(chance, 2),
        language=chance.choice(languages),
        words=chance.randrange(60),
        subjects=tuple(chance.sample(range(1, 6), chance.randrange(2))),
        speakers=tuple(
            sorted({*chance.sample(range(1, 5), chance.randrange(3)), *(who for who, _ in said if who)})
        ),
        said=said,
    )


def an_article_with(number, body):
    day = date(2017, 6, 9)
    return IndexedArticle(
        id=number, published_on=day, published_at=datetime(2017, 6, 9, tzinfo=UTC), status="published", publication=1, section=None,
        people=(), authors=(), topics=(), headline="Headline", standfirst="", body=body, byline="", language="en", words=0,
    )  # fmt: skip


def a_word(chance):
    return Word(chance.choice(WORDS), exact=chance.random() < 0.25)


def a_tree(chance, depth=3):
    """A random question; the deeper the simpler."""
    kind = chance.randrange(18 if depth else 9)
    simple = {
        4: lambda: Prefix(chance.choice(WORDS)[: chance.randrange(2, 5)]),
        5: lambda: Phrase(" ".join(chance.choices(WORDS, k=chance.randrange(2, 4)))),
        6: lambda: AtLeast(chance.randrange(2, 5), Word(chance.choice(WORDS))),
        7: lambda: Among(
            chance.randrange(1, 12),
            a_word(chance) if chance.random() < 0.8 else Phrase(" ".join(chance.choices(WORDS, k=2))),
        ),
        8: lambda: Near(
            tuple(
                chance.choice(
                    [a_word(chance)] * 4
                    + [Prefix(chance.choice(WORDS)[:3]), Or((a_word(chance), a_word(chance)))]
                )
                for _ in range(chance.randrange(2, 4))
            ),
            chance.randrange(1, 7),
        ),
        9: lambda: Named(
            chance.choice(["person", "speaker", "about", "topic", "section", "publication"]),
            "",
            frozenset({chance.randrange(1, 5)}),
        ),
        10: lambda: Dated(chance.choice([None, *DAYS]), chance.choice([None, *DAYS])),
        11: lambda: Length(chance.choice([None, 20]), chance.choice([None, 40])),
        12: lambda: In(chance.choice([*TEXTS, QUOTED, QUOTED]), a_text_tree(chance)),
        13: lambda: Or(tuple(a_tree(chance, depth - 1) for _ in range(2))),
        14: lambda: Not(a_tree(chance, depth - 1)),
        15: lambda: And(tuple(a_tree(chance, depth - 1) for _ in range(chance.randrange(2, 4)))),
        16: lambda: And((some_speakers(chance), *(a_tree(chance, depth - 1) for _ in range(2)))),
        17: lambda: And((some_speakers(chance), In(QUOTED, a_text_tree(chance)))),
    }
    return simple[kind]() if kind in simple else a_word(chance)


def some_speakers(chance):
    named = [Named("speaker", "", frozenset({chance.randrange(1, 5)})) for _ in range(2)]
    return Or(tuple(named)) if chance.random() < 0.3 else named[0]


def a_text_tree(chance):
    """A question that may be asked of one text alone."""
    parts = (
        a_word(chance),
        Phrase(" ".join(chance.choices(WORDS, k=2))),
        Prefix(chance.choice(WORDS)[:3]),
        Or((a_word(chance), a_word(chance))),
        And((a_word(chance), Not(a_word(chance)))),
        Near((a_word(chance), a_word(chance)), 4),
    )
    return chance.choice(parts)


def some_conditions(chance):
    def some(most):
        return tuple(
            (
                chance.choice(["person", "subject", "speaker", "topic", "author", "section", "publication"]),
                frozenset({chance.randrange(1, 9)}),
            )
            for _ in range(chance.randrange(most))
        )

    return Conditions(
        tree=a_tree(chance) if chance.random() < 0.9 else None,
        having=some(2) if chance.random() < 0.3 else (),
        lacking=some(2) if chance.random() < 0.3 else (),
        first_day=chance.choice(DAYS) if chance.random() < 0.2 else None,
        last_day=chance.choice(DAYS) if chance.random() < 0.2 else None,
        statuses=chance.choice([frozenset({2})] * 5 + [frozenset({0, 3}), frozenset(range(4))]),
    )


def key_of(article):
    return sort_key(article.published_on, article.published_at, article.id)


def snapshot_of(folder, articles):
    index = SearchIndex(folder)
    half = len(articles) // 2
    for some in (articles[:half], articles[half:]):  # two segments, as an archive that grows has them
        with index.writing() as batch:
            batch.add(some)
            batch.commit(Position(below=1))
    return index.snapshot()


def walked(snapshot, conditions, *, newest):
    keys, page = [], snapshot.keys(conditions, size=3, newest=newest)
    while page:
        keys += page
        page = snapshot.keys(conditions, size=3, newest=newest, beyond=keys[-1])
    return keys


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as name:
        yield Path(name)


@pytest.mark.parametrize("seed", range(ARCHIVES))
def test_random_questions_to_a_random_archive_are_answered_as_plain_python_does(seed, folder, monkeypatch):
    if seed % 2:  # as in a large archive, where few months are looked at first
        monkeypatch.setattr("articles.search.windows.LARGE", 0)
        monkeypatch.setattr("articles.search.windows.ENOUGH", (3, 9))
    chance = random.Random(seed)
    languages = LANGUAGES[:1] if seed % 3 == 0 else LANGUAGES
    articles = [an_indexed_article(chance, number, languages) for number in range(1, chance.randrange(4, 50))]
    snapshot = snapshot_of(folder, articles)
    for _ in range(QUERIES):
        conditions = some_conditions(chance)
        found = sorted((a for a in articles if answers(a, conditions)), key=key_of, reverse=True)
        keys = [key_of(article) for article in found]
        assert snapshot.total(conditions) == len(found), (conditions, [a.id for a in found])
        assert snapshot.keys(conditions, size=100) == keys, conditions
        assert walked(snapshot, conditions, newest=False) == keys[::-1], conditions
        assert sorted(snapshot.best(conditions, size=100)) == sorted(keys), conditions
        counts = snapshot.counts(conditions, dict.fromkeys(COUNTED, 100))
        assert counts == {field: counted(found, field) for field in COUNTED}, conditions
    assert snapshot.size() == len(articles)
    assert {id_of(key_of(article)) for article in articles} == {article.id for article in articles}

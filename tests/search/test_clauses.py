"""Questions about places of words are answered whatever the number of words they stand for."""

import tempfile
from pathlib import Path

import pytest

from articles.search.conditions import Conditions
from articles.search.query import parse
from tests.conftest import IN_MEMORY
from tests.search.test_agreement import an_article_with, snapshot_of


@pytest.fixture(scope="module")
def snapshot():
    many = " ".join(f"reach{number:04}" for number in range(3000))
    texts = [
        f"{many} tax",
        "reaching far for a tax",
        "reached " + "word " * 50 + "tax",
        "the U.S. tax of the president’s men",
    ]
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        yield snapshot_of(
            Path(folder), [an_article_with(number, body) for number, body in enumerate(texts, 1)]
        )


def found(snapshot, typed):
    return sorted(key & 7 for key in snapshot.keys(Conditions(tree=parse(typed).tree), size=10))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("reac* w/5 tax", [1, 2]),
        ("-(reac* w/5 tax)", [3, 4]),
        ("(reac* OR far) w/2 tax", [1]),
        ("(reaching OR far) w/3 tax", [2]),
        ("body:(reac* w/100 tax)", [1, 2, 3]),
        (f"({' OR '.join(f'reach{n:04}' for n in range(13))}) w/100 tax", []),
        ("president’s w/9 tax", [4]),
        ("first3:U.S.", [4]),
        ("first2:U.S.", []),
        ('"U.S. tax"~3', [4]),
        ('"president’s the"~2', [4]),
    ],
)
def test_words_are_found_in_their_places(snapshot, typed, ids):
    assert found(snapshot, typed) == ids


@pytest.mark.parametrize("typed", ["U.S. w/5 tax", "rea* w/5 tax", "atleast2:vice-president"])
def test_what_has_no_single_place_is_said_and_searched_without_it(typed):
    assert parse(typed).problems
    assert parse(typed).tree is not None


def test_too_many_words_for_their_places_are_searched_anywhere(snapshot, monkeypatch):
    monkeypatch.setattr("articles.search.clauses.MOST_PLACED", 100)
    assert found(snapshot, "reac* w/5 tax") == [1, 2, 3]

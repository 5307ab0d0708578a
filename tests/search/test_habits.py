"""What readers write from habit is told from words that only look like it."""

import pytest

from articles.search.parser.habits import distance, number, word_or_prefix
from articles.search.tree import Prefix, Word


@pytest.mark.parametrize(
    "text",
    ["near", "same", "Near", "nears", "adjs", "adj", "w/", "w5", "w/x", "24/7", "/", "5", "n5", "w/5x", "w/٥", "and/or"],
)  # fmt: skip
def test_word_that_looks_like_a_connector_is_none(text):
    assert distance(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("w/5", 5),
        ("W/5", 5),
        ("near5", 5),
        ("Near/5", 5),
        ("near(5)", 5),
        ("adj12", 12),
        ("pre/5", 5),
        ("/5", 5),
    ]
    + [("w/s", 15), ("w/sent", 15), ("/S", 15), ("/p", 50), ("w/para", 50), ("SAME", 50), ("NEAR", 10)],
)
def test_connector_says_how_many_words_apart(text, words):
    assert distance(text) == words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("econom*", Prefix("econom")),
        ("econom!", Prefix("econom")),
        ("tax~", Word("tax")),
        ("tax~0.8", Word("tax")),
        ("tax^4", Word("tax")),
        ("near5~2", Word("near5~2")),
        ("a!b!", Word("a!b!")),
        ("x*y!", None),
    ],
)
def test_mark_at_the_end_of_a_word_is_understood(text, meant):
    assert word_or_prefix(text) == meant


def test_number_of_any_length_is_read():
    assert number("9" * 100_000) == 10**9

"""Keys by which articles are cited."""

import re

import pytest
from hypothesis import given

from articles.exports.references import key
from tests.exports.builders import an_outgoing, hostile, hostile_outgoing


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "whitfield2017budget-17"),
        ({"authors": ("Ursula von der Leyen",)}, "leyen2017budget-17"),
        ({"authors": ("José Díaz",)}, "diaz2017budget-17"),
        ({"authors": (), "byline": ""}, "capitalledger2017budget-17"),
        ({"authors": (), "byline": "By Reuters"}, "reuters2017budget-17"),
        ({"headline": "The 50 of us"}, "whitfield2017the-17"),
        ({"headline": "A “Recusal”"}, "whitfield2017recusal-17"),
        ({"headline": "2017"}, "whitfield2017-17"),
        ({"headline": "Übergabe"}, "whitfield2017ubergabe-17"),
    ],
)
def test_key_is_author_year_word_and_number(fields, expected):
    assert key(an_outgoing(**fields)) == expected


@given(hostile)
def test_key_is_ascii_and_ends_with_the_number(text):
    assert re.fullmatch("[a-z0-9]+-17", key(hostile_outgoing(text)))

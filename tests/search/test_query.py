"""What is typed in the search box becomes words, phrases and what must not occur; nothing typed is an error."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.query import Term, parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("budget vote", (Term("budget"), Term("vote"))),
        ('"travel ban"', (Term("travel ban", phrase=True),)),
        ("“travel ban”", (Term("travel ban", phrase=True),)),
        ("-senate", (Term("senate", wanted=False),)),
        ('-"travel ban" court', (Term("travel ban", phrase=True, wanted=False), Term("court"))),
        ('"never closed', (Term("never closed", phrase=True),)),
        ("well-known", (Term("well-known"),)),
        ("--x", (Term("-x", wanted=False),)),
        ('a"b c"d', (Term("a"), Term("b c", phrase=True), Term("d"))),
        ("", ()),
    ],
)
def test_query_is_read(typed, terms):
    assert parse(typed).terms == terms


@pytest.mark.parametrize("typed", ['"', '""', "-", "- -", "!!! ???", '-""'])
def test_query_without_a_word_says_so(typed):
    assert parse(typed).terms == ()
    assert parse(typed).problems == ("The search has no word in it that can be looked for.",)


def test_long_query_is_cut_and_says_so():
    found = parse("ab " * 100)
    assert len(found.terms) == 32
    assert len(found.problems) == 2


@given(st.text(max_size=300))
def test_any_text_is_answered(typed):
    assert all(term.text for term in parse(typed).terms)


def test_reading_takes_linear_time():
    began = time.perf_counter()
    parse('-"' * 100 + '"-' * 100_000)
    assert time.perf_counter() - began < 0.5

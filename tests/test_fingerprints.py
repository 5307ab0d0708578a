"""Nearly equal texts share a band, and are told from texts that are merely about the same."""

import random
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.fingerprints import BANDS, bands, likeness


def a_text(seed: int, words: int = 400) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(string.ascii_lowercase) + str(rng.randrange(4000)) for _ in range(words))


def edited(text: str, edits: int, seed: int = 1) -> str:
    rng, words = random.Random(seed), text.split()
    for _ in range(edits):
        words.insert(rng.randrange(len(words)), f"new{rng.randrange(10_000)}")
    return " ".join(words)


def share_a_band(one: str, other: str) -> bool:
    return any(a == b for a, b in zip(bands(one), bands(other), strict=True))


def test_text_has_twelve_numbers_of_32_bits():
    found = bands(a_text(1))
    assert len(found) == BANDS == 12
    assert all(-(1 << 31) <= number < 1 << 31 for number in found)


def test_numbers_are_the_same_on_every_machine():
    assert bands(
        "The Senate passed the budget by 51 votes to 49 on Friday night after a debate of nine hours " * 3
    )[:3] == (-1040259095, 804851242, 331250615)


def test_case_punctuation_and_white_space_do_not_count():
    text = a_text(2)
    assert bands(text) == bands(text.upper().replace(" ", ",\n "))


@pytest.mark.parametrize("text", ["", "The Senate rose.", "one " * 23])
def test_short_text_has_none(text):
    assert bands(text) == ()


def test_copies_with_few_edits_nearly_always_share_a_band():
    pairs = [(a_text(seed), edited(a_text(seed), 20, seed)) for seed in range(200)]
    assert sum(share_a_band(*pair) for pair in pairs) >= 175
    assert all(likeness(*pair) > 0.7 for pair in pairs)


def test_different_texts_hardly_ever_share_a_band():
    texts = [a_text(seed) for seed in range(200)]
    assert sum(share_a_band(*pair) for pair in zip(texts, texts[1:], strict=False)) == 0
    assert likeness(*texts[:2]) < 0.05


def test_likeness_is_the_share_of_runs_of_four_words():
    one = " ".join(map(str, range(100)))
    other = " ".join(map(str, range(50, 150)))
    assert likeness(one, one) == 1.0
    assert likeness(one, other) == pytest.approx(47 / 147)


@given(st.text(max_size=400))
def test_any_text_has_numbers_or_none(text):
    assert len(bands(text)) in (0, BANDS)


def test_long_text_takes_no_longer_than_its_bound():
    began = time.perf_counter()
    bands("word " * 2_000_000)
    assert time.perf_counter() - began < 5

"""Languages, years and months as numbers, as a URL writes them and as a reader calls them."""

import pytest

from articles.measures import name_of, number_of, slug_of


@pytest.mark.parametrize(
    ("kind", "slug", "name"),
    [
        ("language", "es", "Spanish"),
        ("language", "und", "Undetermined"),
        ("year", "2017", "2017"),
        ("year", "0868", "868"),
        ("month", "2017-06", "June 2017"),
        ("month", "9998-12", "December 9998"),
    ],
)
def test_a_value_is_read_and_written_back(kind, slug, name):
    number = number_of(kind, slug)
    assert slug_of(kind, number) == slug
    assert name_of(kind, number) == name


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("year", "17"), ("year", "2017-06"), ("year", "0000"), ("year", "9999"), ("year", "٢٠١٧"), ("year", ""),
        ("month", "2017"), ("month", "2017-13"), ("month", "2017-00"), ("month", "2017-6"), ("month", "2017-06-09"),
        ("language", "EN"), ("language", "en-US"), ("language", "english"), ("language", ""),
    ],
)  # fmt: skip
def test_what_is_no_value_is_none(kind, slug):
    assert number_of(kind, slug) is None

"""What the feeds have in common."""

import pytest

from articles.exports.feeds import authors, entry_id, title
from tests.exports.builders import a_heading, an_outgoing


@pytest.mark.parametrize(
    ("permalink", "authority"),
    [
        ("https://Archive.Example.org/2017/", "archive.example.org"),
        ("http://127.0.0.1:8000/2017/", "127.0.0.1"),
        ("http://localhost:8000/2017/", "localhost"),
        ("http://[::1]:8000/2017/", "localhost"),
    ],
)
def test_entry_is_known_by_the_archive_that_took_it_in(permalink, authority):
    assert entry_id(an_outgoing(permalink=permalink)) == f"tag:{authority},2026-05-01:articles/17"


def test_feed_of_all_articles_is_called_after_the_archive():
    assert title(a_heading(question="")) == "Newsroom"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["Dana Whitfield", "Priya Raman"]),
        ({"authors": ("Martin Luther King, Jr.",)}, ["Martin Luther King Jr."]),
        ({"authors": (), "byline": "By The Associated Press"}, ["The Associated Press"]),
        ({"authors": (), "byline": "Staff report"}, ["The Capital Ledger"]),
        ({"authors": (), "byline": "", "publication": ""}, []),
    ],
)
def test_authors_are_those_who_signed_or_the_publication(fields, expected):
    assert authors(an_outgoing(**fields)) == expected

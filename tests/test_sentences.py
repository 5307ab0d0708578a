"""Sentences end where a reader thinks they do."""

import pytest

from articles.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Then-Sen. Jeff Sessions voted. It passed.", ["Then-Sen. Jeff Sessions voted.", "It passed."]),
        ("The U.S. Senate met Jan. 3. It rose.", ["The U.S. Senate met Jan. 3.", "It rose."]),
        ("H. R. McMaster spoke. He left.", ["H. R. McMaster spoke.", "He left."]),
        ("It cost $5.7 billion. That was all.", ["It cost $5.7 billion.", "That was all."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        (
            "Former Pa. Sen. Rick Santorum spoke. He left.",
            ["Former Pa. Sen. Rick Santorum spoke.", "He left."],
        ),
        ("A line\nAnother line", ["A line", "Another line"]),
        ("", []),
    ],
)
def test_text_is_split_into_sentences(text, expected):
    assert list(sentences(text)) == expected

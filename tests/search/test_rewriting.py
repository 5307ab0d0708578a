"""A query with a word of it spelled otherwise."""

import pytest

from articles.search.rewriting import joined, respelled


@pytest.mark.parametrize(
    ("query", "word", "spelling", "expected"),
    [
        ("", "recusall", "recusal", None),
        ("recusallx", "recusall", "recusal", None),
        ("person:recusall", "recusall", "recusal", None),
        ("person:(jeff recusall)", "recusall", "recusal", None),
        ("Recusall", "recusall", "recusal", "recusal"),
        ("récusall recusall", "recusall", "recusal", "recusal recusall"),
        ("person:recusall recusall", "recusall", "recusal", "person:recusall recusal"),
        ('"the recusall  vote" -x', "recusall", "recusal", '"the recusal  vote" -x'),
        ("headline:(recusall OR x)", "recusall", "recusal", "headline:(recusal OR x)"),
        ("recusall's", "recusall", "recusal", "recusal's"),
        ("taxcut vote", "taxcut", "tax cut", "tax cut vote"),
        ("headline:taxcut", "taxcut", "tax cut", 'headline:"tax cut"'),
        ('"the taxcut"', "taxcut", "tax cut", '"the tax cut"'),
        ("taxcut OR vote", "taxcut", "tax cut", '"tax cut" OR vote'),
    ],
)
def test_word_is_replaced_in_place(query, word, spelling, expected):
    assert respelled(query, word, spelling) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("land", []),
        ("land OR lord", []),
        ("-land lord", []),
        ("land -lord", []),
        ("headline:land lord", []),
        ("land, lord", []),
        ("person:(land lord)", []),
        ("Land lord", [("land lord", "landlord", "landlord")]),
        (
            '"the land lord"',
            [("the land", "theland", '"theland lord"'), ("land lord", "landlord", '"the landlord"')],
        ),
        ("land-lord", [("land lord", "landlord", "landlord")]),
    ],
)
def test_neighbours_are_joined(query, expected):
    assert [*joined(query)] == expected

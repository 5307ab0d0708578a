"""Known people are found in articles, sure matches apart from what only an editor can tell."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.people.known import Known, Match, OtherName, Text
from articles.people.recognise import Recogniser
from articles.people.tenures import Tenure
from tests.thorough import rounds

DAY = date(2017, 6, 9)
SENATE = "United States Senate"
PEOPLE = [
    Known(
        1,
        "Donald Trump",
        (OtherName("Donald J. Trump"),),
        (Tenure(title="President", first=date(2017, 1, 20), last=date(2021, 1, 20)),),
    ),
    Known(2, "Donald Trump Jr."),
    Known(3, "Mike Pence", (), (Tenure(title="Vice President", first=date(2017, 1, 20)),)),
    Known(4, "Conan O’Brien"),
    Known(5, "José Díaz"),
    Known(6, "George Bush (father)", (OtherName("George Bush"),)),
    Known(7, "George Bush (son)", (OtherName("George Bush"),)),
    Known(8, "李强"),
    Known(9, "Jane Roe", (OtherName("Jane Doe", date(2001, 1, 1), date(2010, 12, 31)),)),
    Known(
        10,
        "Sherrod Brown",
        (),
        (Tenure(title="Senator", first=date(2007, 1, 3), state="OH", party="Democratic"),),
    ),
    Known(
        11,
        "Scott Brown",
        (),
        (Tenure(title="Senator", first=date(2010, 2, 4), state="MA", party="Republican"),),
    ),
]
RECOGNISER = Recogniser(PEOPLE)


def read(text="", headline="", standfirst="", day=DAY):
    return RECOGNISER.read(Text(headline=headline, standfirst=standfirst, body=text, day=day))


def found(text, **more):
    return [(match.person, text[match.start : match.end]) for match in read(text, **more).matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump met Mike Pence.", [(1, "Donald Trump"), (3, "Mike Pence")]),
        ("Donald J. Trump spoke. Trump’s aides left.", [(1, "Donald J. Trump"), (1, "Trump")]),
        ("Donald Trump Jr. spoke", [(2, "Donald Trump Jr.")]),
        ("Conan O’Brien, Conan O‘Brien, Conan O'Brien", [(4, "Conan O’Brien"), (4, "Conan O‘Brien"), (4, "Conan O'Brien")]),
        ("José Díaz", [(5, "José Díaz")]),
        ("Jose\u0301 Di\u0301az came", [(5, "Jose\u0301 Di\u0301az")]),
        ("Donald\u00a0Trump, Donald  Trump", [(1, "Donald\u00a0Trump"), (1, "Donald  Trump")]),
        ("李强, 李强。", [(8, "李强"), (8, "李强")]),
        ("Trumps Trumpism aTrump Trump2 trump", []),
        ("Trump said so, and Pence agreed.", []),
        ("Donald\nTrump", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_found_where_they_stand(text, expected):
    assert found(text) == expected


def test_each_match_says_where_and_by_which_rule():
    recognised = read("Donald Trump met President Trump. Trump left.", headline="Trump leaves")
    assert recognised.matches == (
        Match(1, "h", 0, 5, "surname"),
        Match(1, "b", 0, 12, "name"),
        Match(1, "b", 27, 32, "title"),
        Match(1, "b", 34, 39, "surname"),
    )
    assert recognised.counts == {1: 4}


def test_other_name_counts_in_the_time_in_which_it_was_used():
    assert found("Jane Doe won.", day=date(2005, 1, 1)) == [(9, "Jane Doe")]
    assert found("Jane Doe won.", day=date(2017, 1, 1)) == []


def test_name_of_two_people_is_left_to_an_editor():
    recognised = read("George Bush spoke. George Bush left.")
    assert recognised.matches == ()
    (doubt,) = recognised.doubts
    assert (doubt.name, doubt.candidates, doubt.count) == ("George Bush", (6, 7), 2)


def test_title_that_two_people_of_a_name_bear_is_left_to_an_editor_unless_the_state_tells():
    (doubt,) = read("The bill of Senator Brown failed.", day=date(2011, 6, 1)).doubts
    assert (doubt.name, doubt.candidates) == ("Senator Brown", (10, 11))
    assert found("The bill of Senator Brown of Ohio failed.", day=date(2011, 6, 1)) == [(10, "Brown")]
    assert found("The bill of Sen. Brown (R-Mass.) failed.", day=date(2011, 6, 1)) == [(11, "Brown")]


def test_nobody_is_known_in_an_empty_archive():
    assert Recogniser([]).read(Text(body="Donald Trump met Mike Pence.", day=DAY)).matches == ()


@pytest.mark.parametrize("name", ["", "  ", "...", "—", "\u0301", "(", "J."])
def test_names_without_letters_harm_nobody(name):
    assert len(Recogniser([Known(1, name)]).read(Text(body="J. said ... — (", day=DAY)).matches) <= 1


pieces = st.sampled_from(
    [
        "Donald Trump", "Trump", "Brown", "Sen. ", "President ", "Mike Pence", "Pence", "’s", " ", " ", "\n", "-", ", R-Ohio", " (D-Ohio)", ".",
        "Jr.", "George Bush", " of Ohio", "TRUMP", "MIKE PENCE", "“", "”", "\u0301", "\u00a0", "李强", " and ", "the ", "é", "\ud800", "\x00",
    ]
)  # fmt: skip


@settings(max_examples=rounds(400), deadline=None)
@given(st.lists(pieces, max_size=25).map("".join), st.lists(pieces, max_size=6).map("".join))
def test_whatever_the_text_matches_are_in_order_within_it_and_apart(body, headline):
    recognised = read(body, headline=headline)
    for part, text in (("h", headline), ("b", body)):
        matches = [match for match in recognised.matches if match.part == part]
        assert all(0 <= match.start < match.end <= len(text) for match in matches)
        assert all(one.end <= two.start for one, two in zip(matches, matches[1:], strict=False))
    assert all(doubt.candidates for doubt in recognised.doubts)


@pytest.mark.parametrize(
    "text",
    ["Trump " * 40_000, "Donald Trump " * 20_000, "Sen. " * 60_000, "A" * 300_000, "Mc" * 100_000, "-Trump" * 40_000, "the Donald " * 30_000],
)  # fmt: skip
def test_monstrous_texts_are_read_in_time(text):
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 20


FAMILIES = Recogniser(
    [
        *PEOPLE,
        Known(20, "George H. W. Bush", (), (Tenure(title="President", first=date(1989, 1, 20), last=date(1993, 1, 20)),)),
        Known(21, "George W. Bush", (), (Tenure(title="President", first=date(2001, 1, 20), last=date(2009, 1, 20)),)),
        Known(22, "Jerry Brown", (), (Tenure(title="Governor", first=date(2011, 1, 3), last=date(2019, 1, 7), state="CA"),)),
        Known(23, "Theresa May"),
        Known(24, "Jeff Sessions"),
        Known(25, "Rod Rosenstein"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Gov. Kate Brown of Oregon signed it. Gov. Brown said it was time.", "2017-06-22", []),
        ("Gov. Brown said it was time.", "2017-06-22", ["Brown"]),
        ("The first President Bush sent troops to Kuwait.", "2005-06-01", []),
        ("The elder President Bush was there.", "2005-06-01", []),
        ("It ended. President Bush was there.", "2005-06-01", ["Bush"]),
        ("Theresa May met the Queen. On 8 May she had been away, by the 9th May she was back.", "2017-06-01", ["Theresa May"]),
        ("Donald Trump signed it. Top Trump aides met. Trump flew home.", "2017-06-01", ["Donald Trump", "Trump", "Trump"]),
        ("Donald Trump won. Russian Trump fans met Candidate Trump.", "2017-06-01", ["Donald Trump", "Trump", "Trump"]),
        ("Donald Trump came. Melania Trump came. Trump spoke.", "2017-06-01", ["Donald Trump"]),
        ("The deputy, Rod Rosen- stein, wrote a memo.", "2017-06-01", ["Rod Rosen- stein"]),
        ("Jeff Sessions came. Sessions began at noon. Two Sessions of the House fell out.", "2017-06-01", ["Jeff Sessions"]),
        ("Jeff Sessions came. Sessions, held in secret, ended.", "2017-06-01", ["Jeff Sessions"]),
    ],
)  # fmt: skip
def test_what_once_was_taken_for_another_is_not(text, day, expected):
    matches = FAMILIES.read(Text(body=text, day=date.fromisoformat(day))).matches
    assert [text[match.start : match.end] for match in matches] == expected

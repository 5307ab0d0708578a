"""People are found by exactly their names, and where they are."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.people.folding import fold
from articles.people.recognise import Match, Recogniser, count_people
from tests.thorough import rounds

PEOPLE = [
    (1, "Donald Trump"),
    (1, "Trump"),
    (2, "Donald Trump Jr."),
    (3, "Mike Pence"),
    (3, "Pence"),
    (4, "Conan O'Brien"),
    (5, "Jos\u00e9 D\u00edaz"),
    (6, "George Bush"),
    (7, "George Bush"),
    (7, "Bush"),
]


def found(text, people=PEOPLE):
    return [(match.person, text[match.start : match.end]) for match in Recogniser(people).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump met Mike Pence.", [(1, "Donald Trump"), (3, "Mike Pence")]),
        ("Donald Trump Jr. spoke", [(2, "Donald Trump Jr.")]),
        (
            "Trump-Pence, (Trump), Trump's, \u201cTrump\u201d",
            [(1, "Trump"), (3, "Pence"), (1, "Trump"), (1, "Trump"), (1, "Trump")],
        ),
        ("Trumps Trumpism aTrump Trump2 trump TRUMP", []),
        ("Trump\u0301 \u0301Trump", []),
        (
            "Donald\u00a0Trump, Donald\n  Trump, Donald \t Trump",
            [(1, "Donald\u00a0Trump"), (1, "Donald\n  Trump"), (1, "Donald \t Trump")],
        ),
        (
            "Conan O\u2019Brien, Conan O\u2018Brien, Conan O'Brien",
            [(4, "Conan O\u2019Brien"), (4, "Conan O\u2018Brien"), (4, "Conan O'Brien")],
        ),
        (
            "Jose\u0301 Di\u0301az and Jos\u00e9 D\u00edaz",
            [(5, "Jose\u0301 Di\u0301az"), (5, "Jos\u00e9 D\u00edaz")],
        ),
        ("Jose D\u00edaz", []),
        ("George Bush and Bush", [(7, "Bush")]),
        ("Trump", [(1, "Trump")]),
        ("", []),
    ],
)
def test_names_are_found_where_they_stand_alone(text, expected):
    assert found(text) == expected


def test_places_refer_to_the_text_as_given():
    assert Recogniser([(9, "Jos\u00e9 D\u00edaz")]).find("e\u0301  Jose\u0301\n\nD\u00edaz.") == [
        Match(9, 4, 15, "name")
    ]


def test_name_of_two_people_matches_nobody_but_twice_the_same_person_does():
    assert found("Ann Lee", [(1, "Ann Lee"), (2, "Ann\u00a0Lee")]) == []
    assert found("Ann Lee", [(1, "Ann Lee"), (1, " Ann  Lee ")]) == [(1, "Ann Lee")]


@pytest.mark.parametrize("people", [[], [(1, "")], [(1, "  ")], [(1, "...")]])
def test_without_names_nobody_is_found(people):
    assert found("Donald Trump ... ", people) == []


def test_people_are_counted():
    matches = Recogniser(PEOPLE).find("Trump, Pence, Donald Trump and Donald Trump Jr.")
    assert count_people(matches) == {1: 2, 3: 1, 2: 1}
    assert count_people([]) == {}


def stands_alone(text, start, end):
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not any(character.isalnum() or unicodedata.category(character)[0] == "M" for character in around)


def squeezed(text):
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def found_naively(text, people):
    """Return the folded names that a plain search at every place finds."""
    text = unicodedata.normalize("NFC", text.replace("\u2019", "'"))
    text = squeezed("".join(" " if character.isspace() else character for character in text))
    owners = {}
    for person, name in people:
        owners.setdefault(name, set()).add(person)
    matches, place = [], 0
    while place < len(text):
        fitting = [
            name
            for name in owners
            if text.startswith(name, place) and stands_alone(text, place, place + len(name))
        ]
        longest = max(fitting, key=len, default=None)
        if longest and len(owners[longest]) == 1:
            matches.append((*owners[longest], longest))
        place += len(longest) if longest else 1
    return matches


words = st.sampled_from(["A", "B", "A B", "B A", "A B A", "A'B", "\u00e9", "\u00e9 A", "AB"])
parts = st.sampled_from(
    [
        "A",
        "B",
        "A",
        "B",
        " ",
        " ",
        "\u00a0",
        "\n",
        "'",
        "\u2019",
        "-",
        ".",
        "e\u0301",
        "\u00e9",
        "\u0301",
        "x",
    ]
)


@settings(max_examples=rounds(300), deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), words), max_size=6), st.lists(parts, max_size=20).map("".join))
def test_recogniser_agrees_with_a_plain_search(people, text):
    matches = Recogniser(people).find(text)
    assert [(match.person, fold(text[match.start : match.end]).text) for match in matches] == found_naively(
        text, people
    )
    assert all(first.end <= second.start for first, second in zip(matches, matches[1:], strict=False))


@settings(max_examples=rounds(200), deadline=None)
@given(
    st.text(
        st.characters() | st.sampled_from("\u1100\u1161\u11a8\uac00\u0301\u0323\u0344\u0958\u0338 \u00a0'e")
    )
)
def test_folded_text_is_composed_and_knows_its_places(text):
    folded = fold(text)
    spaced = "".join(
        " " if character.isspace() else "'" if character in "\u2018\u2019\u02bc" else character
        for character in text
    )
    assert folded.text == unicodedata.normalize("NFC", squeezed(spaced))
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(start < end for start, end in zip(folded.starts, folded.ends, strict=True))


@pytest.mark.parametrize(
    "text", ["a" + "\u0315\u0300\u0323" * 50_000, "e\u0301" * 100_000, "Trump " * 30_000, " " * 300_000]
)
def test_hostile_size_is_answered_quickly(text):
    recogniser = Recogniser([*PEOPLE, (8, "A"), (8, "A " * 200)])
    begun = time.process_time()
    recogniser.find(text)
    assert time.process_time() - begun < 3

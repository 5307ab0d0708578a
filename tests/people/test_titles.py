"""Titles are one however they are printed, and tell whom they may stand before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.titles import (
    HONORIFICS,
    PREFIXES,
    TITLE_WORDS,
    canonical,
    plain,
    tense,
    tense_of,
    title_forms,
    without_title,
)

CANONICAL = [
    ("sen.", "senator"),
    ("Sen", "senator"),
    ("Senator", "senator"),
    ("U.S. Senator", "senator"),
    ("Republican Sen.", "senator"),
    ("GOP Senator", "senator"),
    ("Sens.", "senator"),
    ("Rep.", "representative"),
    ("Congressman", "representative"),
    ("Congresswoman", "representative"),
    ("Democratic Rep.", "representative"),
    ("Member of Congress", "representative"),
    ("AG", "attorney general"),
    ("A.G.", "attorney general"),
    ("Attorney General", "attorney general"),
    ("Attorney-General", "attorney general"),
    ("ATTORNEY  GENERAL", "attorney general"),
    ("U.S. Attorney General", "attorney general"),
    ("Attorney General of the United States", "attorney general"),
    ("Gov.", "governor"),
    ("Governor of Alabama", "alabama governor"),
    ("Gen.", "general"),
    ("Lt. Gen.", "lieutenant general"),
    ("Lt. Gov.", "lieutenant governor"),
    ("V.P.", "vice president"),
    ("VP", "vice president"),
    ("Vice-President", "vice president"),
    ("Pres.", "president"),
    ("Mr. President", "president"),
    ("the President", "president"),
    ("President of the United States", "president"),
    ("President of Russia", "russian president"),
    ("House Speaker", "speaker"),
    ("Speaker of the House", "speaker"),
    ("Madam Speaker", "speaker"),
    ("Chief Justice", "chief justice"),
    ("Justice", "justice"),
    ("Associate Justice", "justice"),
    ("Supreme Court Justice", "justice"),
    ("PM", "prime minister"),
    ("Prime Minister", "prime minister"),
    ("Chancellor", "chancellor"),
    ("Secretary of State", "secretary of state"),
    ("State Secretary", "secretary of state"),
    ("Secretary of Defense", "defense secretary"),
    ("Secretary of the Treasury", "treasury secretary"),
    ("Defence Secretary", "defense secretary"),
    ("Secretary of Health and Human Services", "hhs secretary"),
    ("Georgia Secretary of State", "georgia secretary of state"),
    ("Secretary of State of Georgia", "georgia secretary of state"),
    ("White House Press Secretary", "press secretary"),
    ("White House chief of staff", "chief of staff"),
    ("Director of the FBI", "fbi director"),
    ("Director of the Federal Bureau of Investigation", "fbi director"),
    ("DNI", "national intelligence director"),
    ("Director of National Intelligence", "national intelligence director"),
    ("National Security Advisor", "national security adviser"),
    ("Ambassador of Russia", "russian ambassador"),
    ("Ambassador to the United Nations", "un ambassador"),
    ("U.N. Ambassador", "un ambassador"),
    ("Republican National Committee Chairwoman", "rnc chairman"),
    ("then-Sen.", "senator"),
    ("former President", "president"),
    ("ex-Gov.", "governor"),
    ("one-time Senator", "senator"),
    ("President-elect", "president"),
    ("former acting AG", "attorney general"),
    ("U.S. Attorney", "us attorney"),
    ("Counselor to the President", "counselor to the president"),
    ("Wizard", "wizard"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "expected"), CANONICAL)
def test_ways_of_printing_a_title_are_one(title, expected):
    assert canonical(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senator", {"senator"}),
        ("Attorney General", {"attorney general"}),
        ("Deputy Attorney General", {"deputy attorney general"}),
        ("Vice President", {"vice president"}),
        ("Lieutenant Governor", {"lieutenant governor"}),
        ("Secretary of State", {"secretary of state", "secretary"}),
        ("Secretary of Defense", {"secretary of defense", "defense secretary", "secretary"}),
        ("Deputy Secretary of State", {"deputy secretary of state", "deputy secretary"}),
        ("Press Secretary", {"press secretary"}),
        ("Special Counsel", {"special counsel"}),
        ("FBI Director", {"fbi director", "director"}),
        ("FBI Deputy Director", {"fbi deputy director", "deputy director"}),
        ("Speaker of the House", {"speaker of the house", "speaker", "house speaker"}),
        ("Senate Majority Leader", {"senate majority leader", "majority leader", "leader"}),
        ("House Minority Whip", {"house minority whip", "minority whip", "whip"}),
        ("National Security Adviser", {"national security adviser", "national security advisor"}),
        ("National Security Advisor", {"national security adviser", "national security advisor"}),
        ("Associate Justice", {"associate justice", "justice"}),
        ("Chief Justice", {"chief justice", "justice"}),
        ("Russian Ambassador", {"russian ambassador", "ambassador"}),
        ("Lieutenant General", {"lieutenant general", "general"}),
        ("Prime Minister", {"prime minister"}),
        ("Counselor to the President", {"counselor to the president"}),
        ("White House Chief of Staff", {"white house chief of staff", "chief of staff"}),
        ("", set()),
    ],
)
def test_post_gives_its_holder_titles(title, expected):
    assert title_forms(title) == expected


@pytest.mark.parametrize(
    ("title", "among"),
    [
        ("Ambassador of Russia", {"ambassador", "russian ambassador", "ambassador of russia"}),
        ("Secretary of Health and Human Services", {"hhs secretary", "health and human services secretary", "secretary"}),
        ("Governor of Alabama", {"governor", "alabama governor"}),
        ("President of Russia", {"president", "russian president"}),
        ("Chair of the Federal Reserve", {"chairman", "federal reserve chairman"}),
    ],
)  # fmt: skip
def test_long_title_gives_short_ones(title, among):
    assert among <= title_forms(title)


def test_styles_are_titles_too():
    assert title_forms("Attorney General", ["AG", "Top Cop"]) == {"attorney general", "ag", "top cop"}


@pytest.mark.parametrize("title", [title for title, _ in CANONICAL])
def test_titles_of_a_post_are_canonical_ones_too(title):
    assert {canonical(form) for form in title_forms(title)} <= title_forms(title)
    assert canonical(canonical(title)) == canonical(title)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("former", "former"),
        ("ex", "former"),
        ("ex-", "former"),
        ("late", "former"),
        ("then", "then"),
        ("Then-", "then"),
        ("elect", "elect"),
        ("-elect", "elect"),
        ("incoming", "elect"),
        ("acting", ""),
        ("outgoing", ""),
        ("Senator", ""),
        ("", ""),
    ],
)
def test_word_beside_a_title_tells_its_day(word, expected):
    assert tense_of(word) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("former Sen.", "former"),
        ("then-Attorney General", "then"),
        ("President-elect", "elect"),
        ("ex-FBI Director", "former"),
        ("Senator", ""),
        ("acting Attorney General", ""),
    ],
)
def test_title_tells_its_day(title, expected):
    assert tense(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sen. Lindsey Graham", "Lindsey Graham"),
        ("Attorney General Jeff Sessions", "Jeff Sessions"),
        ("Lt. Gen. H. R. McMaster", "H. R. McMaster"),
        ("Senator", "Senator"),
        ("Jeff Sessions", "Jeff Sessions"),
    ],
)
def test_titles_are_taken_from_a_name(name, expected):
    assert without_title(name) == expected


def test_words_for_scanning_are_plain():
    assert {plain(word) for word in TITLE_WORDS | HONORIFICS} == TITLE_WORDS | HONORIFICS
    assert not TITLE_WORDS & {"of", "the", "and", "to", "for"}
    assert TITLE_WORDS.isdisjoint(PREFIXES)
    assert all(
        word in TITLE_WORDS
        for word in ["attorney", "general", "sen", "rep", "ag", "deputy", "fbi", "prime", "minister"]
    )


@given(st.text() | st.lists(st.sampled_from(sorted(TITLE_WORDS | {"of", "the", "to"}))).map(" ".join))
def test_any_title_has_a_spelling_that_its_post_has(title):
    assert canonical(title) in title_forms(title) | {""}
    assert tense(title) in ("", "former", "then", "elect")

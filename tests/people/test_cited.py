"""Names are cited in their parts; what has none stays in one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.cited import CitedName, cited_name, credited, organisation


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dana Whitfield", CitedName("Whitfield", "Dana")),
        ("  Dana\u00a0\nWhitfield ", CitedName("Whitfield", "Dana")),
        ("Martin Luther King Jr.", CitedName("King", "Martin Luther", "Jr.")),
        ("Martin Luther King, Jr.", CitedName("King", "Martin Luther", "Jr.")),
        ("Adlai Stevenson III", CitedName("Stevenson", "Adlai", "III")),
        ("Ursula von der Leyen", CitedName("Leyen", "Ursula", "", "von der")),
        ("Charles de Gaulle", CitedName("Gaulle", "Charles", "", "de")),
        ("Chris Van Hollen", CitedName("Van Hollen", "Chris")),
        ("Bashar al-Assad", CitedName("al-Assad", "Bashar")),
        ("Alexandria Ocasio-Cortez", CitedName("Ocasio-Cortez", "Alexandria")),
        ("Sessions, Jeff", CitedName("Sessions", "Jeff")),
        ("José Díaz", CitedName("Díaz", "José")),
        ("Анна Иванова", CitedName("Иванова", "Анна")),
    ],
)
def test_person_is_in_parts(name, expected):
    assert cited_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Madonna", "The Associated Press", "Agence France-Presse", "U.S. Department of Justice", "Editorial Board",
        "Alpha, Beta & Co.", "李强", "李 强", "محمد علي", "דוד כהן", "von Trapp", "bell hooks", "", "{", "Robert {Bob} Smith",
    ],
)  # fmt: skip
def test_what_is_no_person_or_has_no_capitals_stays_in_one_piece(name):
    assert cited_name(name) == CitedName(name)


@pytest.mark.parametrize(
    ("name", "inverted", "straight"),
    [
        ("Martin Luther King Jr.", "King, Martin Luther, Jr.", "Martin Luther King, Jr."),
        ("Ursula von der Leyen", "von der Leyen, Ursula", "Ursula von der Leyen"),
        ("The Associated Press", "The Associated Press", "The Associated Press"),
    ],
)
def test_name_is_said_either_way(name, inverted, straight):
    assert cited_name(name).inverted() == inverted
    assert cited_name(name).straight(", ") == straight


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By The Associated Press", ("The Associated Press",)),
        ("by the Associated Press", ("The Associated Press",)),
        ("Reuters", ("Reuters",)),
        ("BY REUTERS", ("REUTERS",)),
        ("Tribune News Service", ("Tribune News Service",)),
        ("Editorial Board", ("Editorial Board",)),
        ("Center for Public Integrity", ("Center for Public Integrity",)),
        ("Staff report", ()),
        ("By Staff and Wire Reports", ()),
        ("By Our Correspondent", ()),
        ("WASHINGTON", ()),
        ("Anonymous", ()),
        ("By", ()),
        ("By 5", ()),
        ("<b>", ()),
        ("Photo by Reuters", ()),
        ("", ()),
        ("By A B C D E F G H I", ()),
    ],
)
def test_organisation_is_one_that_signs_alone(byline, expected):
    assert organisation(byline) == expected


@pytest.mark.parametrize(
    ("authors", "byline", "expected"),
    [
        (("Dana Whitfield",), "By Someone Else", ["Dana Whitfield"]),
        ((), "By Dana Whitfield, Associated Press", ["Dana Whitfield"]),
        ((), "By The Associated Press", ["The Associated Press"]),
        ((), "Staff report", []),
        (("", "\x00", "Dana\x00 Whitfield"), "", ["Dana Whitfield"]),
    ],
)
def test_credit_goes_to_authors_then_to_the_byline(authors, byline, expected):
    assert [name.straight() for name in credited(authors, byline)] == expected


@given(st.text(st.characters(exclude_categories=())))
def test_no_letter_of_a_name_is_lost(name):
    kept = name.encode(errors="ignore").decode()
    assert sorted(filter(str.isalnum, cited_name(name).straight())) == sorted(filter(str.isalnum, kept))


@given(st.text(st.characters(exclude_categories=())))
def test_byline_gives_names_on_one_line(byline):
    for name in credited((), byline):
        assert len(name.straight().splitlines()) == 1

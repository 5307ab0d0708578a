"""A byline is read as a reader of the paper reads it: names are names, newsrooms are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.bylines import authors, signed


@pytest.mark.parametrize(
    "byline",
    [
        "",
        "By",
        ",",
        "By and",
        "The Associated Press",
        "By The Associated Press",
        "Associated Press",
        "Reuters",
        "By Reuters Staff",
        "AFP",
        "By AFP and Reuters",
        "NPR",
        "Agence France-Presse",
        "Deutsche Presse-Agentur",
        "Bloomberg News",
        "Staff",
        "By Staff",
        "By the Potomac Courier staff",
        "Potomac Courier staff",
        "Potomac Courier Staff Report",
        "Editorial Board",
        "By the Editorial Board",
        "Newsroom",
        "Special to The Capital Ledger",
        "SPECIAL TO THE CAPITAL LEDGER",
        "Special to the Capital Ledger and Potomac Courier",
        "Wire reports",
        "Staff and wire reports",
        "From wire reports",
        "Correspondent",
        "By Our Own Correspondent",
        "White House Correspondent",
        "Washington Post Staff Writer",
        "By Washington Bureau",
        "By A. Reporter",
        "New York",
        "By Capitol Hill",
        "D.C.",
        "A. B.",
        "June 9, 2017",
        "By June",
        "Updated June 9, 2017 4:30 p.m.",
        "jane.doe@ledger.example",
        "@janedoe",
        "https://www.ledger.example/jane-doe",
        "Photographs by Jane Doe",
        "Edited by Jane Doe and John Roe",
        "By jane doe",
        "(Jane Doe",
    ],
)
def test_what_names_nobody_has_no_authors(byline):
    assert authors(byline) == ()


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("By: Jane Doe", ["Jane Doe"]),
        ("by  Jane\u00a0Doe ", ["Jane Doe"]),
        ("By Jane Doe.", ["Jane Doe"]),
        ("By Jane Doe*", ["Jane Doe"]),
        ("Written by Jane Doe", ["Jane Doe"]),
        ("Analysis by Jane Doe", ["Jane Doe"]),
        ("News Analysis by Jane Doe", ["Jane Doe"]),
        ("Opinion: Jane Doe", ["Jane Doe"]),
        ("Von Hans Müller", ["Hans Müller"]),
        ("Von Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Par Jean Dupont et Anne Le Pen", ["Jean Dupont", "Anne Le Pen"]),
        ("Por Ana Ruiz y Juan Gil", ["Ana Ruiz", "Juan Gil"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("By Владимир Путин и Сергей Лавров", ["Владимир Путин", "Сергей Лавров"]),
        ("By 李克强", ["李克强"]),
        ("By Madonna", ["Madonna"]),
        ("By Dana Whitfield and Priya Raman", ["Dana Whitfield", "Priya Raman"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe with John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, with additional reporting by John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and Max Moe in Washington", ["Jane Doe", "John Roe", "Max Moe"]),
        ("Jane Doe, John Roe, and Max Moe", ["Jane Doe", "John Roe", "Max Moe"]),
        ("By Jane Doe and jane DOE and Jane Doe", ["Jane Doe"]),
        ("by Dana Whitfield, Senior Correspondent", ["Dana Whitfield"]),
        ("By Dana Whitfield, Science and Technology Editor", ["Dana Whitfield"]),
        ("By Dana Whitfield, The Capital Ledger", ["Dana Whitfield"]),
        ("By Dana Whitfield, Capital Ledger", ["Dana Whitfield"]),
        ("By Dana Whitfield for the Ledger", ["Dana Whitfield"]),
        ("By Dana Whitfield — The Capital Ledger", ["Dana Whitfield"]),
        ("By Dana Whitfield/The Capital Ledger", ["Dana Whitfield"]),
        ("By Dana Whitfield - Staff Writer", ["Dana Whitfield"]),
        ("By Dana Whitfield Staff Writer", ["Dana Whitfield"]),
        ("By Dana Whitfield White House Correspondent", ["Dana Whitfield"]),
        ("By Jane Doe and John Roe Staff Writers", ["Jane Doe", "John Roe"]),
        ("By Jane Doe\nWashington Post Staff Writer", ["Jane Doe"]),
        ("By Jane Doe (Reuters)", ["Jane Doe"]),
        ("By JANE DOE Associated Press", ["Jane Doe"]),
        ("By JANE DOE and the Associated Press", ["Jane Doe"]),
        ("By JANE DOE and JOHN ROE The Capital Ledger", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Washington", ["Jane Doe"]),
        ("By Jane Doe, New York", ["Jane Doe"]),
        (
            "By Jane Doe in Springfield, Ill., and John Roe in Paris, Texas",
            ["Jane Doe", "John Roe"],
        ),
        ("By Jane Doe June 9, 2017", ["Jane Doe"]),
        ("By June Doe | June 9, 2017", ["June Doe"]),
        ("By Jane Doe / Published: 9 June 2017", ["Jane Doe"]),
        ("By Jane Doe jane@ledger.example", ["Jane Doe"]),
        ("By Jane Doe, @janedoe, and John Roe, @jroe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe. Photographs by John Roe.", ["Jane Doe"]),
        ("By Jane Doe; photographs by John Roe; text by Max Moe", ["Jane Doe", "Max Moe"]),
        ("Reporting by Jane Doe and John Roe; Editing by Max Moe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe as told to John Roe", ["Jane Doe"]),
        ("By Jane Doe, M.D., and John Roe, PhD", ["Jane Doe", "John Roe"]),
        ("BY JANE DOE", ["Jane Doe"]),
        ("BY JANE DOE AND JOHN MCCAIN FOR THE LEDGER", ["Jane Doe", "John McCain"]),
        ("BY JOHN McCAIN & CONAN O’BRIEN", ["John McCain", "Conan O’Brien"]),
        ("BY JEAN-CLAUDE VAN DER BERG", ["Jean-Claude van der Berg"]),
        ("BY JOSÉ DÍAZ-BALART", ["José Díaz-Balart"]),
        ("BY JD VANCE, J.D. VANCE AND ANNE LE", ["JD Vance", "J.D. Vance", "Anne Le"]),
        ("BY DONALD TRUMP JR.", ["Donald Trump Jr."]),
        ("By Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        (
            "By Martin Luther King, Jr., and Adlai Stevenson III",
            ["Martin Luther King Jr.", "Adlai Stevenson III"],
        ),
        ("By Sen. Jeff Sessions", ["Jeff Sessions"]),
        ("By the Hon. Thaddeus Stevens", ["Thaddeus Stevens"]),
        ("By Former Vice President Joe Biden", ["Joe Biden"]),
        ("By First Lady Jane Doe", ["Jane Doe"]),
        ("By Charles de Gaulle and Bashar al-Assad", ["Charles de Gaulle", "Bashar al-Assad"]),
        ("By Valéry Giscard d’Estaing", ["Valéry Giscard d’Estaing"]),
        ('By John "Jack" Doe', ['John "Jack" Doe']),
        ("By Wm. Lloyd Garrison", ["Wm. Lloyd Garrison"]),
        ("By H. R. McMaster, E. B. White and V. Naipaul", ["H. R. McMaster", "E. B. White", "V. Naipaul"]),
        ("By Von Miller and Emily Post", ["Von Miller", "Emily Post"]),
        ("By Andre\u0301s Díaz", ["Andr\u00e9s Díaz"]),
    ],
)
def test_names_are_found_as_they_are_meant(byline, expected):
    assert authors(byline) == tuple(expected)


def test_names_are_found_where_they_are_printed():
    byline = "BY DANA WHITFIELD and Martin King, Jr. in Washington"
    assert [(author.name, byline[author.start : author.end]) for author in signed(byline)] == [
        ("Dana Whitfield", "DANA WHITFIELD"),
        ("Martin King Jr.", "Martin King, Jr."),
    ]


def test_no_more_than_twenty_are_named_and_none_at_length():
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert len(authors(" and ".join(f"Jane D{letter.lower()}e" for letter in letters))) == 20
    assert authors(f"By Jane {'D' + 'o' * 300} and John Roe") == ("John Roe",)


@pytest.mark.parametrize(
    "piece",
    ["By ", "Jane Doe, ", "(", ")", ", ", "A", "y ", "--", "McX", "O'", "Jr., ", "e\u0301", "de ", "x."],
)
def test_time_grows_with_the_length_alone(piece):
    began = time.process_time()
    authors(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 4


PIECES = st.sampled_from(
    [
        "By",
        "and",
        ",",
        "&",
        ";",
        "JANE",
        "Doe",
        "Mc",
        "McX",
        "O'Brien",
        "Jr.",
        "van",
        "der",
        "y",
        "in",
        "(",
        ")",
        "June",
        "9",
        "Staff",
    ]
)


@given(st.text() | st.text(st.characters()) | st.lists(PIECES).map(" ".join))
def test_any_byline_has_authors_of_sound_names(byline):
    found = signed(byline)
    assert len(found) <= 20
    for author in found:
        assert author.name == " ".join(author.name.split())
        assert 0 < len(author.name) <= 200
        assert any(map(str.isalpha, author.name))
    places = [place for author in found for place in (author.start, author.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(byline) for place in places)

"""A name is taken apart and found again in every form a text may print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.forms import MOST, NameParts, forms, parts, surnames
from articles.people.names import bare
from articles.people.spellings import spellings

PARTS = [
    ("Jeff Sessions", NameParts("Jeff", family="Sessions")),
    ("  Jeff\n Sessions ", NameParts("Jeff", family="Sessions")),
    ("Sessions, Jeff", NameParts("Jeff", family="Sessions")),
    ("Sessions, Jefferson Beauregard, III", NameParts("Jefferson", "Beauregard", family="Sessions", suffix="III")),
    ("Jefferson Beauregard Sessions III", NameParts("Jefferson", "Beauregard", family="Sessions", suffix="III")),
    ("Donald Trump, Jr.", NameParts("Donald", family="Trump", suffix="Jr.")),
    ("King Jr., Martin Luther", NameParts("Martin", "Luther", family="King", suffix="Jr.")),
    ("Robert “Beto” Francis O’Rourke", NameParts("Robert", "Francis", "Beto", family="O’Rourke")),
    ('Robert "Bob" Dole', NameParts("Robert", nickname="Bob", family="Dole")),
    ("James (Jim) Inhofe", NameParts("James", nickname="Jim", family="Inhofe")),
    ("Charles 'Chuck' Schumer", NameParts("Charles", nickname="Chuck", family="Schumer")),
    ("John “Nick” Middle van der Last, Jr.", NameParts("John", "Middle", "Nick", "van der", "Last", "Jr.")),
    ("H. R. McMaster", NameParts("H. R.", family="McMaster")),
    ("H.R. McMaster", NameParts("H.R.", family="McMaster")),
    ("J.D. Vance", NameParts("J.D.", family="Vance")),
    ("JD Vance", NameParts("JD", family="Vance")),
    ("E. Scott Pruitt", NameParts("E.", "Scott", family="Pruitt")),
    ("George H. W. Bush", NameParts("George", "H. W.", family="Bush")),
    ("Ursula von der Leyen", NameParts("Ursula", particle="von der", family="Leyen")),
    ("Leyen, Ursula von der", NameParts("Ursula", particle="von der", family="Leyen")),
    ("Charles de Gaulle", NameParts("Charles", particle="de", family="Gaulle")),
    ("de Gaulle", NameParts(particle="de", family="Gaulle")),
    ("Chris Van Hollen", NameParts("Chris", family="Van Hollen")),
    ("Van Jones", NameParts("Van", family="Jones")),
    ("Al Gore", NameParts("Al", family="Gore")),
    ("Alexandria Ocasio-Cortez", NameParts("Alexandria", family="Ocasio-Cortez")),
    ("Enrique Peña Nieto", NameParts("Enrique", "Peña", family="Nieto")),
    ("José Ortega y Gasset", NameParts("José", family="Ortega y Gasset")),
    ("Bashar al-Assad", NameParts("Bashar", family="al-Assad")),
    ("Sen. Lindsey Graham", NameParts("Lindsey", family="Graham")),
    ("Dr. Ben Carson Sr.", NameParts("Ben", family="Carson", suffix="Sr.")),
    ("Major Garrett", NameParts("Major", family="Garrett")),
    ("Mike Rogers (Michigan)", NameParts("Mike", family="Rogers")),
    ("Madonna", NameParts(family="Madonna")),
    ("Jr.", NameParts(family="Jr.")),
    ("李强", NameParts(family="李强")),
    ("محمد بن سلمان", NameParts(family="محمد بن سلمان")),
    ("Владимир Путин", NameParts("Владимир", family="Путин")),
    ("A, B, C, D", NameParts(family="A, B, C, D")),
    ("", NameParts()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), PARTS)
def test_name_has_parts(name, expected):
    assert parts(name) == expected


@pytest.mark.parametrize(
    ("name", "sort_name", "given_name", "family"),
    [
        ("Enrique Peña Nieto", "Peña Nieto, Enrique", "Enrique", "Peña Nieto"),
        ("Sarah Huckabee Sanders", "Huckabee Sanders, Sarah", "Sarah", "Huckabee Sanders"),
        ("Sarah Huckabee Sanders", "Sanders, Sarah Huckabee", "Sarah", "Sanders"),
        ("Xi Jinping", "Xi Jinping", "Jinping", "Xi"),
        ("Kim Jong-un", "Kim Jong-un", "Jong-un", "Kim"),
        ("Viktor Orbán", "Orbán, Viktor", "Viktor", "Orbán"),
        ("Jeff Sessions", "Smith, Bob", "Jeff", "Sessions"),
        ("Jeff Sessions", ", ", "Jeff", "Sessions"),
        ("Mike Rogers (Michigan)", "Rogers, Mike (Michigan)", "Mike", "Rogers"),
    ],
)
def test_sort_name_tells_the_family(name, sort_name, given_name, family):
    assert (parts(name, sort_name).given, parts(name, sort_name).family) == (given_name, family)


PRINTED = [
    ("Jeff Sessions", ["Jefferson Beauregard Sessions III"], "Jefferson Sessions"),
    ("Jeff Sessions", ["Jefferson Beauregard Sessions III"], "Jefferson B. Sessions"),
    ("Jeff Sessions", ["Jefferson Beauregard Sessions III"], "Jefferson Beauregard Sessions"),
    ("Jeff Sessions", ["Jefferson Beauregard Sessions III"], "Jefferson Beauregard Sessions, III"),
    ("Jeff Sessions", ["Jefferson Beauregard Sessions III"], "Jeff B. Sessions"),
    ("John F. Kennedy", [], "John Kennedy"),
    ("John F. Kennedy", [], "John F Kennedy"),
    ("John F. Kennedy", ["John Fitzgerald Kennedy"], "John Fitzgerald Kennedy"),
    ("John F. Kennedy", ["John Fitzgerald Kennedy"], "J. F. Kennedy"),
    ("John F. Kennedy", ["John Fitzgerald Kennedy"], "J.F. Kennedy"),
    ("J.D. Vance", [], "J. D. Vance"),
    ("J. D. Vance", [], "JD Vance"),
    ("JD Vance", [], "J.D. Vance"),
    ("J.D. Vance", ["James David Vance"], "James David Vance"),
    ("J.D. Vance", ["James David Vance"], "James D. Vance"),
    ("H. R. McMaster", [], "HR McMaster"),
    ("E. Scott Pruitt", [], "Scott Pruitt"),
    ("George H. W. Bush", [], "George H.W. Bush"),
    ("George H. W. Bush", [], "George HW Bush"),
    ("George H. W. Bush", [], "George Bush"),
    ("George H. W. Bush", ["George Herbert Walker Bush"], "George Herbert Walker Bush"),
    ("Sarah Huckabee Sanders", [], "Sarah Sanders"),
    ("Sarah Huckabee Sanders", [], "Sarah H. Sanders"),
    ("Donald Trump Jr.", [], "Donald Trump, Jr."),
    ("Donald Trump Jr.", [], "Donald Trump Jr"),
    ("Donald Trump Jr.", ["Donald J. Trump Jr."], "Donald J. Trump, Jr."),
    ("Donald Trump Jr.", ["Don Trump Jr."], "Don Trump, Jr."),
    ("Robert Mueller", [], "Bob Mueller"),
    ("Robert Mueller", [], "Rob Mueller"),
    ("Robert S. Mueller III", ["Robert Mueller"], "Bob Mueller"),
    ("Robert S. Mueller III", ["Robert Mueller"], "Robert S. Mueller"),
    ("William Barr", [], "Bill Barr"),
    ("Mike Pence", [], "Michael Pence"),
    ("Mike Pence", ["Michael R. Pence"], "Mike R. Pence"),
    ("Robert “Bob” Dole", [], "Bob Dole"),
    ("Robert “Bob” Dole", [], "Robert Dole"),
    ("Luis Gutiérrez", [], "Luis Gutierrez"),
    ("Nydia Velázquez", [], "Nydia Velazquez"),
    ("Gerhard Schröder", [], "Gerhard Schroeder"),
    ("Gerhard Schröder", [], "Gerhard Schroder"),
    ("Lars Løkke Rasmussen", [], "Lars Lokke Rasmussen"),
    ("Lech Wałęsa", [], "Lech Walesa"),
    ("Beto O’Rourke", [], "Beto O'Rourke"),
    ("Beto O'Rourke", [], "Beto O’Rourke"),
    ("Beto O’Rourke", ["Robert Francis O'Rourke"], "Robert F. O’Rourke"),
    ("Alexandria Ocasio-Cortez", [], "Alexandria Ocasio Cortez"),
    ("Jean-Claude Juncker", [], "Jean Claude Juncker"),
    ("Kim Jong-un", [], "Kim Jong Un"),
    ("Ursula von der Leyen", [], "Ursula Von der Leyen"),
    ("Mohammed bin Salman", [], "Mohammed Bin Salman"),
    ("Bashar al-Assad", [], "Bashar Assad"),
    ("Bashar al-Assad", [], "Bashar al Assad"),
    ("Sessions, Jeff", [], "Jeff Sessions"),
    ("Sen. Tim Scott", [], "Tim Scott"),
    ("Mike Rogers (Michigan)", [], "Mike Rogers"),
    ("Beyoncé", [], "Beyonce"),
]


@pytest.mark.parametrize(("name", "others", "printed"), PRINTED)
def test_text_may_print(name, others, printed):
    assert printed in forms(name, others)


@pytest.mark.parametrize(
    ("name", "others", "printed"),
    [
        ("Jeff Sessions", [], "Sessions"),
        ("Jeff Sessions", [], "J. Sessions"),
        ("Jeff Sessions", ["Jefferson Sessions"], "Jeffrey Sessions"),
        ("John F. Kennedy", [], "JFK"),
        ("John F. Kennedy", ["JFK"], "JFK"),
        ("Donald Trump Jr.", ["Donald J. Trump Jr."], "Donald Trump"),
        ("Donald Trump", ["Donald J. Trump"], "Donald Trump Jr."),
        ("George H. W. Bush", ["George Herbert Walker Bush"], "George W. Bush"),
        ("George H. W. Bush", ["George Herbert Walker Bush"], "George Walker Bush"),
        ("Ted Cruz", ["Rafael Edward Cruz"], "Rafael Cruz"),
        ("Rick Perry", ["James Richard Perry"], "James Perry"),
        ("E. Scott Pruitt", [], "E. Pruitt"),
        ("Bill Clinton", ["William J. Clinton"], "Billy Clinton"),
        ("Michelle Obama", ["Michelle Robinson"], "Michelle Robinson"),
        ("Bashar al-Assad", [], "Assad"),
        ("Madonna", [], "Donna"),
    ],
)
def test_form_is_not_this_names(name, others, printed):
    assert printed not in forms(name, others)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ()),
        (" \n", ()),
        ("Madonna", ("Madonna",)),
        ("李强", ("李强",)),
        ("محمد بن سلمان", ("محمد بن سلمان",)),
        ("Chris Van Hollen", ("Chris Van Hollen",)),
        ("Luis Gutiérrez", ("Luis Gutiérrez", "Luis Gutierrez")),
        ("H. R. McMaster", ("H. R. McMaster", "H.R. McMaster", "HR McMaster")),
    ],
)
def test_forms_are_these_and_no_more(name, expected):
    assert forms(name) == expected


def test_name_that_is_said_family_first_keeps_its_order():
    assert forms("Xi Jinping", ["Jinping Xi"], "Xi Jinping") == ("Xi Jinping",)


SURNAMES = [
    ("Jeff Sessions", ("Sessions",)),
    ("Sessions, Jeff", ("Sessions",)),
    ("Chris Van Hollen", ("Van Hollen",)),
    ("Ursula von der Leyen", ("von der Leyen", "Von der Leyen", "Von Der Leyen")),
    ("Charles de Gaulle", ("de Gaulle", "De Gaulle")),
    ("Alexandria Ocasio-Cortez", ("Ocasio-Cortez", "Ocasio Cortez")),
    ("Enrique Peña Nieto", ("Nieto",)),
    ("Donald Trump Jr.", ("Trump Jr.", "Trump")),
    ("Donald Trump, Jr.", ("Trump Jr.", "Trump")),
    ("Luis Gutiérrez", ("Gutiérrez", "Gutierrez")),
    ("Beto O’Rourke", ("O’Rourke", "O'Rourke")),
    ("Bashar al-Assad", ("al-Assad", "Assad", "al Assad", "Al Assad")),
    ("H. R. McMaster", ("McMaster",)),
    ("Mike Rogers (Michigan)", ("Rogers",)),
    ("Madonna", ("Madonna",)),
    ("李强", ("李强",)),
    ("Владимир Путин", ("Путин",)),
    ("", ()),
]


@pytest.mark.parametrize(("name", "expected"), SURNAMES)
def test_family_name_is_printed_alone(name, expected):
    assert surnames(name) == expected


@pytest.mark.parametrize(
    ("name", "others", "sort_name", "expected"),
    [
        ("Enrique Peña Nieto", ["Peña Nieto"], "", ("Nieto", "Peña Nieto", "Pena Nieto")),
        ("Enrique Peña Nieto", [], "Peña Nieto, Enrique", ("Peña Nieto", "Pena Nieto", "Nieto")),
        ("Sarah Huckabee Sanders", ["Sarah Sanders", "Huckabee Sanders"], "", ("Sanders", "Huckabee Sanders")),
        ("Christine Blasey Ford", [], "Blasey Ford, Christine", ("Blasey Ford", "Ford")),
        ("Chris Van Hollen", [], "Van Hollen, Chris", ("Van Hollen",)),
        ("Xi Jinping", ["Xi"], "", ("Jinping", "Xi")),
        ("Xi Jinping", [], "Xi Jinping", ("Xi",)),
        ("Jeff Sessions", ["Jefferson Sessions", "The Senator"], "", ("Sessions",)),
    ],
)  # fmt: skip
def test_others_and_sort_name_tell_how_the_family_is_printed(name, others, sort_name, expected):
    assert surnames(name, others, sort_name) == expected


WORDS = st.sampled_from(
    [
        "Jeff",
        "Robert",
        "“Bob”",
        "(Bob)",
        "J.",
        "J.D.",
        "JD",
        "von",
        "der",
        "Van",
        "al-Assad",
        "Ocasio-Cortez",
        "O’Neil",
        "Peña",
        ",",
        "Jr.",
        "III",
        "y",
        "Sen.",
        "(Ohio)",
        "李",
        "x",
    ]
)
NAMES = st.text(max_size=60) | st.lists(WORDS, max_size=9).map(" ".join)


@given(NAMES, st.lists(NAMES, max_size=4), NAMES)
def test_any_name_has_forms_and_itself_is_the_first(name, others, sort_name):
    found = forms(name, others, sort_name)
    assert found[:1] == tuple(filter(None, [" ".join(name.split())]))
    assert len(set(found)) == len(found) <= MOST
    assert all(form.strip() for form in found)


@given(NAMES, st.lists(NAMES, max_size=4))
def test_every_form_has_the_family_name_and_more(name, others):
    families = [bare(family) for family in surnames(name)]
    for form in set(forms(name, others)) - set(spellings(" ".join(name.split()))):
        assert any(family in bare(form) for family in families)
        assert not parts(name).given or " " in form


@given(NAMES, st.lists(NAMES, max_size=4), NAMES)
def test_any_name_has_a_family_name(name, others, sort_name):
    assert bool(surnames(name, others, sort_name)) == bool(name.strip())


@pytest.mark.parametrize(
    "hostile", ["a " * 50_000, "(" * 50_000, '"a" ' * 20_000, "a, " * 50_000, "J." * 50_000, "-a" * 9_000]
)
def test_long_name_stays_in_one_piece(hostile):
    assert forms(hostile)[0] == " ".join(hostile.split())
    assert len(surnames(hostile)) <= MOST

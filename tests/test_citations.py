"""Citations are written as the manuals ask: APA 7, Chicago 18, MLA 9."""

from datetime import date

import pytest
from hypothesis import given

from articles.citations import STYLES, apa, chicago, mla
from articles.citations.words import closed, ended, nested, one_line, quoted
from tests.exports.builders import an_outgoing, hostile, hostile_outgoing

HOME = "archive.example.org/2017/06/09/budget-passes/"
URL = f"https://{HOME}"
MANY = tuple(f"Ann Lee{letter}" for letter in "abcdefghijklmnopqrstuv")


def an_article(**fields):
    return an_outgoing(**{"authors": ("Dana Whitfield",)} | fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, f"Whitfield, D. (2017, June 9). Budget passes. The Capital Ledger. {URL}"),
        (
            {"authors": ("Dana Whitfield", "Priya Raman")},
            f"Whitfield, D., & Raman, P. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": ("J.D. Vance", "Jean-Paul Sartre", "George H. W. Bush")},
            f"Vance, J. D., Sartre, J.-P., & Bush, G. H. W. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": MANY[:20]},
            "Leea, A., Leeb, A., Leec, A., Leed, A., Leee, A., Leef, A., Leeg, A., Leeh, A., Leei, A., Leej, A., "
            "Leek, A., Leel, A., Leem, A., Leen, A., Leeo, A., Leep, A., Leeq, A., Leer, A., Lees, A., & Leet, A. "
            f"(2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": MANY},
            "Leea, A., Leeb, A., Leec, A., Leed, A., Leee, A., Leef, A., Leeg, A., Leeh, A., Leei, A., Leej, A., "
            "Leek, A., Leel, A., Leem, A., Leen, A., Leeo, A., Leep, A., Leeq, A., Leer, A., Lees, A., . . . Leev, A. "
            f"(2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        ({"authors": (), "byline": ""}, f"Budget passes. (2017, June 9). The Capital Ledger. {URL}"),
        (
            {"authors": (), "byline": "By The Associated Press"},
            f"The Associated Press. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": ("Martin Luther King Jr.",)},
            f"King, M. L., Jr. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": ("Ursula von der Leyen", "Chris Van Hollen")},
            f"von der Leyen, U., & Van Hollen, C. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        (
            {"authors": ("李强", "Madonna", "Анна Иванова")},
            f"李强, Madonna, & Иванова, А. (2017, June 9). Budget passes. The Capital Ledger. {URL}",
        ),
        ({"headline": "What now?"}, f"Whitfield, D. (2017, June 9). What now? The Capital Ledger. {URL}"),
        (
            {"headline": "What now?", "authors": (), "byline": ""},
            f"What now? (2017, June 9). The Capital Ledger. {URL}",
        ),
        (
            {"headline": "Senator: “I am ‘done’”"},
            f"Whitfield, D. (2017, June 9). Senator: “I am ‘done.’” The Capital Ledger. {URL}",
        ),
        (
            {"published_on": date(987, 1, 2), "published_at": None},
            f"Whitfield, D. (987, January 2). Budget passes. The Capital Ledger. {URL}",
        ),
        ({"publication": ""}, f"Whitfield, D. (2017, June 9). Budget passes. {URL}"),
        ({"publication": "Ledger Inc."}, f"Whitfield, D. (2017, June 9). Budget passes. Ledger Inc. {URL}"),
    ],
)
def test_apa(fields, expected):
    assert apa(an_article(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, f"Whitfield, Dana. “Budget passes.” Capital Ledger, June 9, 2017. {URL}."),
        (
            {"authors": ("Dana Whitfield", "Priya Raman")},
            f"Whitfield, Dana, and Priya Raman. “Budget passes.” Capital Ledger, June 9, 2017. {URL}.",
        ),
        (
            {"authors": MANY[:6]},
            "Leea, Ann, Ann Leeb, Ann Leec, Ann Leed, Ann Leee, and Ann Leef. “Budget passes.” Capital Ledger, "
            f"June 9, 2017. {URL}.",
        ),
        (
            {"authors": MANY[:7]},
            f"Leea, Ann, Ann Leeb, Ann Leec, et al. “Budget passes.” Capital Ledger, June 9, 2017. {URL}.",
        ),
        ({"authors": (), "byline": ""}, f"Capital Ledger. “Budget passes.” June 9, 2017. {URL}."),
        (
            {"authors": (), "byline": "", "publication": ""},
            f"“Budget passes.” June 9, 2017. {URL}.",
        ),
        (
            {"authors": (), "byline": "By The Associated Press"},
            f"Associated Press. “Budget passes.” Capital Ledger, June 9, 2017. {URL}.",
        ),
        (
            {"authors": ("Associated Press", "Dana Whitfield")},
            f"Associated Press and Dana Whitfield. “Budget passes.” Capital Ledger, June 9, 2017. {URL}.",
        ),
        (
            {"authors": ("Martin Luther King, Jr.", "Donald Trump Jr.")},
            "King, Martin Luther, Jr., and Donald Trump Jr. “Budget passes.” Capital Ledger, June 9, 2017. "
            f"{URL}.",
        ),
        (
            {"authors": ("Ursula von der Leyen", "李强")},
            f"von der Leyen, Ursula, and 李强. “Budget passes.” Capital Ledger, June 9, 2017. {URL}.",
        ),
        ({"headline": "What now?"}, f"Whitfield, Dana. “What now?” Capital Ledger, June 9, 2017. {URL}."),
        (
            {"headline": "“We’re ‘done,’” says Doe’s “aide”"},
            f"Whitfield, Dana. “‘We’re “done,”’ says Doe’s ‘aide.’” Capital Ledger, June 9, 2017. {URL}.",
        ),
        (
            {"headline": 'Doe: "No"'},
            f"Whitfield, Dana. “Doe: ‘No.’” Capital Ledger, June 9, 2017. {URL}.",
        ),
        (
            {"published_on": date(45, 3, 15), "published_at": None},
            f"Whitfield, Dana. “Budget passes.” Capital Ledger, March 15, 45. {URL}.",
        ),
        ({"publication": "Le Monde"}, f"Whitfield, Dana. “Budget passes.” Le Monde, June 9, 2017. {URL}."),
        ({"section": ""}, f"Whitfield, Dana. “Budget passes.” Capital Ledger, June 9, 2017. {URL}."),
    ],
)
def test_chicago(fields, expected):
    assert chicago(an_article(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, f"Whitfield, Dana. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}."),
        (
            {"authors": ("Dana Whitfield", "Priya Raman")},
            f"Whitfield, Dana, and Priya Raman. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"authors": ("Dana Whitfield", "Priya Raman", "Ann Lee")},
            f"Whitfield, Dana, et al. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"authors": ("Madonna", "Priya Raman", "Ann Lee")},
            f"Madonna et al. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        ({"authors": (), "byline": ""}, f"“Budget passes.” The Capital Ledger, 9 June 2017, {HOME}."),
        (
            {"authors": (), "byline": "By The Associated Press"},
            f"Associated Press. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"authors": (), "byline": "Capital Ledger"},
            f"“Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"authors": ("Martin Luther King Jr.", "Donald Trump Jr.")},
            f"King, Martin Luther, Jr., and Donald Trump, Jr. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"authors": ("Charles de Gaulle",)},
            f"de Gaulle, Charles. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        ({"headline": "Now!"}, f"Whitfield, Dana. “Now!” The Capital Ledger, 9 June 2017, {HOME}."),
        (
            {"headline": "„Nein“, sagt sie"},
            f"Whitfield, Dana. “‘Nein’, sagt sie.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
        (
            {"published_on": date(987, 9, 2), "published_at": None},
            f"Whitfield, Dana. “Budget passes.” The Capital Ledger, 2 Sept. 987, {HOME}.",
        ),
        ({"publication": ""}, f"Whitfield, Dana. “Budget passes.” 9 June 2017, {HOME}."),
        (
            {"published_at": None},
            f"Whitfield, Dana. “Budget passes.” The Capital Ledger, 9 June 2017, {HOME}.",
        ),
    ],
)
def test_mla(fields, expected):
    assert mla(an_article(**fields)) == expected


def test_styles_are_offered_in_this_order():
    assert list(STYLES) == [("apa", "APA", apa), ("chicago", "Chicago", chicago), ("mla", "MLA", mla)]


@pytest.mark.parametrize(
    ("month", "name"),
    [
        (1, "Jan."), (2, "Feb."), (3, "Mar."), (4, "Apr."), (5, "May"), (6, "June"), (7, "July"), (8, "Aug."),
        (9, "Sept."), (10, "Oct."), (11, "Nov."), (12, "Dec."),
    ],
)  # fmt: skip
def test_mla_shortens_the_names_of_long_months(month, name):
    assert f"9 {name} 2017" in mla(an_article(published_on=date(2017, month, 9)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Budget passes", "Budget passes."),
        ("Budget passes.", "Budget passes."),
        ("Why?", "Why?"),
        ("Wait …", "Wait …"),
        ("He left the U.S.", "He left the U.S."),
        ("“No”", "“No.”"),
        ("“No!”", "“No!”"),
        ("The senators’", "The senators’."),
        ("‘No’", "‘No.’"),
        ('A pipe of 6"', 'A pipe of 6".'),
        ('He said "no"', 'He said "no."'),
        ("Budget passes:", "Budget passes."),
        ("Budget (video)", "Budget (video)."),
        ("为什么？", "为什么？"),
        ("لماذا؟", "لماذا؟"),
        ("”", "”"),
        ("", ""),
    ],
)
def test_title_ends_with_one_mark(title, expected):
    assert ended(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("“Yes”", "‘Yes’"),
        ("a “b ‘c’ d” e", "a ‘b “c” d’ e"),
        ("“We’re ‘it’s’ here”", "‘We’re “it’s” here’"),
        ("‘Single’ stays", "‘Single’ stays"),
        ('"A" and "B"', "‘A’ and ‘B’"),
        ('a 6" pipe', 'a 6" pipe'),
        ("«Non»", "«Non»"),
        ("“open", "“open"),
        ("close”", "close”"),
    ],
)
def test_quotation_marks_are_nested(title, expected):
    assert nested(title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067abc\u2069", "\u2067abc\u2069"),
        ("\u2066a\u202bb", "\u2066a\u202bb\u202c\u2069"),
        ("\u202ca\u2069", "\u202ca\u2069"),
        ("שלום\u200f", "שלום\u200f"),
    ],
)
def test_change_of_direction_ends_with_its_text(text, expected):
    assert closed(text) == expected


def test_direction_of_a_headline_does_not_turn_the_rest_round():
    assert "“\u202eBudget.\u202c” Capital Ledger" in chicago(an_article(headline="\u202eBudget"))
    assert "(2017, June 9). \u202eWhy?\u202c The Capital Ledger" in apa(an_article(headline="\u202eWhy?"))


@pytest.mark.parametrize("write", [apa, chicago, mla])
def test_quotation_marks_without_end_take_no_time(write):
    for headline in (
        "“‘" * 50_000,
        '"' * 100_000,
        "‘" * 100_000,
        "’" * 100_000,
        "„“" * 50_000,
        "\u202e" * 100_000,
    ):
        assert write(an_article(headline=headline))


@pytest.mark.parametrize("write", [apa, chicago, mla])
@given(hostile)
def test_citation_is_one_line_of_utf8(write, text):
    citation = write(hostile_outgoing(text))
    assert citation == one_line(citation)
    citation.encode()


@given(hostile)
def test_quoted_title_keeps_every_letter(text):
    assert [c for c in quoted(one_line(text)) if c.isalnum()] == [c for c in one_line(text) if c.isalnum()]

"""RIS is read back by rispy, whatever stands in its fields."""

from datetime import date

import pytest
import rispy
from hypothesis import given

from articles.citations import one_line
from articles.exports import ris
from tests.exports.builders import REMARK, an_outgoing, hostile, hostile_outgoing, written


def records(*articles, **heading):
    return rispy.loads(written(ris, *articles, **heading).replace("\r\n", "\n"))


def test_article_is_a_record_of_a_newspaper():
    assert written(ris).split("\r\n") == [
        "TY  - NEWS",
        "ID  - whitfield2017budget-17",
        "AU  - Whitfield, Dana",
        "AU  - Raman, Priya",
        "TI  - Budget passes",
        "T2  - The Capital Ledger",
        "JF  - The Capital Ledger",
        "SE  - Congress",
        "PY  - 2017",
        "DA  - 2017/06/09/",
        "AB  - The vote was close.",
        "KW  - Budget",
        "KW  - Jeff Sessions",
        "KW  - Al Franken",
        "LA  - en-US",
        "UR  - https://archive.example.org/2017/06/09/budget-passes/",
        "DB  - Newsroom",
        f"N1  - {REMARK}",
        "ER  - ",
        "",
    ]


def test_record_is_read_by_rispy():
    (record,) = records()
    assert record["type_of_reference"] == "NEWS"
    assert record["authors"] == ["Whitfield, Dana", "Raman, Priya"]
    assert record["title"] == "Budget passes"
    assert record["secondary_title"] == "The Capital Ledger"
    assert record["year"] == "2017"
    assert record["date"] == "2017/06/09/"
    assert record["keywords"] == ["Budget", "Jeff Sessions", "Al Franken"]
    assert record["language"] == "en-US"
    assert record["urls"] == ["https://archive.example.org/2017/06/09/budget-passes/"]
    assert record["name_of_database"] == "Newsroom"
    assert record["notes"] == [REMARK]


def test_only_the_first_record_says_which_list_it_is():
    first, second = records(an_outgoing(id=1), an_outgoing(id=2))
    assert first["notes"][0].startswith("2 articles")
    assert "notes" not in second


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("The Associated Press", "The Associated Press"),
        ("Madonna", "Madonna"),
    ],
)
def test_author_is_written_family_name_first(name, expected):
    (record,) = records(an_outgoing(authors=(name,)))
    assert record["authors"] == [expected]


def test_year_has_four_digits():
    (record,) = records(an_outgoing(published_on=date(45, 3, 15)))
    assert (record["year"], record["date"]) == ("0045", "0045/03/15/")


def test_headline_ends_no_record_and_begins_none():
    headline = "Budget passes\r\nER  - \r\nTY  - BOOK\r\nTI  - Another"
    (record,) = records(an_outgoing(headline=headline))
    assert record["title"] == "Budget passes ER - TY - BOOK TI - Another"


def test_every_line_ends_with_carriage_return_and_line_feed():
    file = written(ris, hostile_outgoing("a\nb\r\nc\rd\u2028e"))
    assert file.count("\n") == file.count("\r") == file.count("\r\n")


@given(hostile)
def test_whatever_a_field_holds_comes_back_on_one_line(text):
    (record,) = records(hostile_outgoing(text), question=text)
    expected = one_line(text)
    assert (
        record.get("title", "") == record.get("abstract", "") == record.get("secondary_title", "") == expected
    )
    assert record["keywords"][0] == (expected or "Dana Whitfield")

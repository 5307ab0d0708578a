"""CSV is read back by the csv module, and no cell of it runs in a spreadsheet."""

import csv as reader
import io
from datetime import date

import pytest
from hypothesis import given

from articles.characters import without_controls
from articles.exports import csv
from tests.exports.builders import REMARK, an_outgoing, hostile, hostile_outgoing, written


def rows(*articles, **heading):
    return list(reader.DictReader(io.StringIO(written(csv, *articles, **heading), newline=""), strict=True))


def test_article_is_a_row():
    assert rows() == [
        {
            "id": "17",
            "permalink": "https://archive.example.org/2017/06/09/budget-passes/",
            "headline": "Budget passes",
            "standfirst": "The vote was close.",
            "byline": "By Dana Whitfield and Priya Raman",
            "authors": "Dana Whitfield; Priya Raman",
            "section": "Congress",
            "publication": "The Capital Ledger",
            "published_on": "2017-06-09",
            "published_at": "2017-06-09T14:30:00+00:00",
            "language": "en-US",
            "word_count": "7",
            "people": "Jeff Sessions; Al Franken",
            "people_offices": "Attorney General; former Senator (D-Minn.)",
            "topics": "Budget",
            "source_url": "https://ledger.example.com/politics/budget?id=1",
            "source_ref": "ledger-4711",
            "list": REMARK,
        }
    ]


def test_only_the_first_row_says_which_list_it_is():
    first, second, third = rows(*(an_outgoing(id=number) for number in (1, 2, 3)))
    assert first["list"].startswith("3 articles for “budget”")
    assert (second["list"], third["list"]) == ("", "")


def test_lines_end_as_rfc_4180_asks():
    assert written(csv).count("\r\n") == 2
    assert written(csv).endswith("\r\n")


def test_offices_stand_in_the_order_of_the_people_and_the_cell_is_empty_where_none_is_known():
    some, none = rows(
        an_outgoing(people=("Sergey Kislyak", "Jeff Sessions")), an_outgoing(people=("Ann", "Bo"))
    )
    assert (some["people_offices"], none["people_offices"]) == ("; Attorney General", "")


def test_unknown_time_is_an_empty_cell():
    (row,) = rows(an_outgoing(published_at=None, published_on=date(45, 3, 15)))
    assert (row["published_on"], row["published_at"]) == ("0045-03-15", "")


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "=cmd|' /C calc'!A0", "  =1+1", "\u00a0=1", "\ufeff=1", "\u200b@x",
        "\u202e=1", "＝1+1", "＋1", "－1", "＠x", "\x00=1", "\x1f-1", '=HYPERLINK("https://x.example")',
    ],
)  # fmt: skip
def test_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(cell):
    (row,) = rows(hostile_outgoing(cell))
    for column in (
        "headline",
        "standfirst",
        "byline",
        "authors",
        "section",
        "publication",
        "people",
        "topics",
        "source_url",
    ):
        assert row[column].startswith("'")


@pytest.mark.parametrize("cell", ["Budget", "1+1", "a = b", "’tis", "'quoted'", "–5 degrees", "#tag"])
def test_other_cell_stays_as_it_is(cell):
    (row,) = rows(an_outgoing(headline=cell))
    assert row["headline"] == cell


@given(hostile)
def test_whatever_a_cell_holds_comes_back(text):
    (row,) = rows(hostile_outgoing(text))
    expected = without_controls(text)
    assert row["headline"] in (expected, f"'{expected}")
    assert row["source_ref"] == row["headline"]
    assert row["id"] == "17"

"""CSL-JSON is what citation processors take (csl-data.json of the schema's repository)."""

import json
from datetime import date

import pytest
from hypothesis import given

from articles.citations import one_line
from articles.exports import csl_json
from tests.exports.builders import a_heading, an_outgoing, hostile, hostile_outgoing, written

TEXTS = {
    "id", "type", "title", "container-title", "section", "URL", "language", "abstract", "keyword", "source",
}  # fmt: skip
NAME_PARTS = {"family", "given", "suffix", "non-dropping-particle", "literal"}


def items(*articles, **heading):
    return json.loads(written(csl_json, *articles, **heading))


def assert_valid(item):
    assert set(item) <= TEXTS | {"author", "issued", "custom"}
    assert all(isinstance(item[name], str) and item[name] for name in TEXTS & set(item))
    assert item["type"] == "article-newspaper"
    assert all(set(name) <= NAME_PARTS and all(name.values()) for name in item.get("author", []))
    ((year, month, day),) = item["issued"]["date-parts"]
    date(year, month, day)
    assert isinstance(item.get("custom", {}), dict)


def test_article_is_an_item():
    (item,) = items()
    assert_valid(item)
    assert item == {
        "id": "whitfield2017budget-17",
        "type": "article-newspaper",
        "title": "Budget passes",
        "author": [{"family": "Whitfield", "given": "Dana"}, {"family": "Raman", "given": "Priya"}],
        "container-title": "The Capital Ledger",
        "section": "Congress",
        "issued": {"date-parts": [[2017, 6, 9]]},
        "URL": "https://archive.example.org/2017/06/09/budget-passes/",
        "language": "en-US",
        "abstract": "The vote was close.",
        "keyword": "Budget, Jeff Sessions, Al Franken",
        "source": "Newsroom",
        "custom": {
            "list": {
                "archive": "Newsroom",
                "question": "“budget” · 2017",
                "url": "https://archive.example.org/search/?q=budget&year=2017",
                "total": 1,
                "made_at": "2026-07-04T12:00:00+00:00",
            }
        },
    }


def test_only_the_first_item_says_which_list_it_is():
    first, second, third = items(*(an_outgoing(id=number) for number in (1, 2, 3)))
    assert first["custom"]["list"]["total"] == 3
    assert "custom" not in second
    assert "custom" not in third


def test_list_without_articles_is_an_empty_array():
    assert json.loads("".join(csl_json.write(a_heading(total=0), []))) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Martin Luther King Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("Ursula von der Leyen", {"family": "Leyen", "given": "Ursula", "non-dropping-particle": "von der"}),
        ("Chris Van Hollen", {"family": "Van Hollen", "given": "Chris"}),
        ("The Associated Press", {"literal": "The Associated Press"}),
        ("李强", {"literal": "李强"}),
    ],
)
def test_author_is_in_parts_or_literal(name, expected):
    (item,) = items(an_outgoing(authors=(name,)))
    assert item["author"] == [expected]


def test_early_year_is_a_number():
    (item,) = items(an_outgoing(published_on=date(1, 1, 1)))
    assert item["issued"] == {"date-parts": [[1, 1, 1]]}


def test_what_is_not_known_is_left_out():
    (item,) = items(an_outgoing(authors=(), byline="", section="", standfirst="", people=(), topics=()))
    assert {"author", "section", "abstract", "keyword", "accessed"}.isdisjoint(item)


@given(hostile)
def test_whatever_a_field_holds_comes_back_on_one_line(text):
    (item,) = items(hostile_outgoing(text), question=text, archive=text)
    assert_valid(item)
    assert item.get("title", "") == item.get("abstract", "") == item.get("section", "") == one_line(text)

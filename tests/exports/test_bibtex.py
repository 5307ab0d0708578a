"""BibTeX is read back by bibtexparser, whatever stands in its fields."""

import re
from datetime import date

import bibtexparser
import pytest
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    MonthIntMiddleware,
    SeparateCoAuthors,
    SplitNameParts,
)
from hypothesis import given

from articles.citations import one_line
from articles.exports import bibtex
from tests.exports.builders import REMARK, an_outgoing, hostile, hostile_outgoing, written

PLAIN = {
    r"{\textbackslash}": "\\", r"{\textbraceleft}": "{", r"{\textbraceright}": "}", r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^", r"\{": "{", r"\}": "}", r"\&": "&", r"\%": "%", r"\$": "$", r"\#": "#", r"\_": "_",
}  # fmt: skip
COMMAND = re.compile("|".join(map(re.escape, PLAIN)))


def library(*articles, **heading):
    parsed = bibtexparser.parse_string(written(bibtex, *articles, **heading))
    assert parsed.failed_blocks == []
    return parsed


def fields(article, **heading):
    (entry,) = library(article, **heading).entries
    return {field.key: field.value for field in entry.fields}


def unescaped(value):
    return COMMAND.sub(lambda found: PLAIN[found[0]], value)


def test_article_is_an_entry_that_reference_managers_know():
    assert written(bibtex) == "\n".join((
        "@comment{1 article for “budget” · 2017 · Newsroom, 2026-07-04 · "
        "https://archive.example.org/search/?q=budget&year=2017}",
        "",
        "@article{whitfield2017budget-17,",
        "  author = {Whitfield, Dana and Raman, Priya},",
        "  title = {{Budget passes}},",
        "  journal = {The Capital Ledger},",
        "  date = {2017-06-09},",
        "  year = {2017},",
        "  month = jun,",
        "  url = {https://archive.example.org/2017/06/09/budget-passes/},",
        "  entrysubtype = {newspaper},",
        "  langid = {american},",
        "  abstract = {The vote was close.},",
        "  keywords = {Budget, Jeff Sessions, Al Franken},",
        "}",
        "",
    ))  # fmt: skip


def test_comment_says_which_list_it_is():
    (comment,) = library().comments
    assert comment.comment == REMARK


def test_comment_holds_no_entry():
    parsed = library(question="@article{x, title={y}} }")
    assert len(parsed.entries) == 1
    assert "article(x, title=(y)) )" in parsed.comments[0].comment


@pytest.mark.parametrize(
    ("name", "first", "von", "last", "jr"),
    [
        ("Dana Whitfield", ["Dana"], [], ["Whitfield"], []),
        ("Martin Luther King Jr.", ["Martin", "Luther"], [], ["King"], ["Jr."]),
        ("Ursula von der Leyen", ["Ursula"], ["von", "der"], ["Leyen"], []),
        ("Chris Van Hollen", ["Chris"], [], ["Van", "Hollen"], []),
        ("Madonna", [], [], ["{Madonna}"], []),
        ("The Associated Press", [], [], ["{The Associated Press}"], []),
        ("Smith and Sons, Inc.", [], [], ["{Smith and Sons, Inc.}"], []),
        ("李强", [], [], ["{李强}"], []),
        ("José Díaz", ["José"], [], ["Díaz"], []),
    ],
)
def test_name_is_read_in_its_parts(name, first, von, last, jr):
    parsed = bibtexparser.parse_string(
        written(bibtex, an_outgoing(authors=(name,))),
        append_middleware=[SeparateCoAuthors(), SplitNameParts()],
    )
    (found,) = parsed.entries[0]["author"]
    assert (found.first, found.von, found.last, found.jr) == (first, von, last, jr)


def test_entry_without_author_has_no_field_for_one():
    assert "author" not in fields(an_outgoing(authors=(), byline="Staff report"))


def test_organisation_that_signs_is_the_author():
    assert (
        fields(an_outgoing(authors=(), byline="By The Associated Press"))["author"]
        == "{The Associated Press}"
    )


def test_latex_specials_mean_themselves():
    headline = "Q&A: 100% of $5 #1 a_b {c} d~e f^g h\\i \\"
    parsed = bibtexparser.parse_string(
        written(bibtex, an_outgoing(headline=headline)),
        append_middleware=[LatexDecodingMiddleware(keep_braced_groups=False, keep_math_mode=False)],
    )
    assert parsed.entries[0]["title"].replace("ˆ", "^") == headline


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("a {b} {c}", r"{{a \{b\} \{c\}}}"),
        ("a }b{", r"{{a {\textbraceright}b{\textbraceleft}}}"),
        ("a {", r"{{a {\textbraceleft}}}"),
        ("a \\{", r"{{a {\textbackslash}{\textbraceleft}}}"),
    ],
)
def test_braces_are_pairs_to_bibtex_whatever_the_headline(headline, title):
    assert f"  title = {title},\n" in written(bibtex, an_outgoing(headline=headline))


def test_month_is_one_that_bibtex_knows():
    parsed = bibtexparser.parse_string(written(bibtex), append_middleware=[MonthIntMiddleware()])
    assert parsed.entries[0]["month"] == 6


def test_early_year_is_written_as_each_field_wants_it():
    found = fields(an_outgoing(published_on=date(45, 3, 15)))
    assert (found["date"], found["year"]) == ("0045-03-15", "45")


def test_address_is_not_escaped_for_latex():
    url = "https://archive.example.org/2017/06/09/a_b~c/?x=1&y=50%25#top"
    assert fields(an_outgoing(permalink=url))["url"] == url


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "english"), ("en-GB", "british"), ("de", "ngerman"), ("pt-BR", "brazilian"), ("fr-CA", "french")],
)
def test_language_has_the_name_that_babel_gives_it(language, name):
    assert fields(an_outgoing(language=language))["langid"] == name


def test_unknown_language_is_left_out():
    assert "langid" not in fields(an_outgoing(language="tlh"))


def test_keyword_with_a_comma_stays_one():
    assert fields(an_outgoing(topics=("Health, mental",), people=()))["keywords"] == "Health mental"


def test_keys_are_the_articles_own():
    articles = [
        an_outgoing(id=number, headline=headline)
        for number, headline in ((1, "Vote 1"), (11, "Vote"), (111, "!!!"))
    ]
    keys = [entry.key for entry in library(*articles).entries]
    assert keys[:2] == ["whitfield2017vote-1", "whitfield2017vote-11"]
    assert len(set(keys)) == 3
    assert all(re.fullmatch("[a-z0-9]+-[0-9]+", key) for key in keys)


@given(hostile)
def test_whatever_a_field_holds_comes_back_on_one_line(text):
    found = fields(hostile_outgoing(text), question=text)
    expected = one_line(text)
    for name in ("journal", "abstract"):
        assert unescaped(found.get(name, "")) == expected
    title = found["title"] if expected else "{}"
    assert unescaped(title[1:-1]) == expected
    assert unescaped(found["keywords"]).startswith(one_line(expected.replace(",", " ")) or "Dana")


@given(hostile)
def test_braces_are_counted_as_bibtex_counts_them(text):
    depth = 0
    for brace in re.findall("[{}]", written(bibtex, hostile_outgoing(text), question=text)):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0

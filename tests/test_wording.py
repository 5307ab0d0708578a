"""How templates say things."""

from datetime import date

import pytest
from django.template import engines

from articles.models.fields import CleanHtml
from articles.search.excerpt import Fragment
from articles.templatetags import wording


@pytest.mark.parametrize(
    ("day", "said"), [(date(2017, 6, 9), "9 June 2017"), (date(868, 2, 25), "25 February 868"), (None, "")]
)
def test_a_date_has_no_leading_zeros(day, said):
    assert wording.long_date(day) == said


def test_a_short_date_fits_the_margin():
    assert wording.short_date(date(2017, 9, 19)) == "19 Sep 2017"


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (41206, "article", "41,206 articles"),
        (2, "person,people", "2 people"),
    ],
)
def test_a_number_agrees_with_its_noun(number, noun, said):
    assert wording.plural(number, noun) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "–"),
        (0, "0 %"),
        (0.04, "under 0.1 %"),
        (3.14, "3.1 %"),
        (3.0, "3 %"),
        (42.4, "42 %"),
        (100.0, "100 %"),
    ],
)
def test_a_share_is_said_as_a_reader_says_it(share, said):
    assert wording.per_cent(share) == said


def test_opening_keeps_paragraphs_and_stops_at_its_words():
    assert wording.opening("<p>One two.</p><p>Three four five.</p>", 4) == ["One two.", "Three four …"]
    assert wording.opening("", 4) == []


def test_a_summary_is_escaped_and_its_hits_are_marked():
    assert (
        wording.marked([Fragment("a <b> "), Fragment("recusal", hit=True)])
        == "a &lt;b&gt; <mark>recusal</mark>"
    )
    assert wording.unmarked([Fragment("a "), Fragment("recusal", hit=True)]) == "a recusal"


def test_wide_things_in_a_text_take_the_focus():
    assert wording.reachable(CleanHtml("<table><tr></tr></table>")) == '<table tabindex="0"><tr></tr></table>'


def test_text_that_is_not_clean_stays_escaped():
    template = engines["django"].from_string("{% load wording %}{{ body|reachable }}")
    assert template.render({"body": "<table>"}) == "&lt;table&gt;"

"""Places that answer a search are marked in an article, and nothing else of its HTML changes."""

import re
import time
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import marking
from articles.marking import marked
from articles.markup import clean
from articles.richtext import CleanHtml
from articles.search.hits import hits
from articles.search.tree import And, In, Near, Or, Phrase, Prefix, Word
from tests.test_markup import HOSTILE

MARK = re.compile(r'<mark (?:id="hit-|data-hit=")[0-9]+">|</mark>')
TAX, CUT = Word("tax"), Word("cut")


def body(html, tree, code="en"):
    return marked({"body": CleanHtml(html)}, tree, code).texts["body"]


@pytest.mark.parametrize(
    ("html", "tree", "expected"),
    [
        ("<p>A tax.</p>", TAX, '<p>A <mark id="hit-1">tax</mark>.</p>'),
        ("<p>t<b>ax</b>es</p>", TAX, '<p><mark id="hit-1">t</mark><b><mark data-hit="1">ax</mark></b><mark data-hit="1">es</mark></p>'),
        ("<p>a <em>tax</em> cut</p>", Phrase("tax cut"), '<p>a <em><mark id="hit-1">tax</mark></em> <mark data-hit="1">cut</mark></p>'),
        ("<p>a tax</p>\n<p>cut it</p>", Phrase("tax cut"), '<p>a <mark id="hit-1">tax</mark></p>\n<p><mark data-hit="1">cut</mark> it</p>'),
        ("<p>tax</p><p>cut</p>", Word("taxcut"), "<p>tax</p><p>cut</p>"),
        ("<p>tax<br>cut</p>", CUT, '<p>tax<br><mark id="hit-1">cut</mark></p>'),
        ("<p>tax &amp; cut</p>", Phrase("tax cut"), '<p><mark id="hit-1">tax &amp; cut</mark></p>'),
        ("<p>a&nbsp;tax&lt;b&gt;</p>", Or((TAX, Word("nbsp"), Word("lt"), Word("b"))), '<p>a&nbsp;<mark id="hit-1">tax</mark>&lt;<mark id="hit-2">b</mark>&gt;</p>'),
        ('<p><a href="https://tax.example/tax" title="tax">tax</a></p>', TAX, '<p><a href="https://tax.example/tax" title="tax"><mark id="hit-1">tax</mark></a></p>'),
        ("<table><tbody><tr><td>tax</td>\n<td>cut</td></tr></tbody></table>", Phrase("tax cut"), '<table><tbody><tr><td><mark id="hit-1">tax</mark></td>\n<td><mark data-hit="1">cut</mark></td></tr></tbody></table>'),
        ("<p>وزير <b>العدل</b></p>", Phrase("وزير العدل"), '<p><mark id="hit-1">وزير</mark> <b><mark data-hit="1">العدل</mark></b></p>'),
        ("<p>Rossello\u0301 spoke</p>", Word("Rosselló"), '<p><mark id="hit-1">Rossello\u0301</mark> spoke</p>'),
        ("<p>o\ufb03ces</p>", Word("office"), '<p><mark id="hit-1">o\ufb03ces</mark></p>'),
        ("", TAX, ""),
    ],
)  # fmt: skip
def test_only_text_is_marked(html, tree, expected):
    assert body(html, tree) == expected


def test_places_are_numbered_through_all_texts():
    found = marked(
        {"headline": "Tax & <tax>", "standfirst": "None.", "body": CleanHtml("<p>tax</p>")}, TAX, "en-US"
    )
    assert found.texts == {
        "headline": '<mark id="hit-1">Tax</mark> &amp; &lt;<mark id="hit-2">tax</mark>&gt;',
        "standfirst": "None.",
        "body": '<p><mark id="hit-3">tax</mark></p>',
    }
    assert [*found.numbers] == [1, 2, 3]


def test_what_is_asked_of_one_text_is_marked_there_alone():
    found = marked({"headline": "Tax", "body": CleanHtml("<p>tax cut</p>")}, In("headline", TAX), "en")
    assert (found.texts["body"], found.count) == ("<p>tax cut</p>", 1)


def test_no_more_places_are_marked_than_a_reader_walks_through(monkeypatch):
    monkeypatch.setattr(marking, "MOST", 3)
    found = marked({"headline": "tax tax", "body": CleanHtml("<p>tax tax</p>")}, TAX, "en")
    assert (found.count, found.is_cut) == (3, True)
    assert found.texts["body"] == '<p><mark id="hit-3">tax</mark> tax</p>'


MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<h2>", "</h2>", "<table><tr><td>", "</td><td>", "</table>", "<ul><li>", "</ul>", "<pre>", "</pre>"])
    | st.sampled_from(["tax", "cut", " tax ", " cut ", "&amp;", "&nbsp;", "&lt;", "é", "\u0301", "\u0338", "\n", " ", "<", ">", '<a href="https://e.example/?tax=1&cut=2" title="tax">', "</a>"])
    | st.sampled_from(HOSTILE),
    max_size=30,
).map("".join)  # fmt: skip
TREES = st.sampled_from(
    [TAX, Or((TAX, CUT)), Phrase("tax cut"), Near((TAX, CUT), 2), Prefix("al"), And((Word("x"), Prefix("t")))]
)


class Pieces(HTMLParser):
    """Reads what is marked, by the number of its place, and what is nested."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.places, self.opened, self.nested = {}, None, False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.nested |= self.opened is not None
        if tag == "mark":
            self.opened = attrs[0][1].removeprefix("hit-")
            self.places.setdefault(self.opened, "")

    def handle_endtag(self, tag):
        self.nested |= self.opened is not None and tag != "mark"
        if tag == "mark":
            self.opened = None

    def handle_data(self, data):
        if self.opened:
            self.places[self.opened] += data


@given(MARKUP, TREES)
def test_html_without_its_marks_is_the_same(markup, tree):
    html = clean(markup)
    assert MARK.sub("", body(html, tree)) == html


@given(MARKUP, TREES)
def test_marks_hold_text_alone_and_all_of_a_place(markup, tree):
    html = CleanHtml(clean(markup))
    found = Pieces(body(html, tree))
    text = html.text()
    expected = ["".join(text[start:end].split()) for start, end in hits(text, tree, "en", "body")]
    assert not found.nested
    assert ["".join(said.split()) for said in found.places.values()] == expected
    assert [*found.places] == [str(number) for number in range(1, len(expected) + 1)]


@given(st.text(), TREES)
def test_plain_text_is_escaped(text, tree):
    written = marked({"headline": text}, tree, "en").texts["headline"]
    assert MARK.sub("", written) == escape(text)


def test_marks_in_a_long_article_take_little_time():
    html = CleanHtml("<p>A <em>tax</em> cut &amp; a vote</p>" * 15_000)
    start = time.process_time()
    assert marked({"body": html}, Or((TAX, Phrase("tax cut"))), "en").count == marking.MOST
    assert time.process_time() - start < 5

"""Pieces that several exporters write."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.exports.texts import json_text, keywords, language_tag, summary, web_address
from articles.richtext import CleanHtml
from tests.exports.builders import an_outgoing, hostile


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/a?b=c&d=%20#e", "https://x.example/a?b=c&d=%20#e"),
        (" http://x.example ", "http://x.example"),
        ("https://x.example/ä b", "https://x.example/%C3%A4%20b"),
        ('https://x.example/"<{}>|\\^`', "https://x.example/%22%3C%7B%7D%3E%7C%5C%5E%60"),
        ("https://x.example/\x00\n\ud800", "https://x.example/"),
        ("HTTPS://X.example/", "HTTPS://X.example/"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//x.example/", ""),
        ("/2017/", ""),
        ("https:///x", ""),
        ("x.example", ""),
        ("", ""),
    ],
)
def test_address_is_that_of_a_web_page_in_ascii(url, expected):
    assert web_address(url) == expected


@given(hostile)
def test_address_is_ascii_without_spaces_whatever_it_was(text):
    assert web_address(f"https://x.example/{text}").isascii()
    assert " " not in web_address(f"https://x.example/{text}")


@pytest.mark.parametrize("tag", ["en", "en-US", "zh-Hant-TW", "es-419", "tlh"])
def test_tag_of_a_language_is_kept(tag):
    assert language_tag(tag) == tag


@pytest.mark.parametrize("tag", ["", "e", "english language", "en_US", 'en"', "en-", "-en", "en\n", "ｅｎ"])
def test_what_is_no_tag_of_a_language_is_left_out(tag):
    assert language_tag(tag) == ""


def test_keywords_are_topics_and_people_each_once():
    article = an_outgoing(topics=("Budget", " Tax\ncuts ", ""), people=("Al Franken", "Budget"))
    assert keywords(article) == ["Budget", "Tax cuts", "Al Franken"]


@pytest.mark.parametrize(
    ("standfirst", "body", "expected"),
    [
        ("Close\nvote.", "<p>Text.</p>", "Close vote."),
        ("", "<p>One. Two.</p><p>Three.</p>", "One. Two. Three."),
        ("", f"<p>Short one.</p><p>{'word ' * 100}.</p>", "Short one."),
        ("", f"<p>{'word ' * 100}.</p>", f"{'word ' * 59}word …"),
        ("", f"<p>{'x' * 5_000}</p>", f"{'x' * 300} …"),
        ("", "<p>A &amp; B &lt;i&gt;</p>", "A & B <i>"),
        ("", "", ""),
    ],
)
def test_summary_is_the_standfirst_or_the_opening(standfirst, body, expected):
    assert summary(an_outgoing(standfirst=standfirst, body=CleanHtml(body))) == expected


def test_summary_of_a_long_text_has_no_piece_of_a_tag():
    body = CleanHtml("<p>One.</p>\n" + '<p><a href="https://x.example/">x</a></p>\n' * 5_000)
    assert "<" not in summary(an_outgoing(standfirst="", body=body))


@given(hostile | st.text(st.characters(exclude_categories=())))
def test_json_is_on_one_line_and_comes_back(text):
    written = json_text({"a": text})
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"a": text.encode(errors="ignore").decode()}

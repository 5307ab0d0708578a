"""Whole pages become news items: the better of what they declare and what is found on them."""

import logging
import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers.base import Options
from articles.importers.pages import page_item
from articles.newsitem import NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/html"
TEXT = (
    "The committee met on Friday to hear what the department had spent on travel, and put the vote off to the week after. "
    "Members of both parties said that they had not been given the letter that was promised to them in the spring."
)
DATED = '<meta property="article:published_time" content="2017-06-09">'


def item(content, url="", charset="", captured_at=None, **options):
    content = content if isinstance(content, bytes) else content.encode()
    return page_item(
        content,
        url=url,
        declared_charset=charset,
        source="a.html",
        line=1,
        options=Options(**options),
        captured_at=captured_at,
    )


def page(head="", body="", text=TEXT):
    return f"<!doctype html><html><head>{head}</head><body><article>{body}<p>{text}</p><p>{text[::-1]}</p></article></body></html>"


def sample(name, **options):
    return item((SAMPLES / name).read_bytes(), **options)


def test_modern_page_gives_every_field():
    url = "https://ledger.example/politics/2017/06/09/senate-panel-sets-hearing/?utm_source=x"
    found = sample("ledger-2017.html", url=url, captured_at=datetime(2020, 1, 1, tzinfo=UTC))
    body = found.body
    assert found == NewsItem(
        headline="Senate panel sets hearing on the budget after a week of delay",
        body=body,
        published_on=date(2017, 6, 9),
        published_at=datetime(2017, 6, 9, 22, 2, tzinfo=UTC),
        standfirst="Members of both parties want to know where the money went.",
        byline="By Dana Whitfield and Priya Raman, Associated Press",
        section="Politics",
        publication="The Capital Ledger",
        source_url="https://ledger.example/politics/2017/06/09/senate-panel-sets-hearing/",
        source_ref="https://ledger.example/politics/2017/06/09/senate-panel-sets-hearing/",
        language="en-US",
        people=("Jeff Sessions", "Susan Collins"),
        topics=("Budget", "Senate", "Taxes & spending"),
        captured_at=datetime(2020, 1, 1, tzinfo=UTC),
        capture_url=url,
        content_sha256="222fb3ea682f21dfc4301734e54d11321ef68b69311ca7d1ffa232960fcb30d4",
        source="a.html",
        line=1,
    )
    assert body.startswith("<p>The Senate Budget Committee will hear from three witnesses on Tuesday")
    assert body.endswith("</blockquote>")
    assert '<a href="https://ledger.example/politics/2017/documents/letter.html">a letter</a>' in body
    assert "<i>before</i>" in body
    assert "<h2>What comes next</h2>" in body
    assert "<td>$3.9 trillion</td>" in body
    assert "<li>The hearing begins at ten on Tuesday morning.</li>" in body
    for beside in ("Dana", "Copyright", "Read more", "I do not agree", "dataLayer", "Opinion"):
        assert beside not in body


def test_blog_is_read_by_its_microdata():
    found = sample("blog-microdata.html")
    assert found.headline == "A long afternoon of amendments"
    assert found.byline == "Tom Okafor"
    assert found.section == "Rules"
    assert found.topics == ("amendments", "Senate")
    assert found.published_on == date(2009, 12, 21)
    assert found.published_at == datetime(2009, 12, 21, 21, 45, tzinfo=UTC)
    assert found.language == "en"
    assert (found.source_url, found.source_ref, found.publication) == ("", "a.html", "")
    assert found.body.startswith("<p>There were forty amendments on the list")
    assert found.body.count("<p>") == 3


def test_page_laid_out_by_a_table_is_read_as_text():
    found = sample("gazette-1998.html")
    assert found.headline == "Governor\u2019s budget \u201ctoo late,\u201d say members"
    assert not found.headline_made
    assert found.byline == "By Ann Reilly"
    assert found.section == "State"
    assert (found.published_on, found.published_at) == (date(1998, 3, 17), None)
    assert found.body.startswith("<p>The governor sent his budget to the legislature on Monday")
    assert "round the corner \u2014 and" in found.body
    assert "Caf\u00e9 owners" in found.body
    assert "<table" not in found.body
    assert "Sports" not in found.body


def test_page_in_german_is_read_by_its_meta_elements():
    found = sample("kurier-2021.html")
    assert found.headline == "Haushalt: Ausschuss vertagt die Abstimmung"
    assert found.byline == "Anna M\u00fcller, J\u00f6rg Wei\u00df"
    assert found.publication == "Der Landkurier"
    assert found.published_at == datetime(2021, 11, 4, 16, 20, tzinfo=UTC)
    assert found.topics == ("Haushalt", "Landtag")
    assert found.language == "de"
    assert found.source_url == "https://www.landkurier.example/politik/haushalt-123.html"


def test_home_page_is_rejected():
    assert sample("home.html") == Rejection("it looks like a list of articles, not one", "a.html", 1)


def test_what_the_page_says_goes_before_what_the_operator_says():
    said = {
        "publication": "The Other",
        "section": "Elsewhere",
        "byline": "By Nobody",
        "language": "fr",
        "published_on": date(1990, 1, 1),
    }
    found = sample("ledger-2017.html", **said)
    assert (found.publication, found.section, found.language) == ("The Capital Ledger", "Politics", "en-US")
    assert found.published_on == date(2017, 6, 9)
    silent = item(page("<title>Budget passes</title>"), **said)
    assert (silent.publication, silent.section, silent.byline) == ("The Other", "Elsewhere", "By Nobody")
    assert (silent.language, silent.published_on, silent.published_at) == ("fr", date(1990, 1, 1), None)


def test_page_without_a_date_is_rejected():
    found = item(
        page('<title>Budget passes</title><meta property="article:modified_time" content="2017-06-09">')
    )
    assert found == Rejection("it bears no date; --date gives one", "a.html", 1)


def test_capture_is_no_date():
    found = item(
        page("<title>x</title>"), url="https://a.example/x", captured_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    assert found == Rejection("it bears no date; --date gives one", "a.html", 1, "https://a.example/x")


def test_page_without_a_name_is_named_after_its_host():
    assert item(page(DATED), url="https://www.ledger.example:8080/x").publication == "ledger.example"


def test_page_without_a_headline_gets_one_from_its_text():
    found = item(page(DATED))
    assert (
        found.headline
        == "The committee met on Friday to hear what the department had spent on travel, and put the\u2026"
    )
    assert found.headline_made


def test_text_that_scripts_would_add_is_told_from_none():
    found = item(
        f"<html><head><title>Budget</title>{DATED}<script>start()</script></head><body><div id=root></div>"
    )
    assert found.reason == "there is no text in it; scripts add it when it is shown: save it with its text"


def test_page_with_neither_headline_nor_text_is_rejected():
    assert (
        item(f"<html><head>{DATED}</head><body></body></html>").reason == "it has neither headline nor text"
    )
    assert item(b"").reason == "it has neither headline nor text"


def test_headline_and_byline_are_not_repeated_at_the_start_of_the_text():
    body = "<h1>Budget passes</h1><p class=byline>By Dana Whitfield</p>"
    found = item(page(DATED, body))
    assert (found.headline, found.byline) == ("Budget passes", "By Dana Whitfield")
    assert found.body.startswith("<p>The committee met")


def test_declared_text_is_taken_where_extraction_has_lost_more_than_half():
    long = "\\n\\n".join([TEXT] * 5)
    script = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{long}"}}</script>'
    )
    found = item(
        f"<html><head><title>Budget</title>{DATED}{script}</head><body><p>Subscribe to read on.</p></body></html>"
    )
    assert found.body == "\n".join([f"<p>{TEXT}</p>"] * 5)


def test_listing_without_article_markup_is_rejected():
    links = "".join(f"<li><a href='/{i}'>{TEXT[: 60 + i]}</a></li>" for i in range(20))
    head = f"<title>Politics</title>{DATED.replace('article:published_time', 'pubdate')}"
    listing = f"<html><head>{head}%s</head><body><ul>{links}</ul></body></html>"
    assert (
        item(listing % "<meta property=og:type content=website>").reason
        == "it looks like a list of articles, not one"
    )
    assert (
        item(listing % "<meta name=robots content='noindex, follow'>").reason
        == "it looks like a list of articles, not one"
    )
    assert (
        item(listing % "", url="https://ledger.example/").reason
        == "it looks like a list of articles, not one"
    )


def test_article_on_a_page_that_is_not_to_be_indexed_is_read():
    assert item(page(f"<title>Budget</title>{DATED}<meta name=robots content=noindex>")).headline == "Budget"


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "https://[bad", "javascript:alert(1)"])
def test_address_that_is_none_of_the_web_is_no_source(url):
    found = item(
        page(f"<title>Budget</title>{DATED}<link rel=canonical href='javascript:alert(1)'>"), url=url
    )
    assert (found.source_url, found.source_ref) == ("", "a.html")


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://other.example/2017/story", "https://other.example/2017/story"),
        ("/2017/story", "https://ledger.example/2017/story"),
        ("https://ledger.example/", "https://ledger.example/a/b?c=d"),
        ("ftp://ledger.example/a", "https://ledger.example/a/b?c=d"),
        ("https://ledger.example/" + "a" * 3_000, "https://ledger.example/a/b?c=d"),
    ],
)
def test_canonical_address_is_absolute_and_of_the_web(canonical, expected):
    head = f'<title>Budget</title>{DATED}<link rel="canonical" href="{canonical}">'
    assert item(page(head), url="https://ledger.example/a/b?c=d").source_url == expected


def test_reading_a_page_opens_no_connection_and_logs_nothing(monkeypatch, caplog):
    def refuse(*_args, **_named):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    with caplog.at_level(logging.DEBUG):
        sample("ledger-2017.html")
        item(b"<p>")
    assert [record for record in caplog.records if record.levelno > logging.DEBUG] == []

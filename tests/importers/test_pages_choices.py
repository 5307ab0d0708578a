"""Of several headlines, bylines, dates and standfirsts a page's own is chosen."""

from datetime import UTC, date, datetime

import pytest

from articles.importers.pages.bylines import byline
from articles.importers.pages.headlines import headline
from articles.importers.pages.moments import moment
from articles.importers.pages.trees import page_of
from tests.importers.test_pages_items import DATED, TEXT, item, page


@pytest.mark.parametrize(
    ("declared", "title", "expected"),
    [
        (["Budget passes"], "Something else", "Budget passes"),
        (["The Ledger", "Budget passes"], "", "Budget passes"),
        (["Budget passes | The Ledger"], "", "Budget passes"),
        (["Ledger: Budget passes"], "", "Ledger: Budget passes"),
        ([], "Budget passes - The Ledger", "Budget passes"),
        ([], "Budget passes \u2013 Politics \u2013 The Ledger", "Budget passes \u2013 Politics"),
        ([], "The Ledger \u00bb Budget passes", "Budget passes"),
        ([], "Budget passes :: ledger.example", "Budget passes"),
        ([], "Trump - Sessions - What next", "Trump - Sessions - What next"),
        ([], "The Ledger", ""),
        (
            ["The budget passes in the\u2026", "The budget passes in the House"],
            "",
            "The budget passes in the House",
        ),
        (["The budget passes in the...", "Something else"], "", "The budget passes in the..."),
        (
            ["The budget passes in the...", "The budget passes in the House | The Ledger"],
            "",
            "The budget passes in the House",
        ),
        (["So\u2026", "Something else"], "", "So\u2026"),
        ([], "", ""),
    ],
)
def test_headline_is_whole_and_without_the_name_of_the_site(declared, title, expected):
    assert headline(declared, title, ["The Ledger", "ledger.example", "ledger"]) == expected


def test_first_line_tells_which_part_of_a_title_is_the_headline():
    title = "The Morning Gazette - Governor's budget too late"
    assert headline([], title, [], "Governor's budget too late") == "Governor's budget too late"
    assert headline([], title, [], "Governor") == title


@pytest.mark.parametrize(
    ("html", "declared", "expected"),
    [
        ("<p class=byline>By Dana Whitfield and Priya Raman, AP</p>", ["Dana Whitfield", "Priya Raman"], "By Dana Whitfield and Priya Raman, AP"),
        ("<p class=byline>By Dana Whitfield</p>", ["Dana Whitfield", "Priya Raman"], "By Dana Whitfield and Priya Raman"),
        ("<p class='article__byline'>By DANA WHITFIELD, Associated Press</p>", ["Dana Whitfield"], "By DANA WHITFIELD, Associated Press"),
        ("<div class=byline>By <a rel=author>Dana Whitfield</a> <time>June 9</time><button>Share</button></div>", ["Dana Whitfield"], "By Dana Whitfield"),
        ("<div class=byline-box>Published today <p class=byline>By Dana Whitfield</p> 5 min</div>", ["Dana Whitfield"], "By Dana Whitfield"),
        ("<a rel=author>Dana Whitfield</a>", [], "Dana Whitfield"),
        ("<p class=byline>By Dana Whitfield</p>", [], "By Dana Whitfield"),
        ("<p class=byline>Published at noon</p>", [], ""),
        ("<aside><p class=byline>By Somebody Else</p></aside>", [], ""),
        ("<div class=comments><p class=author>A Reader</p></div>", [], ""),
        (f"<p class=byline>By Dana Whitfield. {TEXT}</p>", ["Dana Whitfield"], "By Dana Whitfield"),
        ("", ["Dana Whitfield", "Priya Raman", "Tom Okafor"], "By Dana Whitfield, Priya Raman and Tom Okafor"),
        ("", ["By Dana Whitfield"], "By Dana Whitfield"),
        ("", ["Associated Press"], "By Associated Press"),
        ("", [], ""),
    ],
)  # fmt: skip
def test_byline_is_printed_or_made_of_the_declared_names(html, declared, expected):
    tree = page_of(f"<html><body class='author-page'><article>{html}</article></body></html>").tree
    assert byline(tree, declared, is_english=True) == expected


def test_byline_in_another_language_has_no_english_words():
    assert (
        byline(page_of("<p>x</p>").tree, ["Anna M\u00fcller", "Jan Kos"], is_english=False)
        == "Anna M\u00fcller, Jan Kos"
    )


def test_byline_of_many_names_ends_where_there_is_no_room():
    made = byline(
        page_of("<p>x</p>").tree, [f"Reporter Number {number}" for number in range(50)], is_english=True
    )
    assert made.startswith("By Reporter Number 0, Reporter Number 1, ")
    assert len(made) <= 200


def test_publication_is_the_author_only_where_nobody_else_is():
    head = f"{DATED}<meta property=og:site_name content='The Ledger'><meta name=author content='The Ledger'>"
    assert item(page(head, "<p class=byline>By Dana Whitfield</p>")).byline == "By Dana Whitfield"
    assert item(page(head)).byline == "The Ledger"


@pytest.mark.parametrize(
    ("written", "day", "time"),
    [
        ("2017-06-09", date(2017, 6, 9), None),
        ("2017-06-09T23:30:00-04:00", date(2017, 6, 9), datetime(2017, 6, 10, 3, 30, tzinfo=UTC)),
        ("2017-06-09 14:30:00 +0200", date(2017, 6, 9), datetime(2017, 6, 9, 12, 30, tzinfo=UTC)),
        ("2017-06-09 14:30 UTC", date(2017, 6, 9), datetime(2017, 6, 9, 14, 30, tzinfo=UTC)),
        ("2017/06/09", date(2017, 6, 9), None),
        ("2017/6/9 14:30:00", date(2017, 6, 9), datetime(2017, 6, 9, 14, 30, tzinfo=UTC)),
        ("20170609", date(2017, 6, 9), None),
        ("June 9, 2017", date(2017, 6, 9), None),
        ("Friday, June 9th, 2017 - 2:30 PM", date(2017, 6, 9), None),
        ("Jun. 9, 2017 2:30 PM", date(2017, 6, 9), None),
        ("9 June 2017", date(2017, 6, 9), None),
        ("Fri, 09 Jun 2017 18:02:00 GMT", date(2017, 6, 9), datetime(2017, 6, 9, 18, 2, tzinfo=UTC)),
    ],
)
def test_declared_date_is_read_as_it_is_written(written, day, time):
    assert moment([written], []) == (day, time)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2017",
        "2017-06",
        "09/06/2017",
        "1497018600",
        "9999-12-31",
        "2017-02-30",
        "June 31, 2017",
        "x" * 10_000,
        "12:30",
    ],
)
def test_what_is_no_date_is_not_made_one(written):
    assert moment([written], []) is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2017/06/09/budget.html", date(2017, 6, 9)),
        ("https://a.example/politics/2017/6/9/budget", date(2017, 6, 9)),
        ("https://a.example/world/2017/jun/09/budget", date(2017, 6, 9)),
        ("https://a.example/budget-2017-06-09", date(2017, 6, 9)),
        ("https://a.example/20170609/budget", date(2017, 6, 9)),
        ("https://a.example/2017/06/budget", None),
        ("https://a.example/2017/13/45/budget", None),
        ("https://a.example/x?date=2017-06-09", None),
        ("https://2017-06-09.example/x", None),
        ("https://archive.example/web/20170609120000/http://a.example/x", None),
        ("https://a.example/id/1020170609", None),
    ],
)
def test_address_tells_the_day_where_the_page_does_not(address, day):
    assert moment([], [address]) == (day and (day, None))


def test_first_date_counts_and_a_later_one_of_that_day_tells_the_time():
    at_noon = datetime(2017, 6, 9, 12, tzinfo=UTC)
    assert moment(["nonsense", "2017-06-09", "2017-06-09T12:00:00Z"], []) == (date(2017, 6, 9), at_noon)
    assert moment(["2017-06-09", "2017-06-08T12:00:00Z"], ["https://a.example/2001/01/01/"]) == (
        date(2017, 6, 9),
        None,
    )


def test_declared_date_that_is_none_is_named():
    found = item(page("<title>x</title><meta name=date content='last week'>"))
    assert found.reason == "'last week' is no date; --date gives one"


@pytest.mark.parametrize(
    ("metas", "expected"),
    [
        ("<meta name=description content='What it costs.'>", "What it costs."),
        ("<meta property=og:description content='What it costs in…'><meta name=description content='What it costs in the end.'>", "What it costs in the end."),
        (f"<meta name=description content='{TEXT[:60]}…'>", ""),
        (f"<meta name=description content='{TEXT[:60]}'>", ""),
        ("<meta name=description content='Budget passes'>", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_standfirst_is_whole_and_not_the_text_again(metas, expected):
    assert item(page(f"<title>Budget passes</title>{DATED}{metas}")).standfirst == expected

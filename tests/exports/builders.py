"""Articles and headings for the tests of what leaves the archive, and every kind of hostile text."""

import dataclasses
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from articles.outgoing import Heading, Mentioned, Outgoing
from articles.richtext import CleanHtml

DAY = date(2017, 6, 9)
SITE = "https://archive.example.org"
ARTICLE = Outgoing(
    id=17,
    permalink=f"{SITE}/2017/06/09/budget-passes/",
    slug="budget-passes",
    headline="Budget passes",
    standfirst="The vote was close.",
    body=CleanHtml("<p>The House voted on Thursday.</p>\n<p>More follows.</p>"),
    byline="By Dana Whitfield and Priya Raman",
    authors=("Dana Whitfield", "Priya Raman"),
    section="Congress",
    publication="The Capital Ledger",
    published_on=DAY,
    published_at=datetime(2017, 6, 9, 14, 30, tzinfo=UTC),
    added_at=datetime(2026, 5, 1, 8, 0, 5, 250_000, tzinfo=UTC),
    updated_at=datetime(2026, 5, 2, 9, 0, tzinfo=UTC),
    language="en-US",
    word_count=7,
    people=("Jeff Sessions", "Al Franken"),
    mentions=(
        Mentioned(name="Dana Whitfield", role="author"),
        Mentioned(
            name="Jeff Sessions",
            role="subject",
            quoted=True,
            count=11,
            office="Attorney General",
            in_office=True,
        ),
        Mentioned(name="Al Franken", count=2, office="former Senator (D-Minn.)"),
    ),
    topics=("Budget",),
    source_url="https://ledger.example.com/politics/budget?id=1",
    source_ref="ledger-4711",
)
HEADING = Heading(
    archive="Newsroom",
    question="“budget” · 2017",
    url=f"{SITE}/search/?q=budget&year=2017",
    file_url=f"{SITE}/search.x?q=budget&year=2017",
    total=1,
    made_at=datetime(2026, 7, 4, 12, 0, tzinfo=UTC),
)
REMARK = "1 article for “budget” · 2017 · Newsroom, 2026-07-04 · https://archive.example.org/search/?q=budget&year=2017"

NASTY = (
    "\\", "{", "}", "{{", "}}", '"', "'", "“", "”", "‘", "’", "„", "&", "%", "$", "#", "_", "~", "^", "@", "@article{x,", ",",
    ";", " and ", "\n", "\r\n", "\r", "\t", "\x00", "\x0b", "\x1c", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff",
    "\ud800", "\udfff", "\u202e", "\u2066", "\u200f", "\nER  - ", "ER  - ", "TY  - ", "]]>", "<![CDATA[", "<b>", "&amp;", "&#0;",
    "=1+1", "-", "+", "\\\\", "\\n", "\U0001f5f3\ufe0f", "שלום", "سلام", "e\u0301", "李强", "\u00a0", "a word",
)  # fmt: skip
hostile = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=5), max_size=10
).map("".join)


def an_outgoing(**fields) -> Outgoing:
    return dataclasses.replace(ARTICLE, **fields)


def hostile_outgoing(text: str, **fields) -> Outgoing:
    """Return an article that holds the text wherever an article has text."""
    told = dict.fromkeys(("headline", "standfirst", "byline", "section", "publication", "source_ref"), text)
    lists = dict.fromkeys(("authors", "people", "topics"), (text, "Dana Whitfield"))
    mentions = tuple(Mentioned(name=name, role=text, office=text) for name in lists["people"])
    return an_outgoing(**told | lists | {"mentions": mentions, "language": text, "source_url": text} | fields)


def a_heading(**fields) -> Heading:
    return dataclasses.replace(HEADING, **fields)


def written(exporter, *articles: Outgoing, full: bool = True, **heading) -> str:
    """Return the file, as a program that opens it reads it."""
    articles = articles or (ARTICLE,)
    pieces = exporter.write(a_heading(**{"total": len(articles)} | heading), articles, full=full)
    return "".join(pieces).encode().decode()

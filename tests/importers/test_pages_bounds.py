"""No page takes long or much memory, and none stops an import."""

import json
import random
import time
import tracemalloc
from datetime import date

import pytest

from articles.importers.pages.trees import page_of
from articles.importers.pages.weighing import TooLarge
from articles.markup import clean
from articles.newsitem import NewsItem, Rejection
from tests.importers.test_pages_items import TEXT, item

SECONDS = 20
"""Of processor time; the slowest of these took 5 on one core of two shared by eight."""
DAY = date(2017, 6, 9)


def ld(script):
    return f'<script type="application/ld+json">{script}</script><p>{TEXT}</p>'


def timed(content, **options):
    began = time.process_time()
    found = item(content, published_on=DAY, **options)
    assert time.process_time() - began < SECONDS
    assert isinstance(found, NewsItem | Rejection)
    return found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("x" * 10_000_001, "the page has more than 10,000,000 bytes"),
        ("<html><body>" + "x" * 2_000_001, "it has more than 2,000,000 characters of text"),
        ("<p>x</p>" * 20_001, "it has more than 20,000 elements"),
        ("<div>" * 200_000 + "</div>" * 200_000, "it has more than 20,000 elements"),
        ("<div>" * 300, "its elements stand more than 250 deep in one another"),
        (("<div>" * 200 + TEXT + "</div>" * 200) * 40, "it is too large, and its elements stand too deep in one another"),
        ("<div>" * 100 + TEXT * 1_000, "it is too large, and its elements stand too deep in one another"),
        ("<table>" + "<tr><td rowspan=1000 colspan=1000>x</td></tr>" * 100, "its tables have more than 50,000 cells"),
        ("<table><tr>" + "<td>x" * 100 + "</tr>" + "<tr><td>x</td></tr>" * 600, "its tables have more than 50,000 cells"),
        (b"\x00" * 1_000_000, "it looks binary: it is no web page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)).replace(b"<", b"") * 100, "it looks binary: it is no web page"),
    ],
)  # fmt: skip
def test_page_that_would_take_long_is_refused_at_once(content, reason):
    assert timed(content).reason == reason


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<article><section><p>word word</p></section></article>" * 6_600, id="sections"),
        pytest.param("<table>" + "<td>w " * 19_900, id="loose cells"),
        pytest.param("<p>" + "<a href=/x>word</a> " * 19_900, id="links"),
        pytest.param(("<div>" * 60 + f"<p>{TEXT}</p>" + "</div>" * 60) * 200, id="nested divs"),
        pytest.param("<h2>Heading</h2>" * 19_900, id="headings"),
        pytest.param("<p>" + "a b\n" * 495_000, id="lines"),
        pytest.param("<p " + " ".join(f"a{number}=1" for number in range(200_000)) + f">{TEXT}", id="attributes"),
        pytest.param("<p " + "a='>' " * 200_000 + f">{TEXT}", id="attributes with tags"),
        pytest.param("<title><p a='</title><p b='>" + "a " * 200_000, id="tags in a title"),
        pytest.param("<textarea><p a='</textarea><p b='>" + "a " * 200_000, id="tags in a text area"),
        pytest.param("<div itemprop='author headline keywords articleBody datePublished'>x</div>" * 19_000, id="microdata"),
        pytest.param("<aside>" * 15 + "<time class=published datetime=2017-06-09>x</time>" * 19_000, id="times"),
        pytest.param("<meta property=article:tag content='a,b'>" * 19_000, id="metas"),
        pytest.param("<p class=byline>By Ann Smith</p>" * 10_000, id="bylines"),
        pytest.param("<" * 500_000, id="brackets"),
        pytest.param("<!" * 2_000_000, id="declarations"),
        pytest.param("<!--" * 2_000_000, id="comments"),
        pytest.param("<script" * 1_000_000, id="open scripts"),
        pytest.param("<script>" * 1_000_000, id="scripts"),
        pytest.param("<title" * 1_000_000, id="open titles"),
        pytest.param("<svg>" * 1_000_000, id="drawings"),
        pytest.param("&#" * 300_000, id="entities"),
        pytest.param("&#" + "9" * 1_900_000 + ";", id="a number"),
        pytest.param(ld("[" * 900_000), id="open arrays"),
        pytest.param(ld("," * 900_000), id="commas"),
        pytest.param(ld("[1" + ", " * 900_000 + "]"), id="commas in an array"),
        pytest.param(ld("<!--" * 400_000), id="comments in JSON"),
        pytest.param(ld("]]>" * 400_000), id="ends of CDATA"),
        pytest.param(ld('{"@type": "Article", "headline": ' + "9" * 1_000_000 + "}"), id="digits"),
        pytest.param(ld(json.dumps([{"@type": "Article", "url": f"/{number}"} for number in range(20_000)])), id="articles"),
        pytest.param(ld(json.dumps({"@type": "Article", "articleBody": "<p><a href=x>" * 140_000})), id="text with links"),
        pytest.param(ld(json.dumps({"@graph": [{"@id": f"#{n}", "x": {"@id": f"#{n + 1}", "y": 1}} for n in range(20_000)]})), id="references"),
    ],
)  # fmt: skip
def test_hostile_page_takes_bounded_time(content):
    timed(content)


def test_texts_of_a_page_are_not_kept():
    timed(TEXT)
    tracemalloc.start()
    for number in range(3):
        timed("<div>" * 10 + f"<p>{number} {TEXT} \U0001f5f3</p>" * 300)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1_000_000


def test_spans_of_ordinary_tables_are_kept():
    row = "<tr><td colspan=2>House of Representatives</td><td rowspan=2>435 members in all</td></tr>"
    assert page_of(f"<table>{row}</table>").tree.xpath("count(//td[@colspan or @rowspan])") == 2.0


def test_code_and_comments_do_not_count():
    head = "<script>" + "if (a < b && c > d) {} " * 100_000 + "</script><!-- " + "<p>" * 100_000 + " -->"
    with pytest.raises(TooLarge):
        page_of("<p>" * 20_001)
    assert page_of(f"{head}<p>{TEXT}").tree.xpath("count(//p)") == 1.0


TAGS = [
    "div",
    "p",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "a",
    "b",
    "span",
    "h1",
    "section",
    "blockquote",
    "form",
    "figure",
    "hi",
    "ref",
    "cell",
    "row",
    "head",
    "item",
    "graphic",
    "del",
    "pre",
    "math",
    "q",
    "br",
    "img",
    "title",
]
ATTRIBUTES = [
    "class=byline",
    "itemprop=author",
    "rend=zz",
    "colspan=x",
    "colspan=\u00b2",
    "href=http://[bad",
    "datetime=x",
    "a:b=c",
    "style=display:none",
]
PIECES = [
    TEXT,
    "&nbsp;",
    "\x00",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&#xd800;",
    "\u2028",
    "\ufffe",
    "<",
    "'",
    '"',
    "By Ann Smith",
]


@pytest.mark.parametrize("seed", range(150))
def test_tag_soup_gives_an_article_or_a_reason(seed):
    rng = random.Random(seed)
    pieces = [
        rng.choice(
            [
                f"<{rng.choice(TAGS)} {rng.choice(ATTRIBUTES)}>",
                f"<{rng.choice(TAGS)}>",
                f"</{rng.choice(TAGS)}>",
                rng.choice(PIECES),
            ]
        )
        for _ in range(rng.randint(1, 150))
    ]
    found = item(
        "".join(pieces).encode("utf-8", "surrogatepass"), published_on=DAY, url="https://a.example/x"
    )
    if isinstance(found, NewsItem):
        clean(found.body)
        assert found.headline

"""WordPress's exports become articles; drafts stay drafts, and what is no post is passed over."""

import io
import re
import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers import importer_for, wxr
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection
from tests.importers.test_feed import Made

SAMPLES = Path(__file__).parents[1] / "samples/wxr"
HEAD = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>'
    "<title>Post</title><link>https://e.org</link>"
)
TAIL = "</channel></rss>"
DATED = "<wp:post_date_gmt>2018-03-13 12:00:00</wp:post_date_gmt>"


def read(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(wxr.read(io.BytesIO(content), source=source, options=Options(**options)))


def sample(name, **options):
    found = read((SAMPLES / name).read_bytes(), source=name, **options)
    hashes = [item.content_sha256 for item in found if isinstance(item, NewsItem)]
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in hashes)
    return [replace(item, content_sha256="") if isinstance(item, NewsItem) else item for item in found]


def post(parts, **options):
    (item,) = read(f"{HEAD}<item>{parts}</item>{TAIL}", **options)
    return item


def test_export_1_2_is_read_with_its_drafts_and_without_what_is_no_post():
    common = {"publication": "The Hill Street Post", "language": "en-US", "source": "wxr-1.2.xml"}
    assert sample("wxr-1.2.xml") == [
        NewsItem(
            headline="Panel & court: “no” vote",
            body=(
                '<p class="has-drop-cap">The panel voted late &amp; left.</p>'
                '<figure class="wp-block-image"><img src="https://post.example.org/files/room.jpg" alt="The room">'
                "<figcaption>The room, empty.</figcaption></figure>"
                '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><p>'
                '<a href="https://video.example.org/1">https://video.example.org/1</a></p></div></figure>'
            ),
            published_on=date(2018, 3, 13),
            published_at=datetime(2018, 3, 14, 3, 30, tzinfo=UTC),
            standfirst="A late vote ends a long week.",
            byline="By Dana Whitfield",
            section="Law & Order",
            source_url="https://post.example.org/2018/03/13/panel-court/",
            source_ref="https://post.example.org/?p=101",
            topics=("Budget", "Courts"),
            line=36,
            **common,
        ),
        NewsItem(
            headline="Two bylines",
            body=(
                "<p>First paragraph,<br>with a second line.</p>"
                '<figure><a href="https://post.example.org/room.jpg"><img src="https://post.example.org/room.jpg" '
                'alt="Room" /></a><figcaption>The room, <em>empty</em>.</figcaption></figure>'
                '<p>Second paragraph.  [chart id="4"]</p>'
                "<blockquote><p>A quotation</p>\n<p>in two parts</p></blockquote><p>Last.</p>"
            ),
            published_on=date(2018, 3, 12),
            published_at=datetime(2018, 3, 12, 12, 0, tzinfo=UTC),
            byline="By Dana Whitfield, Priya Raman and Tom Okafor",
            source_url="https://post.example.org/2018/03/12/two-bylines/",
            source_ref="https://post.example.org/?p=102",
            line=88,
            **common,
        ),
        NewsItem(
            headline="A draft",
            body="<p>To be written.</p>",
            published_on=date(2018, 3, 10),
            published_at=None,
            byline="By formerly",
            source_ref="https://post.example.org/?p=103",
            status="draft",
            line=116,
            **common,
        ),
        NewsItem(
            headline="Next week",
            body="<p>It will open.</p>",
            published_on=date(2036, 3, 3),
            published_at=datetime(2036, 3, 3, 13, 0, tzinfo=UTC),
            byline="By Priya Raman",
            source_ref="https://post.example.org/?p=104",
            status="scheduled",
            line=129,
            **common,
        ),
        NewsItem(
            headline="For members only",
            headline_made=True,
            body="<p>For members only. They know the word.</p>",
            published_on=date(2018, 3, 9),
            published_at=datetime(2018, 3, 9, 13, 0, tzinfo=UTC),
            byline="By Priya Raman",
            source_url="https://post.example.org/2018/03/09/members/",
            source_ref="wp:105",
            status="draft",
            line=142,
            **common,
        ),
    ]


def test_export_1_0_is_read_with_its_doubled_categories_and_logins_for_names():
    assert sample("wxr-1.0.xml") == [
        NewsItem(
            headline="Recount ends",
            body=(
                '<p>The board counted again.</p><figure><img src="http://old.example.org/c.jpg" />'
                '<figcaption>The "count"</figcaption></figure>'
            ),
            published_on=date(2007, 11, 5),
            published_at=datetime(2007, 11, 5, 20, 15, tzinfo=UTC),
            byline="By admin",
            section="Politics",
            publication="Old Notebook",
            source_url="http://old.example.org/archives/12",
            source_ref="http://old.example.org/archives/12",
            language="en",
            topics=("recount",),
            source="wxr-1.0.xml",
            line=15,
        )
    ]


def test_hostile_export_gives_an_item_or_a_rejection_for_every_post():
    *rejected, last = sample("hostile.xml")
    unfit = "it holds a byte or a number that is no character: save the file as UTF-8"
    assert rejected == [
        Rejection("it bears no date; --date gives one", "hostile.xml", 6, "No date at all"),
        Rejection("'2018-02-30 00:00:00' is no date", "hostile.xml", 15, "No such day"),
        Rejection(unfit, "hostile.xml", 22, "A bell and a NUL in the text"),
        Rejection("it has neither a headline nor a text", "hostile.xml", 30, ""),
    ]
    assert last == NewsItem(
        headline="A state nobody knows",
        body="",
        published_on=date(2018, 3, 13),
        published_at=datetime(2018, 3, 13, 9, 0, tzinfo=UTC),
        publication="Broken & Sons",
        source_ref="wp:5",
        status="draft",
        source="hostile.xml",
        line=36,
    )


def test_samples_are_found_by_content():
    for path in SAMPLES.iterdir():
        assert importer_for(path.read_bytes(), "download") is wxr


def test_feed_that_names_wordpress_in_its_text_is_no_export():
    assert not wxr.recognises(b"<rss version='2.0'><channel><title>wordpress.org/export/</title>", "x.wxr")


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("publish", ""),
        ("draft", "draft"),
        ("pending", "draft"),
        ("private", "draft"),
        ("future", "scheduled"),
        ("in-progress", "draft"),
    ],
)
def test_status_is_kept(status, found):
    assert post(f"<title>T</title>{DATED}<wp:status>{status}</wp:status>").status == found


@pytest.mark.parametrize(
    "parts",
    [
        "<wp:status>trash</wp:status>",
        "<wp:status>auto-draft</wp:status>",
        *(
            f"<wp:post_type>{kind}</wp:post_type>"
            for kind in ("page", "attachment", "nav_menu_item", "revision", "wp_block")
        ),
    ],
)
def test_what_is_no_post_or_was_thrown_away_is_passed_over(parts):
    assert read(f"{HEAD}<item><title>T</title>{DATED}{parts}</item>{TAIL}") == []


@pytest.mark.parametrize(
    ("dates", "status", "published_on", "published_at"),
    [
        (("2018-03-13 23:30:00", "2018-03-14 03:30:00", ""), "publish", date(2018, 3, 13), datetime(2018, 3, 14, 3, 30, tzinfo=UTC)),
        (("", "2018-03-14 03:30:00", ""), "publish", date(2018, 3, 14), datetime(2018, 3, 14, 3, 30, tzinfo=UTC)),
        (("1999-01-01 00:00:00", "2018-03-14 03:30:00", ""), "publish", date(2018, 3, 14), datetime(2018, 3, 14, 3, 30, tzinfo=UTC)),
        (("2018-03-13 23:30:00", "0000-00-00 00:00:00", "Wed, 14 Mar 2018 03:30:00 +0000"), "publish",
         date(2018, 3, 13), datetime(2018, 3, 14, 3, 30, tzinfo=UTC)),
        (("2018-03-13 23:30:00", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"), "publish", date(2018, 3, 13), None),
        (("2018-03-13 23:30:00", "0000-00-00 00:00:00", "Thu, 01 Jan 1970 00:00:00 +0000"), "publish", date(2018, 3, 13), None),
        (("2018-03-13 23:30:00", "nonsense", ""), "publish", date(2018, 3, 13), None),
        (("2018-03-13 23:30:00", "0000-00-00 00:00:00", "Wed, 14 Mar 2018 03:30:00 +0000"), "draft", date(2018, 3, 13), None),
    ],
)  # fmt: skip
def test_dateline_is_the_newsrooms_own_day(dates, status, published_on, published_at):
    local, universal, written = dates
    item = post(
        f"<title>T</title><wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{universal}</wp:post_date_gmt>"
        f"<pubDate>{written}</pubDate><wp:status>{status}</wp:status>"
    )
    assert (item.published_on, item.published_at) == (published_on, published_at)


def test_draft_without_a_date_bears_that_of_its_last_change_or_the_operators():
    draft = "<title>T</title><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:status>draft</wp:status>"
    changed = "<wp:post_modified>2018-03-09 10:00:00</wp:post_modified>"
    assert post(draft + changed).published_on == date(2018, 3, 9)
    assert post(draft, published_on=date(2018, 3, 1)).published_on == date(2018, 3, 1)
    assert post(draft).reason == "it bears no date; --date gives one"
    assert (
        post(f"<title>T</title>{changed}<wp:status>publish</wp:status>").reason
        == "it bears no date; --date gives one"
    )


@pytest.mark.parametrize(
    ("link", "status", "url"),
    [
        ("https://e.org/?p=5", "publish", "https://e.org/?p=5"),
        ("https://e.org/?p=5", "draft", ""),
        ("https://e.org/?p=5", "future", ""),
        ("https://e.org/?post_type=post&#038;p=5", "pending", ""),
        ("https://e.org/2018/private/", "private", "https://e.org/2018/private/"),
        ("javascript:alert(1)", "publish", ""),
    ],
)
def test_preview_is_no_address(link, status, url):
    assert (
        post(f"<title>T</title><link>{link}</link>{DATED}<wp:status>{status}</wp:status>").source_url == url
    )


def test_operator_fills_in_what_the_export_does_not_say():
    item = post(
        f"<title>T</title>{DATED}", section="News", byline="Staff", language="en", publication="Other"
    )
    assert (item.section, item.byline, item.language, item.publication) == ("News", "Staff", "en", "Post")


def test_post_is_known_again_when_only_its_comments_and_settings_changed():
    comment = "<wp:comment><wp:comment_content>Nice</wp:comment_content></wp:comment>"
    setting = "<wp:postmeta><wp:meta_key>x</wp:meta_key></wp:postmeta>"
    bare, commented, other = (
        post(f"<title>{title}</title>{DATED}{rest}").content_sha256
        for title, rest in (("T", ""), ("T", comment + setting + comment), ("U", ""))
    )
    assert bare == commented != other


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"<rss><channel/></rss>", "it is no export of WordPress"),
        (HEAD.encode() + b"<item><b></item></channel></rss>", "the XML is broken"),
        (HEAD.encode() + b"<a>" * 200_000, "Excessive depth"),
        (b"<!DOCTYPE r [<!ENTITY l 'lol'>]>" + HEAD.encode(), "declares a document type of its own"),
    ],
)
def test_file_that_is_no_export_or_unsafe_fails_clearly(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_text_that_is_too_large_is_rejected_and_the_rest_goes_on():
    large = f"<item><title>Large</title>{DATED}<content:encoded>{'x ' * 1_100_000}</content:encoded></item>"
    found = read(f"{HEAD}{large}<item><title>T</title>{DATED}</item>{TAIL}")
    assert found[0].reason == "its text has more than 2,000,000 characters"
    assert found[1].headline == "T"


def test_memory_does_not_grow_with_the_file_nor_with_the_comments_of_a_post():
    author = b"<wp:author><wp:author_login>d</wp:author_login></wp:author>"
    tag = b"<wp:tag><wp:tag_slug>a-tag</wp:tag_slug><wp:tag_name><![CDATA[A tag]]></wp:tag_name></wp:tag>"
    comment = (
        b"<wp:comment><wp:comment_content><![CDATA["
        + b"Nice & long. " * 100
        + b"]]></wp:comment_content></wp:comment>"
    )
    small = f"<item><title>T</title>{DATED}<content:encoded><![CDATA[{'Text. ' * 500}]]></content:encoded></item>".encode()
    busy = [f"<item><title>Busy</title>{DATED}".encode(), *[comment] * 8_000, b"</item>"]
    stream = io.BufferedReader(
        Made([HEAD.encode(), author, *[tag] * 90_000, *busy, *[small] * 1_000, TAIL.encode()])
    )
    tracemalloc.start()
    found = [item.headline for item in wxr.read(stream, source="", options=Options())]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == ["Busy", *["T"] * 1_000]
    assert peak < 4_000_000

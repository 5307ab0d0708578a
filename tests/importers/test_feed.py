"""Feeds of every version become news items; what is wrong with an entry costs that entry alone."""

import io
import re
import time
import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import feedparser
import pytest

from articles.importers import feed, importer_for
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/feeds"
DAY = date(2018, 3, 1)
DATED = "<pubDate>Tue, 13 Mar 2018 20:30:00 GMT</pubDate>"
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def read(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(feed.read(io.BytesIO(content), source=source, options=Options(**options)))


def sample(name, **options):
    found = read((SAMPLES / name).read_bytes(), source=name, **options)
    hashes = [item.content_sha256 for item in found if isinstance(item, NewsItem)]
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in hashes)
    assert len(set(hashes)) == len(hashes)
    return [replace(item, content_sha256="") if isinstance(item, NewsItem) else item for item in found]


def rss(item, version="2.0", channel=""):
    return f'<rss version="{version}" {NAMESPACES}><channel><title>Ledger</title>{channel}<item>{item}</item></channel></rss>'


def atom(entry, attributes=""):
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Log</title><entry><id>1</id>'
        f"<published>2018-03-13T08:00:00Z</published>{entry}</entry></feed>"
    )


def only(content, **options):
    (item,) = read(content, **options)
    return item


def item_of(item, **options):
    return only(rss(DATED + item), **options)


def test_rss_2_is_read_with_all_that_its_extensions_say():
    first, second, third, undated = sample("rss-2.0.xml")
    assert first == NewsItem(
        headline="AT&T hearing: five hours, no vote",
        body=(
            "<p>The panel heard eleven witnesses &#8211; none agreed.</p>\n"
            '<p><a href="https://ledger.example.com/2018/03/12/preview/">Our preview</a>, '
            '<a href="https://ledger.example.com/2018/03/13/hearing/#notes">notes</a>, '
            '<img src="https://ledger.example.com/img/room.jpg" alt="The room"></p>'
        ),
        published_on=date(2018, 3, 13),
        published_at=datetime(2018, 3, 14, 0, 30, tzinfo=UTC),
        standfirst="Senators questioned the merger late into the night.",
        byline="By Dana Whitfield and Priya Raman",
        publication="The Daily Ledger – Politics",
        source_url="https://ledger.example.com/2018/03/13/hearing/",
        source_ref="https://ledger.example.com/?p=4711",
        language="en-US",
        topics=("Law & Order", "Washington"),
        source="rss-2.0.xml",
        line=21,
    )
    assert second == NewsItem(
        headline="Governor signs water bill",
        body="<p>The governor signed the bill at noon. […]</p>",
        published_on=date(2018, 3, 12),
        published_at=datetime(2018, 3, 12, 9, 5, tzinfo=UTC),
        byline="By Tom Okafor",
        publication="The Daily Ledger – Politics",
        source_url="https://ledger.example.com/2018/03/12/water/",
        source_ref="https://ledger.example.com/2018/03/12/water/",
        language="en-US",
        source="rss-2.0.xml",
        line=42,
    )
    assert third == NewsItem(
        headline="Turnout was light on Sunday",
        headline_made=True,
        body="<p>Turnout was light on Sunday. Polls close at eight.</p>\n<p>The clerk expects results by ten.</p>",
        published_on=date(2018, 3, 11),
        published_at=datetime(2018, 3, 11, 9, 5, tzinfo=UTC),
        publication="County Courier",
        source_url="https://ledger.example.com/2018/03/11/brief/",
        source_ref="https://ledger.example.com/2018/03/11/brief/",
        language="en-US",
        source="rss-2.0.xml",
        line=49,
    )
    assert undated == Rejection("it bears no date; --date gives one", "rss-2.0.xml", 57, "Undated note")


def test_rss_1_is_read_by_the_names_of_its_resources():
    assert sample("rss-1.0.rdf") == [
        NewsItem(
            headline="Landtag beschließt Haushalt",
            body=(
                "<p>Der Landtag hat den Haushalt mit knapper Mehrheit beschlossen.</p>"
                '<p>Mehr im <a href="https://gazette.example.org/archiv/2018">Archiv</a>.</p>'
            ),
            published_on=date(2018, 3, 13),
            published_at=datetime(2018, 3, 13, 22, 30, tzinfo=UTC),
            standfirst="Nach langer Debatte fiel die Entscheidung spät am Abend.",
            byline="By Erika Vogt and Jan Lindner",
            publication="Morgenblatt Politik",
            source_url="https://gazette.example.org/2018/03/13/haushalt?utm_source=rss",
            source_ref="https://gazette.example.org/2018/03/13/haushalt",
            language="de-DE",
            topics=("Haushalt", "Landtag"),
            source="rss-1.0.rdf",
            line=20,
        )
    ]


def test_rss_0_90_gives_headlines_with_the_date_that_the_operator_gives():
    common = {
        "body": "",
        "published_on": DAY,
        "published_at": None,
        "publication": "Statehouse Wire",
        "source": "rss-0.90.rdf",
    }
    assert sample("rss-0.90.rdf", published_on=DAY) == [
        NewsItem(
            headline="Senate panel sends budget to the floor",
            source_url="http://wire.example.org/1999/budget.html",
            source_ref="http://wire.example.org/1999/budget.html",
            line=18,
            **common,
        ),
        NewsItem(
            headline="Mayor & council agree on transit",
            source_url="http://wire.example.org/1999/transit.html",
            source_ref="http://wire.example.org/1999/transit.html",
            line=23,
            **common,
        ),
    ]
    assert [item.reason for item in sample("rss-0.90.rdf")] == ["it bears no date; --date gives one"] * 2


def test_rss_0_91_is_read_with_the_entities_of_its_document_type_and_characters_of_windows():
    assert sample("rss-0.91.xml", published_on=DAY) == [
        NewsItem(
            headline="Recount ends — Whitfield wins",
            body="<p>The county board closed its recount on Monday.&nbsp;The résumé of the count is public.</p>",
            published_on=DAY,
            published_at=None,
            publication="The Café Ledger",
            source_url="http://ledger.example.org/2001/recount.html",
            source_ref="http://ledger.example.org/2001/recount.html",
            language="en-us",
            source="rss-0.91.xml",
            line=11,
        )
    ]


def test_rss_0_92_without_a_title_gets_one_from_the_text():
    assert sample("rss-0.92.xml", published_on=DAY, section="Notes", byline="By A. Reporter") == [
        NewsItem(
            headline="The committee met for nine minutes",
            headline_made=True,
            body=(
                "The committee met for nine minutes. It heard "
                '<a href="http://house.example.org/report">one report</a> and adjourned.'
            ),
            published_on=DAY,
            published_at=None,
            byline="By A. Reporter",
            section="Notes",
            publication="County Courier",
            topics=("Top/News/Politics",),
            source="rss-0.92.xml",
            line=7,
        )
    ]


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0", "2.0.11", ""])
@pytest.mark.parametrize("namespace", ["", "http://backend.userland.com/rss2", "http://purl.org/rss/1.0/"])
def test_every_version_of_rss_is_read(version, namespace):
    content = rss(f"<title>Vote</title>{DATED}", version).replace("<rss ", f'<rss xmlns="{namespace}" ')
    assert feed.recognises(content.encode(), "x.xml")
    assert (only(content).headline, only(content).published_on) == ("Vote", date(2018, 3, 13))


def test_atom_0_3_is_read_in_all_its_modes():
    first, second, third = sample("atom-0.3.xml")
    assert first == NewsItem(
        headline="Vote on H.R. 12 & after",
        body='<p>The House voted <a href="http://log.example.org/2004/02/10/roll.html">219 to 214</a>.</p>',
        published_on=date(2004, 2, 10),
        published_at=datetime(2004, 2, 11, 2, 15, tzinfo=UTC),
        standfirst="A close vote.",
        byline="By Ruth Delgado",
        publication="Capitol Log",
        source_url="http://log.example.org/2004/02/10/vote.html",
        source_ref="tag:log.example.org,2004:3.2397",
        language="en",
        topics=("Votes",),
        source="atom-0.3.xml",
        line=7,
    )
    assert second.body == "<div><p>Read <em>twice</em>, then tabled.</p></div>"
    assert (third.body, third.published_on) == ("<p>The roll is &lt;100 names&gt;.</p>", date(2004, 2, 8))


def test_atom_1_0_is_read_with_its_kinds_of_text_bases_and_languages():
    first, second, third = sample("atom-1.0.xml")
    assert first == NewsItem(
        headline="Less is < more",
        body=(
            '<div><p>See <a href="https://assembly.example.org/news/2018/deep/table">the table</a>.<br>Then '
            '<a href="https://assembly.example.org/news/2018/less#fn1">1</a> &amp; rest.</p></div>'
        ),
        published_on=date(2018, 3, 13),
        published_at=datetime(2018, 3, 14, 4, 30, 2, 250000, tzinfo=UTC),
        standfirst="Members cut <three> lines.",
        byline="By Ann Calloway and Ben Orr",
        publication="Assembly — News",
        source_url="https://assembly.example.org/news/2018/less",
        source_ref="urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
        language="cy",
        topics=("Budget & tax", "Assembly"),
        source="atom-1.0.xml",
        line=10,
    )
    assert second == NewsItem(
        headline="Plain <title> &amp; text",
        body=(
            '<p>First paragraph.</p>\n<p>Second, at <a href="https://assembly.example.org/x" rel="nofollow noopener">'
            "https://assembly.example.org/x</a>.</p>"
        ),
        published_on=date(2018, 3, 12),
        published_at=datetime(2018, 3, 12, 8, 0, tzinfo=UTC),
        byline="By The Assembly desk",
        publication="Assembly — News",
        source_url="https://assembly.example.org/news/2018/plain",
        source_ref="tag:assembly.example.org,2018:plain",
        language="en-GB",
        source="atom-1.0.xml",
        line=28,
    )
    assert third == NewsItem(
        headline="Taken from elsewhere",
        body='<p>Only a summary <a href="https://assembly.example.org/more">here</a>.</p>',
        published_on=date(2018, 3, 11),
        published_at=datetime(2018, 3, 11, 8, 0, tzinfo=UTC),
        byline="By Lee Marsh",
        publication="The Other Paper",
        source_url="https://other.example.org/1",
        source_ref="tag:other.example.org,2018:1",
        language="en-GB",
        source="atom-1.0.xml",
        line=37,
    )


def test_hostile_feed_gives_an_item_or_a_rejection_for_every_entry():
    unfit = "it holds a byte or a number that is no character: save the file as UTF-8"
    first, *rejected = sample("hostile.xml")
    mended = rejected.pop(2)
    assert (first.headline, first.source_url, first.publication) == ("Bold claim", "", "R&D weekly")
    assert first.body == '<p onclick="x()">Text</p><a href="javascript:alert(4)">go</a>'
    assert (mended.headline, mended.body) == ("A bell and Windows: “quoted” Q&A …", "<p>Fine.</p>")
    assert rejected == [
        Rejection(unfit, "hostile.xml", 15, "A bad byte"),
        Rejection(unfit, "hostile.xml", 20, "A zero: \ufffd"),
        Rejection("'Fri, 30 Feb 2018 20:30:00 GMT' is no date", "hostile.xml", 29, "No such day"),
        Rejection("it has neither a headline nor a text", "hostile.xml", 33, "Tue, 13 Mar 2018 20:30:00 GMT"),
        Rejection("it bears no date; --date gives one", "hostile.xml", 36, ""),
    ]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SAMPLES.glob("*.[xr]*") if path.name != "hostile.xml")
)
def test_another_program_reads_as_many_entries_with_the_same_addresses(name):
    others = feedparser.parse(io.BytesIO((SAMPLES / name).read_bytes())).entries
    items = sample(name, published_on=DAY)
    assert len(others) == len(items)
    addresses = {item.source_url for item in items if item.source_url}
    assert addresses <= {each.get("feedburner_origlink") or each.get("link") for each in others}


def test_items_of_every_sample_are_found_by_content():
    for path in SAMPLES.glob("*.[xr]*"):
        assert importer_for(path.read_bytes()[:65_536], "download") is feed


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("Q&A", "Q&A"),
        ("<![CDATA[Law &amp; &#8220;Order&#8221;]]>", "Law & “Order”"),
        ("2 &lt; 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One Two"),
        ("Include &lt;stdio.h&gt;", "Include <stdio.h>"),
        ("\n  Two\n  lines ", "Two lines"),
        ("<b>Real</b> elements", "Real elements"),
        ("&#x202e;caf&#x65;&#x301;", "\u202ecafé"),
    ],
)
def test_title_becomes_text(title, headline):
    assert item_of(f"<title>{title}</title>").headline == headline


@pytest.mark.parametrize(
    ("attributes", "content", "body"),
    [
        ("", "a &lt;b&gt; &amp;amp;", "<p>a &lt;b&gt; &amp;amp;</p>"),
        ('type="text"', "One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ('type="text/plain; charset=utf-8"', "Plain", "<p>Plain</p>"),
        ('type="html"', "&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "<p>a &amp; b</p>"),
        ('type="html"', "a &amp;amp; b", "<p>a &amp; b</p>"),
        ('type="TEXT/HTML"', "<![CDATA[<p>a</p>]]>", "<p>a</p>"),
        (
            'type="xhtml"',
            '<div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b><br/></div>',
            "<div>a <b>c</b><br></div>",
        ),
        ('type="image/png"', "aGVsbG8=", "<p>Sum</p>"),
        ('type="html" mode="base64"', "PHA+aGVsbG88L3A+", "<p>hello</p>"),
        ('type="html" mode="base64"', "not base64 at all", "<p>Sum</p>"),
        ('type="text/html" src="https://e.org/x"', "", "<p>Sum</p>"),
    ],
)
def test_content_of_atom_is_what_its_type_says(attributes, content, body):
    assert (
        only(atom(f"<title>T</title><summary>Sum</summary><content {attributes}>{content}</content>")).body
        == body
    )


@pytest.mark.parametrize(
    ("item", "body", "standfirst"),
    [
        ("<description>Short.</description>", "<p>Short.</p>", ""),
        ("<description>Sum.</description><content:encoded>&lt;p&gt;Full.&lt;/p&gt;</content:encoded>", "<p>Full.</p>", "Sum."),
        ("<description>Sum.</description><content:encoded> </content:encoded>", "<p>Sum.</p>", ""),
        ('<description>Sum.</description><body xmlns="http://www.w3.org/1999/xhtml"><p>Full.</p></body>', "<p>Full.</p>", "Sum."),
        ('<description>Sum.</description><atom:content type="html">&lt;p&gt;Full.&lt;/p&gt;</atom:content>', "<p>Full.</p>", "Sum."),
        ("<description>Full</description><content:encoded>&lt;p&gt;Full.&lt;/p&gt;</content:encoded>", "<p>Full.</p>", ""),
        ("<description>Full of […]</description><content:encoded>&lt;p&gt;Full of it.&lt;/p&gt;</content:encoded>", "<p>Full of it.</p>", ""),
        ("<media:description>Only this.</media:description>", "<p>Only this.</p>", ""),
        ("<itunes:summary>Only this.</itunes:summary>", "<p>Only this.</p>", ""),
    ],
)  # fmt: skip
def test_text_is_the_whole_content_and_the_summary_beside_it_the_standfirst(item, body, standfirst):
    found = item_of(f"<title>T</title>{item}")
    assert (found.body, found.standfirst) == (body, standfirst)


def test_long_summary_is_cut_at_a_word():
    summary = "word " * 600
    found = item_of(
        f"<title>T</title><description>{summary}</description><content:encoded>Full.</content:encoded>"
    )
    assert len(found.standfirst) <= 2000
    assert found.standfirst.endswith("word…")


@pytest.mark.parametrize(
    ("item", "byline"),
    [
        ("<author>dana@example.org (Dana Whitfield)</author>", "By Dana Whitfield"),
        ("<author>Dana Whitfield &lt;dana@example.org&gt;</author>", "By Dana Whitfield"),
        ("<author>Dana Whitfield (dana@example.org)</author>", "By Dana Whitfield"),
        ("<author>dana@example.org</author>", ""),
        ("<author>Dana Whitfield</author><dc:creator>D. Whitfield</dc:creator>", "By D. Whitfield"),
        ("<dc:creator>By Dana Whitfield in Albany</dc:creator>", "By Dana Whitfield in Albany"),
        ("<dc:creator>A B</dc:creator><dc:creator>C D</dc:creator><dc:creator>E F</dc:creator>", "By A B, C D and E F"),
        ("<dc:creator>A B</dc:creator><dc:creator>A B</dc:creator>", "By A B"),
        ("<dc:creator>Se&amp;aacute;n O&amp;#8217;Neill</dc:creator>", "By Seán O’Neill"),
        ("<atom:author><atom:name>Dana Whitfield</atom:name><atom:email>d@e.org</atom:email></atom:author>", "By Dana Whitfield"),
        ("<itunes:author>Dana Whitfield</itunes:author>", "By Dana Whitfield"),
        ("", ""),
    ],
)  # fmt: skip
def test_byline_is_made_of_the_authors_names(item, byline):
    assert item_of(f"<title>T</title>{item}").byline == byline


@pytest.mark.parametrize(
    ("dates", "published_at"),
    [
        ("<dc:date>2018-03-13T08:00:00+01:00</dc:date>", datetime(2018, 3, 13, 7, 0, tzinfo=UTC)),
        ("<dcterms:issued>2018-03-13T08:00:00Z</dcterms:issued>", datetime(2018, 3, 13, 8, 0, tzinfo=UTC)),
        ("<pubDate>Tue, 13 Mar 18 08:00:00 EST</pubDate>", datetime(2018, 3, 13, 13, 0, tzinfo=UTC)),
        ("<pubDate>Tue, 13 Mar 2018 08:00:00 CET</pubDate>", None),
        ("<pubDate>13 Mar 2018</pubDate>", None),
        ("<dc:date>2018-03-13</dc:date>", None),
        (
            "<pubDate>soon</pubDate><dc:date>2018-03-13T08:00:00Z</dc:date>",
            datetime(2018, 3, 13, 8, 0, tzinfo=UTC),
        ),
        ("<pubdate> Tue, 13 Mar 2018 08:00:00 GMT\n</pubdate>", datetime(2018, 3, 13, 8, 0, tzinfo=UTC)),
    ],
)
def test_date_is_that_of_publication(dates, published_at):
    item = only(rss(f"<title>T</title>{dates}"))
    assert (item.published_on, item.published_at) == (date(2018, 3, 13), published_at)


@pytest.mark.parametrize(
    "dates",
    [
        "",
        "<pubDate/>",
        "<atom:updated>2018-03-13T08:00:00Z</atom:updated>",
        "<dcterms:modified>2018-03-13</dcterms:modified>",
    ],
)
def test_entry_without_a_date_of_publication_is_rejected_though_the_feed_has_one(dates):
    content = rss(f"<title>T</title>{dates}", channel="<pubDate>Tue, 13 Mar 2018 08:00:00 GMT</pubDate>")
    assert only(content) == Rejection("it bears no date; --date gives one", "", 1, "T")
    assert only(content, published_on=DAY).published_on == DAY


def test_date_that_is_none_is_rejected_whatever_the_operator_says():
    assert (
        only(rss("<pubDate>soon</pubDate><title>T</title>"), published_on=DAY).reason == "'soon' is no date"
    )


@pytest.mark.parametrize(
    ("item", "url", "reference"),
    [
        ("<link>https://e.org/1</link>", "https://e.org/1", "https://e.org/1"),
        ("<guid>https://e.org/1</guid>", "https://e.org/1", "https://e.org/1"),
        ('<guid isPermaLink="false">https://e.org/1</guid>', "", "https://e.org/1"),
        ("<guid>g 1</guid><link> https://e.org/1?a=1&amp;copy=2 </link>", "https://e.org/1?a=1&copy=2", "g 1"),
        ("<link>//e.org/1</link>", "", ""),
        ("<link>ftp://e.org/1</link><atom:link href='https://e.org/2'/>", "https://e.org/2", "https://e.org/2"),
        ("<atom:link rel='replies' href='https://e.org/r'/><atom:link rel='alternate' href='https://e.org/2'/>",
         "https://e.org/2", "https://e.org/2"),
        ("<link>https://e.org/\r\nX: y</link>", "", "https://e.org/ X: y"),
    ],
)  # fmt: skip
def test_address_and_reference_are_those_the_entry_claims(item, url, reference):
    found = item_of(f"<title>T</title>{item}")
    assert (found.source_url, found.source_ref) == (url, reference)


def test_fetched_feed_has_its_relative_addresses_resolved_against_its_own():
    content = rss(
        f'{DATED}<title>T</title><link>2018/1</link><description>&lt;a href="x?a=1&amp;amp;b=2"&gt;x&lt;/a&gt;</description>'
    )
    (item,) = feed.parse(
        content.encode(), source="Ledger", url="https://e.org/feeds/all.xml", options=Options()
    )
    assert (item.source_url, item.source) == ("https://e.org/feeds/2018/1", "Ledger")
    assert item.body == '<a href="https://e.org/feeds/x?a=1&amp;b=2">x</a>'


def test_operator_names_the_publication_before_the_feed_does():
    assert item_of("<title>T</title>").publication == "Ledger"
    assert item_of("<title>T</title><dc:publisher>County</dc:publisher>").publication == "County"
    assert item_of("<title>T</title>", publication="The Daily Ledger").publication == "The Daily Ledger"
    assert item_of("<title>T</title>", language="fr").language == "fr"


@pytest.mark.parametrize(
    ("categories", "reason"),
    [
        (
            "".join(f"<category>c{number}</category>" for number in range(201)),
            "“category” has 201 names, 200 is the most",
        ),
        (f"<category>{'c' * 201}</category>", "“category” has a name of more than 200 characters"),
    ],
)
def test_categories_beyond_measure_are_rejected(categories, reason):
    assert item_of(f"<title>T</title>{categories}").reason == reason


def test_category_that_repeats_is_one_topic():
    assert item_of(f"<title>T</title>{'<category>c</category>' * 201}").topics == ("c",)


def test_entry_is_known_again_when_only_the_number_of_comments_changed():
    slash = 'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
    few, many, other = (
        item_of(f"<title>{title}</title><slash:comments {slash}>{count}</slash:comments>").content_sha256
        for title, count in (("T", 3), ("T", 4), ("U", 4))
    )
    assert few == many != other


@pytest.mark.parametrize(
    ("body", "standfirst", "is_full"),
    [
        ("<p>" + "word " * 300 + "end.</p>", "", True),
        ("<p>" + "word " * 300 + "…</p>", "", False),
        (
            "<p>" + "word " * 300 + '</p><p><a href="x">Continue reading <em>Budget passes</em></a></p>',
            "",
            False,
        ),
        ("<p>" + "word " * 300 + "[&#8230;]</p><p>The post Budget appeared first on Ledger.</p>", "", False),
        ("<p>" + "word " * 300 + "end.</p><p>The post Budget appeared first on Ledger.</p>", "", True),
        ("<p>" + "word " * 300 + "Read more »</p>", "", False),
        ("<p>" + "word " * 300 + "and nothing more.</p>", "", True),
        ("<p>A short report of the vote.</p>", "", False),
        ("<p>A short report of the vote.</p>", "The vote in one line.", True),
        ("<p>A short report (more…)</p>", "The vote in one line.", False),
        ("", "", False),
    ],
)
def test_item_tells_whether_it_has_its_whole_text(body, standfirst, is_full):
    item = replace(item_of("<title>T</title>"), body=body, standfirst=standfirst)
    assert feed.has_full_text(item) is is_full


@pytest.mark.parametrize(
    ("head", "is_feed"),
    [
        (b"<rss>", True),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><!-- <html> --><rss version='2.0'>", True),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", True),
        (b"<feed xmlns='http://purl.org/atom/ns#'>", True),
        (b"<feed xmlns='https://example.org/cattle'>", False),
        (
            b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
            True,
        ),
        (
            b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://xmlns.com/foaf/0.1/'>",
            False,
        ),
        (b"<!doctype html><html><body><rss>", False),
        (b"<nitf>", False),
        (b"date 2018-03-13 <rss>", False),
        ("<?xml version='1.0' encoding='utf-16'?><rss>".encode("utf-16"), True),
        (b"", False),
    ],
)
def test_feed_is_recognised_by_its_root_element(head, is_feed):
    assert feed.recognises(head, "x.xml") is is_feed


@pytest.mark.parametrize(
    "content",
    [
        "<rss><channel><title>T</title></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
    ],
)
def test_feed_without_entries_is_none_the_less_one(content):
    assert read(content) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"<!doctype html><html><body>404 not found", "it is no feed: its first element is “html”"),
        (b"no XML", "it is no feed"),
        (rss(DATED)[:-20].encode(), "the XML is broken"),
        (b"<rss><channel><item><b></item></channel></rss>", "the XML is broken"),
        (b"<rss><channel>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</channel></rss>", "Excessive depth"),
        (
            b"<rss><channel " + b" ".join(b"a%d='1'" % n for n in range(200_000)) + b"/></rss>",
            "200,000 attributes",
        ),
        (b"<!DOCTYPE r [<!ENTITY l 'lol'>]><rss>&l;</rss>", "declares a document type of its own"),
        (b"<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/e.dtd'><rss/>", "on another computer"),
        (b"<?xml version='1.0' encoding='utf-7'?><rss/>", "declares the encoding utf-7"),
        (b"<?xml version='1.0' encoding='utf-16'?><rss/>", "says that it is UTF-16, and is not"),
        (b"<?xml version='1.0' encoding='iso-8859-99'?><rss/>", "declares the encoding iso-8859-99"),
        (
            b"<rss><channel><item><title>" + b"x" * 9_000_000 + b"</title></item></channel></rss>",
            "a record has more than",
        ),
    ],
)
def test_file_that_is_no_feed_or_unsafe_fails_clearly(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_unclosed_comments_are_looked_through_in_one_pass():
    began = time.process_time()
    assert not feed.recognises(b"<!--" * 16_384, "x.xml")
    assert time.process_time() - began < 1


def test_entries_before_a_break_are_kept():
    found = feed.read(
        io.BytesIO(rss(f"{DATED}<title>T</title>")[:-10].encode()), source="", options=Options()
    )
    assert next(found).headline == "T"
    with pytest.raises(ImportFailure, match="the XML is broken"):
        next(found)


def test_entry_that_is_too_large_is_rejected_and_the_rest_goes_on():
    large = f"<item>{DATED}<title>Large</title><description>{'x ' * 1_100_000}</description></item>"
    found = read(rss(f"{DATED}<title>T</title>").replace("<item>", f"{large}<item>", 1))
    assert [type(each).__name__ for each in found] == ["Rejection", "NewsItem"]
    assert found[0].reason == "it has more than 2,000,000 bytes"


def test_included_file_is_not_read(tmp_path):
    (tmp_path / "secret").write_text("CANARY")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{tmp_path}/secret" parse="text"/>'
    assert "CANARY" not in repr(item_of(f"<title>{include}</title><description>x{include}</description>"))


class Made(io.RawIOBase):
    """A file that is made while it is read."""

    def __init__(self, pieces):
        self.pieces, self.rest = iter(pieces), b""

    def readable(self):
        return True

    def readinto(self, buffer):
        self.rest = self.rest or next(self.pieces, b"")
        piece, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def test_memory_does_not_grow_with_the_file():
    entry = f"<item>{DATED}<title>T</title><description>{'word &amp; ' * 300}</description></item>".encode()
    stream = io.BufferedReader(Made([b"<rss><channel>", *[entry] * 3_000, b"</channel></rss>"]))
    tracemalloc.start()
    count = sum(1 for _ in feed.read(stream, source="", options=Options()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3_000
    assert peak < 3_000_000

"""NITF becomes articles: everything its head and body tell, and nothing that is only machinery."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers import nitf
from articles.importers.base import Options
from articles.markup import clean, plain_text
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/nitf"
ISSUED = '<date.issue norm="20170609T143000-0500"/>'


def read(content, source="wire.xml", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(nitf.read(io.BytesIO(content), source=source, options=Options(**options)))


def only(content, **options):
    (found,) = read(content, **options)
    return found


def document(
    body="<p>The House passed it.</p>", *, docdata=ISSUED, head="", body_head="", attributes="", status=""
):
    hedline = body_head or "<hedline><hl1>Budget passes</hl1></hedline>"
    return (
        f"<nitf{attributes}><head>{head}<docdata{status}>{docdata}</docdata></head>"
        f"<body><body.head>{hedline}</body.head><body.content>{body}</body.content></body></nitf>"
    )


def body_of(item):
    return "".join(line.strip() for line in clean(item.body).splitlines())


def test_everything_a_story_tells_is_read():
    item = only((SAMPLES / "recusal.xml").read_bytes(), source="recusal.xml")
    assert item == NewsItem(
        headline="Recusal stands, department says",
        body=item.body,
        published_on=date(2017, 6, 9),
        published_at=datetime(2017, 6, 9, 20, 0, tzinfo=UTC),
        standfirst="The recusal of March 2 covers the whole inquiry. Nothing else was said.",
        byline="By Dana Whitfield, Staff Writer",
        section="Washington",
        publication="The Ledger",
        source_url="https://ledger.example/2017/06/09/recusal",
        source_ref="ledger-20170609-0041",
        language="en-US",
        people=("Jeff Sessions", "James Comey", "King, Jr."),
        topics=("recusal", "Justice Department", "Justice and rights", "Special counsels", "Recusals"),
        content_sha256=item.content_sha256,
        source="recusal.xml",
        line=3,
    )
    assert body_of(item) == (
        "<p>WASHINGTON, June 9</p>"
        "<p>The recusal of Jeff Sessions stands, the Department of Justice said on Friday.</p>"
        "<h2>What it covers</h2>"
        '<p>It covers <q>campaigns</q> &amp; <a href="https://justice.example/order" rel="nofollow noopener">the order</a>'
        " of <em>March 2</em>;<br>nothing&nbsp;more.</p>"
        '<figure><a href="https://ledger.example/hall.jpg" rel="nofollow noopener">The hall</a>'
        "<figcaption>The hall of the department.</figcaption><p>Ledger photo</p></figure>"
        "<ul><li>One</li><li>Two</li></ul><ol><li>First</li></ol>"
        "<blockquote><p>A recusal is a recusal.</p><p>The order</p></blockquote>"
        "<table><caption>Votes</caption><tbody><tr><th>For</th><td>51</td></tr></tbody></table>"
        "<pre>a  b</pre><hr><p>More follows.</p><p>Senate record</p><p>Dana Whitfield reported from Washington.</p>"
    )


def test_same_record_has_the_same_hash_and_another_has_another():
    first, same, other = (only(document(body)) for body in ("<p>a</p>", "<p>a</p>", "<p>b</p>"))
    assert first.content_sha256 == same.content_sha256 != other.content_sha256


@pytest.mark.parametrize(
    ("norm", "published_on", "published_at"),
    [
        ("20170609T143000-0500", date(2017, 6, 9), datetime(2017, 6, 9, 19, 30, tzinfo=UTC)),
        ("20170609T233000-0500", date(2017, 6, 9), datetime(2017, 6, 10, 4, 30, tzinfo=UTC)),
        ("20170609T143000Z", date(2017, 6, 9), datetime(2017, 6, 9, 14, 30, tzinfo=UTC)),
        ("20170609143000-0500", date(2017, 6, 9), datetime(2017, 6, 9, 19, 30, tzinfo=UTC)),
        ("2017-06-09T14:30:00-05:00", date(2017, 6, 9), datetime(2017, 6, 9, 19, 30, tzinfo=UTC)),
        ("20170609", date(2017, 6, 9), None),
        ("2017-06-09", date(2017, 6, 9), None),
        ("20170609T000000-0500", date(2017, 6, 9), None),
        ("20170609000000", date(2017, 6, 9), None),
    ],
)
def test_date_is_read_in_each_form_and_midnight_says_the_day_alone(norm, published_on, published_at):
    item = only(document(docdata=f'<date.issue norm="{norm}"/>'))
    assert (item.published_on, item.published_at) == (published_on, published_at)


def test_date_of_print_counts_more_than_release_and_release_more_than_issue():
    release = '<date.release norm="20170610T060000Z"/>'
    pubdata = '<pubdata date.publication="20170611"/>'
    assert only(document(docdata=ISSUED + release)).published_on == date(2017, 6, 10)
    assert only(document(docdata=ISSUED + release, head=pubdata)).published_on == date(2017, 6, 11)
    dateline = '<dateline><story.date norm="20170612"/></dateline>'
    assert only(document(docdata="", body_head=dateline, head="<title>T</title>")).published_on == date(
        2017, 6, 12
    )


def test_story_without_a_date_is_rejected_unless_the_operator_gives_one():
    rejected = only(document(docdata=""))
    assert rejected == Rejection(
        "it bears no date; --date gives one", "wire.xml", 1, "Budget passesThe House passed it."
    )
    assert only(document(docdata=""), published_on=date(2017, 6, 9)).published_on == date(2017, 6, 9)


@pytest.mark.parametrize("norm", ["20171332", "1" * 60, "tomorrow", "99990101T000000Z", "20170609T990000Z"])
def test_wrong_date_rejects_the_story(norm):
    assert only(document(docdata=f'<date.issue norm="{norm}"/>')).reason.endswith("is no date")


@pytest.mark.parametrize(
    ("status", "release", "expected"),
    [
        ("usable", "", ("", date(2017, 6, 9))),
        ("withheld", "", ("draft", date(2017, 6, 9))),
        ("embargoed", "", ("draft", date(2017, 6, 9))),
        ("embargoed", "20170610T180000Z", ("scheduled", date(2017, 6, 10))),
        ("embargoed", "20170610T000000Z", ("scheduled", date(2017, 6, 10))),
        ("embargoed", "20170610", ("draft", date(2017, 6, 10))),
        ("spiked", "", ("draft", date(2017, 6, 9))),
    ],
)
def test_status_decides_who_sees_the_story(status, release, expected):
    docdata = ISSUED + (f'<date.release norm="{release}"/>' if release else "")
    item = only(document(docdata=docdata, status=f' management-status="{status}"'))
    assert (item.status, item.published_on) == expected


def test_cancelled_story_is_rejected():
    rejected = only(document(status=' management-status="canceled"'))
    assert rejected.reason == "it is cancelled: the agency took it back"


def test_several_stories_of_one_file_are_read_in_order_each_by_itself():
    content = (
        f"<wire><sent/>{document('<p>One.</p>')}{document(docdata='')}{document('<p>Three.</p>')}</wire>"
    )
    first, rejected, last = read(content)
    assert (body_of(first), body_of(last)) == ("<p>One.</p>", "<p>Three.</p>")
    assert isinstance(rejected, Rejection)


def test_namespace_and_prefix_make_no_difference():
    namespace = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'
    assert only(document(attributes=namespace)).headline == "Budget passes"
    prefixed = (
        '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:head><n:docdata><n:date.issue norm="20170609"/>'
        "</n:docdata></n:head><n:body><n:body.content><n:p>Text.</n:p></n:body.content></n:body></n:nitf>"
    )
    item = only(prefixed)
    assert (item.headline, item.headline_made, item.body) == ("Text", True, "<p>Text.</p>")


def test_beginning_that_stands_apart_is_not_printed_twice():
    blocks = '<block class="lead_paragraph"><p>One.</p></block><block class="full_text"><p>One.</p><p>Two.</p></block>'
    assert body_of(only(document(blocks))) == "<p>One.</p><p>Two.</p>"


def test_bylines_are_as_printed():
    bylines = '<byline class="print_byline">By DANA WHITFIELD</byline><byline class="normalized_byline">Whitfield, Dana</byline>'
    assert only(document(body_head=bylines + "<hedline><hl1>H</hl1></hedline>")).byline == "By DANA WHITFIELD"
    two = "<byline>By A. Lee</byline><byline>By B. Cruz<byttl>Ledger Staff</byttl></byline>"
    assert (
        only(document(body_head=two + "<hedline><hl1>H</hl1></hedline>")).byline
        == "By A. Lee; By B. Cruz, Ledger Staff"
    )


def test_dateline_is_not_repeated_where_the_text_begins_with_it():
    dateline = "<hedline><hl1>H</hl1></hedline><dateline><location>WASHINGTON</location></dateline>"
    assert body_of(only(document("<p>Washington (EA) - It passed.</p>", body_head=dateline))) == (
        "<p>Washington (EA) - It passed.</p>"
    )
    assert (
        body_of(only(document("<p>It passed.</p>", body_head=dateline)))
        == "<p>WASHINGTON</p><p>It passed.</p>"
    )


def test_lines_below_the_headline_stand_in_for_a_missing_abstract():
    hedline = "<hedline><hl1>H</hl1><hl2>One</hl2><hl2>Two</hl2></hedline>"
    assert only(document(body_head=hedline)).standfirst == "One · Two"


def test_title_stands_in_for_a_missing_headline_and_the_text_for_both():
    assert (
        only(document(head="<title>The title</title>", body_head="<byline>By A</byline>")).headline
        == "The title"
    )
    item = only(document("<p>It passed. More follows.</p>", body_head="<byline>By A</byline>"))
    assert (item.headline, item.headline_made) == ("It passed", True)
    rejected = only(document("", body_head="<byline>By A</byline>"))
    assert rejected.reason == "it has neither headline nor text"


@pytest.mark.parametrize(
    ("docdata", "attributes", "reference"),
    [
        ('<doc-id id-string="a1"/><du-key key="k"/>', ' uno="u"', "a1"),
        ('<du-key key="k"/>', ' uno="u"', "u"),
        ('<du-key key="k"/>', "", "k"),
        ("", "", ""),
    ],
)
def test_reference_is_the_best_identifier_there_is(docdata, attributes, reference):
    assert only(document(docdata=ISSUED + docdata, attributes=attributes)).source_ref == reference


def test_operators_words_fill_in_what_the_story_does_not_say():
    said = {"publication": "P", "section": "S", "byline": "B", "language": "fr"}
    item = only(document(), **said)
    assert (item.publication, item.section, item.byline, item.language) == ("P", "S", "B", "fr")
    item = only((SAMPLES / "recusal.xml").read_bytes(), **said)
    assert (item.publication, item.section, item.language) == ("The Ledger", "Washington", "en-US")


def test_distributor_is_the_publication_of_a_wire_story():
    head = "<hedline><hl1>H</hl1></hedline><distributor><org>Example Agency</org></distributor>"
    assert only(document(body_head=head)).publication == "Example Agency"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "wire/41", "https://"])
def test_address_that_is_none_of_the_web_is_left_out(address):
    assert only(document(head=f'<pubdata ex-ref="{address}"/>')).source_url == ""


def test_hostile_markup_does_not_come_through():
    body = (
        '<p onclick="x()">a<a href="javascript:alert(1)">b</a></p><script>alert(1)</script>'
        "<p>&lt;img src=x onerror=y&gt;</p><media><media-reference source='\"&gt;&lt;script&gt;'/></media>"
    )
    assert body_of(only(document(body))) == "<p>ab</p><p>&lt;img src=x onerror=y&gt;</p>"


def test_too_many_and_too_long_names_reject_the_story():
    many = "".join(f'<keyword key="k{number}"/>' for number in range(201))
    assert (
        only(document(docdata=f"{ISSUED}<key-list>{many}</key-list>")).reason
        == "it has 201 topics, 200 is the most"
    )
    person = f"<identified-content><person>{'x' * 201}</person></identified-content>"
    assert (
        only(document(docdata=ISSUED + person)).reason
        == "one of its people has a name of more than 200 characters"
    )


def test_story_of_more_than_two_megabytes_is_rejected_and_the_next_is_read():
    rejected, item = read(f"<wire>{document('<p>' + 'x' * 2_000_000 + '</p>')}{document()}</wire>")
    assert rejected.reason == "it has more than 2,000,000 bytes"
    assert len(rejected.excerpt) <= 200
    assert item.headline == "Budget passes"


def test_deep_and_wide_text_is_read_in_linear_time():
    deep = "<block>" * 200 + "<p>Text.</p>" + "</block>" * 200
    assert plain_text(only(document(deep)).body) == "Text."
    wide = "<media><media-reference source='https://e.example/a.jpg'/></media>" * 20_000
    assert only(document(wide)).headline == "Budget passes"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "the file is empty"),
        ("<rss/>", "no NITF"),
        ("not XML", "no NITF"),
        ("<nitf><head>", "the XML is broken"),
        ("<nitf>" + "<a>" * 5_000, "the XML is broken"),
        ('<!DOCTYPE nitf [<!ENTITY x "y">]><nitf/>', "document type"),
        ('<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf/>', "another computer"),
    ],
)
def test_file_that_is_no_nitf_fails_clearly(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


@pytest.mark.parametrize(
    ("head", "recognised"),
    [
        (b"<nitf>", True),
        (b'<?xml version="1.0"?>\n<!-- a wire --><nitf version="3.4">', True),
        (b'\xef\xbb\xbf<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/">', True),
        ("<?xml version='1.0'?><nitf>".encode("utf-16"), True),
        (b"<stories><nitf>", True),
        (b"<stories><nitfs>", False),
        (b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><nitf>', False),
        (b"<NewsML><nitf>", False),
        (b"<rss><nitf>", False),
        (b"<html><body><nitf>", False),
        (b'{"a": "<nitf>"}', False),
        (b"date 2017-06-09 <nitf>", False),
        (b"", False),
    ],
)
def test_file_is_recognised_by_its_root(head, recognised):
    assert nitf.recognises(head, "wire.xml") is recognised

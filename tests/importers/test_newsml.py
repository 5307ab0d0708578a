"""NewsML-G2 and NewsML 1 become articles; packages, pictures and concepts do not."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from articles.importers import newsml
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLES = Path(__file__).parents[1] / "samples/newsml"
NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
CREATED = "<versionCreated>2017-06-09T14:30:00-05:00</versionCreated>"


def read(content, source="wire.xml", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(newsml.read(io.BytesIO(content), source=source, options=Options(**options)))


def only(content, **options):
    (found,) = read(content, **options)
    return found


def item(
    content="<inlineData>It passed.</inlineData>",
    *,
    meta=CREATED,
    about="<headline>Budget passes</headline>",
    kind="text",
):
    item_class = f'<itemClass qcode="ninat:{kind}"/>' if kind else ""
    return (
        f'<newsItem {NAMESPACE} guid="g1" version="1"><itemMeta>{item_class}{meta}</itemMeta>'
        f"<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def test_message_gives_its_texts_in_order_and_says_what_is_wrong_with_the_others():
    first, second, withheld, cancelled, embargoed, elsewhere = read((SAMPLES / "message.xml").read_bytes())
    assert first == NewsItem(
        headline="Recusal stands, department says",
        body="<p>WASHINGTON, June 9</p><p>The recusal of Jeff Sessions stands.</p>"
        "<p>It covers <strong>campaigns</strong> &amp; more.</p>",
        published_on=date(2017, 6, 9),
        published_at=datetime(2017, 6, 9, 19, 30, tzinfo=UTC),
        standfirst="It covers the whole inquiry.",
        byline="By Dana Whitfield and Priya Raman",
        section="Politics",
        publication="Example Agency",
        source_ref="tag:agency.example,2017:recusal",
        language="en-US",
        people=("Jeff Sessions", "James Comey"),
        topics=("politics", "justice", "recusal"),
        content_sha256=first.content_sha256,
        source="wire.xml",
        line=12,
    )
    assert (second.source_ref, second.headline, second.byline, second.body) == (
        "tag:agency.example,2017:recusal", "Recusal stands after all", "By Priya Raman", "<p>It stands, the department said.</p>",
    )  # fmt: skip
    assert (withheld.status, withheld.published_on, withheld.published_at) == (
        "draft",
        date(2017, 6, 7),
        None,
    )
    assert withheld.body == "<p>The House passed it.</p>\n<p>51 &lt; 52 votes.</p>"
    assert cancelled == Rejection(
        "it is cancelled: the agency took it back", "wire.xml", 83, "2017-06-08T09:00:00Z Vote is put off"
    )
    assert (embargoed.status, embargoed.published_at) == (
        "scheduled",
        datetime(2017, 6, 10, 16, 0, tzinfo=UTC),
    )
    assert embargoed.body == "<p>As prepared.</p>"
    assert elsewhere.reason == "its text is not in the file: remoteContent names where it stands"


def test_old_newsml_is_read_too():
    recusal, speech = read((SAMPLES / "newsml-1.xml").read_bytes())
    assert recusal == NewsItem(
        headline="Recusal stands, department says",
        body="<p>The recusal stands.</p>",
        published_on=date(2017, 6, 9),
        published_at=datetime(2017, 6, 9, 19, 30, tzinfo=UTC),
        standfirst="No change since March",
        byline="By René Whitfield",
        publication="Example Agency",
        source_ref="urn:newsml:agency.example:20170609:recusal",
        language="en",
        topics=("recusal",),
        content_sha256=recusal.content_sha256,
        source="wire.xml",
        line=4,
    )
    assert (speech.status, speech.published_at) == ("scheduled", datetime(2017, 6, 10, 18, 0, tzinfo=UTC))
    assert speech.body == "<p>As prepared.</p>"


@pytest.mark.parametrize(
    "root", ["packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"]
)
def test_what_is_no_news_item_is_passed_over(root):
    assert read(f'<{root} {NAMESPACE} guid="p"><itemMeta/></{root}>') == []


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "graphic", "composite"])
def test_item_that_is_no_text_is_passed_over(kind):
    assert read(item('<inlineData encoding="base64">AAAA</inlineData>', kind=kind)) == []


def test_item_that_does_not_say_what_it_is_is_text_if_it_has_any():
    assert only(item(kind="")).body == "<p>It passed.</p>"
    assert read(item("<remoteContent/>", kind="")) == []


def test_kind_and_status_are_understood_by_address_too():
    meta = '<itemClass uri="http://cv.iptc.org/newscodes/ninature/text"/>' + CREATED
    status = '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'
    assert only(item(kind="", meta=meta + status)).reason == "it is cancelled: the agency took it back"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("<inlineData>a &lt;b&gt; c</inlineData>", "<p>a &lt;b&gt; c</p>"),
        ('<inlineData contenttype="text/html">&lt;p&gt;a&lt;/p&gt;</inlineData>', "<p>a</p>"),
        (
            '<inlineData contenttype="text/plain">a</inlineData><inlineData contenttype="text/html">&lt;p&gt;b&lt;/p&gt;</inlineData>',
            "<p>b</p>",
        ),
        (
            '<inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData><inlineData>a</inlineData>',
            "<p>a</p>",
        ),
        (
            '<inlineXML><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p></div></inlineXML>',
            "<div><p>a</p></div>",
        ),
        (
            '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body> </body></html></inlineXML><inlineData>a</inlineData>',
            "<p>a</p>",
        ),
        (
            "<inlineXML><nitf><body><body.content><p>a</p></body.content></body></nitf></inlineXML>",
            "<p>a</p>",
        ),
        ("", ""),
    ],
)
def test_text_is_taken_in_its_best_form(content, body):
    assert only(item(content)).body == body


@pytest.mark.parametrize(
    ("meta", "about", "published_on"),
    [
        (CREATED, "<headline>H</headline>", date(2017, 6, 9)),
        (
            f"{CREATED}<firstCreated>2017-06-08T10:00:00Z</firstCreated>",
            "<headline>H</headline>",
            date(2017, 6, 8),
        ),
        (CREATED, "<headline>H</headline><contentCreated>1933-04-03</contentCreated>", date(1933, 4, 3)),
        (
            CREATED,
            "<headline>H</headline><contentCreated>1933-04-03+01:00</contentCreated>",
            date(1933, 4, 3),
        ),
    ],
)
def test_article_bears_the_date_of_its_content(meta, about, published_on):
    assert only(item(meta=meta, about=about)).published_on == published_on


def test_year_alone_is_no_date_of_an_article():
    assert (
        only(item(about="<headline>H</headline><contentCreated>1933</contentCreated>")).reason
        == "'1933' is no date"
    )


def test_item_without_a_date_is_rejected_unless_the_operator_gives_one():
    assert only(item(meta="")).reason == "it bears no date; --date gives one"
    assert only(item(meta=""), published_on=date(2017, 6, 9)).published_on == date(2017, 6, 9)


def test_embargo_without_an_end_keeps_an_item_a_draft():
    assert only(item(meta=CREATED + "<embargoed/>")).status == "draft"


def test_makers_of_the_content_stand_in_for_a_missing_byline():
    creators = "".join(f"<creator><name>{name}</name></creator>" for name in ("Ann Lee", "Bo Cruz", "Cy Poe"))
    assert only(item(about=f"<headline>H</headline>{creators}")).byline == "By Ann Lee, Bo Cruz and Cy Poe"
    assert only(item(), byline="By B").byline == "By B"


def test_headline_is_the_main_one_else_the_title_else_made():
    heads = '<headline role="hrole:short">S</headline><headline role="hrole:main">Main</headline>'
    assert only(item(about=heads)).headline == "Main"
    assert only(item(about="", meta=f"{CREATED}<title>The title</title>")).headline == "The title"
    made = only(item(about=""))
    assert (made.headline, made.headline_made) == ("It passed", True)


def test_subheadline_stands_in_for_a_missing_summary():
    heads = '<headline>H</headline><headline role="hld:subHeadline">Below</headline>'
    assert only(item(about=heads)).standfirst == "Below"


def test_operators_words_fill_in_what_the_item_does_not_say():
    found = only(item(), publication="P", section="S", language="fr")
    assert (found.publication, found.section, found.language) == ("P", "S", "fr")


def test_hostile_items_are_rejected_or_read_and_the_rest_goes_on():
    many = (
        "<headline>H</headline>"
        + "<keyword>k</keyword>" * 300
        + "".join(f"<keyword>{n}</keyword>" for n in range(201))
    )
    found = read(
        f"<newsMessage {NAMESPACE}><itemSet>"
        + item("<inlineData>" + "x" * 2_000_001 + "</inlineData>")
        + item(about=many)
        + '<newsItem><itemMeta><itemClass qcode="ninat:text"/></itemMeta></newsItem>'
        + item("<inlineXML>" + "<b>" * 200 + "deep" + "</b>" * 200 + "</inlineXML>")
        + "</itemSet></newsMessage>"
    )
    assert [rejected.reason for rejected in found[:3]] == [
        "it has more than 2,000,000 bytes",
        "it has 202 topics, 200 is the most",
        "it bears no date; --date gives one",
    ]
    assert "deep" in found[3].body


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "the file is empty"),
        ("<rss/>", "no NewsML"),
        ("<newsItem/>", "no NewsML"),
        ("<!doctype html><html>", "no NewsML"),
        (f"<newsItem {NAMESPACE}>", "the XML is broken"),
        (
            f'<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]><newsItem {NAMESPACE}/>',
            "document type",
        ),
    ],
)
def test_file_that_is_no_newsml_fails_clearly(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


@pytest.mark.parametrize(
    ("head", "recognised"),
    [
        (f'<newsItem {NAMESPACE} guid="g">', True),
        (f"<?xml version='1.0'?><newsMessage {NAMESPACE}>", True),
        ('<nar:packageItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/">', True),
        (
            '<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML_1.2.dtd"><NewsML>',
            True,
        ),
        ("<newsItem>", False),
        ("<nitf>", False),
        ("<feed>", False),
        ("", False),
    ],
)
def test_file_is_recognised_by_its_root(head, recognised):
    assert newsml.recognises(head.encode(), "wire.xml") is recognised

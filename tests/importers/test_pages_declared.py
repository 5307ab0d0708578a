"""What pages declare is understood, however it is written, and what is broken is passed over."""

import json
from datetime import UTC, date, datetime

import pytest

from articles.importers.pages import ld_article, meta, microdata
from articles.importers.pages.declared import Declared
from articles.importers.pages.json_ld import Graph
from articles.importers.pages.trees import page_of
from tests.importers.test_pages_items import DATED, item, page


def ld(script, url="", headlines=()):
    script = script if isinstance(script, str) else json.dumps(script)
    return ld_article.declared_in(Graph([script]), url=url, headlines=headlines)


def article(**fields):
    return {"@type": "NewsArticle", "headline": "Budget passes", **fields}


def elements(html):
    return microdata.declared_in(page_of(f"<html><body>{html}</body></html>").tree)


def metas(html):
    return meta.declared_in(page_of(f"<html><head>{html}</head><body></body></html>").tree)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Budget passes"}',
        '[{"@type": "WebSite"}, {"@type": "http://schema.org/Article", "headline": "Budget passes"}]',
        '{"@graph": [{"@type": ["Thing", "BlogPosting"], "headline": "Budget passes"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "schema:OpinionNewsArticle", "headline": "Budget passes"}}',
        '<!-- {"@type": "AnalysisNewsArticle", "headline": "Budget passes"} -->',
        '//<![CDATA[\n{"@type": "LiveBlogPosting", "headline": "Budget passes"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "ReportageNewsArticle", "headline": "Budget passes"} /*]]>*/',
        '{"@type": "NewsArticle", "headline": "Budget\n passes",};',
        '{"@type": "Organization"} {"@type": "NewsArticle", "headline": "Budget passes"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Budget passes&quot;}",
        '\ufeff{"@type": "NewsArticle", "headline": "<em>Budget</em>&nbsp;passes"}',
        '{"@type": "NewsArticle", "headline": "Budget passes"} and then something else',
    ],
)
def test_article_is_found_however_its_json_is_wrapped(script):
    found = ld(script)
    assert (found.headline, found.is_article) == ("Budget passes", True)


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "5",
        '"text"',
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 5_000,
        "]]>",
        '{"@type": 5}',
        '{"@type": "Person"}',
    ],
)
def test_json_without_an_article_declares_nothing(script):
    assert ld(script) == Declared()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Dana Whitfield", ("Dana Whitfield",)),
        (["Dana Whitfield", "Priya Raman"], ("Dana Whitfield", "Priya Raman")),
        ({"@type": "Person", "name": "Dana Whitfield"}, ("Dana Whitfield",)),
        ({"@type": "Person", "name": ["Dana Whitfield"]}, ("Dana Whitfield",)),
        ([{"@type": "Organization", "name": "Associated Press"}], ("Associated Press",)),
        ({"@id": "#dana"}, ("Dana Whitfield",)),
        ([{"@id": "#dana"}, {"@id": "#nobody"}, {"name": " "}, 5, None], ("Dana Whitfield",)),
        ("https://social.example/dana", ()),
        ([[["Dana"]]], ()),
    ],
)
def test_authors_are_people_organisations_texts_or_references(author, names):
    graph = [{"@id": "#dana", "@type": "Person", "name": "Dana Whitfield"}, article(author=author)]
    assert ld(graph).authors == names


def test_reference_to_an_object_within_another_is_followed():
    graph = {
        "@graph": [
            {"@type": "WebSite", "publisher": {"@id": "#org", "@type": "Organization", "name": "The Ledger"}},
            article(publisher={"@id": "#org"}),
        ]
    }
    assert ld(graph).publication == "The Ledger"


def test_site_stands_for_the_publication_where_none_is_named():
    assert ld([{"@type": "WebSite", "name": "The Ledger"}, article()]).publication == "The Ledger"


def test_people_are_those_the_article_is_about_or_mentions():
    about = [{"@type": "Person", "name": "Jeff Sessions"}, {"@type": "Place", "name": "Washington"}, "Budget"]
    found = ld(article(about=about, mentions={"@type": ["Person"], "name": "Susan Collins"}))
    assert found.people == ("Jeff Sessions", "Susan Collins")


@pytest.mark.parametrize(
    ("keywords", "topics"),
    [
        ("Budget, Senate,, budget , Taxes &amp; spending", ("Budget", "Senate", "Taxes & spending")),
        (["Budget", "House, Senate and courts"], ("Budget", "House, Senate and courts")),
        ([{"@type": "DefinedTerm", "name": "Budget"}, {"name": "Senate"}], ("Budget", "Senate")),
        (["x" * 201, "Budget"], ("Budget",)),
        ([f"t{number}" for number in range(200)], tuple(f"t{number}" for number in range(50))),
        ("", ()),
    ],
)
def test_keywords_are_a_list_or_a_text_with_commas(keywords, topics):
    assert ld(article(keywords=keywords)).topics == topics


def test_article_of_the_page_is_told_from_others_by_its_address_or_headline():
    others = [article(url=f"https://a.example/{name}", headline=name) for name in ("one", "two", "three")]
    assert ld(others, url="http://www.a.example/two#top").headline == "two"
    assert ld(others, headlines=("three",)).headline == "three"
    unclear = ld(others)
    assert (unclear.headline, unclear.is_article, unclear.is_listing) == ("", False, True)


def test_items_of_a_list_are_not_the_article():
    found = ld({"@type": "ItemList", "itemListElement": [article(), article()]})
    assert (found.is_article, found.is_listing) == (False, True)


def test_text_of_an_article_becomes_html():
    assert ld(article(articleBody="One &amp; two.\n\nThree.")).body == "<p>One &amp; two.</p>\n<p>Three.</p>"
    assert ld(article(articleBody="<p>One.</p>")).body == "<p>One.</p>"


@pytest.mark.parametrize(
    ("html", "field", "value"),
    [
        ("<meta property='og:title' content=' Budget &amp;amp; more '>", "headline", "Budget & more"),
        ("<meta name='parsely-title' content='Budget'>", "headline", "Budget"),
        ("<meta name=Description content='What it costs.'>", "standfirst", "What it costs."),
        ("<meta name=author content='Dana Whitfield'><meta name=author content='Priya Raman'>", "authors", ("Dana Whitfield", "Priya Raman")),
        ("<meta property=article:author content='https://x.example/d'><meta name=sailthru.author content='Dana'>", "authors", ("Dana",)),
        ("<meta name=citation_author content='Dana'>", "authors", ("Dana",)),
        ("<meta property='og:site_name' content='The Ledger'>", "publication", "The Ledger"),
        ("<meta property='article:section' content='Politics'>", "section", "Politics"),
        ("<meta property=article:tag content=Budget><meta property=article:tag content=Senate>", "topics", ("Budget", "Senate")),
        ("<meta name=news_keywords content='Budget; Senate, House'>", "topics", ("Budget; Senate", "House")),
        ("<meta property='og:locale' content='en_GB'>", "language", "en-GB"),
        ("<meta http-equiv='Content-Language' content='fr'>", "language", "fr"),
        ("<meta property='og:url' content='https://a.example/x'>", "url", "https://a.example/x"),
    ],
)  # fmt: skip
def test_meta_elements_are_read_by_their_many_names(html, field, value):
    assert getattr(metas(html), field) == value


def test_dates_of_modification_are_no_dates():
    found = metas(
        "<meta property=article:modified_time content=2020-01-01><meta name=last-modified content=2020-01-01>"
        "<meta property=og:updated_time content=2020-01-01><meta name=DC.Date.Issued content=2017-06-09>"
    )
    assert found.dates == ("2017-06-09",)


@pytest.mark.parametrize(
    ("html", "dates"),
    [
        ("<time itemprop='datePublished' datetime='2017-06-09'>June</time>", ("2017-06-09", "2017-06-09")),
        ("<meta itemprop='datePublished' content='2017-06-09'>", ("2017-06-09",)),
        ("<span itemprop='datePublished'>2017-06-09</span>", ("2017-06-09",)),
        ("<time pubdate datetime='2017-06-09'>June</time>", ("2017-06-09", "2017-06-09")),
        ("<abbr class='published' title='2017-06-09T10:00Z'>June</abbr>", ("2017-06-09T10:00Z",)),
        ("<time datetime='2017-06-09'>June</time>", ("2017-06-09",)),
        ("<time datetime='2017-06-09T10:00Z'>x</time><time datetime='2017-06-09'>x</time>", ("2017-06-09T10:00Z", "2017-06-09")),
        ("<time datetime='2017-06-09'>x</time><time datetime='2017-06-08'>x</time>", ()),
        ("<article><h1>x</h1><time datetime='2017-06-09'>x</time><time datetime='2001-01-01'>x</time></article>", ("2017-06-09",)),
        ("<time class=updated datetime='2017-06-10'>x</time><time itemprop=dateModified datetime='2017-06-10'>x</time>", ()),
        ("<aside><time datetime='2017-06-09'>x</time></aside><nav><time datetime='2017-06-09'>x</time></nav>", ()),
        ("<div class='comments'><time itemprop='datePublished' datetime='2017-06-09'>x</time></div>", ()),
        ("<p>Published June 9, 2017</p>", ()),
    ],
)  # fmt: skip
def test_dates_of_elements_are_those_of_the_article_alone(html, dates):
    assert elements(html).dates == dates


def test_authors_of_comments_are_not_the_articles():
    found = elements(
        "<span itemprop=author><b itemprop=name>Dana Whitfield</b>, <i>staff</i></span>"
        "<div itemprop=comment><span itemprop=author>A reader</span></div>"
    )
    assert found.authors == ("Dana Whitfield",)


def test_two_headings_are_no_headline():
    assert elements("<h1>The Ledger</h1><h1>Budget passes</h1>").headline == ""
    assert elements("<h1>Budget <b>passes</b></h1>").headline == "Budget passes"


def test_json_goes_before_meta_and_meta_before_elements():
    script = f'<script type="application/ld+json">{json.dumps(article(datePublished="2017-06-09T10:00:00Z"))}</script>'
    head = (
        "<meta property=og:title content='Of meta'><meta property=article:section content=Politics>" + DATED
    )
    found = item(page(head + script, "<h1>Of the page</h1><span itemprop=articleSection>Elsewhere</span>"))
    assert (found.headline, found.section) == ("Budget passes", "Politics")
    assert found.published_at == datetime(2017, 6, 9, 10, tzinfo=UTC)
    assert item(page(head, "<h1>Of the page</h1>")).headline == "Of meta"
    assert item(page(DATED, "<h1>Of the page</h1>")).headline == "Of the page"
    assert item(page(DATED)).published_on == date(2017, 6, 9)


def test_json_in_a_comment_is_not_read():
    html = page_of('<!-- <script type="application/ld+json">{"@type": "Article"}</script> --><p>x')
    assert html.json_ld == ()

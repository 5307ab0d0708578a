"""Any list at its address with a suffix: the same articles, for programs and spreadsheets, with what HTTP can say of them."""

import csv
import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import indexing
from articles.exports import EXPORTS, exporter_named
from articles.models import Article, OtherSource
from tests.builders import an_article

pytestmark = pytest.mark.django_db

LISTS = {
    "/search/": "/search",
    "/search/?q=secret": "/search?q=secret",
    "/search/?q=headline%3Asecret&sort=newest": "/search?q=headline%3Asecret&sort=newest",
    "/people/jeff-sessions/": "/people/jeff-sessions",
    "/people/jeff-sessions/?from=2017&sort=oldest": "/people/jeff-sessions?from=2017&sort=oldest",
    "/bylines/dana-whitfield/": "/bylines/dana-whitfield",
    "/topics/recusal/": "/topics/recusal",
    "/publications/the-capital-ledger/": "/publications/the-capital-ledger",
    "/2017/06/": "/2017/06",
    "/2017/": "/2017",
    "/2017/06/09/": "/2017/06/09",
}
NAMES = [exporter.NAME for exporter in EXPORTS]


def file_at(path, name):
    place, _, query = path.partition("?")
    return f"{place}.{name}" + (f"?{query}" if query else "")


def body(response):
    return b"".join(response.streaming_content).decode()


def rows(response):
    return list(csv.DictReader(io.StringIO(body(response))))


def links(page, pattern):
    return [unescape(link) for link in re.findall(rf'<(?:a|link)[^>]* href="({pattern}[^"]*)"', page)]


@pytest.fixture
def archive():
    for status in ("published", "draft", "scheduled", "withdrawn"):
        an_article(
            f"{status.title()} secret",
            slug=f"{status}-secret",
            status=status,
            byline="By Dana Whitfield",
            people=["Jeff Sessions"],
            topics=["Recusal"],
        ).mentions.create(tag=author(), role="author")


def author():
    return Article.people.through.tag_model().objects.get_or_create(name="Dana Whitfield")[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_a_file_without_what_readers_may_not_see(client, archive, name):
    for page, path in LISTS.items():
        response = client.get(file_at(path, name))
        assert (response.status_code, response.headers["X-Total-Count"]) == (200, "1"), path
        assert response.headers["Content-Type"] == exporter_named(name).MEDIA_TYPE
        text = body(response)
        assert "Published secret" in text
        for status in ("Draft", "Scheduled", "Withdrawn"):
            assert f"{status} secret" not in text, path
            assert f"{status.lower()}-secret" not in text, path
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_article_is_a_file_as_long_as_its_page_stands(client, archive, name):
    answers = {
        status: client.get(f"/2017/06/09/{status}-secret.{name}")
        for status in ("published", "draft", "scheduled", "withdrawn", "nowhere")
    }
    assert {status: answer.status_code for status, answer in answers.items()} == {
        "published": 200,
        "draft": 404,
        "scheduled": 404,
        "withdrawn": 410,
        "nowhere": 404,
    }
    assert "Published secret" in body(answers.pop("published"))
    assert [status for status, answer in answers.items() if "secret" in answer.text.lower()] == []


def test_file_holds_as_many_articles_as_its_page_says(client):
    for number in range(45):
        an_article(f"Item {number}", people=["Jeff Sessions"], on=f"20{number % 20:02}-06-09")
    for page, path in (
        ("/people/jeff-sessions/", "/people/jeff-sessions"),
        ("/search/?q=item", "/search?q=item"),
    ):
        response = client.get(file_at(path, "csv"))
        assert client.get(page).context["found"].total == len(rows(response)) == 45
        assert response.headers["X-Total-Count"] == "45"


def test_file_says_what_it_is_to_browsers_and_robots(client, archive, settings):
    settings.ARCHIVE_NAME = "The Évening Post"
    headers = client.get("/people/jeff-sessions.csv").headers
    assert re.fullmatch(
        r'attachment; filename="the-evening-post-person-jeff-sessions-\d{4}-\d\d-\d\d\.csv"',
        headers["Content-Disposition"],
    )
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cache-Control"].startswith("public, ")
    assert "Vary" not in headers


def test_feed_is_shown_and_not_saved(client, archive):
    headers = client.get("/search.atom").headers
    assert re.fullmatch(r'inline; filename="newsroom-\d{4}-\d\d-\d\d\.atom"', headers["Content-Disposition"])


def test_name_of_a_file_is_short_and_plain_whatever_was_asked(client, archive):
    for query in ("x" * 200, '"; filename="evil.exe', "Rosselló 𓂀 ‮ ../..", "статья", "%"):
        response = client.get("/search.csv", {"q": query})
        name = re.fullmatch(r'attachment; filename="([a-z0-9.-]+)"', response.headers["Content-Disposition"])[
            1
        ]
        assert len(name) < 100
        assert name.endswith(".csv")


@pytest.mark.parametrize("name", NAMES)
def test_other_sites_may_read_every_kind_of_file(client, archive, name):
    headers = client.get(f"/search.{name}").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/search.xlsx",
        "/search.CSV",
        "/search.",
        "/search.csv/",
        "/people/nobody.csv",
        "/topics/nothing.atom",
        "/publications/none.bib",
        "/bylines/nobody.jsonl",
        "/2017/02/30.csv",
        "/2017/13.csv",
        "/0000.csv",
        "/9999.csv",
        "/people.csv",
        "/about.csv",
        "/.csv",
    ],
)
def test_what_is_no_list_or_no_kind_of_file_is_not_found(client, archive, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/search.csv?to=2018&person=jeff-sessions", "/search.csv?person=jeff-sessions&to=2018"),
        ("/search.csv?q=tax&sort=relevance&utm_source=x", "/search.csv?q=tax"),
        ("/search.csv?cursor=after-7", "/search.csv"),
        ("/people/jeff-sessions.atom?text=full&limit=007", "/people/jeff-sessions.atom?limit=7"),
        ("/search.csv?text=summary", "/search.csv"),
        ("/2017/06.rss?limit=5&sort=oldest&text=summary", "/2017/06.rss?sort=oldest&limit=5&text=summary"),
        ("/2017/06/09/published-secret.bib?limit=1&x=2", "/2017/06/09/published-secret.bib"),
    ],
)
def test_every_file_has_one_address(client, archive, asked, own):
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (302, own)
    assert client.get(own).status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=yesterday", "“from” was left out: “yesterday” is no date"),
        ("from=2018&to=2017", "the end comes before the beginning"),
        ("sort=odd", "There is no sort “odd”"),
        ("cursor=zzz", "The place in the list was not understood"),
        ("person=nobody", "The archive knows no person “nobody”."),
        ("-topic=nothing", "The archive knows no topic “nothing”."),
        ("limit=0", "“limit” can’t be “0”"),
        ("limit=-1", "“limit” can’t be “-1”"),
        ("limit=all", "“limit” can’t be “all”"),
        ("limit=1e3", "“limit” can’t be “1e3”"),
        ("limit=%C2%B2", "“limit” can’t be “²”"),
        ("limit=" + "9" * 300, "“limit” can’t be “999"),
        ("text=some", "There is no text “some”: it can be full, summary."),
        ("person=%3Cscript%3E", "<script>"),
    ],
)
def test_what_is_not_understood_is_refused_in_words(client, archive, query, said):
    response = client.get(f"/search.atom?{query}")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert said in response.text
    assert len(response.text) < 300
    assert response.headers["Cache-Control"] == "no-store"


def test_search_that_is_read_in_another_way_is_a_file_as_it_is_a_page(client, archive):
    assert 'class="problems"' in client.get("/search/?q=(secret").text
    (row,) = rows(client.get("/search.csv?q=(secret"))
    assert "“(secret” · (" in row["list"]


def test_parameter_that_a_list_does_not_have_is_refused(client, archive):
    response = client.get("/search.csv?bogus=1&persn=jeff-sessions")
    assert (response.status_code, response.content.decode()) == (
        400,
        "There is no parameter “bogus”.\nThere is no parameter “persn”.\n",
    )


def test_feeds_that_pages_offer_begin_with_the_newest(client, archive):
    page = client.get("/search/?q=committee&sort=oldest").text
    assert "/search.atom?q=committee&amp;sort=newest&amp;limit=100" in page
    assert "/search.csv?q=committee&amp;sort=oldest" in page


def test_limit_takes_the_first_of_the_list(client):
    for number in range(5):
        an_article(f"Item {number}")
    response = client.get("/search.csv?sort=oldest&limit=2")
    found = rows(response)
    assert [row["headline"] for row in found] == ["Item 0", "Item 1"]
    assert response.headers["X-Total-Count"] == "5"
    assert "oldest first · the first 2" in found[0]["list"]


def test_feed_has_whole_texts_or_summaries(client):
    an_article("Recusal", standfirst="From any inquiry.", body=f"<p>{'He spoke. ' * 200}The end.</p>")
    for name in (exporter.NAME for exporter in EXPORTS if exporter.IS_FEED):
        assert "The end." in body(client.get(f"/search.{name}"))
        assert "The end." not in body(client.get(f"/search.{name}?text=summary"))


def test_empty_list_is_an_empty_file(client, archive):
    response = client.get("/search.csv?q=quagga")
    assert (response.status_code, response.headers["X-Total-Count"], rows(response)) == (200, "0", [])


def test_unchanged_archive_answers_without_a_question_to_the_database(client, archive, settings):
    paths = ("/people/jeff-sessions.csv", "/search.atom?q=secret", "/2017/06/09/published-secret.bib")
    tags = {path: client.get(path).headers["ETag"] for path in paths}
    assert len(set(tags.values())) == 3
    settings.INDEX_CHECK_SECONDS = 3600
    for path, tag in tags.items():
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path, headers={"if-none-match": tag})
        assert (response.status_code, len(captured), response.content) == (304, 0, b"")
        assert response.headers["ETag"] == tag
        assert client.head(path, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    "change",
    [
        lambda: an_article("Another"),
        lambda: Article.objects.filter(status="published").update(headline="Changed"),
        lambda: Article.objects.filter(status="published").update(status="withdrawn"),
        lambda: Article.objects.get(status="published").topics.clear(),
    ],
)
def test_changed_archive_answers_anew(client, archive, change):
    paths = ("/people/jeff-sessions.csv", "/search.atom", "/2017/06/09/published-secret.bib")
    tags = {path: client.get(path).headers["ETag"] for path in paths}
    change()
    for path, tag in tags.items():
        assert client.get(path, headers={"if-none-match": tag}).status_code in (200, 410)


def test_tag_is_another_on_another_day_host_and_release(client, archive, settings, monkeypatch):
    tag = client.get("/search.csv").headers["ETag"]
    assert tag.startswith('W/"')
    assert client.get("/search.csv", headers={"host": "localhost"}).headers["ETag"] != tag
    monkeypatch.setattr("articles.views.exports.today", lambda: "2001-01-01")
    assert client.get("/search.csv").headers["ETag"] != tag
    monkeypatch.undo()
    settings.RELEASE = "99"
    assert client.get("/search.csv").headers["ETag"] != tag


def test_headers_alone_are_sent_without_reading_an_article(client, archive, monkeypatch):
    got = client.get("/people/jeff-sessions.csv")
    monkeypatch.setattr("articles.exporting.walk.hydrated", lambda ids: pytest.fail("articles were read"))
    response = client.head("/people/jeff-sessions.csv")
    assert (response.status_code, body(response)) == (200, "")
    assert dict(response.headers) == dict(got.headers)


def test_nothing_else_than_reading_is_allowed(client, archive):
    assert client.post("/search.csv").status_code == 405


def test_addresses_in_a_file_are_the_public_ones(client, archive, settings):
    assert rows(client.get("/search.csv"))[0]["permalink"] == "http://testserver/2017/06/09/published-secret/"
    settings.ARCHIVE_URL = "https://archive.example"
    found = rows(client.get("/people/jeff-sessions.csv?from=2017"))
    assert found[0]["permalink"] == "https://archive.example/2017/06/09/published-secret/"
    assert "https://archive.example/people/jeff-sessions/?from=2017" in found[0]["list"]


@pytest.mark.parametrize("page", [page for page in LISTS if page != "/2017/06/09/"])
def test_every_page_of_a_list_leads_to_its_files_and_feeds(client, archive, page):
    text = client.get(page).text
    assert "Download or follow this list" in text
    assert "holds the one article" in " ".join(text.split())
    files = [url for name in NAMES for url in links(text, rf"[^\"]*\.{name}")]
    assert len(set(files)) == len(NAMES) + sum(exporter.IS_FEED for exporter in EXPORTS)
    for url in files:
        response = client.get(url)
        assert (response.status_code, response.headers["X-Total-Count"]) == (200, "1"), url


def test_day_leads_to_its_list_as_files(client, archive):
    assert "/search.csv?from=2017-06-09&to=2017-06-09" in links(client.get("/2017/06/09/").text, "/search")


def test_programs_find_the_feed_of_the_page(client, archive):
    page = " ".join(client.get("/topics/recusal/").text.split())
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Newsroom: topic Recusal (Atom)" '
        'href="/topics/recusal.atom?limit=100">'
    ) in page
    for other in ("/", "/about/", "/people/", "/2017/06/09/", "/2017/06/09/published-secret/"):
        assert "/search.atom?limit=100" in links(client.get(other).text, "/search[.]atom")
    assert "alternate" not in client.get("/nowhere/").text


@pytest.mark.parametrize("query", ["person=nobody", "-person=nobody", "from=2018&to=2017", "q=quagga"])
def test_list_that_is_empty_or_in_doubt_is_not_offered(client, archive, query):
    assert "Download or follow this list" not in client.get(f"/search/?{query}").text


def test_article_is_cited_in_three_styles_and_for_reference_programs(client):
    article = an_article("Sessions <b> & steps aside", slug="aside", byline="By Dana Whitfield")
    page = " ".join(client.get(article.get_absolute_url()).text.split())
    for style in ("APA", "Chicago", "MLA"):
        assert f"<dt>{style}</dt>" in page
    assert "Whitfield, D. (2017, June 9)." in page
    assert "Sessions &lt;b&gt; &amp; steps aside" in page
    assert "http://testserver/2017/06/09/aside/" in page
    for name in ("bib", "ris", "csl"):
        assert f'href="/2017/06/09/aside.{name}" rel="nofollow"' in page
    assert page.count('<button type="button" hidden>') == 3


def test_near_copies_and_other_addresses_are_named(client):
    first = an_article("First", on="2017-06-08", publication="The Courier")
    second, third = (an_article(name, copy_of=first) for name in ("Second", "Third"))
    an_article("Hidden", copy_of=first, status="draft")
    for url, superseded in (
        ("https://mirror.example/1", False),
        ("https://mirror.example/1#again", False),
        ("https://old.example/1", True),
        ("javascript:alert(1)", False),
        ("", False),
    ):
        OtherSource.objects.create(
            article=second, source_url=url, superseded=superseded, content_sha256=url[-64:]
        )
    page = " ".join(client.get(second.get_absolute_url()).text.split())
    also = page.split("Also published as")[1].split("</dl>")[0]
    for expected in (
        first.get_absolute_url(),
        third.get_absolute_url(),
        "The Courier, 8 June 2017",
        "https://mirror.example/1",
    ):
        assert expected in also
    for hidden in ("Hidden", "old.example", "javascript", "Second"):
        assert hidden not in also
    for article, others in ((first, (second, third)), (third, (first, second))):
        also = client.get(article.get_absolute_url()).text.split("Also published as")[1].split("</dl>")[0]
        assert all(other.get_absolute_url() in also for other in others)
    assert "Also published as" not in client.get(an_article("Alone").get_absolute_url()).text


def test_earliest_that_was_withdrawn_is_named_nowhere(client):
    first = an_article("First secret", status="withdrawn")
    second = an_article("Second", copy_of=first)
    third = an_article("Third", copy_of=first)
    page = client.get(second.get_absolute_url()).text
    assert "First secret" not in page
    assert third.get_absolute_url() in page.split("Also published as")[1]
    assert "First secret" not in client.get("/search/").text


def test_twenty_other_places_are_named_and_that_there_are_more(client):
    first = an_article("First")
    for number in range(30):
        an_article(f"Copy {number}", copy_of=first)
    page = client.get(first.get_absolute_url()).text
    also = page.split("Also published as")[1].split("</dl>")[0]
    assert also.count("<li>") == 21
    assert "and elsewhere" in also


def test_copy_says_so_in_lists_without_more_queries(client):
    def queries():
        indexing.catch_up()
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/")
        return len(captured)

    first = an_article("First of all", on="2017-06-01")
    client.get("/search/")
    few = queries()
    for _ in range(5):
        an_article(copy_of=first)
    assert queries() == few
    page = " ".join(client.get("/search/").text.split())
    assert (
        page.count(f'Copy of <a href="{first.get_absolute_url()}" dir="auto">First of all</a>, 1 Jun 2017')
        == 5
    )

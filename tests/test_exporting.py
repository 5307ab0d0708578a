"""What leaves the archive is what the list's page shows, all of it, in its order, and never more."""

import csv
import io
import random
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles import indexing
from articles.exporting import (
    NoSuchList,
    blocks,
    exported,
    exported_article,
    listing_on,
    outgoing,
    path_of_article,
    path_of_list,
    place_of,
    question,
    walk,
    write_whole,
)
from articles.exporting.offers import feeds_of, group_of, offers_of, references_of
from articles.exports import EXPORTS, exporter_named
from articles.exports import csv as csv_export
from articles.found import Found
from articles.listing import Listing
from articles.models import Article, Mention, Role
from articles.richtext import CleanHtml
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db
BASE = "https://archive.example"


def listed(query="", **options):
    return Listing.read(QueryDict(query), **options)


def rows(listing, **options):
    heading, pieces = exported(listing, csv_export, base_url=BASE, **options)
    return heading, list(csv.DictReader(io.StringIO("".join(pieces))))


def ids(listing, **options):
    return [int(row["id"]) for row in rows(listing, **options)[1]]


def paged(listing):
    """Walk a list as a reader does, page by page."""
    page, walked = Found(listing, size=7), []
    while True:
        walked += [entry.article.id for entry in page.entries]
        if page.next_page is None:
            return walked, page.total
        page = Found(page.next_page, size=7)


@pytest.fixture
def archive():
    chance = random.Random(11)
    a_topic("Taxes", parent=a_topic("Economy"))
    for number in range(60):
        an_article(
            headline=f"Item {number}",
            body=f"<p>{' '.join(chance.choices(['budget', 'senate', 'vote'], k=3))}.</p>",
            on=str(date(2016, 12, 20) + timedelta(days=chance.randrange(25))),
            people=chance.sample(["Ann Alder", "Ben Birch"], chance.randrange(3)),
            topics=chance.sample(["Taxes", "Courts"], chance.randrange(3)),
            status=chance.choice(["published"] * 5 + ["draft", "withdrawn", "scheduled"]),
        )


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(walk, "KEYS_AT_ONCE", 10)
    monkeypatch.setattr(walk, "RANKS_AT_ONCE", 10)
    monkeypatch.setattr(walk, "ARTICLES_AT_ONCE", 5)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "sort=oldest",
        "person=ann-alder",
        "person=ann-alder&-topic=taxes&sort=oldest",
        "topic=economy&topic=courts&any=topic",
        "from=2017-01-03",
        "q=budget",
        "q=budget+OR+vote",
        "q=budget&sort=newest",
        "q=budget&sort=oldest&-person=ben-birch",
        "q=quagga",
        "person=nobody",
        "from=2017&to=2016",
    ],
)
def test_file_holds_what_all_pages_of_the_list_show_in_their_order(archive, small_batches, query):
    walked, total = paged(listed(query))
    heading, found = rows(listed(query))
    assert [int(row["id"]) for row in found] == walked
    assert heading.total == total == len(found)
    assert {row["headline"] for row in found} <= set(
        Article.objects.published().values_list("headline", flat=True)
    )


def test_file_by_relevance_goes_on_where_the_page_ends(monkeypatch):
    monkeypatch.setattr("articles.found.DEEPEST_RANK", 20)
    for number in range(30):
        an_article(f"Budget {number}")
    walked, total = paged(listed("q=budget"))
    assert (len(walked), total) == (21, 30)
    assert ids(listed("q=budget"))[:21] == walked
    assert len(set(ids(listed("q=budget")))) == 30


def test_what_is_added_while_a_file_is_made_moves_nothing(small_batches):
    for number in range(20):
        an_article(f"Budget {number}", body="<p>Long talk.</p>" * number)
    for query in ("", "sort=oldest", "q=budget"):
        before = ids(listed(query))
        _, pieces = exported(listed(query), csv_export, base_url=BASE)
        begun = [next(pieces), next(pieces)]
        an_article("Budget budget budget", on="2030-01-01").save()
        an_article("Budget budget budget", on="1970-01-01").save()
        indexing.catch_up()
        whole = csv.DictReader(io.StringIO("".join([*begun, *pieces])))
        assert [int(row["id"]) for row in whole] == before
        Article.objects.filter(published_on__in=["2030-01-01", "1970-01-01"]).delete()


def test_article_withdrawn_while_a_file_is_made_is_left_out(small_batches):
    articles = [an_article(f"Item {number}") for number in range(12)]
    heading, pieces = exported(listed("sort=oldest"), csv_export, base_url=BASE)
    begun = [next(pieces), next(pieces)]
    Article.objects.filter(pk=articles[-1].pk).update(status="withdrawn")
    found = csv.DictReader(io.StringIO("".join([*begun, *pieces])))
    assert [row["headline"] for row in found] == [f"Item {number}" for number in range(11)]
    assert heading.total == 12


@pytest.mark.parametrize("query", ["", "sort=oldest", "q=committee"])
def test_queries_grow_by_four_for_each_batch(small_batches, query):
    def queries():
        listing = listed(query)
        snapshot = indexing.snapshot()
        with CaptureQueriesContext(connection) as captured:
            rows(listing, snapshot=snapshot)
        return len(captured)

    for _ in range(10):
        an_article(people=["Ann Alder"], topics=["Taxes"])
    few = queries()
    for number in range(30):
        an_article(people=["Ann Alder", f"Person {number}"], topics=["Taxes"])
    assert queries() == few + 6 * 4


def test_no_article_is_read_before_it_is_taken(small_batches):
    for _ in range(20):
        an_article()
    snapshot, listing = indexing.snapshot(), listed()
    with CaptureQueriesContext(connection) as captured:
        _, pieces = exported(listing, csv_export, base_url=BASE, snapshot=snapshot)
    assert len(captured) == 0
    with CaptureQueriesContext(connection) as captured:
        taken = [next(pieces) for _ in range(6)]
    assert (len(taken), len(captured)) == (6, 3)


def test_limit_takes_the_first_and_the_heading_says_so():
    for number in range(5):
        an_article(f"Item {number}", people=["Ann Alder"])
    heading, found = rows(listed("sort=oldest&person=ann-alder"), limit=2)
    assert [row["headline"] for row in found] == ["Item 0", "Item 1"]
    assert (heading.total, heading.question) == (2, "person Ann Alder · oldest first · the first 2")
    heading, found = rows(listed(), limit=10**30)
    assert (heading.total, len(found), heading.question) == (5, 5, "")
    assert rows(listed(), limit=3)[0].question == "all articles · the first 3"


def test_heading_says_which_list_where_and_how_many(settings):
    settings.ARCHIVE_NAME = "The Morgue"
    an_article(people=["Jeff Sessions"], on="2017-06-09")
    listing = listing_on("person", QueryDict("from=2017&cursor=after-7"), slug="jeff-sessions")
    heading, _ = rows(listing, limit=7)
    assert (heading.archive, heading.total) == ("The Morgue", 1)
    assert heading.url == "https://archive.example/people/jeff-sessions/?from=2017"
    assert heading.file_url == "https://archive.example/people/jeff-sessions.csv?from=2017&limit=7"
    assert heading.question == "person Jeff Sessions · from 2017"
    assert datetime.now(UTC) - heading.made_at < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ""),
        ("q=recusal", "“recusal”"),
        ("q=recusal&sort=newest", "“recusal” · newest first"),
        ("sort=oldest", "oldest first"),
        ("q=tax&person=ann-alder&-topic=taxes", "“tax” · person Ann Alder · without topic Taxes"),
        ("person=ann-alder&person=ben-birch", "person Ann Alder · person Ben Birch"),
        ("person=ann-alder&person=ben-birch&any=person", "person Ann Alder or person Ben Birch"),
        ("from=2017&to=2017", "2017"),
        ("from=2017-06&to=2018", "from 2017-06 to 2018"),
        ("to=2018", "to 2018"),
        ("language=es&month=2017-06", "language Spanish · month June 2017"),
        ("-person=nobody", "without person nobody"),
    ],
)
def test_list_is_said_in_words(query, words):
    an_article(people=["Ann Alder", "Ben Birch"], topics=["Taxes"])
    assert question(listed(query)) == words


@pytest.mark.parametrize(
    ("page", "place", "words", "path"),
    [
        ("search", {}, "", "/search.csv"),
        ("person", {"slug": "ann-alder"}, "person Ann Alder", "/people/ann-alder.csv"),
        ("byline", {"slug": "ann-alder"}, "byline Ann Alder", "/bylines/ann-alder.csv"),
        ("topic", {"slug": "taxes"}, "topic Taxes", "/topics/taxes.csv"),
        ("publication", {"slug": "the-capital-ledger"}, "publication The Capital Ledger", "/publications/the-capital-ledger.csv"),
        ("year", {"year": 2017}, "2017", "/2017.csv"),
        ("month", {"year": 2017, "month": 6}, "2017-06", "/2017/06.csv"),
        ("day", {"year": 2017, "month": 6, "day": 9}, "2017-06-09", "/2017/06/09.csv"),
    ],
)  # fmt: skip
def test_page_stands_for_its_list(page, place, words, path):
    an_article(people=["Ann Alder"], topics=["Taxes"])
    listing = listing_on(page, QueryDict(), **place)
    assert (question(listing), path_of_list(listing, csv_export)) == (words, path)


def test_day_of_no_calendar_stands_for_no_list():
    with pytest.raises(NoSuchList, match="no such day: 2017-02-30"):
        listing_on("day", QueryDict(), year=2017, month=2, day=30)


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/people/ann-alder/?from=2017", "/people/ann-alder.csv?from=2017"),
        ("/people/ann-alder?from=2017", "/people/ann-alder.csv?from=2017"),
        ("/people/ann-alder.rss?from=2017", "/people/ann-alder.csv?from=2017"),
        ("http://127.0.0.1:8000/2017/06/?sort=oldest&cursor=after-7", "/2017/06.csv?sort=oldest"),
        ("https://news.example/search/?q=tax#articles", "/search.csv?q=tax"),
        ("/", "/search.csv"),
        ("https://news.example", "/search.csv"),
        ("?q=tax&person=ann-alder", "/search.csv?q=tax&person=ann-alder"),
        ("recusal person:sessions", "/search.csv?q=recusal+person%3Asessions"),
        ('"a & b" -c=d', "/search.csv?q=%22a+%26+b%22+-c%3Dd"),
    ],
)
def test_address_or_search_asks_for_its_list(settings, asked, path):
    settings.ARCHIVE_URL = "https://news.example"
    place = place_of(asked)
    assert path_of_list(place.listing, csv_export) == path
    assert (place.exporter is exporter_named("rss")) == (".rss" in asked)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("/people/", "/people/ is a page of this archive, but no list"),
        ("/2017/06/09/an-article/", "but no list"),
        ("/admin/", "but no list"),
        ("/search/person/", "but no list"),
        ("/nowhere/", "/nowhere/ is no page of this archive"),
        ("/search.xlsx", "/search.xlsx is no page"),
        ("/2017/02/30/", "There is no such day: 2017-02-30."),
        ("https://evil.example/search/", "evil.example is not this archive"),
        ("http://[::1", "is no address"),
    ],
)
def test_what_is_no_list_is_said(asked, said):
    with pytest.raises(NoSuchList, match=said.replace(".", "[.]")):
        place_of(asked)


def test_all_that_is_told_of_an_article():
    article = an_article(
        "Recusal",
        on="2017-06-09",
        standfirst="From any inquiry.",
        body="<p>He read <em>it</em>.</p>",
        byline="By Dana Whitfield, PRIYA RAMAN and Ken Osei in Washington",
        published_at=datetime(2017, 6, 9, 20, 30, tzinfo=timezone(timedelta(hours=-4))),
        added_at=datetime(2018, 1, 2, 3, 4, tzinfo=UTC),
        source_url="https://ledger.example/1",
        source_ref="ledger/1",
        people=["Jeff Sessions"],
        topics=["Justice"],
    )
    Mention.objects.create(content_object=article, tag=a_person("Dana Whitfield"), role=Role.AUTHOR)
    Mention.objects.create(content_object=article, tag=a_person("Ghost Writer"), role=Role.AUTHOR)
    out = outgoing(Article.objects.published().with_names().get(), "https://archive.example/")
    assert out.permalink == "https://archive.example/2017/06/09/recusal/"
    assert (out.headline, out.standfirst, out.body.text()) == ("Recusal", "From any inquiry.", "He read it.")
    assert isinstance(out.body, CleanHtml)
    assert out.authors == ("Dana Whitfield", "Priya Raman", "Ken Osei", "Ghost Writer")
    assert (out.people, out.topics, out.section) == (("Jeff Sessions",), ("Justice",), "Justice")
    assert out.published_at == datetime(2017, 6, 10, 0, 30, tzinfo=UTC)
    assert out.published_at.tzinfo is UTC
    assert (out.published_on, out.added_at) == (date(2017, 6, 9), datetime(2018, 1, 2, 3, 4, tzinfo=UTC))
    assert (out.source_url, out.source_ref) == ("https://ledger.example/1", "ledger/1")


def test_time_that_is_not_known_is_not_told():
    an_article("Recusal", section="")
    out = outgoing(Article.objects.published().with_names().get(), BASE)
    assert (out.published_at, out.authors, out.section, out.source_url) == (None, (), "", "")


@pytest.mark.parametrize("exporter", EXPORTS, ids=lambda exporter: exporter.NAME)
def test_every_kind_of_file_is_written_of_a_list_of_an_empty_one_and_of_one_article(exporter):
    an_article("Recusal", byline="By Dana Whitfield")
    article = Article.objects.with_names().get()
    heading, pieces = exported(listed(), exporter, base_url=BASE)
    assert (heading.total, "Recusal" in "".join(pieces)) == (1, True)
    heading, pieces = exported(listed("person=nobody"), exporter, base_url=BASE)
    assert (heading.total, "Recusal" in "".join(pieces)) == (0, False)
    heading, pieces = exported_article(article, exporter, base_url=BASE)
    assert (heading.question, heading.url) == ("“Recusal”", "https://archive.example/2017/06/09/recusal/")
    assert heading.file_url == f"https://archive.example/2017/06/09/recusal.{exporter.NAME}"
    assert "Recusal" in "".join(pieces)


def test_readers_are_offered_every_kind_of_file_once():
    groups = offers_of(listed("q=tax"))
    assert list(groups) == ["As a file", "To cite", "As a feed"]
    offered = [offer for offers in groups.values() for offer in offers]
    expected = {f"/search.{one.NAME}?q=tax{'&sort=newest' if one.IS_FEED else ''}" for one in EXPORTS}
    assert {offer.url for offer in offered} == expected
    assert len(offered) == len(EXPORTS)
    assert {one.NAME for one in EXPORTS if group_of(one) == "To cite"} >= {"bib", "ris", "csl", "apa"}


def test_programs_are_pointed_to_the_newest_hundred():
    an_article(people=["Ann Alder"])
    feeds = feeds_of(listed("person=ann-alder"))
    assert {feed.url for feed in feeds} == {
        f"/search.{one.NAME}?person=ann-alder&limit=100" for one in EXPORTS if one.IS_FEED
    }
    assert ("application/atom+xml", "Newsroom: person Ann Alder (Atom)") in [
        (feed.media_type, feed.title) for feed in feeds
    ]


@pytest.mark.parametrize("query", ["from=yesterday", "person=nobody", "-topic=nothing", "from=2018&to=2017"])
def test_list_of_which_something_is_not_understood_is_not_offered(query):
    assert (offers_of(listed(query)), feeds_of(listed(query))) == ({}, [])


def test_reference_programs_are_offered_an_article():
    article = an_article("Recusal")
    assert "/2017/06/09/recusal.bib" in [offer.url for offer in references_of(article)]
    assert path_of_article(article, exporter_named("atom"), full=False).endswith("recusal.atom?text=summary")


def test_pieces_are_put_together_to_blocks():
    assert list(blocks(["a" * 40_000, "b" * 40_000, "c"])) == ["a" * 40_000 + "b" * 40_000, "c"]
    assert "".join(blocks(iter([]))) == ""


def test_file_takes_the_place_of_another_when_it_is_complete(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("before")

    def pieces():
        yield "one\r\n"
        assert path.read_text() == "before"
        yield "é"

    write_whole(pieces(), path)
    assert path.read_bytes() == "one\r\né".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["list.csv"]


def test_file_that_fails_half_way_leaves_what_was_there(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("before")

    def pieces():
        yield "a" * 100_000
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(pieces(), path)
    assert (path.read_text(), len(list(tmp_path.iterdir()))) == ("before", 1)


def test_folder_or_device_is_never_replaced(tmp_path):
    for path in (tmp_path, tmp_path.__class__("/dev/null")):
        with pytest.raises(OSError):
            write_whole(["a"], path)

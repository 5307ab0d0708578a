"""Following feeds: what is new goes in, what is not costs nothing, what fails waits and harms no other."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from articles.feeds import completing, following
from articles.feeds.adding import NotAFeed, added
from articles.feeds.following import follow
from articles.feeds.schedule import claim, due
from articles.feeds.visiting import new_visitor
from articles.fetching import Visitor
from articles.models import Article, Feed, ImportProblem, ImportRun, Publication
from tests.builders import a_publication, a_section
from tests.fetching.site import Page, a_client, serving
from tests.newsstand import LONG, a_feed, an_entry, article_page, rss

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def site():
    with serving() as site:
        yield site


def followed(feed, **limits):
    """Follow a feed without waiting, and return what became of it; the record is read anew."""
    feed.refresh_from_db()
    outcome = follow(feed, Visitor(a_client(limits=limits), sleep=lambda seconds: None))
    feed.refresh_from_db()
    return outcome


def minutes_to_next(feed):
    return round((feed.next_check_at - feed.checked_at).total_seconds() / 60)


def test_entries_become_articles_of_the_feeds_publication_and_section(site):
    site.pages["/feed"] = rss(an_entry(1), an_entry(2, date="Sat, 10 Jun 2017 10:00:00 GMT"))
    feed = a_feed(f"{site.url}/feed", section=a_section("Congress"))
    outcome = followed(feed)
    assert str(outcome) == f"{site.url}/feed: 2 created, 0 updated, 0 unchanged, 0 rejected"
    article = Article.objects.get(source_ref="entry-1")
    assert (article.headline, article.body) == ("Senate vote 1", f"<p>{LONG.strip()}</p>")
    assert (article.publication.name, article.section.name) == ("The Capital Ledger", "Congress")
    assert (str(article.published_on), article.source_file) == ("2017-06-09", f"{site.url}/feed")
    run = ImportRun.objects.get()
    assert (run.state, run.sources, run.format) == ("finished", f"{site.url}/feed", "feed")
    assert run.options == {"publication": "The Capital Ledger", "section": "Congress"}
    assert (feed.failures, feed.problem, minutes_to_next(feed)) == (0, "", 15)


def test_feed_that_is_not_modified_makes_no_run(site):
    answer = rss(an_entry(1))
    answer.headers |= {"ETag": '"1"', "Last-Modified": "Fri, 09 Jun 2017 10:00:00 GMT"}
    site.pages["/feed"] = lambda asked: Page(status=304) if asked.get("If-None-Match") == '"1"' else answer
    feed = a_feed(f"{site.url}/feed")
    followed(feed)
    assert (feed.etag, feed.last_modified) == ('"1"', "Fri, 09 Jun 2017 10:00:00 GMT")
    assert str(followed(feed)) == f"{site.url}/feed: not modified"
    assert (ImportRun.objects.count(), feed.etag, minutes_to_next(feed)) == (1, '"1"', 60)
    assert site.asked[-1].headers["If-Modified-Since"] == "Fri, 09 Jun 2017 10:00:00 GMT"


def test_feed_with_a_new_etag_and_the_same_entries_makes_no_run(site):
    answer = rss(an_entry(1))
    site.pages["/feed"] = answer
    feed = a_feed(f"{site.url}/feed")
    answer.headers["ETag"] = '"1"'
    followed(feed)
    answer.headers["ETag"] = '"2"'
    assert str(followed(feed)) == f"{site.url}/feed: nothing new"
    assert (ImportRun.objects.count(), feed.etag) == (1, '"2"')


def test_same_bytes_of_a_server_without_validators_are_read_once(site):
    site.pages["/feed"] = rss(an_entry(1), an_entry(2, date=""))
    feed = a_feed(f"{site.url}/feed")
    assert "1 of its entries can’t be taken: it bears no date" in str(followed(feed))
    assert str(followed(feed)) == f"{site.url}/feed: not modified"
    assert "If-None-Match" not in site.asked[-1].headers


def test_new_and_changed_entries_alone_are_written(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages["/feed"] = rss(an_entry(1), an_entry(2))
    followed(feed)
    site.pages["/feed"] = rss(an_entry(3), an_entry(1, headline="Senate vote 1, corrected"), an_entry(2))
    assert str(followed(feed)) == f"{site.url}/feed: 1 created, 1 updated, 0 unchanged, 0 rejected"
    assert Article.objects.get(source_ref="entry-1").headline == "Senate vote 1, corrected"
    assert Article.objects.count() == 3


def test_entry_that_can_not_be_read_is_kept_as_a_problem_beside_the_good_ones(site):
    site.pages["/feed"] = rss(an_entry(1), an_entry(2, date="yesterday"))
    feed = a_feed(f"{site.url}/feed")
    assert "1 created, 0 updated, 0 unchanged, 1 rejected" in str(followed(feed))
    assert "yesterday" in ImportProblem.objects.get().reason
    assert "1 of its entries can’t be taken" in feed.problem
    assert feed.failures == 0


def test_json_feed_is_followed_too(site):
    item = {
        "id": "1",
        "title": "House follows",
        "content_text": LONG,
        "date_published": "2017-06-10T10:00:00Z",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items": [item]}
    site.pages["/feed.json"] = Page(
        json.dumps(feed).encode(), headers={"Content-Type": "application/feed+json"}
    )
    assert "1 created" in str(followed(a_feed(f"{site.url}/feed.json")))
    assert Article.objects.get().publication.name == "The Capital Ledger"


def test_only_the_first_entries_of_an_endless_feed_are_taken(site):
    site.pages["/feed"] = rss(*(an_entry(number) for number in range(600)))
    assert "500 created" in str(followed(a_feed(f"{site.url}/feed")))


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Page(b"<!doctype html><html><body><p>Not found</p></body></html>"), "it is no feed"),
        (Page(b""), "it sends nothing"),
        (Page(b"\x89PNG\r\n\x1a\n\x00\x00"), "it is no feed"),
        (Page(b"date 2017-06-09 A text. It is dated.\n"), "it is no feed"),
        (Page(b"<rss version='2.0'><channel><item><title>Cut"), "XML"),
        (Page(b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel/></rss>"), "document type"),
        (Page(status=404), "it answers 404"),
        (Page(status=500), "it answers 500"),
        (Page(status=206), "it answers 206"),
        (
            Page(status=302, headers={"Location": "http://10.0.0.1/"}),
            "10.0.0.1 is at 10.0.0.1, which is no public address",
        ),
        (Page(b"xyz" * 9, headers={"Content-Encoding": "gzip"}), "what it is packed in is broken"),
    ],
)
def test_feed_that_fails_says_why_and_waits(site, answer, problem):
    site.pages["/feed"] = answer
    feed = a_feed(f"{site.url}/feed")
    outcome = followed(feed)
    assert problem in outcome.failure
    assert (feed.failures, feed.problem, minutes_to_next(feed)) == (1, outcome.failure, 30)
    assert (feed.active, Article.objects.count(), ImportRun.objects.count()) == (True, 0, 0)


def test_wrong_content_type_does_no_harm(site):
    site.pages["/feed"] = Page(rss(an_entry(1)).body, headers={"Content-Type": "text/html"})
    assert "1 created" in str(followed(a_feed(f"{site.url}/feed")))


def test_failing_feed_is_asked_ever_later_and_recovers_at_once(site):
    site.pages["/feed"] = Page(status=500)
    feed = a_feed(f"{site.url}/feed")
    waits = []
    for _ in range(9):
        followed(feed)
        waits.append(minutes_to_next(feed))
    assert waits == [30, 60, 120, 240, 480, 960, 1440, 1440, 1440]
    site.pages["/feed"] = rss(an_entry(1))
    followed(feed)
    assert (feed.failures, feed.problem, minutes_to_next(feed)) == (0, "", 15)


@pytest.mark.parametrize(
    ("retry_after", "minutes"), [("7200", 120), ("60", 30), ("999999", 1440), ("never", 30)]
)
def test_server_says_when_to_come_back(site, retry_after, minutes):
    site.pages["/feed"] = Page(status=503, headers={"Retry-After": retry_after})
    feed = a_feed(f"{site.url}/feed")
    followed(feed)
    assert minutes_to_next(feed) == minutes


def test_feed_that_is_gone_is_switched_off(site):
    site.pages["/feed"] = Page(status=410)
    feed = a_feed(f"{site.url}/feed")
    followed(feed)
    assert (feed.active, feed.problem) == (
        False,
        "it answers 410: it is gone for good, and switched off here",
    )
    assert list(due(timezone.now() + timedelta(days=30))) == []


def test_feed_that_moved_for_good_is_followed_there(site):
    site.pages |= {
        "/old": Page(status=301, headers={"Location": "/new"}),
        "/new": rss(an_entry(1)),
        "/now": Page(status=302, headers={"Location": "/new"}),
    }
    moved, elsewhere = a_feed(f"{site.url}/old"), a_feed(f"{site.url}/now")
    followed(moved)
    followed(elsewhere)
    assert (moved.url, elsewhere.url) == (f"{site.url}/new", f"{site.url}/now")


def test_feed_that_moved_to_nothing_stays_where_it_is(site):
    site.pages["/old"] = Page(status=301, headers={"Location": "/gone"})
    feed = a_feed(f"{site.url}/old")
    followed(feed)
    assert (feed.url, feed.failures) == (f"{site.url}/old", 1)


def test_feed_that_moved_to_another_one_is_switched_off(site):
    site.pages |= {"/old": Page(status=301, headers={"Location": "/new"}), "/new": rss(an_entry(1))}
    feed, other = a_feed(f"{site.url}/old"), a_feed(f"{site.url}/new")
    followed(feed)
    assert (feed.active, feed.url) == (False, f"{site.url}/old")
    assert feed.problem == f"It moved to {other.url}, which the archive follows already: it is switched off."


def test_what_robots_forbid_is_not_followed(site):
    site.pages |= {"/robots.txt": Page(b"User-agent: Newsroom\nDisallow: /feed"), "/feed": rss(an_entry(1))}
    feed = a_feed(f"{site.url}/feed")
    assert "asks programs not to read /feed" in followed(feed).failure
    assert site.paths() == ["/robots.txt"]


def test_slow_feed_fails_and_the_others_go_in(site):
    def drip(connection):
        for _ in range(100):
            connection.sendall(b"<")

    site.pages |= {"/good": rss(an_entry(1)), "/slow": Page(headers={"Content-Length": "500"}, sends=drip)}
    outcomes = [followed(a_feed(f"{site.url}/{name}"), seconds=0.5) for name in ("slow", "good")]
    assert [bool(outcome.failure) for outcome in outcomes] == [True, False]


def test_archive_that_can_not_write_is_said_and_tried_again(site, monkeypatch):
    class Broken:
        def __init__(self, run):
            raise DatabaseError("database is locked")

    site.pages["/feed"] = rss(an_entry(1))
    feed = a_feed(f"{site.url}/feed")
    with monkeypatch.context() as patch:
        patch.setattr(following, "Ingest", Broken)
        assert followed(feed).failure == "the archive could not write it: database is locked"
    assert (feed.failures, ImportRun.objects.get().state) == (1, "failed")
    assert "1 created" in str(followed(feed))


SUMMARY = "The committee adjourned …"


def test_summary_is_completed_from_its_page(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages |= {
        "/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/1")),
        "/1": article_page(f"{LONG}\nA second paragraph tells what the minority leader said about it."),
    }
    assert "1 created" in str(followed(feed))
    article = Article.objects.get()
    assert "A second paragraph" in article.body
    assert (article.headline, str(article.published_on), article.source_ref) == (
        "Senate vote 1",
        "2017-06-09",
        "entry-1",
    )
    assert (article.byline, article.language) == ("By Dana Whitfield", "en")
    assert (article.capture_url, article.source_url) == (f"{site.url}/1", f"{site.url}/1")
    assert site.paths() == ["/robots.txt", "/feed", "/1"]


def test_page_is_read_once_until_its_entry_changes(site):
    feed = a_feed(f"{site.url}/feed")
    answer = rss(an_entry(1, SUMMARY, link=f"{site.url}/1"))
    site.pages |= {"/feed": answer, "/1": article_page(LONG)}
    followed(feed)
    answer.body += b"<!-- made at noon -->"
    assert str(followed(feed)) == f"{site.url}/feed: nothing new"
    assert site.paths().count("/1") == 1
    site.pages |= {
        "/feed": rss(an_entry(1, SUMMARY, "Senate votes late", link=f"{site.url}/1")),
        "/1": article_page(LONG.replace("four", "five")),
    }
    assert "1 updated" in str(followed(feed))
    article = Article.objects.get()
    assert (article.headline, "five witnesses" in article.body) == ("Senate votes late", True)


def test_feed_that_is_not_to_be_completed_keeps_its_summaries(site):
    feed = a_feed(f"{site.url}/feed", pages=False)
    site.pages |= {"/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/1")), "/1": article_page(LONG)}
    followed(feed)
    assert Article.objects.get().body == f"<p>{SUMMARY}</p>"
    assert "/1" not in site.paths()


def test_completing_switched_off_leaves_full_texts_alone(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages |= {"/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/1")), "/1": article_page(LONG)}
    followed(feed)
    Feed.objects.update(pages=False, etag="")
    assert str(followed(feed)) == f"{site.url}/feed: nothing new"
    assert "four witnesses" in Article.objects.get().body


def test_full_text_needs_no_page(site):
    site.pages |= {"/feed": rss(an_entry(1, link=f"{site.url}/1")), "/1": article_page(LONG)}
    followed(a_feed(f"{site.url}/feed"))
    assert site.paths() == ["/robots.txt", "/feed"]


def test_page_that_fails_leaves_the_summary_and_is_tried_again(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages |= {
        "/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/1")),
        "/1": Page(status=500),
    }
    site.pages["/feed"].headers["ETag"] = '"1"'
    outcome = followed(feed)
    assert (outcome.tally.created, outcome.waiting) == (1, 1)
    assert Article.objects.get().body == f"<p>{SUMMARY}</p>"
    note = ImportProblem.objects.get()
    assert (note.kind, note.source) == ("note", f"{site.url}/1")
    assert note.reason == (
        "only the summary was taken, for its page was not read: it answers 500; it will be tried again"
    )
    assert (feed.etag, minutes_to_next(feed), feed.failures) == ("", 15, 0)
    assert str(followed(feed)) == f"{site.url}/feed: nothing new; 1 to be completed from their pages"
    site.pages["/1"] = article_page(LONG)
    assert "1 updated" in str(followed(feed))
    assert "four witnesses" in Article.objects.get().body
    assert (feed.etag, feed.problem, ImportRun.objects.count()) == ('"1"', "", 2)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(status=404), "it answers 404"),
        (Page(status=403), "it answers 403"),
        (
            Page(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
            "it is application/pdf, not a web page",
        ),
        (Page(status=302, headers={"Location": "http://169.254.169.254/"}), "which is no public address"),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), "is no address of the web"),
        (article_page("Log in."), "no more text than the feed"),
        (
            article_page("We and our partners keep cookies. " * 40, "Before you go on"),
            "tells something else than the feed",
        ),
        (Page(b"\x00" * 100), ""),
        (Page(b""), ""),
    ],
)
def test_page_that_will_never_be_read_is_asked_once(site, page, reason):
    feed = a_feed(f"{site.url}/feed")
    answer = rss(an_entry(1, SUMMARY, link=f"{site.url}/1"))
    site.pages |= {"/feed": answer, "/1": page}
    outcome = followed(feed)
    assert (outcome.tally.created, outcome.waiting) == (1, 0)
    assert Article.objects.get().body == f"<p>{SUMMARY}</p>"
    assert reason in ImportProblem.objects.get().reason
    assert "1 without the text of their pages" in feed.problem
    answer.body += b"<!-- made at noon -->"
    assert "nothing new" in str(followed(feed))
    assert site.paths().count("/1") == 1


def test_page_that_robots_forbid_is_not_read(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages |= {
        "/robots.txt": Page(b"User-agent: *\nDisallow: /members/"),
        "/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/members/1")),
        "/members/1": article_page(LONG),
    }
    followed(feed)
    assert Article.objects.get().body == f"<p>{SUMMARY}</p>"
    assert site.paths() == ["/robots.txt", "/feed"]


@pytest.mark.parametrize("status", [500, 404])
def test_full_text_is_never_replaced_by_a_summary(site, status):
    feed = a_feed(f"{site.url}/feed")
    site.pages |= {"/feed": rss(an_entry(1, SUMMARY, link=f"{site.url}/1")), "/1": article_page(LONG)}
    followed(feed)
    site.pages |= {
        "/feed": rss(an_entry(1, "It adjourned late …", "Senate votes late", link=f"{site.url}/1")),
        "/1": Page(status=status),
    }
    followed(feed)
    article = Article.objects.get()
    assert "four witnesses" in article.body
    assert article.headline == ("Senate vote 1" if status == 500 else "Senate votes late")


def test_pages_beyond_the_bound_are_read_the_next_time(site, monkeypatch):
    monkeypatch.setattr(completing, "MOST_PAGES", 2)
    feed = a_feed(f"{site.url}/feed")
    entries = [an_entry(number, SUMMARY, link=f"{site.url}/{number}") for number in range(5)]
    site.pages |= {f"/{number}": article_page(f"{LONG} Number {number}.") for number in range(5)} | {
        "/feed": rss(*entries)
    }
    outcomes = [followed(feed) for _ in range(3)]
    assert [outcome.waiting for outcome in outcomes] == [3, 1, 0]
    assert [(outcome.tally.created, outcome.tally.updated) for outcome in outcomes] == [
        (5, 0),
        (0, 2),
        (0, 1),
    ]
    assert all("four witnesses" in article.body for article in Article.objects.all())
    assert ImportProblem.objects.count() == 0


def test_site_that_asks_for_patience_is_left_alone_until_the_next_time(site):
    feed = a_feed(f"{site.url}/feed")
    entries = [an_entry(number, SUMMARY, link=f"{site.url}/{number}") for number in range(5)]
    site.pages |= {f"/{number}": Page(status=429) for number in range(5)} | {"/feed": rss(*entries)}
    assert followed(feed).waiting == 5
    assert site.paths() == ["/robots.txt", "/feed", "/0"]


def test_number_of_queries_does_not_grow_with_the_entries(site, django_assert_max_num_queries):
    feed = a_feed(f"{site.url}/feed")
    site.pages["/feed"] = rss(*(an_entry(number) for number in range(100)))
    followed(feed)
    site.pages["/feed"].body += b"<!-- made at noon -->"
    feed = Feed.objects.select_related("publication", "section").get()
    with django_assert_max_num_queries(4):
        follow(feed, Visitor(a_client(), sleep=lambda seconds: None))


def test_due_are_the_active_ones_whose_time_has_come_the_longest_waiting_first():
    at = {
        "later": NOW + timedelta(minutes=1), "now": NOW, "long": NOW - timedelta(days=1), "never": None,
    }  # fmt: skip
    for name, moment in at.items():
        a_feed(f"https://a.example/{name}", next_check_at=moment)
    a_feed("https://a.example/off", active=False)
    assert [feed.url.rpartition("/")[2] for feed in due(NOW)] == ["never", "long", "now"]


@pytest.mark.parametrize("moment", [None, NOW - timedelta(hours=1)])
def test_feed_is_claimed_by_one_fetcher(moment):
    a_feed("https://a.example/feed", next_check_at=moment)
    one, other = Feed.objects.get(), Feed.objects.get()
    assert (claim(one, NOW), claim(other, NOW)) == (True, False)
    assert list(due(NOW)) == []
    assert [feed.pk for feed in due(NOW + timedelta(minutes=15))] == [one.pk]


def test_feed_that_was_switched_off_or_moved_is_not_claimed():
    off, moved = a_feed("https://a.example/off"), a_feed("https://a.example/moved")
    Feed.objects.filter(pk=off.pk).update(active=False)
    Feed.objects.filter(pk=moved.pk).update(url="https://a.example/elsewhere")
    assert (claim(off, NOW), claim(moved, NOW)) == (False, False)


def test_record_that_was_changed_meanwhile_is_left_alone(site):
    feed = a_feed(f"{site.url}/feed")
    site.pages["/feed"] = Page(status=404)
    loaded = Feed.objects.get()
    Feed.objects.update(url="https://a.example/elsewhere")
    follow(loaded, Visitor(a_client(), sleep=lambda seconds: None))
    feed.refresh_from_db()
    assert (feed.url, feed.failures) == ("https://a.example/elsewhere", 0)


def test_visitor_names_the_archive_and_keeps_to_the_operators_rules(settings):
    settings.ARCHIVE_NAME, settings.ARCHIVE_URL = "The Archive", "https://archive.example/"
    settings.FETCH_ALLOW = ["intra.example", "10.0.0.0/8"]
    client = new_visitor().client
    assert client.agent == f"Newsroom/{settings.RELEASE} (The Archive; +https://archive.example/)"
    assert client.allowed.hosts == {"intra.example"}
    assert (client.limits.seconds, client.limits.size, client.limits.redirects) == (10, 10_000_000, 5)


def test_feed_is_added_to_a_publication_whatever_its_case():
    a_publication("The Capital Ledger")
    feed = added("https://ledger.example/feed", "the capital  ledger", "Congress")
    assert (feed.publication.name, feed.section.name) == ("The Capital Ledger", "Congress")
    assert added("https://tribune.example/feed", "The Tribune").publication.name == "The Tribune"


@pytest.mark.parametrize(
    ("url", "publication", "said"),
    [
        ("https://a.example/feed", " ", "name it with --publication"),
        ("file:///etc/passwd", "P", "is no address of the web"),
        ("https://u:p@a.example/", "P", "a user name or a password"),
        ("https://a.example/feed", "x" * 201, "at most 200 characters"),
        ("https://known.example/feed", "P", "is followed already"),
    ],
)
def test_feed_that_can_not_be_followed_is_not_added(url, publication, said):
    a_feed("https://known.example/feed")
    with pytest.raises(NotAFeed, match=said):
        added(url, publication)
    assert (Feed.objects.count(), Publication.objects.count()) == (1, 1)

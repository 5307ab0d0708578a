"""`manage.py fetch_feeds`, as an operator or a timer runs it."""

import io
import os
import signal
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import indexing
from articles.fetching import visitor
from articles.management.commands import fetch_feeds
from articles.models import Article, Feed
from tests.archive import new_archive
from tests.fetching.site import Page, serving
from tests.newsstand import a_feed, an_entry, rss

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture(autouse=True)
def here(settings, monkeypatch):
    settings.FETCH_ALLOW = ["127.0.0.1"]
    monkeypatch.setattr(visitor, "PAUSE", 0.0)
    # with its connection, a test would lose its transaction
    monkeypatch.setattr(fetch_feeds, "close_old_connections", lambda: None)


@pytest.fixture
def fetch():
    def fetch(**options):
        out, error = io.StringIO(), io.StringIO()
        try:
            call_command("fetch_feeds", stdout=out, stderr=error, **options)
        except CommandError as problem:
            error.write(str(problem))
        return out.getvalue(), error.getvalue()

    return fetch


def test_bad_feed_beside_good_ones_harms_none(site, fetch):
    site.pages |= {
        "/one": rss(an_entry(1)),
        "/bad": Page(b"<rss"),
        "/two": rss(an_entry(2, more="<category>Budget</category>")),
    }
    for name in ("one", "bad", "two"):
        a_feed(f"{site.url}/{name}")
    out, error = fetch()
    assert out == (
        f"{site.url}/one: 1 created, 0 updated, 0 unchanged, 0 rejected\n"
        f"{site.url}/two: 1 created, 0 updated, 0 unchanged, 0 rejected\n"
    )
    assert error.startswith(f"{site.url}/bad: failed: ")
    assert error.endswith("1 failed: the reasons are above, and with the feeds in the admin.")
    assert Article.objects.count() == 2
    assert indexing.follower().index.snapshot().size() == 2


def test_feeds_that_are_not_due_are_left_alone(site, fetch):
    site.pages["/feed"] = rss(an_entry(1))
    a_feed(f"{site.url}/feed", next_check_at=timezone.now() + timedelta(minutes=1))
    a_feed(f"{site.url}/off", active=False)
    assert fetch() == ("", "")
    assert site.asked == []


def test_feed_that_is_named_is_fetched_due_or_not(site, fetch):
    site.pages["/feed"] = rss(an_entry(1))
    a_feed(f"{site.url}/feed", next_check_at=timezone.now() + timedelta(minutes=1))
    a_feed(f"{site.url}/other")
    assert "1 created" in fetch(feed=[f"{site.url}/feed"])[0]
    assert site.paths() == ["/robots.txt", "/feed"]


def test_feed_that_is_not_followed_can_not_be_named(fetch):
    said = "No active feed has the address https://a.example/feed: add it with --add."
    assert fetch(feed=["https://a.example/feed"]) == ("", said)


def test_feed_is_added_and_fetched(site, fetch):
    site.pages["/feed"] = rss(an_entry(1))
    out, error = fetch(add=f"{site.url}/feed", publication="The Ledger", section="Congress")
    assert (out, error) == (f"{site.url}/feed: 1 created, 0 updated, 0 unchanged, 0 rejected\n", "")
    article = Article.objects.get()
    assert (article.publication.name, article.section.name) == ("The Ledger", "Congress")


def test_feed_without_a_publication_is_not_added(fetch):
    said = "a feed belongs to a publication: name it with --publication; nothing was added."
    assert fetch(add="https://a.example/feed") == ("", said)
    assert Feed.objects.count() == 0


def test_quiet_command_says_what_failed_alone(site, fetch):
    site.pages["/one"] = rss(an_entry(1))
    a_feed(f"{site.url}/one")
    a_feed(f"{site.url}/bad")
    out, error = fetch(verbosity=0)
    assert (out, error.splitlines()[0]) == ("", f"{site.url}/bad: failed: it answers 404")


def test_private_address_is_refused_without_the_setting(site, fetch, settings):
    settings.FETCH_ALLOW = []
    a_feed(f"{site.url}/feed")
    assert "127.0.0.1 is at 127.0.0.1, which is no public address" in fetch()[1]
    assert site.asked == []


@pytest.mark.parametrize("minutes", [0, -1.0])
def test_round_needs_time_between(fetch, minutes):
    assert fetch(every=minutes) == ("", "--every takes minutes, more than 0.")


def test_command_that_stays_fetches_again_and_ends_at_sigterm(site, fetch, monkeypatch):
    def answer(asked):
        rounds.append(1)
        Feed.objects.update(next_check_at=None)
        if len(rounds) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return rss(an_entry(len(rounds)))

    rounds = []
    a_feed(f"{site.url}/feed")
    site.pages["/feed"] = rss(an_entry(1))
    follow = fetch_feeds.follow

    def followed(feed, visitor):
        outcome = follow(feed, visitor)
        site.pages["/feed"] = answer({})
        return outcome

    monkeypatch.setattr(fetch_feeds, "follow", followed)
    before = signal.getsignal(signal.SIGTERM)
    out, error = fetch(every=0.001)
    assert (out.count("1 created"), error) == (2, "")
    assert len(rounds) == 3
    assert signal.getsignal(signal.SIGTERM) is before


def test_sigterm_ends_a_round_between_two_feeds(site, fetch, monkeypatch):
    for name in ("one", "two"):
        a_feed(f"{site.url}/{name}")
        site.pages[f"/{name}"] = rss(an_entry(name))
    follow = fetch_feeds.follow

    def followed(feed, visitor):
        os.kill(os.getpid(), signal.SIGTERM)
        return follow(feed, visitor)

    monkeypatch.setattr(fetch_feeds, "follow", followed)
    assert "1 created" in fetch()[0]
    assert site.paths() == ["/robots.txt", "/one"]


def test_named_feed_that_moved_is_followed_on(site, fetch, monkeypatch):
    site.pages |= {"/old": Page(status=301, headers={"Location": "/new"}), "/new": rss(an_entry(1))}
    a_feed(f"{site.url}/old")
    a_feed(f"{site.url}/other", next_check_at=timezone.now() + timedelta(hours=1))
    follow, rounds = fetch_feeds.follow, []

    def followed(feed, visitor):
        outcome = follow(feed, visitor)
        Feed.objects.update(next_check_at=None)
        rounds.append(feed.url)
        if len(rounds) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        return outcome

    monkeypatch.setattr(fetch_feeds, "follow", followed)
    fetch(feed=[f"{site.url}/old"], every=0.001)
    assert rounds == [f"{site.url}/old", f"{site.url}/new"]


def test_two_fetchers_at_once_take_each_feed_once(site, tmp_path, monkeypatch):
    def slowly(number):
        def answer(asked):
            time.sleep(0.3)
            return rss(an_entry(number))

        return answer

    monkeypatch.setenv("NEWSROOM_FETCH_ALLOW", "127.0.0.1")
    site.pages |= {f"/{number}": slowly(number) for number in range(6)}
    with new_archive(tmp_path) as archive:
        archive.run(
            "paper = Publication.objects.create(name='The Ledger')\n"
            f"for n in range(6): Feed.objects.create(publication=paper, url=f'{site.url}/{{n}}')"
        )
        fetching = "from django.core.management import call_command; call_command('fetch_feeds')"
        programs = [archive.start(fetching) for _ in range(2)]
        printed = [program.communicate(timeout=120)[0] for program in programs]
        assert [program.returncode for program in programs] == [0, 0]
        assert sum(text.count("1 created") for text in printed) == 6
        assert archive.run("print(Article.objects.count(), ImportRun.objects.count())") == "6 6"
    assert sorted(set(site.paths()) - {"/robots.txt"}) == [f"/{number}" for number in range(6)]
    assert len(site.asked) == 6 + site.paths().count("/robots.txt")

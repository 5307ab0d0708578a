"""Feeds in the admin."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse
from django.utils import timezone

from articles.models import Feed
from tests.admin.pages import list_of, page_of, said, text_of
from tests.admin.test_scale import cost
from tests.builders import a_publication, a_section
from tests.newsstand import a_feed

pytestmark = pytest.mark.django_db
LIST = "articles_feed"


def form(**changes):
    fields = {
        "publication": a_publication().pk,
        "section": "",
        "url": "https://ledger.example/feed",
        "active": "on",
        "pages": "on",
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def test_feed_is_added_and_due_at_once(admin_client):
    section = a_section("Congress")
    response = admin_client.post(reverse("admin:articles_feed_add"), form(section=section.pk))
    assert response.status_code == 302
    feed = Feed.objects.get()
    assert (feed.url, feed.section, feed.active, feed.next_check_at) == (
        "https://ledger.example/feed",
        section,
        True,
        None,
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://ledger.example/feed", "It can’t be fetched: "),
        (
            "https://user:secret@ledger.example/",
            "It can’t be fetched: the address holds a user name or a password",
        ),
        ("https://ledger.example:22/", "It can’t be fetched: the port 22 is not asked"),
        ("file:///etc/passwd", "Enter a valid URL"),
        ("https://ledger.example/known", "already exists"),
    ],
)
def test_address_that_can_not_be_fetched_is_refused(admin_client, url, reason):
    a_feed("https://ledger.example/known")
    response = admin_client.post(reverse("admin:articles_feed_add"), form(url=url))
    assert reason in text_of(response)
    assert Feed.objects.count() == 1


def test_list_shows_how_feeds_do(admin_client):
    a_feed("https://ledger.example/feed", failures=3, problem="it answers 500")
    page = text_of(admin_client.get(list_of(LIST)))
    assert ("The Capital Ledger" in page, "it answers 500" in page) == (True, True)


@pytest.mark.parametrize(
    ("query", "urls"),
    [
        ("failing=1", ["https://a.example/bad"]),
        ("failing=0", ["https://a.example/good", "https://a.example/off"]),
        ("active=0", ["https://a.example/off"]),
        ("q=good", ["https://a.example/good"]),
        ("q=capital+bad", ["https://a.example/bad"]),
    ],
)
def test_list_is_narrowed(admin_client, query, urls):
    a_feed("https://a.example/bad", failures=1)
    a_feed("https://a.example/good")
    a_feed("https://a.example/off", active=False)
    response = admin_client.get(f"{list_of(LIST)}?{query}")
    assert [feed.url for feed in response.context["cl"].result_list] == urls


def test_fetch_now_makes_active_feeds_due_and_fetches_nothing(admin_client):
    later = timezone.now() + timedelta(hours=5)
    due, off = (
        a_feed("https://a.example/1", next_check_at=later),
        a_feed("https://a.example/2", next_check_at=later, active=False),
    )
    response = admin_client.post(
        list_of(LIST), {"action": "fetch_now", "index": 0, ACTION_CHECKBOX_NAME: [due.pk, off.pk]}
    )
    assert said(response) == ["The next round of fetch_feeds takes them up: 1 active."]
    due.refresh_from_db()
    off.refresh_from_db()
    assert due.next_check_at <= timezone.now()
    assert off.next_check_at == later


def test_other_address_begins_anew(admin_client):
    later = timezone.now() + timedelta(hours=5)
    feed = a_feed(
        "https://a.example/1",
        etag='"1"',
        last_modified="x",
        failures=4,
        problem="it answers 500",
        next_check_at=later,
    )
    admin_client.post(page_of(feed), form(url="https://a.example/2"))
    feed.refresh_from_db()
    assert (feed.url, feed.etag, feed.last_modified, feed.failures, feed.problem, feed.next_check_at) == (
        "https://a.example/2", "", "", 0, "", None,
    )  # fmt: skip


def test_other_section_changes_nothing_else(admin_client):
    feed = a_feed("https://a.example/1", etag='"1"', failures=4)
    admin_client.post(page_of(feed), form(url=feed.url, section=a_section("Congress").pk))
    feed.refresh_from_db()
    assert (feed.section.name, feed.etag, feed.failures) == ("Congress", '"1"', 4)


def test_what_the_fetcher_writes_can_not_be_set(admin_client):
    feed = a_feed("https://a.example/1", failures=4, problem="it answers 500")
    admin_client.post(page_of(feed), form(url=feed.url, failures="0", problem="none", etag="x"))
    feed.refresh_from_db()
    assert (feed.failures, feed.problem, feed.etag) == (4, "it answers 500", "")


def test_list_costs_the_same_however_many_feeds(admin_client):
    a_feed("https://a.example/0", "Paper 0", section=a_section("Congress"))
    few = cost(admin_client, list_of(LIST))
    for number in range(1, 20):
        a_feed(f"https://a.example/{number}", f"Paper {number}", section=a_section(f"Section {number}"))
    assert cost(admin_client, list_of(LIST)) == few <= 5

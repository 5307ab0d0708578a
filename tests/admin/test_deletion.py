"""Deleting: what goes with a record is counted and not loaded, what forbids it is named."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin import base
from articles.models import Alias, Article, Mention, Person, Publication, Topic
from tests.admin.pages import act, list_of, page_of, said, text_of
from tests.builders import a_person, a_publication, a_topic, an_article

pytestmark = pytest.mark.django_db


def test_article_is_deleted_with_its_links(admin_client):
    article = an_article(headline="Gone", people=["Jeff Sessions", "Mike Pence"], topics=["Budget"])
    page = text_of(admin_client.get(page_of(article, "delete")))
    assert "Mentions: 2" in page
    assert "Topics of articles: 1" in page
    admin_client.post(page_of(article, "delete"), {"post": "yes"})
    assert (Article.objects.count(), Mention.objects.count(), Person.objects.count()) == (0, 0, 2)
    assert LogEntry.objects.get().object_repr == "Gone"


def test_person_is_deleted_with_aliases_and_mentions(admin_client):
    person = a_person(aliases=["AG Sessions"])
    an_article(people=["Jeff Sessions"])
    page = text_of(admin_client.get(page_of(person, "delete")))
    assert ("Aliases: 1" in page, "Mentions: 1" in page) == (True, True)
    admin_client.post(page_of(person, "delete"), {"post": "yes"})
    assert (
        Person.objects.count(),
        Alias.objects.count(),
        Mention.objects.count(),
        Article.objects.count(),
    ) == (0, 0, 0, 1)


def test_broader_topic_leaves_its_narrower_ones(admin_client):
    narrower = a_topic("Visas", parent=a_topic("Immigration"))
    admin_client.post(page_of(Topic.objects.get(name="Immigration"), "delete"), {"post": "yes"})
    narrower.refresh_from_db()
    assert narrower.parent is None


def test_publication_with_articles_can_not_be_deleted(admin_client):
    for number in range(30):
        an_article(headline=f"Number {number:02}")
    page = text_of(admin_client.get(page_of(a_publication(), "delete")))
    assert "Cannot delete publication" in page
    assert page.count('">Number ') == 20
    admin_client.post(page_of(a_publication(), "delete"), {"post": "yes"})
    assert Publication.objects.count() == 1


def delete_page(client, record):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page_of(record, "delete")).status_code == 200
    return len(queries)


def test_confirmation_costs_the_same_for_any_number_of_links(admin_client):
    few, many = (
        an_article(people=["A"]),
        an_article(people=[f"P {n}" for n in range(60)], topics=[f"T {n}" for n in range(30)]),
    )
    delete_page(admin_client, few)
    assert delete_page(admin_client, few) == delete_page(admin_client, many)


def test_selected_articles_are_deleted_after_a_question(admin_client):
    articles = [an_article(headline=f"Number {n:02}", people=["Jeff Sessions"]) for n in range(25)]
    page = text_of(act(admin_client, "delete_selected", articles))
    assert ("Articles: 25" in page, "and 5 more" in page, page.count('name="_selected_action"')) == (
        True,
        True,
        25,
    )
    assert said(act(admin_client, "delete_selected", articles, post="yes")) == [
        "Successfully deleted 25 articles."
    ]
    assert (Article.objects.count(), Mention.objects.count(), LogEntry.objects.count()) == (0, 0, 25)


def test_not_everything_can_be_deleted_at_once(admin_client, monkeypatch):
    monkeypatch.setattr(base, "MOST_DELETED", 2)
    articles = [an_article() for _ in range(3)]
    assert said(act(admin_client, "delete_selected", articles, post="yes")) == [
        "At most 2 can be deleted at once: narrow the list."
    ]
    assert Article.objects.count() == 3


def test_right_to_delete_what_goes_with_it_is_needed(client):
    user = User.objects.create_user("archivist", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_article", "delete_article"]))
    client.force_login(user)
    bare, linked = an_article(), an_article(people=["Jeff Sessions"])
    assert client.post(page_of(linked, "delete"), {"post": "yes"}).status_code == 403
    assert client.post(page_of(bare, "delete"), {"post": "yes"}).status_code == 302
    assert "your account doesn" in text_of(client.get(page_of(linked, "delete")))
    assert list(Article.objects.values_list("pk", flat=True)) == [linked.pk]


def test_people_found_by_an_alias_can_be_deleted_from_the_list(admin_client):
    person = a_person("Jeff Sessions", aliases=["AG Sessions", "Attorney Sessions"])
    query = "?q=sessions"
    fields = {"action": "delete_selected", "index": 0, "_selected_action": [person.pk], "post": "yes"}
    admin_client.post(list_of("articles_person") + query, fields)
    assert not Person.objects.exists()

"""Actions on many articles at once."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin import actions
from articles.models import Article, ArticleTopic, Change, Mention
from tests.admin.pages import act, headlines, list_of, said, text_of
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db


def statuses():
    return sorted(Article.objects.values_list("status", flat=True))


def history():
    return sorted(LogEntry.objects.values_list("object_repr", "change_message"))


@pytest.mark.parametrize(("action", "status", "done"), [("publish", "published", "Published"), ("withdraw", "withdrawn", "Withdrawn"),
                                                        ("back_to_draft", "draft", "Made a draft")])  # fmt: skip
def test_status_of_the_selected_articles_is_set(admin_client, action, status, done):
    other, same = an_article(headline="One", status="scheduled"), an_article(headline="Two", status=status)
    left = an_article(headline="Three", status="scheduled")
    response = act(admin_client, action, [other, same])
    assert said(response) == [f"{done}: 1 article; 1 needed no change."]
    assert statuses() == sorted([status, status, "scheduled"])
    assert history() == [("One", f"{done}.")]
    left.refresh_from_db()
    assert left.status == "scheduled"


def test_action_is_in_the_change_log_and_found_by_the_index(admin_client):
    article = an_article(headline="Waiting", status="draft")
    assert headlines(admin_client, status="published") == []
    before = Change.log.count()
    act(admin_client, "publish", [article])
    assert Change.log.count() == before + 1
    assert headlines(admin_client, status="published") == ["Waiting"]


def test_action_on_all_articles_found_changes_those_alone(admin_client):
    one = an_article(headline="Budget one", status="draft")
    an_article(headline="Budget two", status="draft")
    an_article(headline="Other", status="draft")
    act(admin_client, "publish", [one], query="?q=budget", select_across="1")
    assert sorted(Article.objects.published().values_list("headline", flat=True)) == [
        "Budget one",
        "Budget two",
    ]


def test_too_many_articles_are_left_alone(admin_client, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 1)
    one = an_article(status="draft")
    an_article(status="draft")
    response = act(admin_client, "publish", [one], select_across="1")
    assert said(response) == ["Nothing was changed: at most 1 articles at once. Narrow the list."]
    assert statuses() == ["draft", "draft"]


@pytest.mark.parametrize("chosen", ["id", "name", "slug", "case"])
def test_topic_is_added_and_removed(admin_client, chosen):
    topic = a_topic("Budget Cuts")
    fields = {
        "id": {"topic": topic.pk},
        "name": {"name": " Budget Cuts "},
        "slug": {"name": "budget-cuts"},
        "case": {"name": "BUDGET CUTS"},
    }[chosen]
    tagged, other = an_article(headline="One", topics=["Budget Cuts"]), an_article(headline="Two")
    ArticleTopic.objects.update(origin="import")
    assert said(act(admin_client, "add_topic", [tagged, other], **fields)) == [
        "Added topic “Budget Cuts”: 1 article; 1 needed no change."
    ]
    assert list(ArticleTopic.objects.values_list("tag", "origin")) == [(topic.pk, "editor")] * 2
    assert history() == [("Two", "Added topic “Budget Cuts”.")]
    assert (
        said(act(admin_client, "remove_topic", [tagged, other], **fields))[-1]
        == "Removed topic “Budget Cuts”: 2 articles."
    )
    assert not ArticleTopic.objects.exists()


@pytest.mark.parametrize("chosen", ["id", "name", "alias"])
def test_person_is_added_and_removed(admin_client, chosen):
    person = a_person("Jeff Sessions", aliases=["AG Sessions"])
    fields = {
        "id": {"person": person.pk},
        "name": {"name": "jeff sessions"},
        "alias": {"name": "ag sessions"},
    }[chosen]
    article = an_article(headline="One")
    act(admin_client, "add_person", [article], **fields)
    assert list(Mention.objects.values_list("content_object", "tag", "origin")) == [
        (article.pk, person.pk, "editor")
    ]
    act(admin_client, "remove_person", [article], **fields)
    assert not Mention.objects.exists()
    assert history() == [("One", "Added person “Jeff Sessions”."), ("One", "Removed person “Jeff Sessions”.")]


@pytest.mark.parametrize("name", ["", "Nobody", "Smith"])
def test_name_that_is_nobodys_or_two_peoples_changes_nothing(admin_client, name):
    a_person("Adam A", aliases=["Smith"])
    a_person("Bert B", aliases=["Smith"])
    article = an_article(people=["Adam A"])
    for action in ("add_person", "remove_person", "add_topic", "remove_topic"):
        assert (
            said(act(admin_client, action, [article], name=name))[-1]
            == "Nothing was changed: choose a topic or person, or type its exact name or slug."
        )
    assert Mention.objects.count() == 1


def test_list_offers_a_field_to_choose_by_typing_and_one_that_needs_no_script(admin_client):
    an_article()
    page = text_of(admin_client.get(list_of()))
    assert 'data-model-name="mention"' in page
    assert '<noscript><input type="text" name="name"' in page


def staff(*rights):
    user = User.objects.create_user("archivist", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    return user


STATUS, TAGS = (
    {"publish", "withdraw", "back_to_draft"},
    {"add_topic", "remove_topic", "add_person", "remove_person"},
)


@pytest.mark.parametrize(
    ("rights", "offered"),
    [
        (["view_article"], set()),
        (["view_article", "add_articletopic", "delete_mention"], set()),
        (["change_article"], STATUS),
        (["change_article", "add_articletopic"], STATUS | {"add_topic"}),
        (["change_article", "delete_articletopic"], STATUS | {"remove_topic"}),
        (["change_article", "add_mention"], STATUS | {"add_person"}),
        (["change_article", "delete_mention"], STATUS | {"remove_person"}),
        (["delete_article", "view_article"], {"delete_selected"}),
    ],
)
def test_action_is_run_only_with_the_rights_it_needs(client, rights, offered):
    client.force_login(staff(*rights))
    a_person()
    a_topic()
    for action in STATUS | TAGS | {"delete_selected"}:
        article = an_article(status="scheduled", people=["Mike Pence"], topics=["Budget"])
        before = (article.status, Mention.objects.count(), ArticleTopic.objects.count())
        name = {"add_person": "Jeff Sessions", "remove_person": "Mike Pence", "add_topic": "Immigration"}.get(
            action, "Budget"
        )
        response = act(client, action, [article], name=name)
        article.refresh_from_db()
        changed = before != (article.status, Mention.objects.count(), ArticleTopic.objects.count())
        assert (changed or "confirmation" in text_of(response)) == (action in offered), action


NAMES_WEIGHED_ANEW = 6
"""Queries for the names in the index, of whatever kind, when they stand in twice as many articles as before."""


def queries_of(client, action, number, **fields):
    articles = [an_article(status="draft", people=["Mike Pence"]) for _ in range(number)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        act(client, action, articles, **fields)
    return len(queries)


@pytest.mark.parametrize("action", ["publish", "add_topic", "remove_person"])
def test_number_of_queries_does_not_grow_with_the_articles(admin_client, action):
    a_topic()
    fields = {"name": "Mike Pence" if action == "remove_person" else "Immigration"}
    queries_of(admin_client, action, 1, **fields)
    few = queries_of(admin_client, action, 2, **fields)
    assert queries_of(admin_client, action, 40, **fields) <= few + NAMES_WEIGHED_ANEW

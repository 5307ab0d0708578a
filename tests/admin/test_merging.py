"""Editors merge, split and rename people and topics in the admin, and undo it; nobody else does."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin import merging
from articles.curating import merge
from articles.models import Alias, Article, Curation, FormerSlug, Mention, Person, Topic
from tests.admin.pages import inline, list_of, page_of, said, text_of
from tests.builders import a_person, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db

MERGE = "/admin/articles/person/merge/"
HUGE = "9" * 30


@pytest.fixture
def two():
    """Make two people, of whom the second is in more articles."""
    short, full = a_person("Jeff Sessions"), a_person("Jefferson Sessions", aliases=["AG Sessions"])
    an_article("Both", people=["Jeff Sessions", "Jefferson Sessions"])
    an_article("One", people=["Jefferson Sessions"])
    return short, full


def an_account(*rights):
    user = User.objects.create_user("archivist", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(user)
    return client


def ids(*records):
    return [record.pk for record in records]


def test_selected_people_are_led_to_the_page_for_merging(admin_client, two):
    fields = {"action": "merge_selected", "index": 0, "_selected_action": ids(*two)}
    response = admin_client.post(list_of("articles_person"), fields)
    assert response.url == f"{MERGE}?ids={two[0].pk}&ids={two[1].pk}"


def test_people_found_by_a_search_are_merged_once_each(admin_client, two):
    Alias.objects.create(person=two[1], name="Attorney Sessions")
    fields = {"action": "merge_selected", "index": 0, "_selected_action": ids(*two)}
    response = admin_client.post(list_of("articles_person") + "?q=sessions", fields)
    assert response.url == f"{MERGE}?ids={two[0].pk}&ids={two[1].pk}"


def test_too_many_are_not_merged_at_once(admin_client, two, monkeypatch):
    monkeypatch.setattr(merging, "MOST_MERGED", 1)
    fields = {"action": "merge_selected", "index": 0, "_selected_action": ids(*two)}
    assert "can be merged at once" in said(admin_client.post(list_of("articles_person"), fields))[0]


def test_one_in_most_articles_is_offered_first_to_stay(admin_client, two):
    response = admin_client.get(MERGE, {"ids": ids(*two)})
    assert [(one.record.name, one.articles, one.names) for one in response.context["candidates"]] == [
        ("Jefferson Sessions", 2, "AG Sessions"),
        ("Jeff Sessions", 1, ""),
    ]
    page = text_of(response)
    assert "Merge into “Jefferson Sessions”" in page
    assert "1 article with several of them, to have one link that says what each said" in page
    assert "1 redirect from the former address: jeff-sessions" in page


def test_another_can_be_chosen_to_stay(admin_client, two):
    page = text_of(admin_client.get(MERGE, {"ids": ids(*two), "into": two[0].pk}))
    assert "1 article to move to “Jeff Sessions”" in page
    assert Person.objects.count() == 2


def test_merge_is_done_noted_and_can_be_undone_from_its_message(admin_client, two):
    response = admin_client.post(MERGE, {"ids": ids(*two), "into": two[0].pk})
    assert response.url == page_of(two[0])
    act = Curation.objects.get()
    assert said(response) == [f'{act.summary} <a href="/admin/articles/curation/{act.pk}/undo/">Undo…</a>']
    assert (act.done_by, LogEntry.objects.get().change_message) == ("admin", act.summary)
    assert list(Person.objects.values_list("name", flat=True)) == ["Jeff Sessions"]

    question = reverse("admin:articles_curation_undo", args=[act.pk])
    assert Curation.objects.get().undone_at is None
    assert act.summary in text_of(admin_client.get(question))
    assert said(admin_client.post(question))[-1] == f"Undone: {act.summary}"
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Jeff Sessions", "Jefferson Sessions"]
    assert Curation.objects.get().undone_by == "admin"
    assert "It was undone on" in text_of(admin_client.get(question))
    assert "undone already" in said(admin_client.post(question))[-1]


def test_names_in_messages_are_text(admin_client, two):
    a_person("<script>x</script>")
    response = admin_client.post(
        MERGE, {"ids": Person.objects.values_list("pk", flat=True), "into": two[0].pk}
    )
    assert "<script>x" not in text_of(admin_client.get(response.url))


def test_contradiction_is_shown_and_has_to_be_confirmed(admin_client, two):
    for number, person in enumerate(two):
        Person.objects.filter(pk=person.pk).update(wikidata_id=f"Q{number}")
    page = text_of(admin_client.get(MERGE, {"ids": ids(*two), "into": two[0].pk}))
    assert "Wikidata: Q0 of “Jeff Sessions”, Q1 of “Jefferson Sessions”." in page
    fields = {"ids": ids(*two), "into": two[0].pk}
    assert "contradict each other" in said(admin_client.post(MERGE, fields))[0]
    assert Person.objects.count() == 2
    admin_client.post(MERGE, fields | {"confirmed": "yes"})
    assert Person.objects.get().wikidata_id == "Q0"


@pytest.mark.parametrize("how", ["id", "name", "slug", "alias"])
def test_one_more_is_added_by_choice_or_by_name(admin_client, two, how):
    asked = {
        "id": {"person": two[1].pk},
        "name": {"name": "jefferson sessions"},
        "slug": {"name": "jefferson-sessions"},
        "alias": {"name": "AG Sessions"},
    }[how]
    response = admin_client.get(MERGE, {"ids": two[0].pk} | asked)
    assert len(response.context["candidates"]) == 2


def test_name_of_nobody_is_said(admin_client, two):
    page = text_of(admin_client.get(MERGE, {"ids": two[0].pk, "name": "Nobody"}))
    assert "No person was found by that name or slug" in page
    assert "Add one more, to be merged with it." in page


def test_topics_are_merged_too(admin_client):
    one, other = a_topic("Immigration"), a_topic("Migration", parent=a_topic("Law"))
    fields = {"action": "merge_selected", "index": 0, "_selected_action": ids(one, other)}
    address = admin_client.post(list_of("articles_topic"), fields).url
    assert "Merge into “Immigration”" in text_of(admin_client.get(address))
    admin_client.post("/admin/articles/topic/merge/", {"ids": ids(one, other), "into": one.pk})
    assert sorted(Topic.objects.values_list("name", "parent__name")) == [
        ("Immigration", "Law"),
        ("Law", None),
    ]


def test_page_of_a_person_leads_to_what_can_be_done(admin_client, two):
    page = text_of(admin_client.get(page_of(two[0])))
    for link in ("merge/?ids=", f"{two[0].pk}/split/", f"{two[0].pk}/rename/"):
        assert f'href="/admin/articles/person/{link}' in page
    assert "/split/" not in text_of(admin_client.get(page_of(a_topic())))


@pytest.mark.parametrize("rights", [(), ("view_person", "change_person"), ("view_person", "delete_person")])
def test_merging_needs_the_rights_to_change_and_to_delete(two, rights):
    client = an_account(*rights)
    fields = {"ids": ids(*two), "into": two[0].pk}
    assert (client.get(MERGE, fields).status_code, client.post(MERGE, fields).status_code) == (403, 403)
    assert Person.objects.count() == 2
    if rights:
        assert "merge_selected" not in text_of(client.get(list_of("articles_person")))
        assert "Merge with" not in text_of(client.get(page_of(two[0])))


def test_undoing_needs_the_rights_of_doing(two):
    act = merge("person", two[0], [two[1]], by="ada")
    client = an_account("view_person", "change_person", "view_curation")
    question = reverse("admin:articles_curation_undo", args=[act.pk])
    assert (client.get(question).status_code, client.post(question).status_code) == (403, 403)
    assert "Merged" in text_of(client.get(list_of("articles_curation")))


def test_account_without_the_list_of_acts_undoes_its_own(two):
    client = an_account("view_person", "change_person", "delete_person")
    client.post(MERGE, {"ids": ids(*two), "into": two[0].pk})
    question = reverse("admin:articles_curation_undo", args=[Curation.objects.get().pk])
    assert client.post(question).url == reverse("admin:index")
    assert Person.objects.count() == 2


def test_splitting_and_renaming_need_rights(two):
    client = an_account("view_person")
    for name in ("split", "rename"):
        address = reverse(f"admin:articles_person_{name}", args=[two[0].pk])
        assert (client.get(address).status_code, client.post(address, {"name": "X"}).status_code) == (
            403,
            403,
        )


def test_form_of_another_site_merges_nothing(admin_user, two):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert client.post(MERGE, {"ids": ids(*two), "into": two[0].pk}).status_code == 403
    act = merge("person", two[0], [two[1]], by="ada")
    assert client.post(reverse("admin:articles_curation_undo", args=[act.pk])).status_code == 403


def test_stranger_is_asked_to_log_in(client, two):
    for address in (MERGE, f"/admin/articles/person/{two[0].pk}/split/", list_of("articles_curation")):
        assert client.get(address).status_code == 302


JUNK = (
    "", "ids=x", f"ids={HUGE}", "ids=-1", "ids=0", "ids=1&ids=1", "ids=1,2", "into=x", f"into={HUGE}", "person=x", f"person={HUGE}",
    "name=%00", "name=%F0%9F%98%80", "name=" + "x" * 5000, "topic=1", "ids=" + "9" * 18, "&".join(f"ids={n}" for n in range(900)),
    "ids=%D9%A1", "name=%ED%A0%80",
)  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_any_address_of_the_page_for_merging_is_answered(admin_client, two, junk):
    for kind in ("person", "topic"):
        address = f"/admin/articles/{kind}/merge/"
        assert admin_client.get(f"{address}?{junk}").status_code in (200, 400)
        sent = admin_client.post(address, junk, content_type="application/x-www-form-urlencoded")
        assert sent.status_code in (302, 400)
    assert Person.objects.count() == 2


@pytest.mark.parametrize("key", ["x", HUGE, "0", "-1", "1e30", "%C3%A9", "9" * 18])
def test_what_is_not_there_can_not_be_split_renamed_or_undone(admin_client, key):
    for address in ("person/{}/split/", "person/{}/rename/", "topic/{}/rename/", "curation/{}/undo/"):
        for ask in (admin_client.get, admin_client.post):
            assert ask(f"/admin/articles/{address.format(key)}").status_code in (404, 400)
    assert admin_client.get(f"/admin/articles/curation/{key}/change/").status_code in (302, 404)


def one_of_two():
    """Make one record of two people."""
    person = a_person("John Brown", aliases=["Senator Brown", "Judge Brown"])
    office = an_office("John Brown", "Judge", "District Court", "2010-01-01", None)
    for year in (1998, 2011, 2012):
        an_article(f"In {year}", on=f"{year}-05-05", people=["John Brown"], publication=f"Paper {year % 2}")
    return person, office


def split_form(person, office, **changes):
    fields = {
        "name": "John Brown (judge)", "aliases": [person.aliases.get(name="Judge Brown").pk], "offices": [office.pk],
        "first": "2005-01-01", "last": "", "publication": "", "articles": "",
    }  # fmt: skip
    return fields | changes


def headlines_of(name):
    links = Mention.objects.filter(tag__name=name).order_by("content_object__published_on")
    return list(links.values_list("content_object__headline", flat=True))


def test_articles_are_counted_before_a_split(admin_client):
    person, office = one_of_two()
    address = reverse("admin:articles_person_split", args=[person.pk])
    page = text_of(admin_client.get(address))
    assert ("Judge Brown" in page, "Judge, District Court (2010)" in page, "Paper 1" in page) == (True,) * 3
    page = text_of(admin_client.post(address, split_form(person, office, _preview="1")))
    assert "2 articles would go." in page
    assert Curation.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "going"),
    [
        ({}, ["In 2011", "In 2012"]),
        ({"last": "2011-12-31"}, ["In 2011"]),
        ({"first": "", "publication": "Paper 1"}, ["In 2011"]),
        ({"first": "", "articles": "In 1998\nIn 2012"}, ["In 1998", "In 2012"]),
        ({"last": "2011-12-31", "articles": "https://example.org/2012/05/05/in-2012/?q=x"}, ["In 2011", "In 2012"]),
        ({"first": ""}, []),
    ],
)  # fmt: skip
def test_split_takes_what_dates_publication_and_list_choose(admin_client, changes, going):
    person, office = one_of_two()
    numbers = dict(Article.objects.values_list("headline", "pk"))
    for headline, number in numbers.items():
        changes = {name: value.replace(headline, str(number)) for name, value in changes.items()}
    if changes.get("publication"):
        changes["publication"] = Article.objects.get(headline="In 2011").publication_id
    address = reverse("admin:articles_person_split", args=[person.pk])
    response = admin_client.post(address, split_form(person, office, **changes))
    assert response.url == page_of(person)
    assert headlines_of("John Brown (judge)") == going
    assert Curation.objects.get().done_by == "admin"


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""}, {"name": "x" * 201}, {"name": "\x00"}, {"aliases": ["x"]}, {"aliases": [HUGE]}, {"offices": ["0"]},
        {"first": "x"}, {"first": "9999-99-99"}, {"first": "0000-01-01"}, {"publication": "x"}, {"publication": HUGE},
        {"articles": "x"}, {"articles": HUGE}, {"articles": "2017/13/45/x"}, {"articles": "1 " * 300}, {"name": "John Brown"},
    ],
)  # fmt: skip
def test_wrong_split_is_asked_again(admin_client, changes):
    person, office = one_of_two()
    address = reverse("admin:articles_person_split", args=[person.pk])
    response = admin_client.post(address, split_form(person, office, **changes))
    assert response.status_code in (200, 400)
    assert (Person.objects.count(), Curation.objects.count()) == (1, 0)


def test_person_is_renamed(admin_client, two):
    address = reverse("admin:articles_person_rename", args=[two[0].pk])
    assert 'value="Jeff Sessions"' in text_of(admin_client.get(address))
    admin_client.post(address, {"name": "Senator Sessions", "slug": "", "alias": "on"})
    renamed = Person.objects.get(pk=two[0].pk)
    assert (renamed.name, renamed.slug) == ("Senator Sessions", "senator-sessions")
    assert FormerSlug.objects.get().slug == "jeff-sessions"
    assert renamed.aliases.get().name == "Jeff Sessions"


def test_address_changed_by_hand_leads_to_the_new_one(admin_client, two):
    fields = {
        "name": "Jeff Sessions",
        "slug": "sessions",
        "sort_name": "Sessions, Jeff",
        **inline("aliases", (), ()),
        **inline("offices", (), ()),
    }
    empty = ("description", "wikidata_id", "bioguide_id", "born", "died")
    response = admin_client.post(page_of(two[0]), fields | dict.fromkeys(empty, ""))
    assert response.status_code == 302
    assert list(FormerSlug.objects.values_list("slug", "person")) == [("jeff-sessions", two[0].pk)]


@pytest.mark.parametrize(
    "fields",
    [{"name": ""}, {"name": "x" * 201}, {"name": "JEFFERSON SESSIONS"}, {"name": "X", "slug": "no slug"},
     {"name": "X", "slug": "jefferson-sessions"}, {"name": "\x00"}],
)  # fmt: skip
def test_wrong_name_is_asked_again(admin_client, two, fields):
    address = reverse("admin:articles_person_rename", args=[two[0].pk])
    assert admin_client.post(address, fields).status_code in (200, 400)
    assert Person.objects.get(pk=two[0].pk).name == "Jeff Sessions"


def test_list_of_acts_can_be_narrowed(admin_client, two):
    act = merge("person", two[0], [two[1]], by="ada")
    Curation.objects.create(act="renamed", kind="topic", summary="Renamed “A” to “B”.", done_by="bob")
    address = list_of("articles_curation")
    page = text_of(admin_client.get(address))
    assert ("Merged" in page, "Renamed “A”" in page, page.count(">Undo…</a>")) == (True, True, 1)
    assert f"/admin/articles/curation/{act.pk}/undo/" in page
    for asked, number in (
        ({"act": "merged"}, 1), ({"kind": "topic"}, 1), ({"undone": "1"}, 0), ({"undone": "0"}, 2), ({"q": "bob"}, 1),
        ({"act": "renamed", "kind": "person"}, 0), ({"act": "x"}, None), ({"undone": "x"}, None),
    ):  # fmt: skip
        response = admin_client.get(address, asked)
        if number is None:
            assert response.status_code == 302
        else:
            assert len(response.context["cl"].result_list) == number


def test_act_has_a_page_to_read(admin_client, two):
    act = merge("person", two[0], [two[1]], by="ada")
    page = text_of(admin_client.get(page_of(act)))
    assert act.summary in page
    assert ">Undo…</a>" in page
    assert 'name="_save"' not in page


def cost(client, address, **parameters):
    client.get(address, parameters)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, parameters).status_code == 200
    return len(queries)


def test_pages_cost_the_same_whatever_the_records_hold(admin_client, two):
    few = a_person("Few", aliases=["F"]), a_person("Fewer", aliases=["G"])
    for n in range(30):
        an_article(people=["Many", "Most", f"P {n}"])
    many = [a_person(name, aliases=[f"{name} {n}" for n in range(30)]) for name in ("Many", "Most")]
    people = [a_person(f"P {n}") for n in range(30)]
    least = cost(admin_client, MERGE, ids=ids(*few))
    assert (
        cost(admin_client, MERGE, ids=ids(*many))
        == cost(admin_client, MERGE, ids=ids(*people))
        == least
        <= 18
    )
    splits = [reverse("admin:articles_person_split", args=[one.pk]) for one in (few[0], many[0])]
    assert cost(admin_client, splits[0]) == cost(admin_client, splits[1]) <= 8


def test_list_of_acts_costs_the_same_however_many_and_reads_no_rows_kept(admin_client, two):
    merge("person", two[0], [two[1]], by="ada")
    few = cost(admin_client, list_of("articles_curation"))
    Curation.objects.bulk_create(
        Curation(act="renamed", kind="person", summary=f"Act {n}.", before={"steps": []}) for n in range(20)
    )
    assert cost(admin_client, list_of("articles_curation")) == few <= 5
    with CaptureQueriesContext(connection) as queries:
        admin_client.get(list_of("articles_curation"))
    assert not any('"before",' in query["sql"] for query in queries)


def test_merge_that_can_not_be_undone_says_why(admin_client, two):
    act = merge("person", two[0], [two[1]], by="admin")
    two[0].delete()
    response = admin_client.post(reverse("admin:articles_curation_undo", args=[act.pk]))
    assert "1 person of this act is gone since" in said(response)[-1]
    assert Curation.objects.get().undone_at is None


def test_undone_merge_says_that_people_were_recognised_again(admin_client, two):
    act = merge("person", two[0], [two[1]], by="admin")
    Mention.objects.update(origin="import", count=9)
    response = admin_client.post(reverse("admin:articles_curation_undo", args=[act.pk]))
    assert "people were recognised again in 2 articles" in said(response)[-1]


@pytest.mark.parametrize("kind", ["person", "topic", "organisation"])
def test_name_that_nobody_can_read_is_asked_again(admin_client, kind):
    response = admin_client.post(f"/admin/articles/{kind}/add/", {"name": "\u200b—", "kind": "other"})
    assert response.context["adminform"].form.errors["name"] == ["A name has a letter or a digit."]


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (
            "organisation",
            {"name": "SENATE", "kind": "other"},
            "There is an organisation of this name already.",
        ),
        ("post", {"title": "senator", "rank": "9"}, "The organisation has a post of this title already."),
    ],
)
def test_what_is_there_once_is_told_in_words(admin_client, kind, fields, words):
    post = an_office("Jeff Sessions", "Senator", "Senate", "1997-01-03").post
    response = admin_client.post(
        f"/admin/articles/{kind}/add/", fields | {"organisation": post.organisation_id}
    )
    assert words in text_of(response)
    assert "is violated" not in text_of(response)


def test_office_that_ends_too_early_or_is_there_is_told_in_words(admin_client):
    held = an_office("Jeff Sessions", "Senator", "Senate", "1997-01-03")
    fields = {
        "person": held.person_id, "post": held.post_id, "held_from": "1997-01-03", "from_precision": "day",
        "to_precision": "day", "manner": held.manner, "state": held.state, "district": held.district,
    }  # fmt: skip
    for changes in ({}, {"held_from": "1998-01-01", "held_to": "1990-01-01"}):
        response = admin_client.post("/admin/articles/office/add/", fields | changes)
        assert response.status_code == 200
        assert "is violated" not in text_of(response)

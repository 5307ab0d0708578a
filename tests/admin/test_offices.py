"""Organisations, posts and offices in the admin, and the offices of a person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Office, Organisation, Person, Post
from tests.admin.pages import inline, list_of, page_of, text_of
from tests.builders import a_person, a_post, an_office

pytestmark = pytest.mark.django_db

NAMES = (
    "post_id", "manner", "held_from", "from_precision", "held_to", "to_precision", "party", "state", "district", "source",
)  # fmt: skip


def row(**changes):
    return {
        "post": a_post().pk, "held_from": "2017-02-09", "from_precision": "day", "held_to": "2018-11-07", "to_precision": "day",
    } | changes  # fmt: skip


def person_form(person, extra=(), **changes):
    offices = list(person.offices.all())
    fields = {"name": person.name, "slug": person.slug, "born": person.born or "", "died": person.died or ""}
    fields |= inline("aliases", (), ()) | inline(
        "offices", (), (), [row_of(office) for office in offices] + list(extra)
    )
    return fields | {"offices-INITIAL_FORMS": len(offices)} | changes


def row_of(office):
    row = {name.removesuffix("_id"): getattr(office, name) or "" for name in NAMES}
    return row | {"id": office.pk, "person": office.person_id}


def save(client, person, *extra, **changes):
    return client.post(page_of(person), person_form(person, extra, **changes))


def test_office_is_added_on_the_page_of_its_person(admin_client):
    person = a_person("Jeff Sessions")
    assert save(admin_client, person, row(held_from="2017-02-09", from_precision="month")).status_code == 302
    office = person.offices.get()
    assert (str(office.held_from), str(office.held_to)) == ("2017-02-01", "2018-11-07")
    assert "Attorney General, Department of Justice" in text_of(admin_client.get(page_of(person)))
    assert save(admin_client, person, **{"offices-0-party": "Republican"}).status_code == 302
    assert person.offices.get().party == "Republican"
    assert save(admin_client, person, **{"offices-0-DELETE": "on"}).status_code == 302
    assert not person.offices.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"held_to": "2016-01-01"}, "It ends before it began."),
        ({"held_from": "1940-01-01"}, "was born on 1946-12-24"),
        ({"held_from": "2031-01-01", "held_to": ""}, "died on 2030-01-01"),
        ({"post": ""}, "This field is required."),
        ({"post": "x"}, "Select a valid choice"),
        ({"post": "9" * 18}, "Select a valid choice"),
        ({"held_from": "x"}, "Enter a valid date."),
        ({"held_from": "0000-00-00"}, "Enter a valid date."),
        ({"from_precision": "decade"}, "Select a valid choice"),
        ({"source": "x" * 501}, "at most 500 characters"),
    ],
)
def test_office_that_nobody_can_have_held_is_refused_in_words(admin_client, changes, said):
    person = a_person("Jeff Sessions", born="1946-12-24", died="2030-01-01")
    response = save(admin_client, person, row(**changes))
    assert response.status_code == 200
    assert said in text_of(response)
    assert not Office.objects.exists()


def test_same_office_twice_is_refused(admin_client):
    office = an_office(from_precision="month")
    response = save(admin_client, office.person, row(held_from="2017-02-20", from_precision="month"))
    assert "from that day is in the list twice" in text_of(response)
    single = row(person=office.person_id, held_from="2017-02-20", from_precision="month")
    response = admin_client.post(reverse("admin:articles_office_add"), single)
    assert (response.status_code, Office.objects.count()) == (200, 1)


def test_page_of_a_person_costs_the_same_however_many_offices(admin_client):
    def queries(person, **changes):
        with CaptureQueriesContext(connection) as found:
            answer = save(admin_client, person, **changes) if changes else admin_client.get(page_of(person))
        assert answer.status_code == (302 if changes else 200)
        return len(found)

    few, many = a_person("One"), a_person("Many")
    an_office("One", "Post 0")
    for number in range(12):
        an_office(
            "Many", f"Post {number}", f"Organisation {number}", since=f"20{number:02}-01-01", until=None
        )
    assert queries(few) == queries(many)
    save(admin_client, few, slug="one-2")
    assert queries(many, slug="many-2") == queries(few, slug="one-3")


def test_lists_are_narrowed_to_an_organisation_and_a_post(admin_client):
    office, other = an_office(), an_office("Mike Pence", "Vice President", "The White House")
    page = text_of(admin_client.get(list_of("articles_office"), {"post": office.post_id}))
    assert ("Jeff Sessions" in page, "Mike Pence" in page) == (True, False)
    page = text_of(admin_client.get(list_of("articles_post"), {"organisation": other.post.organisation_id}))
    assert f"?post={other.post_id}" in page
    assert f"?post={office.post_id}" not in page
    page = text_of(admin_client.get(list_of("articles_organisation"), {"q": "white", "kind": "other"}))
    assert f"?organisation={other.post.organisation_id}" in page
    assert "none with the number 7777" in text_of(
        admin_client.get(list_of("articles_office"), {"post": "7777"})
    )


def test_post_gets_an_address_from_its_title_however_long(admin_client):
    organisation = a_post().organisation
    for number in range(2):
        fields = {"title": "x" * 199 + str(number), "organisation": organisation.pk, "rank": 9}
        assert admin_client.post(reverse("admin:articles_post_add"), fields).status_code == 302
    assert sorted(Post.objects.values_list("slug", flat=True)) == [
        "attorney-general",
        "x" * 80,
        "x" * 80 + "-2",
    ]
    fields = {"title": "ATTORNEY GENERAL", "organisation": organisation.pk, "rank": 9}
    assert admin_client.post(reverse("admin:articles_post_add"), fields).status_code == 200


def test_organisation_is_no_part_of_its_own_parts(admin_client):
    whole = Organisation.objects.create(name="Department of Justice")
    part = Organisation.objects.create(name="Federal Bureau of Investigation", parent=whole)
    fields = {"name": whole.name, "slug": whole.slug, "kind": "department", "parent": part.pk}
    response = admin_client.post(page_of(whole), fields)
    assert "is itself a part of Department of Justice" in text_of(response)
    response = admin_client.post(page_of(whole), fields | {"parent": whole.pk})
    assert response.status_code == 200
    assert admin_client.post(page_of(whole), fields | {"parent": ""}).status_code == 302


def test_what_has_holders_can_not_be_deleted(admin_client):
    office = an_office()
    for record in (office.post, office.post.organisation):
        assert "would require deleting the following protected" in text_of(
            admin_client.get(page_of(record, "delete"))
        )
        assert admin_client.post(page_of(record, "delete"), {"post": "yes"}).status_code in (200, 403)
    assert Office.objects.count() == 1
    assert admin_client.post(page_of(office, "delete"), {"post": "yes"}).status_code == 302
    assert Person.objects.exists()

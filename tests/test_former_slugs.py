"""A filter that names a person or a topic by an address of before finds what it found."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import authority, indexing
from articles.curating import merge, rename
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def renamed():
    """Give a person and a topic with an article other addresses."""
    person, topic = a_person("Jeff Sessions"), a_topic("Taxes")
    an_article("Named", people=["Jeff Sessions"], topics=["Taxes"])
    an_article("Unnamed")
    rename(person, "Jefferson Sessions", by="ada")
    rename(topic, "Taxation", by="ada")
    index()


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/search/?person=jeff-sessions", "/search/?person=jefferson-sessions"),
        ("/search/?-person=jeff-sessions", "/search/?-person=jefferson-sessions"),
        ("/search/?subject=jeff-sessions", "/search/?subject=jefferson-sessions"),
        ("/search/?speaker=jeff-sessions", "/search/?speaker=jefferson-sessions"),
        ("/search/?byline=jeff-sessions", "/search/?byline=jefferson-sessions"),
        ("/search/?topic=taxes", "/search/?topic=taxation"),
        ("/topics/taxation/?person=jeff-sessions", "/topics/taxation/?person=jefferson-sessions"),
        ("/people/jefferson-sessions/?-topic=taxes", "/people/jefferson-sessions/?-topic=taxation"),
        ("/2017/06/?person=jeff-sessions", "/2017/06/?person=jefferson-sessions"),
        ("/search/topic/?person=jeff-sessions", "/search/topic/?person=jefferson-sessions"),
        ("/search/?person=jeff-sessions&sort=no", "/search/?person=jefferson-sessions&sort=no"),
    ],
)
def test_page_leads_for_good_to_the_list_with_the_address_of_today(client, renamed, asked, led):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, led)
    assert client.get(led).status_code == 200


def test_day_leads_to_the_list_with_the_address_of_today(client, renamed):
    response = client.get("/2017/06/09/?person=jeff-sessions", follow=True)
    assert response.status_code == 200
    assert "person=jefferson-sessions" in response.redirect_chain[-1][0]


@pytest.mark.parametrize("suffix", ["csv", "atom"])
def test_file_has_the_articles_of_the_record(client, renamed, suffix):
    response = client.get(f"/search.{suffix}?person=jeff-sessions")
    body = b"".join(response.streaming_content).decode()
    assert (response.status_code, response["X-Total-Count"]) == (200, "1")
    assert "Unnamed" not in body
    assert "Named" in body


def test_file_without_the_record_has_the_others(client, renamed):
    assert client.get("/search.csv?-person=jeff-sessions")["X-Total-Count"] == "1"


def test_file_of_a_page_leads_to_the_address_of_today(client, renamed):
    response = client.get("/people/jeff-sessions.csv")
    assert (response.status_code, response["Location"]) == (301, "/people/jefferson-sessions.csv")


def test_slug_of_a_merged_person_is_that_of_the_one_who_stayed(client):
    stays, goes = a_person("Jeff Sessions"), a_person("J. B. Sessions")
    merge("person", stays, [goes], by="ada")
    index()
    assert client.get("/search/?person=j-b-sessions")["Location"] == "/search/?person=jeff-sessions"


def test_slug_that_another_has_by_now_means_the_other(client, renamed):
    a_person("Jeff Sessions", slug="jeff-sessions")
    assert client.get("/search/?person=jeff-sessions").status_code == 200


def test_slug_that_a_topic_had_is_none_of_a_person(client, renamed):
    assert "knows no person" in client.get("/search/?person=taxes").content.decode()


def test_former_slugs_cost_one_query_more_however_many(renamed):
    with CaptureQueriesContext(connection) as now:
        authority.resolved({"person": ["jefferson-sessions"], "topic": ["taxation"]})
    with CaptureQueriesContext(connection) as before:
        authority.resolved({"person": ["jeff-sessions", "nobody"], "topic": ["taxes"]})
    assert (len(now), len(before)) == (1, 2)


def index():
    call_command("index", verbosity=0)
    assert indexing.snapshot()

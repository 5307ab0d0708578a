"""The page of an author, and the author on other pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Mention, Role
from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db


def written(headline="", by="Dana Whitfield", **fields):
    article = an_article(headline, byline=f"By {by}", **fields)
    Mention.objects.create(content_object=article, tag=a_person(by), role=Role.AUTHOR, count=0)
    return article


def test_an_author_is_shown_with_what_they_wrote(client):
    a_person("Dana Whitfield", description="Reporter of The Capital Ledger.")
    written("Steps aside", on="2017-03-02", people=["Jeff Sessions"])
    written("Testifies", on="2017-06-13", topics=["Recusal"])
    written("Elsewhere", by="Priya Raman")
    an_article("About her", people=["Dana Whitfield"])
    page = client.get("/bylines/dana-whitfield/").text
    for expected in (
        "Reporter of The Capital Ledger.",
        "<b>2 articles</b>",
        "50 %",
        "2 March 2017",
        "13 June 2017",
        "Steps aside",
        "Testifies",
        "Jeff Sessions",
        'rel="canonical"',
        '<a href="/people/dana-whitfield/">Named in 1 article</a>',
    ):
        assert expected in page
    assert "Elsewhere" not in page
    assert "About her" not in page


def test_an_author_named_nowhere_is_not_led_to_as_a_person(client):
    written("Steps aside")
    assert "/people/dana-whitfield/" not in client.get("/bylines/dana-whitfield/").text


def test_an_unknown_author_is_no_page(client):
    assert client.get("/bylines/nobody/").status_code == 404


def test_someone_who_wrote_nothing_has_an_empty_page(client):
    an_article(people=["Jeff Sessions"])
    response = client.get("/bylines/jeff-sessions/")
    assert response.status_code == 200
    assert "There are no articles here" in response.text


def test_a_list_narrowed_on_the_page_stays_the_authors(client):
    written("Both", topics=["Recusal"])
    written("One")
    written("Other", by="Priya Raman", topics=["Recusal"])
    page = client.get("/bylines/dana-whitfield/?topic=recusal").text
    assert "Both" in page
    assert "One</a>" not in page
    assert "Other</a>" not in page


def test_an_article_links_its_byline_and_does_not_name_its_author(client):
    page = client.get(written("Steps aside", people=["Jeff Sessions"]).get_absolute_url()).text
    assert 'By <a href="/bylines/dana-whitfield/">Dana Whitfield</a>' in page
    assert "/people/jeff-sessions/" in page
    assert "/people/dana-whitfield/" not in page


def test_an_article_without_people_and_topics_has_no_margin(client):
    assert 'class="margin"' not in client.get(written("Steps aside").get_absolute_url()).text


def test_an_author_whom_the_byline_does_not_name_is_in_the_margin(client):
    article = written("Steps aside")
    Mention.objects.create(content_object=article, tag=a_person("Priya Raman"), role=Role.AUTHOR)
    page = " ".join(client.get(article.get_absolute_url()).text.split())
    assert 'Written by</h2> <ul> <li><a href="/bylines/priya-raman/">Priya Raman</a>' in page


@pytest.mark.parametrize("path", ["/", "/2017/06/09/", "/search/", "/people/"])
def test_an_author_is_on_no_list_of_people_named(client, path):
    written("Steps aside", people=["Jeff Sessions"])
    page = client.get(path).text
    assert "/people/jeff-sessions/" in page
    assert "/people/dana-whitfield/" not in page


def test_a_person_who_wrote_is_led_to_what_they_wrote(client):
    written("Steps aside")
    an_article("About her", people=["Dana Whitfield"])
    page = client.get("/people/dana-whitfield/").text
    assert '<a href="/bylines/dana-whitfield/">Wrote 1 article</a>' in page
    assert "Steps aside" not in page
    assert "Whitfield, Dana" in client.get("/people/").text


def test_an_author_is_found_in_the_directory_by_name(client):
    written("Steps aside")
    assert "/people/dana-whitfield/" in client.get("/people/?q=whitfield").text


def test_more_articles_take_no_more_queries(client):
    def queries():
        client.get("/bylines/dana-whitfield/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/bylines/dana-whitfield/").status_code == 200
        return len(captured)

    written("First", people=["Person 0"], topics=["Topic 0"])
    few = queries()
    for number in range(30):
        written(people=[f"Person {number}"], topics=[f"Topic {number}"], on=f"{1990 + number}-06-09")
        written(by=f"Reporter {number}", on=f"{1990 + number}-06-09")
    assert queries() == few <= 8

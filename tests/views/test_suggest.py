"""What the search box asks for: JSON, short-lived in caches, of what readers may see."""

import pytest

from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db


def labels(client, query):
    response = client.get(f"/search/suggest/?{query}")
    assert response.status_code == 200
    return [suggestion["label"] for suggestion in response.json()["suggestions"]]


def test_suggestions_are_json(client):
    an_article("Sessions recuses himself", on="2017-03-02", people=["Jeff Sessions"])
    response = client.get("/search/suggest/?q=sess")
    assert response.headers["Content-Type"] == "application/json"
    assert response.json() == {
        "suggestions": [
            {
                "kind": "person",
                "label": "Jeff Sessions",
                "detail": "1 article",
                "url": "/people/jeff-sessions/",
            },
            {
                "kind": "headline",
                "label": "Sessions recuses himself",
                "detail": "2 March 2017",
                "url": "/2017/03/02/sessions-recuses-himself/",
            },
        ]
    }


def test_answer_may_be_kept_for_a_minute_and_is_for_no_search_engine(client):
    response = client.get("/search/suggest/?q=sess")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


@pytest.mark.parametrize(
    "query", ["", "q=", "q=%20", "q=%22%22", "q=" + "j" * 201, "q=" + "j+" * 100, "q=%F0%9F%99%82", "p=jeff"]
)
def test_what_is_no_beginning_of_a_name_gets_an_empty_list(client, query):
    a_person("Jeff Sessions")
    assert labels(client, query) == []


def test_last_of_several_is_read(client):
    a_person("Jeff Sessions")
    assert labels(client, "q=nobody&q=jeff") == ["Jeff Sessions"]


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", "q=%ED%A0%80"])
def test_what_is_no_text_is_refused(client, query):
    assert client.get(f"/search/suggest/?{query}").status_code == 400


def test_nothing_can_be_written(client):
    assert client.post("/search/suggest/?q=jeff").status_code == 405


def test_markup_in_a_name_is_only_text(client):
    a_person("<script>alert(1)</script> Sessions")
    assert labels(client, "q=alert") == ["<script>alert(1)</script> Sessions"]


def test_page_offers_a_plain_form_and_names_what_completes_it(client):
    page = " ".join(client.get("/").text.split())
    assert (
        'role="search" action="/search/" data-suggest="/search/suggest/" data-module="/static/js/suggest.js">'
        in page
    )


@pytest.mark.parametrize("status", ["draft", "withdrawn", "scheduled"])
def test_name_that_only_unpublished_articles_bear_is_not_told(client, status):
    an_article(people=["Secret Stranger"], topics=["Secret Subject"], section="Secret Section", status=status)
    assert client.get("/search/suggest/?q=secret").json() == {"suggestions": []}
    an_article(people=["Secret Stranger"])
    assert [one["label"] for one in client.get("/search/suggest/?q=secret").json()["suggestions"]] == [
        "Secret Stranger"
    ]

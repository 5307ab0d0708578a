"""Search: facets, chips, order, pages, words for what was not understood."""

import pytest

from tests.builders import an_article

pytestmark = pytest.mark.django_db


def flat(response):
    return " ".join(response.text.split())


def test_words_are_found_and_marked(client):
    an_article("Steps aside", body="<p>His recusal was announced.</p>", people=["Jeff Sessions"])
    an_article("Elsewhere")
    page = client.get("/search/?q=recusal").text
    assert "1 article for “recusal”" in page
    assert "His <mark>recusal</mark> was announced." in page
    assert "Elsewhere" not in page


def test_each_value_can_be_included_and_excluded(client):
    an_article(people=["Jeff Sessions"])
    page = flat(client.get("/search/?q=committee"))
    assert 'href="/search/?q=committee&amp;person=jeff-sessions"' in page
    assert 'href="/search/?q=committee&amp;-person=jeff-sessions" aria-label="without Jeff Sessions"' in page


def test_chips_name_what_is_chosen_and_remove_it(client):
    an_article(people=["Jeff Sessions"], topics=["Recusal"])
    page = flat(client.get("/search/?q=committee&person=jeff-sessions&from=2017"))
    assert (
        '<a href="/search/?q=committee&amp;from=2017"><span class="chip-label">person</span> Jeff Sessions'
        in page
    )
    assert (
        '<a href="/search/?person=jeff-sessions&amp;from=2017"><span class="chip-label">text</span> committee'
        in page
    )


def test_the_order_can_be_changed_and_keeps_the_filters(client):
    an_article(people=["Jeff Sessions"])
    page = flat(client.get("/search/?q=committee&person=jeff-sessions"))
    assert '<span aria-current="true">relevance</span>' in page
    assert 'href="/search/?q=committee&amp;person=jeff-sessions&amp;sort=oldest"' in page


def test_bars_narrow_the_list_to_their_time(client):
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    page = client.get("/search/?person=jeff-sessions").text
    assert "/search/?person=jeff-sessions&amp;from=2017-06&amp;to=2017-06" in page
    assert "1 in June 2017" in page


@pytest.mark.parametrize(
    "query",
    ["sort=odd", "from=yesterday", "person=nobody", "cursor=zzz", "q=%22%22%22", "q=%21%21", "to=2017-02-30"],
)
def test_what_is_not_understood_is_said_in_words(client, query):
    an_article()
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200
    assert 'class="problems"' in response.text


def test_markup_in_a_search_is_only_text(client):
    assert (
        "<script>"
        not in client.get("/search/?q=<script>alert(1)</script>&person=<script>&sort=<script>").text
    )


def test_nothing_found_names_each_filter_and_the_way_without_it(client):
    an_article(people=["Jeff Sessions"])
    page = flat(client.get("/search/?q=zebra&person=jeff-sessions&-topic=recusal"))
    assert "Nothing was found" in page
    assert '<a href="/search/?person=jeff-sessions&amp;-topic=recusal">leave out “zebra”</a> (text)' in page
    assert '<a href="/search/?q=zebra&amp;-topic=recusal">leave out “Jeff Sessions”</a> (person)' in page
    assert '<a href="/search/?q=zebra&amp;person=jeff-sessions">allow “recusal”</a> (topic)' in page


def test_an_empty_archive_can_be_searched(client):
    assert "Nothing was found" in client.get("/search/").text


@pytest.mark.parametrize("query", ["", "sort=oldest", "q=committee"])
def test_pages_go_forth_and_back_through_the_whole_list(client, query):
    for number in range(45):
        an_article(f"Item {number}", on=f"2017-{number % 12 + 1:02}-01")
    seen, response = [], client.get(f"/search/?{query}")
    first = [entry.article.id for entry in response.context["found"].entries]
    while True:
        found = response.context["found"]
        seen += [entry.article.id for entry in found.entries]
        if not found.next_page:
            break
        assert 'rel="next"' in response.text
        response = client.get(found.next_page.page_url)
    assert len(seen) == len(set(seen)) == 45
    while found.previous_page:
        response = client.get(found.previous_page.page_url)
        found = response.context["found"]
    assert [entry.article.id for entry in found.entries] == first


def test_only_the_bare_page_is_for_search_engines(client):
    an_article()
    assert "noindex" not in client.get("/search/").text
    assert "noindex" in client.get("/search/?q=committee").text

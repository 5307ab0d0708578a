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


def test_headlines_are_marked_and_lead_to_the_marks_in_the_article(client):
    article = an_article("Q&A on “recusal”", body="<p>His recusal.</p>")
    page = client.get("/search/", {"q": "recusals & Q"}).text
    address = f"{article.get_absolute_url()}?q=recusals+%26+Q"
    assert f'<a href="{address}"><mark>Q</mark>&amp;A on “<mark>recusal</mark>”</a>' in page
    assert '<mark id="hit-2">recusal</mark>' in client.get(address).text


def test_a_list_without_a_text_leads_to_permalinks(client):
    article = an_article("Of that day", people=["Jeff Sessions"])
    assert (
        f'<a href="{article.get_absolute_url()}">Of that day</a>' in client.get("/people/jeff-sessions/").text
    )


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


def test_nothing_found_names_what_emptied_the_list_and_each_way_out(client):
    an_article(people=["Jeff Sessions"], topics=["Recusal"])
    page = flat(client.get("/search/?q=committee&person=jeff-sessions&-topic=recusal"))
    assert "Nothing was found" in page
    assert "<p>No article has all that was asked.</p>" in page
    assert (
        '<a href="/search/?q=committee&amp;person=jeff-sessions" rel="nofollow">With topic Recusal allowed</a>'
        ' <span class="num">1 article</span>' in page
    )
    assert "<p>Nothing is found even without “committee” or person Jeff Sessions.</p>" in page


def test_nothing_found_says_which_word_no_article_has_and_what_was_perhaps_meant(client):
    an_article()
    page = flat(client.get("/search/?q=comittee&sort=oldest"))
    assert "<p>No article has the word “comittee”.</p>" in page
    assert (
        'Did you mean <a href="/search/?q=committee&amp;sort=oldest" rel="nofollow">committee</a>'
        ' <span class="num">(1)</span>?' in page
    )


def test_little_found_offers_a_far_commoner_spelling_above_the_list(client):
    for _ in range(10):
        an_article("Recusal")
    an_article("Recusel")
    page = flat(client.get("/search/?q=recusel"))
    assert "1 article for “recusel”" in page
    assert 'Did you mean <a href="/search/?q=recusal" rel="nofollow">recusal</a>' in page
    assert "Did you mean" not in client.get("/search/?q=recusal").text


def test_empty_list_on_a_page_of_its_own_keeps_to_that_page(client):
    an_article(people=["Jeff Sessions"])
    page = flat(client.get("/people/jeff-sessions/?q=committee&topic=none"))
    assert "<p>No article here has all that was asked.</p>" in page
    assert 'href="/people/jeff-sessions/?q=committee" rel="nofollow">Without topic none</a>' in page


def test_list_without_any_filter_says_in_one_sentence_that_it_is_empty(client):
    page = flat(client.get("/search/"))
    assert '<div class="notice"> <p>There are no articles here.</p> </div>' in page


def test_place_beyond_the_end_leads_back_to_the_beginning(client):
    an_article()
    page = flat(client.get("/search/?q=committee&sort=oldest&cursor=after-18446744073709551614"))
    assert '<a href="/search/?q=committee&amp;sort=oldest">To the beginning of the list</a>' in page


def test_markup_in_a_search_that_finds_nothing_is_only_text(client):
    an_article()
    page = client.get('/search/?q=<b>comittee</b>+"<i>x"&topic=<u>&section="><s>', follow=True).text
    assert "Nothing was found" in page
    assert not any(tag in page for tag in ("<b>", "<i>", "<u>", "<s>"))


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

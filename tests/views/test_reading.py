"""The article's own page."""

from datetime import UTC, datetime

import pytest

from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_an_article_is_shown_with_all_that_belongs_to_it(client):
    article = an_article(
        "Sessions steps aside",
        standfirst="From any inquiry into the campaign.",
        body="<p>He read a statement.</p>",
        byline="By Dana Whitfield",
        people=["Jeff Sessions"],
        topics=["Recusal"],
        source_url="https://ledger.example/1",
    )
    page = client.get(article.get_absolute_url()).text
    for expected in (
        '<h1 dir="auto">Sessions steps aside</h1>',
        "From any inquiry",
        "<p>He read a statement.</p>",
        "By Dana Whitfield",
        "The Capital Ledger",
        "1 min read",
        'href="/people/jeff-sessions/"',
        'href="/topics/recusal/"',
        'href="https://ledger.example/1"',
        'rel="bookmark"',
    ):
        assert expected in page


def test_other_sites_are_told_what_it_is(client):
    article = an_article("A <b> & c", published_at=datetime(2017, 6, 9, 18, 30, tzinfo=UTC))
    page = client.get(article.get_absolute_url()).text
    assert f'<link rel="canonical" href="http://testserver{article.get_absolute_url()}">' in " ".join(
        page.split()
    )
    assert '<meta property="og:title" content="A &lt;b&gt; &amp; c">' in page
    assert "2017-06-09T18:30:00+00:00" in page


@pytest.mark.parametrize(("status", "code"), [("draft", 404), ("scheduled", 404), ("withdrawn", 410)])
def test_what_is_not_published_shows_nothing_of_itself(client, status, code):
    article = an_article("Secret words", status=status, body="<p>Hidden text.</p>", people=["Jeff Sessions"])
    response = client.get(article.get_absolute_url())
    assert response.status_code == code
    for hidden in ("Secret words", "Hidden text", "Jeff Sessions"):
        assert hidden not in response.text


@pytest.mark.parametrize("status", ["draft", "scheduled", "withdrawn"])
def test_what_is_not_published_is_on_no_list(client, status):
    an_article("Seen", people=["Jeff Sessions"], topics=["Recusal"])
    an_article("Unseen", status=status, people=["Jeff Sessions"], topics=["Recusal"])
    pages = (
        "/",
        "/2017/",
        "/2017/06/",
        "/2017/06/09/",
        "/people/jeff-sessions/",
        "/topics/recusal/",
        "/search/",
        "/search/?q=unseen",
    )
    for path in (*pages, "/publications/the-capital-ledger/", "/about/"):
        assert "Unseen" not in client.get(path).text


def test_a_wrong_date_or_slug_is_no_page(client):
    article = an_article("Sessions steps aside", on="2017-06-09")
    assert client.get(f"/2017/06/10/{article.slug}/").status_code == 404
    assert client.get("/2017/06/09/other/").status_code == 404
    assert client.get(f"/2017/02/30/{article.slug}/").status_code == 404


def test_a_made_headline_is_not_marked(client):
    article = an_article("He read a statement", headline_made=True)
    assert "made" not in client.get(article.get_absolute_url()).text


def test_a_right_to_left_article_says_its_language(client):
    article = an_article("وزير العدل", language="ar", slug="minister")
    assert '<article class="article" lang="ar">' in client.get(article.get_absolute_url()).text


def test_a_time_that_is_not_known_is_not_invented(client):
    article = an_article("Of that day")
    assert "00:00" not in client.get(article.get_absolute_url()).text


def test_articles_of_the_same_day_are_beside_it(client):
    first, second = an_article("First"), an_article("Second")
    assert f'href="{second.get_absolute_url()}"' in client.get(first.get_absolute_url()).text
    assert f'href="{first.get_absolute_url()}"' in client.get(second.get_absolute_url()).text


def test_an_article_without_section_and_standfirst_stands(client):
    assert client.get(an_article("Bare", section="", body="").get_absolute_url()).status_code == 200


def test_the_places_that_answer_a_search_are_marked(client):
    article = an_article(
        "Tax cut passes",
        standfirst="A tax & more.",
        byline="By Tax Whitfield",
        body="<p>A <em>tax</em> cut.</p>",
    )
    page = " ".join(client.get(f"{article.get_absolute_url()}?q=taxes").text.split())
    for expected in (
        '<h1 dir="auto"><mark id="hit-1">Tax</mark> cut passes</h1>',
        'A <mark id="hit-2">tax</mark> &amp; more.',
        'By <mark id="hit-3">Tax</mark> Whitfield',
        '<p>A <em><mark id="hit-4">tax</mark></em> cut.</p>',
        "4 places answer",
        '<a href="/search/?q=taxes">“<bdi>taxes</bdi>”</a>',
        '<a href="#hit-4">4</a>',
        f'href="{article.get_absolute_url()}">Without marks</a>',
        '<script type="module" src="/static/js/hits.js"></script>',
    ):
        assert expected in page


def test_a_page_with_marks_names_the_permalink_as_its_own(client):
    article = an_article("Tax cut passes")
    plain = client.get(article.get_absolute_url()).text
    found = client.get(f"{article.get_absolute_url()}?q=tax").text
    canonical = f'<link rel="canonical" href="http://testserver{article.get_absolute_url()}">'
    assert canonical in plain
    assert canonical in found
    assert '<meta name="robots" content="noindex">' in found
    assert "noindex" not in plain
    assert "<mark" not in plain
    assert "hits.js" not in plain


@pytest.mark.parametrize("q", ["quagga", "person:jeff-sessions", "-tax", "“”", "before:2018", "body:passes"])
def test_a_search_that_no_place_answers_leaves_the_page_as_it_is(client, q):
    article = an_article("Tax cut passes", people=["Jeff Sessions"])
    page = client.get(article.get_absolute_url(), {"q": q}).text
    assert '<h1 dir="auto">Tax cut passes</h1>' in page
    assert "hits.js" not in page


@pytest.mark.parametrize(
    "q",
    [
        "</mark><script>alert(1)</script> tax",
        '"' * 50 + "tax",
        "(((((" * 30 + "tax",
        "tax " * 400,
        "headline:" * 20,
        "tax \u202e\u0338 \ufffd",
        "NOT NOT w/ w/999999999999 OR",
    ],
)
def test_whatever_is_asked_the_article_is_shown(client, q):
    article = an_article("Tax cut passes")
    response = client.get(article.get_absolute_url(), {"q": q})
    assert response.status_code == 200
    assert "<script>alert" not in response.text


def test_the_last_of_several_searches_is_marked(client):
    article = an_article("Tax cut passes")
    assert '<mark id="hit-1">cut</mark>' in client.get(f"{article.get_absolute_url()}?q=tax&q=cut").text

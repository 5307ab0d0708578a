"""Years, months and days."""

import pytest

from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_a_day_shows_its_articles_and_its_neighbours(client):
    for day in ("2017-06-07", "2017-06-09", "2017-06-12"):
        an_article(f"News of {day}", on=day)
    page = client.get("/2017/06/09/").text
    assert "News of 2017-06-09" in page
    assert page.index("News of 2017-06-09") < page.index("The days before") < page.index("News of 2017-06-07")
    assert 'rel="prev"' in page
    assert 'href="/2017/06/07/"' in page
    assert 'href="/2017/06/12/"' in page


def test_a_day_without_articles_leads_to_the_days_around_it(client):
    an_article(on="2017-06-07")
    response = client.get("/2017/06/08/")
    assert response.status_code == 200
    assert "Nothing in the archive bears this date" in response.text
    assert 'href="/2017/06/07/"' in response.text


@pytest.mark.parametrize(
    "path", ["/2017/02/30/", "/2017/13/", "/2017/00/01/", "/0000/", "/9999/", "/2017/6/9/"]
)
def test_an_impossible_date_is_no_page(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/0001/01/01/", "/9998/12/31/", "/0001/", "/9998/", "/9998/12/", "/0001/01/", "/2016/02/29/"]
)
def test_every_day_a_date_can_hold_has_a_page(client, path):
    an_article(on="2017-06-09")
    assert client.get(path).status_code == 200


def test_more_than_a_front_page_holds_is_a_click_away(client):
    for _ in range(61):
        an_article(on="2017-06-09")
    page = client.get("/2017/06/09/").text
    assert "All 61 articles of this day" in page
    assert "/search/?from=2017-06-09&amp;to=2017-06-09" in page


def test_a_month_lists_its_articles_and_counts_its_days(client):
    an_article("In June", on="2017-06-09", people=["Jeff Sessions"])
    an_article("In May", on="2017-05-31")
    page = client.get("/2017/06/").text
    assert "In June" in page
    assert "In May" not in page
    assert 'aria-label="9 June 2017: 1 article"' in page
    assert 'href="/2017/05/"' in page


def test_the_pages_of_a_month_stay_in_the_month(client):
    for number in range(21):
        an_article(f"Item {number:02}", on=f"2017-06-{number + 1:02}")
    an_article("Before", on="2017-05-31")
    first = client.get("/2017/06/")
    assert "Item 20" in first.text
    assert "Item 00" not in first.text
    second = client.get(first.context["found"].next_page.page_url)
    assert second.wsgi_request.path == "/2017/06/"
    assert "Item 00" in second.text
    assert "Before" not in second.text


def test_a_year_counts_its_months(client):
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    an_article(on="2017-06-10")
    an_article(on="2018-01-01")
    page = client.get("/2017/").text
    assert '<a href="/2017/06/">June</a> <span class="num">2</span>' in page
    assert 'href="/2018/"' in page
    assert "Jeff Sessions" in page

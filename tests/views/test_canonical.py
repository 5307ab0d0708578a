"""Every list has one address."""

import pytest

from tests.builders import an_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive():
    an_article(people=["Jeff Sessions", "Rod Rosenstein"], topics=["Recusal"])


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/search/?to=2018&person=jeff-sessions", "/search/?person=jeff-sessions&to=2018"),
        ("/search/?q=&from=&to=", "/search/"),
        ("/search/?person=jeff-sessions&person=jeff-sessions", "/search/?person=jeff-sessions"),
        ("/search/?q=committee&utm_source=x&fbclid=1", "/search/?q=committee"),
        ("/search/?sort=newest", "/search/"),
        ("/search/?q=committee&sort=relevance", "/search/?q=committee"),
        ("/search/?sort=oldest&cursor=after-007", "/search/?sort=oldest&cursor=after-7"),
        ("/search/?person=rod-rosenstein&person=jeff-sessions", "/search/?person=jeff-sessions&person=rod-rosenstein"),
        ("/search/?x", "/search/"),
        ("/people/jeff-sessions/?person=jeff-sessions&sort=newest", "/people/jeff-sessions/"),
        ("/topics/recusal/?to=&-topic=weather", "/topics/recusal/?-topic=weather"),
        ("/publications/the-capital-ledger/?utm_source=x", "/publications/the-capital-ledger/"),
        ("/2017/06/?from=2016", "/2017/06/"),
        ("/2017/06/?sort=oldest&topic=recusal", "/2017/06/?topic=recusal&sort=oldest"),
        ("/search/person/?order=count&find=&page=1&topic=recusal", "/search/person/?topic=recusal"),
        ("/search/year/?order=count&find=20&cursor=after-7", "/search/year/?find=20&order=count"),
    ],
)  # fmt: skip
def test_other_ways_of_asking_lead_to_the_lists_own_address(client, asked, own):
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (302, own)
    assert client.get(own).status_code == 200
    assert client.head(asked).status_code == 302


@pytest.mark.parametrize(
    "query",
    ["sort=odd&from=", "from=yesterday&x=1", "cursor=zzz&person=", "from=2018&to=2017&utm_source=x"],
)
def test_what_was_not_understood_stays_in_the_address_and_is_said(client, query):
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200
    assert 'class="problems"' in response.text


@pytest.mark.parametrize(
    "query", ["q=a%20b", "q=a+b", "q=%c3%A9", "q=é", "q=it's", "q=a%2Bb", "q=~a*(b)", "&", "q=a&&"]
)
def test_the_way_of_encoding_makes_no_difference(client, query):
    assert client.get(f"/search/?{query}").status_code == 200


def test_form_of_dates_leads_to_the_lists_own_address(client):
    response = client.get("/people/jeff-sessions/?topic=recusal&from=2017&to=", follow=True)
    assert response.redirect_chain == [("/people/jeff-sessions/?topic=recusal&from=2017", 302)]


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/?person=ann-alder", "/search/?person=ann-alder"),
        ("/2017/06/09/?q=tax", "/search/?q=tax&from=2017-06-09&to=2017-06-09"),
        ("/2017/?-topic=courts&sort=oldest", "/search/?-topic=courts&from=2017&to=2017&sort=oldest"),
    ],
)
@pytest.mark.django_db
def test_page_that_is_no_list_leads_to_the_list_that_its_parameters_ask_for(client, asked, leads):
    answer = client.get(asked)
    assert (answer.status_code, answer.url) == (302, leads)


@pytest.mark.django_db
def test_page_that_is_no_list_stays_where_nothing_is_asked(client):
    assert [
        client.get(page).status_code for page in ("/", "/?utm_source=x", "/2017/06/09/", "/2017/?cursor=")
    ] == [200] * 4

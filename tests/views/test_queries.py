"""How many database queries a page takes: few, and no more when there are more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.templatetags import newsroom
from tests.builders import a_person, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db

# one of them asks whether the index is behind: outside tests that is once a second
MOST = {
    "/": 8,
    "/2017/06/09/": 8,
    "/2017/06/": 6,
    "/2017/": 6,
    "/2017/06/09/the-first/": 8,
    "/people/": 6,
    "/people/?q=person": 6,
    "/people/person-1/": 10,
    "/people/person-1/quotations/": 6,
    "/offices/": 6,
    "/offices/attorney-general/": 6,
    "/organisations/department-of-justice/": 6,
    "/roster/": 2,
    "/topics/": 6,
    "/topics/recusal/": 10,
    "/publications/": 6,
    "/publications/the-capital-ledger/": 8,
    "/search/": 6,
    "/search/suggest/?q=pe": 3,
    "/search/?q=committee&person=person-1&topic=recusal&publication=the-capital-ledger&-person=person-2": 8,
    "/search/?q=comittee+person:person-1&topic=recusal&-person=nobody": 6,
    "/search/person/": 2,
    "/search/person/?find=person&order=name": 3,
    "/search/topic/?person=person-1": 3,
    "/search/month/": 1,
    "/about/": 6,
    "/robots.txt": 0,
}


@pytest.fixture(autouse=True)
def sections_kept_for_long(monkeypatch):
    monkeypatch.setattr(newsroom, "SECTIONS_KEPT_SECONDS", 10**9)


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", MOST)
def test_more_rows_take_no_more_queries(client, path):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    an_article("The first", people=["Person 1"], topics=["Recusal"])
    an_article("The second", people=["Person 1"], topics=["Recusal"], on="2016-06-09")
    an_article("The third", people=["Person 1"], topics=["Recusal"])
    an_office("Person 1")
    a_person("Person 2")
    few = queries(client, path)
    for number in range(12):
        an_office(f"Person {number}", since=f"{2000 + number}-01-01", until=f"{2000 + number}-12-31")
        a_topic(f"Topic {number}", parent=justice)
        an_article(
            people=["Person 1", f"Person {number}", f"Person {number + 20}"],
            topics=["Recusal", f"Topic {number}"],
            section=f"Section {number}",
        )
        an_article(
            people=["Person 1"],
            topics=["Recusal"],
            on=f"{2000 + number}-06-09",
            publication=f"Paper {number}",
        )
    many = queries(client, path)
    assert many == few
    assert many <= MOST[path]

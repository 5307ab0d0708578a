"""What the admin costs does not grow with the archive."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin import paginator
from articles.admin.paginator import AtLeast, bounded_count
from articles.models import Article, ImportProblem, ImportRun
from tests.admin.pages import LISTS, article_form, headlines, list_of, page_of, text_of
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db

LIST_BUDGET = {
    "articles_article": 8,  # session, account, bounds of the dateline (2), publications, sections, count, rows
    "articles_person": 5,  # session, account, count, rows, aliases
}
OTHER_LIST = 5  # session, account, count, rows, and an import for the problems
QUERIES = {"articles_article": "q=committee&status=published&date=2017"}


def cost(client, address, **parameters):
    """Return how many queries a page takes; what is kept after its first view is not counted."""
    client.get(address, parameters)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, parameters).status_code == 200
    return len(queries)


def more_records(start, number):
    run = ImportRun.objects.create()
    for n in range(start, start + number):
        a_person(f"Person {n}", aliases=[f"Alias {n} a", f"Alias {n} b"])
        a_topic(f"Topic {n}", parent=a_topic("Broad"))
        an_article(
            people=[f"Person {n}"], topics=[f"Topic {n}"], publication=f"Paper {n}", section=f"Section {n}"
        )
        ImportProblem.objects.create(run=run, number=n, reason="No date")


@pytest.mark.parametrize("name", LISTS)
def test_list_costs_the_same_whatever_it_holds(admin_client, name):
    more_records(0, 2)
    few = cost(admin_client, list_of(name))
    more_records(2, 20)
    assert cost(admin_client, list_of(name)) == few
    assert few <= LIST_BUDGET.get(name, OTHER_LIST)


def test_search_of_articles_costs_the_same_whatever_it_finds(admin_client):
    more_records(0, 2)
    few = cost(admin_client, list_of(), q="committee", status="published", date="2017")
    more_records(2, 20)
    assert cost(admin_client, list_of(), q="committee", status="published", date="2017") == few


def test_page_of_an_article_costs_the_same_whatever_its_links(admin_client):
    few = an_article(people=["A"], topics=["B"])
    many = an_article(people=[f"P {n}" for n in range(40)], topics=[f"T {n}" for n in range(20)])
    assert cost(admin_client, page_of(few)) == cost(admin_client, page_of(many)) <= 9


def test_page_of_a_person_costs_the_same_whatever_the_archive(admin_client):
    person = a_person("Jeff Sessions", aliases=["AG Sessions"])
    few = cost(admin_client, page_of(person))
    for _ in range(10):
        an_article(people=["Jeff Sessions"])
    person.aliases.bulk_create([person.aliases.model(person=person, name=f"Alias {n}") for n in range(10)])
    assert cost(admin_client, page_of(person)) == few


def test_autocomplete_costs_the_same_whatever_it_finds(admin_client):
    parameters = {"app_label": "articles", "model_name": "mention", "field_name": "tag", "term": "person"}
    more_records(0, 2)
    few = cost(admin_client, reverse("admin:autocomplete"), **parameters)
    more_records(2, 20)
    assert cost(admin_client, reverse("admin:autocomplete"), **parameters) == few


def test_rows_are_counted_to_a_bound(monkeypatch):
    for _ in range(3):
        an_article()
    assert (bounded_count(Article.objects.all()), str(bounded_count(Article.objects.all()))) == (3, "3")
    monkeypatch.setattr(paginator, "MOST", 2)
    assert (bounded_count(Article.objects.all()), str(bounded_count(Article.objects.all()))) == (2, "2+")


def test_number_that_is_too_small_says_so():
    assert (str(AtLeast(10_000)), AtLeast(10_000) // 50) == ("10,000+", 200)


def test_list_says_that_there_is_more_than_was_counted(admin_client, monkeypatch):
    monkeypatch.setattr(paginator, "MOST", 60)
    for n in range(62):
        an_article(slug=f"s-{n}")
    page = text_of(admin_client.get(list_of()))
    assert "60+ articles" in page
    assert "Select all 60+ articles" in page
    assert len(admin_client.get(list_of(), {"p": "2"}).context["cl"].result_list) == 10
    assert "There is no such page" in text_of(admin_client.get(list_of(), {"p": "3"}))


def test_list_does_not_load_the_texts(admin_client):
    an_article(headline="Short", body="<p>Long</p>")
    with CaptureQueriesContext(connection) as queries:
        assert headlines(admin_client) == ["Short"]
    assert not any('"articles_article"."body"' in query["sql"] for query in queries)


def test_saving_an_article_costs_little_more_for_many_links(admin_client):
    few = an_article(people=["A"], topics=["B"])
    many = an_article(people=[f"P {n}" for n in range(40)], topics=[f"T {n}" for n in range(20)])

    def queries_to_save(article, headline):
        with CaptureQueriesContext(connection) as queries:
            form = article_form(article, headline=headline)
            assert admin_client.post(page_of(article), form).status_code == 302
        return len(queries)

    queries_to_save(few, "New")
    assert (
        queries_to_save(many, "New") <= queries_to_save(few, "Newer") + 2
    )  # the second time no name is new to the index

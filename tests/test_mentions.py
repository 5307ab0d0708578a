"""Whoever a byline names is recorded as the author, and what an editor did stays."""

from dataclasses import replace
from datetime import date

import pytest

from articles.ingest import Ingest
from articles.knownnames import people_called
from articles.mentions import sign
from articles.models import Article, ImportRun, Mention, Origin, Person, Role
from articles.newsitem import NewsItem
from articles.people.bylines import authors
from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db

ITEM = NewsItem(
    headline="Senate passes budget",
    body="<p>Jeff Sessions voted for it.</p>",
    published_on=date(2017, 6, 9),
    published_at=None,
    byline="By Dana Whitfield and Priya Raman",
    publication="The Capital Ledger",
    source_ref="1",
    content_sha256="a" * 64,
)


def take(**changes):
    Ingest(ImportRun.objects.create()).take([replace(ITEM, **changes)], lambda tally, rejections: None)


def mentioned():
    rows = Mention.objects.order_by("id").values_list("tag__name", "role", "origin", "count")
    return [" ".join(map(str, row)) for row in rows]


def wrote():
    return list(Mention.objects.filter(role=Role.AUTHOR).order_by("id").values_list("tag__name", flat=True))


@pytest.mark.parametrize("byline", ["", "By Reuters", "By the Potomac Courier staff", "By Madonna"])
def test_byline_without_a_name_makes_nobody(byline):
    take(byline=byline)
    assert Person.objects.count() == 0


def test_names_in_a_byline_become_authors_in_its_order():
    take()
    assert mentioned() == ["Dana Whitfield author import 0", "Priya Raman author import 0"]


def test_authors_are_known_by_other_names_whatever_the_print():
    a_person("Dana Whitfield", aliases=["D. M. Whitfield"])
    a_person("Conan O’Brien")
    a_person("Martin King, Jr.")
    a_person("Madonna")
    a_person("José Díaz")
    take(byline="BY JOSE DIAZ, D. M. WHITFIELD, CONAN O'BRIEN AND MARTIN KING JR.")
    assert wrote() == ["José Díaz", "Dana Whitfield", "Conan O’Brien", "Martin King, Jr."]
    take(byline="By Madonna", body="<p>Another.</p>", source_ref="2", content_sha256="b" * 64)
    assert wrote()[4:] == ["Madonna"]
    assert Person.objects.count() == 5


def test_author_who_is_named_too_has_one_mention():
    a_person("Jeff Sessions")
    take(byline="By Sen. Jeff Sessions", people=("Jeff Sessions", "Mike Pence"))
    assert mentioned() == ["Jeff Sessions author import 1", "Mike Pence mentioned import 1"]


def test_author_of_several_articles_is_one_person():
    take()
    take(byline="BY DANA WHITFIELD", source_ref="2", content_sha256="b" * 64)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Dana Whitfield", "Priya Raman"]


def test_repeated_import_leaves_the_authors_as_they_are():
    take()
    before = list(Mention.objects.values())
    take()
    assert list(Mention.objects.values()) == before


def test_changed_byline_changes_the_authors():
    take()
    take(byline="By Thomas Reyes and Priya Raman", content_sha256="b" * 64)
    assert wrote() == ["Thomas Reyes", "Priya Raman"]


@pytest.mark.parametrize("edited", ["people", "byline"])
def test_authors_stay_where_an_editor_changed_them_or_the_byline(edited):
    a_person("Jeff Sessions")
    take()
    Article.objects.update(edited_fields=[edited])
    take(byline="By Thomas Reyes", body="<p>Nobody.</p>", content_sha256="b" * 64)
    assert wrote() == ["Dana Whitfield", "Priya Raman"]
    assert ("Jeff Sessions mentioned recognised 1" in mentioned()) == (edited == "people")


def test_authors_follow_the_byline_where_an_editor_changed_the_text():
    a_person("Jeff Sessions")
    take()
    Article.objects.update(edited_fields=["body"])
    take(byline="By Jeff Sessions and Priya Raman", body="<p>Nobody.</p>", content_sha256="b" * 64)
    assert sorted(mentioned()) == ["Jeff Sessions author recognised 1", "Priya Raman author import 0"]


def test_editors_mention_is_not_overridden():
    a_person("Dana Whitfield")
    take(byline="")
    Article.objects.get().people.add("Dana Whitfield")
    take(content_sha256="b" * 64)
    assert mentioned() == ["Dana Whitfield mentioned editor 1", "Priya Raman author import 0"]


def test_import_of_many_bylines_takes_few_queries(django_assert_max_num_queries):
    a_person("Dana Whitfield")
    a_person("Priya Raman")
    items = [
        replace(ITEM, headline=f"Item {n}", source_ref=str(n), content_sha256=f"{n:064}") for n in range(99)
    ]
    ingest = Ingest(ImportRun.objects.create())
    with django_assert_max_num_queries(24):
        ingest.take(items, lambda tally, rejections: None)
    assert Mention.objects.count() == 198


def test_a_dropped_author_whom_the_text_names_is_a_person_mentioned():
    article = an_article(byline="By Thomas Reyes")
    for name, count in (("Dana Whitfield", 0), ("Jeff Sessions", 2)):
        person = a_person(name)
        Mention.objects.create(
            content_object=article, tag=person, role=Role.AUTHOR, origin=Origin.IMPORT, count=count
        )
    sign(article, people_called(authors(article.byline), make=True), Origin.RECOGNISED)
    assert mentioned() == ["Jeff Sessions mentioned import 2", "Thomas Reyes author recognised 0"]


def test_a_few_people_are_looked_up_by_any_of_their_names():
    known = a_person("Émile O’Brien", aliases=["Emil O'Brien"])
    found = people_called(["ÉMILE O'BRIEN", "emil o’brien", "Madonna"], make=True)
    assert set(found.values()) == {known.id}
    assert people_called(["Nora Dunley"], make=False) == {}
    assert Person.objects.count() == 1


def test_agency_or_sign_that_a_source_calls_a_person_is_nobody():
    take(byline="", people=("Reuters", "The Associated Press", "-", "🎉", "Nora Dunley"))
    assert [str(person) for person in Person.objects.all()] == ["Nora Dunley"]

"""The records keep their promises, whoever writes them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, Person, Topic
from tests.builders import a_person, a_publication, a_topic, an_article

pytestmark = pytest.mark.django_db


def refused(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        action()


def test_people_are_added_by_name_and_found_whatever_the_case():
    article = an_article()
    article.people.add("Jeff Sessions", "Mike Pence")
    article.people.add("jeff sessions")
    assert sorted(article.people.names()) == ["Jeff Sessions", "Mike Pence"]
    assert list(Article.objects.filter(people__name__in=["Jeff Sessions"])) == [article]
    assert Person.objects.get(name="Jeff Sessions").sort_name == "Sessions, Jeff"


def test_people_and_topics_are_set_removed_and_cleared():
    article = an_article(people=["A B"], topics=["X"])
    article.people.set(["C D"])
    article.topics.remove("X")
    assert (list(article.people.names()), list(article.topics.names())) == (["C D"], [])
    article.people.clear()
    assert list(article.people.all()) == []


def test_person_made_of_a_name_without_latin_letters_has_an_address():
    assert a_person("習近平").slug == "xijinping"
    assert a_person("Luis Gutiérrez").slug == "luis-gutierrez"
    assert a_person("Luis Gutierrez").slug == "luis-gutierrez-2"


def test_name_is_unique_whatever_its_case():
    a_person("Jeff Sessions")
    refused(lambda: Person.objects.create(name="JEFF SESSIONS", slug="other"))


def test_slug_is_made_once_and_numbered_where_it_is_taken():
    first, second = an_article(headline="Budget passes"), an_article(headline="Budget passes!")
    assert (first.slug, second.slug) == ("budget-passes", "budget-passes-2")
    first.headline = "Budget fails"
    first.save()
    assert first.get_absolute_url() == "/2017/06/09/budget-passes/"


def test_two_articles_of_a_day_can_not_share_an_address():
    article = an_article()
    refused(lambda: Article.objects.create(
        headline="x", slug=article.slug, published_on=article.published_on, publication=article.publication
    ))  # fmt: skip


def test_source_reference_is_unique_within_a_publication_and_may_be_missing():
    an_article(source_ref="1")
    an_article(source_ref="1", publication="Potomac Courier")
    an_article(source_ref="")
    an_article(source_ref="")
    refused(lambda: an_article(source_ref="1"))


@pytest.mark.parametrize("year", [1, 1868, 9998])
def test_any_year_a_reader_can_open_is_kept(year):
    assert an_article(on=f"{year:04}-06-09").get_absolute_url().startswith(f"/{year:04}/06/09/")


def test_year_9999_is_refused():
    refused(lambda: an_article(on="9999-01-01"))


def test_time_is_midnight_and_unknown_if_none_is_given():
    article = an_article(on="2017-06-09")
    assert (article.published_at.isoformat(), article.time_known) == ("2017-06-09T00:00:00+00:00", False)


HOSTILE = '<p onclick="x()">Good<script>alert(1)</script> <a href="javascript:alert(1)">link</a></p>'


@pytest.mark.parametrize("way", ["save", "bulk_create", "update", "bulk_update"])
def test_body_is_clean_whatever_way_it_comes_in(way):
    article = an_article()
    if way == "save":
        article.body = HOSTILE
        article.save()
    elif way == "bulk_create":
        Article.objects.all().delete()
        made = Article(
            headline="x",
            slug="x",
            published_on=date(2017, 6, 9),
            published_at="2017-06-09T00:00Z",
            publication=a_publication(),
            body=HOSTILE,
        )
        Article.objects.bulk_create([made])
    elif way == "update":
        Article.objects.update(body=HOSTILE)
    else:
        article.body = HOSTILE
        Article.objects.bulk_update([article], ["body"])
    assert Article.objects.get().body == "<p>Good link</p>"


def test_body_too_deep_to_be_an_article_is_refused_by_forms():
    article = an_article()
    article.body = "<blockquote>" * 500
    with pytest.raises(ValidationError, match="can’t be stored"):
        article.full_clean()


def test_topic_can_not_stand_under_itself_nor_under_what_is_below_it():
    broad = a_topic("Economy")
    narrow = a_topic("Taxes", parent=broad)
    refused(lambda: Topic.objects.filter(pk=broad.pk).update(parent=broad))
    broad.parent = narrow
    with pytest.raises(ValidationError, match="Taxes is itself under Economy"):
        broad.full_clean()


def test_reading_time_is_a_minute_at_least():
    assert an_article(body="<p>Short.</p>").minutes == 1

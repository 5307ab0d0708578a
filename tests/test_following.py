"""No write, by whatever way it comes, is ever missing from the index after catching up."""

import json
import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from articles import indexing
from articles.checking import differences
from articles.found import Found
from articles.listing import Listing
from articles.models import (
    Article,
    ArticleTopic,
    Change,
    Mention,
    Office,
    Person,
    Publication,
    Quotation,
    Section,
    Topic,
)
from articles.search.conditions import Conditions
from articles.search.names import IndexedName, number_of_name
from articles.suggesting import suggestions
from tests.builders import a_person, a_publication, a_section, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db


def headlines(**filters):
    class Parameters(dict):
        def getlist(self, name):
            return [self[name]] if name in self else []

    names = {name.replace("without_", "-"): value for name, value in filters.items()}
    return [entry.article.headline for entry in Found(Listing.read(Parameters(names))).entries]


def assert_nothing_is_missing():
    indexing.catch_up()
    assert differences().none


@pytest.fixture
def article():
    article = an_article(
        headline="Senate passes budget", on="2017-06-09", people=["Jeff Sessions"], topics=["Budget"]
    )
    indexing.catch_up()
    return article


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_saved_article_is_found():
    an_article(headline="Recusal explained")
    assert headlines(q="recusal") == ["Recusal explained"]
    assert_nothing_is_missing()


def test_changed_headline_is_found_and_the_old_one_is_not(article):
    article.headline = "House passes budget"
    article.save()
    assert (headlines(q="house"), headlines(q="senate")) == (["House passes budget"], [])
    assert_nothing_is_missing()


def test_update_of_a_queryset_is_followed(article):
    Article.objects.filter(pk=article.pk).update(headline="Governor signs")
    assert headlines(q="governor") == ["Governor signs"]
    assert_nothing_is_missing()


def test_bulk_created_articles_are_followed(article):
    others = [
        Article(headline=f"Ballot {n}", slug=f"ballot-{n}", published_on=date(2018, 11, n), published_at=f"2018-11-0{n}T00:00Z",
                publication=article.publication, status="published") for n in range(1, 6)
    ]  # fmt: skip
    Article.objects.bulk_create(others)
    assert len(headlines(q="ballot")) == 5
    assert_nothing_is_missing()


def test_bulk_update_is_followed(article):
    article.headline = "Caucus meets"
    Article.objects.bulk_update([article], ["headline"])
    assert headlines(q="caucus") == ["Caucus meets"]


def test_sql_by_hand_is_followed(article):
    sql("UPDATE articles_article SET headline = 'Written by hand' WHERE id = %s", article.pk)
    assert headlines(q="hand") == ["Written by hand"]
    sql("DELETE FROM articles_mention WHERE article_id = %s", article.pk)
    assert headlines(person="jeff-sessions") == []
    sql("DELETE FROM articles_articletopic WHERE article_id = %s", article.pk)
    sql("DELETE FROM articles_article WHERE id = %s", article.pk)
    assert headlines() == []
    assert_nothing_is_missing()


def test_new_id_of_an_article_is_followed():
    article = an_article(headline="Moved")
    indexing.catch_up()
    sql("UPDATE articles_article SET id = 4711 WHERE id = %s", article.pk)
    assert headlines(q="moved") == ["Moved"]
    assert_nothing_is_missing()


@pytest.mark.sqlite
def test_replaced_row_is_followed():
    article = an_article(headline="Replaced")
    indexing.catch_up()
    columns = ", ".join(field.column for field in Article._meta.concrete_fields if field.name != "id")
    sql(
        f"INSERT OR REPLACE INTO articles_article (id, {columns}) SELECT 99, {columns} FROM articles_article WHERE id = %s",
        article.pk,
    )
    assert headlines(q="replaced") == ["Replaced"]
    assert_nothing_is_missing()


@pytest.mark.sqlite
def test_row_pushed_out_by_a_program_that_knows_nothing_of_the_archive_is_followed():
    sql("PRAGMA recursive_triggers = OFF")
    one, other = an_article(headline="One"), an_article(headline="Other")
    indexing.catch_up()
    sql("UPDATE OR REPLACE articles_article SET slug = %s WHERE id = %s", one.slug, other.pk)
    assert headlines() == ["Other"]
    columns = ", ".join(field.column for field in Article._meta.concrete_fields if field.name != "id")
    sql(f"INSERT OR REPLACE INTO articles_article (id, {columns}) SELECT 99, {columns} FROM articles_article")
    assert headlines() == ["Other"]
    assert_nothing_is_missing()
    sql("PRAGMA recursive_triggers = ON")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_truncated_table_is_followed(article):
    sql("TRUNCATE articles_article CASCADE")
    assert headlines() == []
    assert_nothing_is_missing()


@pytest.mark.postgresql
def test_statement_over_many_rows_is_logged_once_for_each():
    first, second = an_article(headline="One"), an_article(headline="Two")
    before = Change.log.count()
    Article.objects.update(byline="By hand")
    assert sorted(Change.log.order_by("-id").values_list("article_id", flat=True)[:2]) == [
        first.pk,
        second.pk,
    ]
    assert Change.log.count() == before + 2


def test_loaded_fixture_is_followed(article, tmp_path):
    fixture = tmp_path / "fixture.json"
    call_command(
        "dumpdata", "articles", natural_foreign=True, natural_primary=True, output=str(fixture), verbosity=0
    )
    changed = json.loads(fixture.read_text())
    for record in changed:
        if record["model"] == "articles.article":
            record["fields"]["headline"] = "From a fixture"
    fixture.write_text(json.dumps(changed))
    call_command("loaddata", str(fixture), verbosity=0)
    assert headlines(q="fixture", person="jeff-sessions") == ["From a fixture"]
    assert_nothing_is_missing()


def test_added_and_removed_person_is_followed(article):
    article.people.add("Sean Spicer")
    assert headlines(person="sean-spicer") == ["Senate passes budget"]
    article.people.remove("Sean Spicer")
    assert headlines(person="sean-spicer") == []
    article.people.set(["Mike Pence"])
    assert (headlines(person="mike-pence"), headlines(person="jeff-sessions")) == (
        ["Senate passes budget"],
        [],
    )
    article.people.clear()
    assert headlines(person="mike-pence") == []
    assert_nothing_is_missing()


def test_added_and_removed_topic_is_followed(article):
    article.topics.add("Taxes")
    assert headlines(topic="taxes") == ["Senate passes budget"]
    article.topics.remove("Taxes")
    assert headlines(topic="taxes") == []
    assert_nothing_is_missing()


def test_mention_given_to_another_article_is_followed(article):
    other = an_article(headline="Other")
    indexing.catch_up()
    Mention.objects.update(content_object=other)
    assert headlines(person="jeff-sessions") == ["Other"]
    assert_nothing_is_missing()


def test_deleted_person_and_topic_are_followed(article):
    Person.objects.all().delete()
    Topic.objects.all().delete()
    assert_nothing_is_missing()
    assert headlines() == ["Senate passes budget"]


def test_topic_that_moves_takes_its_articles_along(article):
    a_topic("Economy")
    assert headlines(topic="economy") == []
    Topic.objects.filter(name="Budget").update(parent=Topic.objects.get(name="Economy"))
    assert headlines(topic="economy") == ["Senate passes budget"]
    assert headlines(without_topic="economy") == []
    Topic.objects.get(name="Economy").delete()
    assert_nothing_is_missing()


def test_topics_in_a_circle_end(article):
    one, two = Topic.objects.get(name="Budget"), a_topic("Economy")
    Topic.objects.filter(pk=two.pk).update(parent=one)
    Topic.objects.filter(pk=one.pk).update(parent=two)
    assert headlines(topic="economy") == headlines(topic="budget") == ["Senate passes budget"]
    assert_nothing_is_missing()


def test_deleted_article_is_followed(article):
    article.delete()
    assert headlines() == []
    assert_nothing_is_missing()


@pytest.mark.parametrize("status", ["draft", "scheduled", "withdrawn"])
def test_article_that_readers_may_not_see_is_in_no_list(article, status):
    Article.objects.update(status=status)
    assert headlines() == headlines(q="budget") == headlines(person="jeff-sessions") == []
    assert_nothing_is_missing()


def test_stale_index_shows_nothing_withdrawn(article, settings):
    indexing.snapshot()
    settings.INDEX_CHECK_SECONDS = 3600
    Article.objects.update(status="withdrawn")
    assert headlines() == []


def test_missing_index_makes_itself_anew(article):
    indexing.follower().index.discard()
    assert headlines(q="budget") == ["Senate passes budget"]


def test_unreadable_index_makes_itself_anew(article):
    folder = indexing.follower().index.folder
    for file in folder.iterdir():
        if file.is_file() and not file.name.startswith(".tantivy"):
            file.write_bytes(b"damage")
    indexing.follower().index.forget()
    assert headlines(q="budget") == ["Senate passes budget"]


def test_index_of_another_schema_is_left_alone_and_made_anew(article, monkeypatch):
    folder = indexing.follower().index.folder
    monkeypatch.setattr(indexing.follower().index, "folder", folder.with_name("another"))
    indexing.follower().index.forget()
    assert headlines(q="budget") == ["Senate passes budget"]


def test_index_of_another_database_is_made_anew(article):
    foreign = indexing.follower().index.snapshot().position
    Change.log.filter(pk=foreign.last).update(token="of-another")
    an_article(headline="Here alone")
    indexing.catch_up()
    assert differences().none


def test_catching_up_twice_writes_once(article):
    ArticleTopic.objects.all().delete()
    assert (indexing.catch_up(), indexing.catch_up()) == (1, 0)


def test_difference_is_found_and_mended(article):
    stranger = an_article(headline="Never indexed")
    indexing.catch_up()
    index = indexing.follower().index
    with index.writing() as batch:
        batch.remove([stranger.pk])
        batch.commit(index.snapshot().position)
    assert differences().missing == {stranger.pk}
    call_command("check_archive", repair=True, verbosity=0)
    assert differences().none


def found(typed):
    return [suggestion.label for suggestion in suggestions(typed, indexing.snapshot())]


def test_new_person_is_suggested_at_once():
    a_person("Rod Rosenstein")
    assert found("rosen") == ["Rod Rosenstein"]
    assert_nothing_is_missing()


@pytest.mark.parametrize("make", [a_person, a_topic, a_section, a_publication])
def test_renamed_record_is_suggested_under_its_new_name_alone(make):
    record = make("Old Name")
    assert found("old") == ["Old Name"]
    record.name = "New Name"
    record.save()
    assert (found("old"), found("new")) == ([], ["New Name"])
    assert_nothing_is_missing()


@pytest.mark.parametrize("model", [Person, Topic, Section, Publication])
def test_names_written_in_bulk_are_followed(model):
    model.objects.bulk_create(model(name=f"Number {word}", slug=word) for word in ("one", "two"))
    assert found("number") == ["Number one", "Number two"]
    model.objects.filter(slug="one").update(name="Another")
    assert (found("number"), found("another")) == (["Number two"], ["Another"])
    model.objects.all().delete()
    assert found("another") == found("number") == []
    assert_nothing_is_missing()


def test_alias_that_is_added_changed_and_deleted_is_followed():
    person = a_person("Mike Pence", aliases=["Michael R. Pence"])
    assert found("michael") == ["Mike Pence"]
    person.aliases.update(name="Veep")
    assert (found("michael"), found("veep")) == ([], ["Mike Pence"])
    person.aliases.all().delete()
    assert found("veep") == []
    assert_nothing_is_missing()


def test_alias_given_to_another_person_is_followed():
    pence, biden = a_person("Mike Pence", aliases=["Veep"]), a_person("Joe Biden")
    indexing.catch_up()
    pence.aliases.update(person=biden)
    assert found("veep") == ["Joe Biden"]
    assert_nothing_is_missing()


def test_office_and_post_that_change_make_an_exported_file_new(article):
    positions = [indexing.snapshot().position]

    def note():
        indexing.catch_up()
        positions.append(indexing.snapshot().position)

    office = an_office("Jeff Sessions")
    note()
    Office.objects.update(held_to="2018-11-06")
    note()
    office.post.title = "Attorney General of the United States"
    office.post.save()
    note()
    sql("DELETE FROM articles_office")
    note()
    assert len(set(positions)) == 5
    assert_nothing_is_missing()


def test_quotation_is_followed(article):
    person = Person.objects.get(name="Jeff Sessions")
    quotation = Quotation.objects.create(article=article, person=person, words="On we go", start=0)
    assert headlines(q="said:onward") == []
    assert headlines(q='said:"on we go"') == ["Senate passes budget"]
    Quotation.objects.update(words="Onward")
    assert headlines(q="said:onward") == headlines(speaker="jeff-sessions") == ["Senate passes budget"]
    quotation.delete()
    assert headlines(q="said:onward") == headlines(speaker="jeff-sessions") == []
    assert_nothing_is_missing()


def test_other_name_of_a_topic_is_followed():
    topic = a_topic("Immigration")
    topic.aliases.create(name="Border crossings")
    assert found("crossings") == ["Immigration"]
    topic.aliases.all().delete()
    assert found("crossings") == []
    assert_nothing_is_missing()


def test_name_changed_by_hand_is_followed():
    person = a_person("Mike Pence", aliases=["Veep"])
    sql("UPDATE articles_person SET name = 'Karen Pence' WHERE id = %s", person.pk)
    assert (found("mike"), found("karen")) == ([], ["Karen Pence"])
    sql("DELETE FROM articles_alias WHERE person_id = %s", person.pk)
    sql("UPDATE articles_person SET id = 4711 WHERE id = %s", person.pk)
    assert found("karen") == ["Karen Pence"]
    sql("DELETE FROM articles_person WHERE id = 4711")
    assert found("karen") == []
    assert_nothing_is_missing()


@pytest.mark.sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_record_pushed_out_is_followed(recursive):
    sql(f"PRAGMA recursive_triggers = {recursive}")
    a_person("Mike Pence", wikidata_id="Q24313")
    other = a_person("Joe Biden")
    indexing.catch_up()
    sql("UPDATE OR REPLACE articles_person SET wikidata_id = 'Q24313' WHERE id = %s", other.pk)
    assert (found("mike"), found("joe")) == ([], ["Joe Biden"])
    columns = ", ".join(field.column for field in Person._meta.concrete_fields if field.name != "id")
    sql(f"INSERT OR REPLACE INTO articles_person (id, {columns}) SELECT 4711, {columns} FROM articles_person")
    assert Person.objects.get().pk == 4711
    assert found("joe") == ["Joe Biden"]
    assert_nothing_is_missing()
    sql("PRAGMA recursive_triggers = ON")


@pytest.mark.sqlite
def test_trigger_looks_up_what_is_pushed_out_without_reading_whole_tables():
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%pushed_out'")
        statements = [
            statement.split(") ", 1)[1]
            for (trigger,) in cursor.fetchall()
            for statement in trigger.split(";")
            if "SELECT" in statement
        ]
        for statement in statements:
            cursor.execute("EXPLAIN QUERY PLAN " + re.sub(r"NEW\.\w+", "'a'", statement))
            plan = [row[3] for row in cursor.fetchall()]
            assert plan
            assert not [step for step in plan if "SCAN" in step or "publication_id=?)" in step], statement


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["articles_person", "articles_alias", "articles_topic", "articles_section"])
def test_truncated_table_of_names_is_followed(table):
    a_person("Mike Pence", aliases=["Veep"]), a_topic("Elections"), a_section("Elegies")
    indexing.catch_up()
    sql(f"TRUNCATE {table} CASCADE")
    assert_nothing_is_missing()


@pytest.mark.postgresql
def test_names_written_in_one_statement_are_logged_once_for_each():
    before = Change.log.count()
    Person.objects.bulk_create(Person(name=f"Number {n}", slug=f"number-{n}") for n in range(3))
    people = sorted(Person.objects.values_list("pk", flat=True))
    assert Change.log.count() == before + 3
    assert sorted(change.record for change in Change.log.order_by("-id")[:3]) == [
        ("person", pk) for pk in people
    ]


def test_names_count_for_no_article(article):
    snapshot = indexing.snapshot()
    assert (snapshot.size(), snapshot.names) == (1, 4)
    assert snapshot.vocabulary.languages() == ["en"]
    assert snapshot.total(Conditions()) == 1
    assert headlines(q="-zebra") == ["Senate passes budget"]


def test_description_moves_the_position_of_the_index(article):
    before = indexing.snapshot().position
    Person.objects.update(description="Attorney General")
    assert indexing.snapshot().position != before


def test_differing_names_are_found_and_mended(article):
    a_person("Mike Pence", aliases=["Veep"])
    indexing.catch_up()
    index, number = (
        indexing.follower().index,
        number_of_name("person", Person.objects.get(name="Mike Pence").pk),
    )
    foreign = number_of_name("topic", 4711)
    with index.writing() as batch:
        batch.remove([number])
        batch.add(
            [
                IndexedName("person", number & 0xFFFF, ("Mike Pence",)),
                IndexedName("topic", 4711, ("Foreign",)),
            ]
        )
        batch.commit(index.snapshot().position)
    broken = differences()
    assert (broken.missing, broken.foreign, broken.different) == (set(), {foreign}, {number})
    printed = StringIO()
    call_command("check_archive", repair=True, stdout=printed)
    assert "foreign: topic 4711" in printed.getvalue()
    assert differences().none
    assert found("veep") == ["Mike Pence"]

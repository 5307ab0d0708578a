"""Every column of every table is in the file, or follows from those that are."""

import pytest
from django.apps import apps

from articles.keeping.kinds import column
from articles.keeping.references import Reference
from articles.keeping.refusals import Unfit
from articles.keeping.tables import ARTICLES, PEOPLE, TABLES, TOPICS
from articles.models import Article, Change, Doubt, Fingerprint, ImportRun, Topic

FOLLOW_FROM_THE_REST = {"id", "key", "sort_key", "address_key"}
OF_THIS_MACHINE = {("ImportRun", "process"), ("Curation", "before")}
IN_NO_FILE = {Change, Doubt, Fingerprint}
ALL = [*TABLES, *(part for table in TABLES for part in table.parts)]


def test_every_model_has_its_place():
    assert {table.model for table in ALL} == {*apps.get_app_config("articles").get_models()} - IN_NO_FILE


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.model.__name__)
def test_every_column_is_in_the_file_or_follows_from_the_rest(table):
    there = {column.field.name for column in table.columns} | {table.owner}
    for field in table.model._meta.concrete_fields:
        name = (table.model.__name__, field.name)
        is_made = field.name in FOLLOW_FROM_THE_REST and table.model is not ImportRun
        assert field.name in there or is_made or field.primary_key or name in OF_THIS_MACHINE


def test_only_trees_and_articles_name_records_of_their_own_table():
    assert {table.name: table.later.name for table in TABLES if table.later} == {
        "organisations": "parent",
        "topics": "parent",
        "articles": "copy_of",
    }


def test_names_come_before_what_names_them():
    met = set()
    for table in TABLES:
        named = {
            column.kind.model
            for part in (table, *table.parts)
            for column in part.first
            if isinstance(column.kind, Reference)
        }
        assert named <= met
        met.add(table.model)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ([], "it is no object with named columns"),
        ("text", "it is no object with named columns"),
        (
            {"slug": "a", "name": "A", "colour": "red"},
            "its column “colour” is unknown; was it made by a newer version?",
        ),
        ({"name": "A"}, "it has no slug"),
        ({"slug": "a", "name": None}, "its name is not text"),
        ({"slug": "a", "name": ""}, "its name is empty"),
        ({"slug": "a", "name": "A" * 201}, "its name has 201 characters, 200 is the most"),
        ({"slug": "a", "name": "A", "born": "1999"}, "its born is no date like 2017-06-09"),
    ],
)
def test_record_that_does_not_fit_is_refused_with_its_column(record, said):
    with pytest.raises(Unfit) as refusal:
        PEOPLE.read(record)
    assert str(refusal.value) == said


def test_column_that_an_older_file_lacks_takes_what_a_new_record_has():
    read = PEOPLE.read({"slug": "a", "name": "A"})
    assert (read["description"], read["born"], read["import_run"]) == ("", None, None)


def test_moments_and_keys_are_not_made_up():
    for model, name in ((Article, "added_at"), (Article, "published_at"), (ImportRun, "key")):
        with pytest.raises(Unfit):
            column(model, name).read({})


def test_parts_that_are_no_list_are_refused():
    with pytest.raises(Unfit) as refusal:
        ARTICLES.parts[0].entries({"mentions": {"person": "a"}})
    assert str(refusal.value) == "its mentions are no list"


def test_record_is_named_as_its_address_names_it():
    assert TOPICS.later.kind == Reference(Topic)
    assert Reference(Article).read("2017-06-09/senate-passes-budget")[1] == "senate-passes-budget"
    for name in ("senate-passes-budget", "2017-06-09/a/b", "2017-06-09/", "/a", "", None, 5):
        with pytest.raises(Unfit):
            Reference(Article).read(name)

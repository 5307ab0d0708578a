"""An import can be taken back, as far as no one has touched what it made."""

from dataclasses import replace

import pytest

from articles.ingest import Ingest, recorded
from articles.models import Article, ImportRun, Person, Publication, Section, Topic
from articles.runs import NoRun
from articles.undoing import undo
from tests.builders import a_person, an_article
from tests.test_ingest import ITEM

pytestmark = pytest.mark.django_db
OTHER = replace(
    ITEM, headline="House follows", body="<p>It was late.</p>", source_ref="2", content_sha256="b" * 64
)


def take(*items, **options) -> ImportRun:
    run = ImportRun.objects.create()
    with recorded(run):
        Ingest(run, **options).take(items, lambda tally, problems: None)
    return run


def state():
    models = (Article, Person, Topic, Publication, Section)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_undone_import_leaves_the_archive_as_it_was():
    an_article(headline="Before", people=["Jeff Sessions"], topics=["Budget"])
    before = state()
    run = take(
        replace(ITEM, people=("Nora Dunley", "Jeff Sessions"), topics=("Trade",), byline="By Ada Cole"),
        replace(OTHER, publication="Potomac Courier", section="World"),
    )
    undone = undo(run.pk)
    assert (undone.articles, undone.stayed, undone.records) == (2, 0, 6)
    assert state() == before


def test_edited_article_stays_with_what_it_names():
    run = take(replace(ITEM, people=("Nora Dunley",)), OTHER)
    article = Article.objects.get(source_ref="ledger.txt#1")
    article.headline = "An editor’s headline"
    article.save()
    assert (undo(run.pk).articles, Article.objects.get().headline) == (1, "An editor’s headline")
    assert Person.objects.get().name == "Nora Dunley"


def test_article_an_editor_tagged_stays():
    run = take(ITEM, OTHER)
    Article.objects.get(source_ref="2").topics.add("Budget")
    assert str(undo(run.pk)) == "1 articles and 0 names were taken back; 1 stayed: they were changed since"


def test_article_a_later_import_changed_stays():
    run = take(ITEM)
    take(replace(ITEM, headline="Senate rejects budget", content_sha256="c" * 64))
    assert undo(run.pk).articles == 0


def test_article_that_was_only_updated_stays():
    take(ITEM)
    run = take(replace(ITEM, headline="Senate rejects budget", content_sha256="c" * 64))
    undo(run.pk)
    assert Article.objects.get().headline == "Senate rejects budget"


def test_person_an_editor_described_stays():
    a_person("Jeff Sessions")
    run = take(replace(ITEM, people=("Nora Dunley", "Ada Cole")))
    Person.objects.filter(name="Nora Dunley").update(description="A lawyer.")
    undo(run.pk)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Jeff Sessions", "Nora Dunley"]


def test_dry_run_tells_the_same_and_writes_nothing():
    run = take(ITEM, OTHER)
    before = state()
    assert str(undo(run.pk, dry=True)) == str(undo(run.pk, dry=True))
    assert state() == before
    assert undo(run.pk).articles == 2


def test_import_can_be_taken_back_once():
    run = take(ITEM)
    undo(run.pk)
    with pytest.raises(NoRun, match="was taken back on"):
        undo(run.pk)


def test_unknown_import_is_refused():
    with pytest.raises(NoRun, match="there is no import 99"):
        undo(99)


def test_import_that_was_taken_back_can_be_made_again():
    undo(take(ITEM).pk)
    take(ITEM)
    assert Article.objects.get().headline == "Senate passes budget"


def test_article_that_another_import_brought_too_stays():
    run = take(ITEM)
    take(replace(ITEM, source_ref="other", content_sha256="d" * 64))
    assert (undo(run.pk).stayed, Article.objects.count()) == (1, 1)


def test_article_that_its_own_import_changed_is_taken_back():
    run = take(ITEM, replace(ITEM, headline="Senate rejects budget", content_sha256="e" * 64))
    assert (undo(run.pk).articles, Article.objects.count()) == (1, 0)


def test_article_that_its_own_import_changed_in_a_later_batch_is_taken_back(monkeypatch):
    monkeypatch.setattr("articles.ingest.BATCH", 1)
    run = take(ITEM, replace(ITEM, headline="Senate rejects budget", content_sha256="e" * 64))
    assert (undo(run.pk).articles, Article.objects.count()) == (1, 0)

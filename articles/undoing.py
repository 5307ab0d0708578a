"""Take back what an import made, as far as no one has touched it since."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Model, Q, QuerySet
from django.utils import timezone

from articles import copies
from articles.models import (
    Article,
    ArticleTopic,
    ImportRun,
    Mention,
    Origin,
    OtherSource,
    Person,
    Publication,
    Section,
    Topic,
)
from articles.people.names import sort_name
from articles.querysets import ArticleQuerySet
from articles.runs import NoRun, is_alive

BATCH = 500


@dataclass(slots=True)
class Undone:
    """What was taken back, and how many articles stayed because someone changed them."""

    articles: int = 0
    stayed: int = 0
    records: int = 0
    """People, topics, sections and publications that nothing else names."""

    def __str__(self) -> str:
        stayed = f"; {self.stayed:,} stayed: they were changed since" if self.stayed else ""
        return f"{self.articles:,} articles and {self.records:,} names were taken back{stayed}"


def undo(key: int, *, dry: bool = False) -> Undone:
    """Take back the articles that import number `key` made and no one changed since, and the names made for them.

    Articles that it only updated stay as they are. All of it is one transaction. With `dry` nothing is written. Raises
    NoRun if there is no such import, it is going on, or was taken back.
    """
    with transaction.atomic():
        run = found_run(key)
        made = Article.objects.filter(import_run=run)
        undone = Undone(stayed=made.exclude(pk__in=untouched(run).values("pk")).count())
        while ids := list(untouched(run).order_by("pk").values_list("pk", flat=True)[:BATCH]):
            copies.let_go(ids)
            Article.objects.filter(pk__in=ids).delete()
            undone.articles += len(ids)
        undone.records = sum(remove_unused(unused) for unused in names_unused(run))
        ImportRun.objects.filter(pk=run.pk).update(undone_at=timezone.now())
        if dry:
            transaction.set_rollback(True)
    return undone


def found_run(key: int) -> ImportRun:
    """Return the import that can be taken back."""
    run = ImportRun.objects.select_for_update().filter(pk=key).first()
    if run is None:
        raise NoRun(f"there is no import {key}: the admin lists them")
    if run.undone_at:
        raise NoRun(f"{run} was taken back on {run.undone_at:%Y-%m-%d}")
    if is_alive(run):
        raise NoRun(f"{run} is still going on: stop it first")
    return run


def untouched(run: ImportRun) -> ArticleQuerySet:
    """Return the articles that an import made, and neither an editor nor another import has changed or brought again."""
    by_editor = [
        through.objects.filter(origin=Origin.EDITOR, content_object__import_run=run).values("content_object")
        for through in (Mention, ArticleTopic)
    ]
    return (
        Article.objects.filter(import_run=run, updated_at=F("added_at"), edited_fields=[])
        .exclude(pk__in=by_editor[0])
        .exclude(pk__in=by_editor[1])
        .exclude(pk__in=OtherSource.objects.exclude(import_run=run).values("article"))
    )


def names_unused(run: ImportRun) -> list[QuerySet]:
    """Return the records that an import made, still as it made them, which nothing names any more."""
    bare = {"import_run": run, "description": ""}
    people = Person.objects.filter(
        **bare, mentions=None, aliases=None, wikidata_id="", bioguide_id="", born=None, died=None
    )
    renamed = [
        pk for pk, name, under in people.values_list("pk", "name", "sort_name") if under != sort_name(name)
    ]
    return [
        people.exclude(pk__in=renamed),
        Topic.objects.filter(**bare, article_links=None, aliases=None, narrower=None, parent=None),
        Section.objects.filter(import_run=run, articles=None),
        Publication.objects.filter(Q(**bare), articles=None, feeds=None, url=""),
    ]


def remove_unused(unused: QuerySet[Model]) -> int:
    """Delete records and return how many."""
    ids = list(unused.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        unused.model._default_manager.filter(pk__in=ids[start : start + BATCH]).delete()
    return len(ids)

"""Who has just got a name is found at once in the articles that the search index has for it."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import OperationalError

from articles import indexing
from articles.curating.acts import counted
from articles.curating.journal import Journal, Step, all_columns, columns_of
from articles.models import Article, Curation, Doubt, Mention, Origin, Person, Quotation
from articles.recognition.saving import recognise_one
from articles.reviewing.examples import EVERY_STATUS, NOT_READY
from articles.search.conditions import Conditions
from articles.search.schema import id_of
from articles.search.tree import Phrase

MOST_READ = 200
"""Articles read while the editor waits; `recognise_people` reads the rest."""
LATER = "so far: run recognise_people for the rest"


def find_in_articles(act: Curation, person: Person, names: Iterable[str]) -> Curation:
    """Find a person in the newest articles that have one of these names; return the act that gave the name.

    The act says then how many articles name the person, and takes what was found away again when it is undone.
    """
    ids, whole = articles_with(names)
    here = Mention.objects.filter(tag=person, content_object__in=ids, origin=Origin.RECOGNISED).order_by("pk")
    held = set(here.values_list("pk", flat=True))
    whole = recognise(ids) and whole
    fresh = [mention for mention in here.all() if mention.pk not in held]
    number = Mention.objects.filter(tag=person).count()
    named = f"named in {counted(number, 'article')} {'now' if whole else LATER}"
    act.summary = f"{act.summary.removesuffix('.')}, {named}."
    act.before = {"steps": [*(act.before or {})["steps"], *steps_of(person, fresh)]}
    act.save(update_fields=["summary", "before"])
    return act


def articles_with(names: Iterable[str]) -> tuple[list[int], bool]:
    """Return the ids of the newest articles that have one of these names, and whether those are all."""
    found: dict[int, None] = {}
    try:
        snapshot = indexing.snapshot()
        for name in dict.fromkeys(names):
            asked = Conditions(tree=Phrase(name), statuses=EVERY_STATUS)
            found |= dict.fromkeys(snapshot.keys(asked, size=MOST_READ + 1))
    except NOT_READY:
        return [], False
    newest = sorted(found, reverse=True)
    return [id_of(key) for key in newest[:MOST_READ]], len(newest) <= MOST_READ


def recognise(ids: Collection[int]) -> bool:
    """Read articles, and return whether all were: not if the database is busy for too long."""
    try:
        for pk in ids:
            if article := Article.objects.filter(pk=pk).first():
                recognise_one(article)
    except OperationalError:
        return False
    return True


def steps_of(person: Person, mentions: list[Mention]) -> list[Step]:
    """Return what was found as steps of an act: the mentions, and what else names the person in these articles."""
    journal = Journal()
    articles = [mention.content_object_id for mention in mentions]
    said = Quotation.objects.filter(person=person, article__in=articles).order_by("pk")
    quotations = list(said.values_list("pk", flat=True))
    links: Any = Doubt.candidates.through
    doubts = list(links.objects.filter(person=person, doubt__article__in=articles).order_by("pk"))
    if mentions:
        journal.note(Mention, "made", {}, columns_of(mentions, all_columns(Mention)))
    if quotations:
        ours, nobodys = [person.pk] * len(quotations), [None] * len(quotations)
        before, after = ({"id": quotations, "person_id": column} for column in (nobodys, ours))
        journal.note(Quotation, "changed", before, after)
    if doubts:
        journal.note(links, "made", {}, columns_of(doubts, all_columns(links)))
    return journal.steps

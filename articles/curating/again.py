"""People recognised again after an act was undone, where recognition had written over what the act wrote."""

from collections.abc import Iterable

from django.db import OperationalError

from articles.curating.acts import counted
from articles.curating.journal import Step, columns_naming
from articles.models import Article, Mention, Person, Quotation
from articles.recognition.saving import recognise_one

MOST_ARTICLES = 500
"""Articles that are read again at once."""


def people_of(steps: Iterable[Step]) -> set[int]:
    """Return the people, by id, whose rows steps wrote: whose they were, and whose they became."""
    sides = (
        (side, column)
        for step in steps
        for column in columns_naming(step, Person)
        for side in (step["before"], step["after"])
    )
    return {pk for side, column in sides for pk in side.get(column, ()) if pk}


def recognised_again(people: set[int]) -> str:
    """Recognise people in the first articles that name or quote one of these; return in words what was done."""
    ids = articles_with(people)
    done = 0
    try:
        for pk in ids[:MOST_ARTICLES]:
            for article in Article.objects.filter(pk=pk):
                recognise_one(article)
            done += 1
    except OperationalError:
        pass
    said = (
        f"Mentions were changed or removed since: people were recognised again in {counted(done, 'article')}."
    )
    left = counted(len(ids) - done, "article")
    return said if done == len(ids) else f"{said} {left} more of them: run recognise_people."


def articles_with(people: set[int]) -> list[int]:
    """Return the articles, by id, that name or quote one of these people."""
    named = Mention.objects.filter(tag__in=people).order_by().values_list("content_object", flat=True)
    quoted = Quotation.objects.filter(person__in=people).order_by().values_list("article", flat=True)
    return sorted({*named, *quoted})

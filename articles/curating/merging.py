"""Making one record of several: all that belongs to the others goes to the one that stays."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from articles.curating.acts import counted, keep, named
from articles.curating.journal import Journal
from articles.curating.kinds import Kind, Record, kind_called, locked
from articles.curating.links import keep_address, move_links
from articles.curating.people import alias_kind, hand_over_person, ids_of
from articles.curating.refused import Refused
from articles.curating.topics import hand_over_topic, move_in_tree
from articles.models import Alias, Curation, Person, Topic, TopicAlias

MOST_MERGED = 50
"""Records that are merged at once."""


def merge(kind: str, into: Record, others: Sequence[Record], *, by: str, confirmed: bool = False) -> Curation:
    """Make one of `into`, which keeps its name and address, and `others`, which are deleted; return the act.

    Raises Refused where the records contradict each other, unless that is `confirmed`: then `into` is right.
    """
    sort = kind_called(kind)
    with transaction.atomic():
        survivor, *rest = locked(sort, group_of(into, others))
        clashes = clashes_of(sort, [survivor, *rest])
        if clashes and not confirmed:
            raise Refused(f"These contradict each other: {' '.join(clashes)}")
        journal = Journal()
        articles = sort.links.filter(tag__in=rest).values("content_object").distinct().count()
        bring_together(journal, sort, survivor, rest)
        said = f"Merged {named(rest)} into {named([survivor])}: {counted(articles, 'article')}"
        return keep(journal, Curation.Act.MERGED, sort, said, by)


def group_of(into: Record, others: Sequence[Record]) -> list[int]:
    """Return the ids of records to be merged, the one that stays first. Raises Refused if they can't be."""
    ids = list(dict.fromkeys(other.pk for other in others))
    if into.pk in ids:
        raise Refused(f"“{into}” can’t be merged into itself.")
    if not ids:
        raise Refused(f"Nothing is to be merged into “{into}”.")
    if len(ids) > MOST_MERGED:
        raise Refused(f"At most {MOST_MERGED} can be merged at once.")
    return [into.pk, *ids]


def clashes_of(kind: Kind, records: Sequence[Any]) -> list[str]:
    """Return in words where records say what can't be true of one person."""
    found = []
    for fact in kind.facts:
        told = [(record.name, getattr(record, fact)) for record in records if getattr(record, fact)]
        if len({value for _, value in told}) > 1:
            label = str(kind.record._meta.get_field(fact).verbose_name)
            said = ", ".join(f"{value} of “{name}”" for name, value in told)
            found.append(f"{label[:1].upper()}{label[1:]}: {said}.")
    return found


def bring_together(journal: Journal, kind: Kind, into: Any, others: list[Any]) -> None:
    """Hand everything over, delete the others, and keep their names and addresses."""
    for other in others:
        move_links(journal, kind, ids_of(kind.links.filter(tag=other)), into.pk)
        if isinstance(other, Person):
            hand_over_person(journal, other, into)
        else:
            hand_over_topic(journal, other, into)
    if isinstance(into, Topic):
        move_in_tree(journal, others, into)
    journal.delete(kind.record, [other.pk for other in others])
    fill(journal, kind, into, others)
    add_names(journal, kind, into, others)
    for other in others:
        keep_address(journal, kind, other.slug, into.pk)


def fill(journal: Journal, kind: Kind, into: Any, others: Sequence[Any]) -> None:
    """Let the record that stays take from the others what it lacks."""
    for fact in (*kind.facts, "description"):
        offered = [value for other in others if (value := getattr(other, fact))]
        if offered and not getattr(into, fact):
            journal.change(kind.record, [into.pk], **{fact: offered[0]})


def add_names(journal: Journal, kind: Kind, into: Any, others: Sequence[Any]) -> None:
    """Make the names of the others names of the record that stays."""
    journal.make([new_alias(into, name) for name in new_names(kind, into, others)])


def new_names(kind: Kind, into: Any, others: Sequence[Any]) -> list[str]:
    """Return the names of the others that the record has not yet."""
    had = {into.name, *kind.aliases.filter(**{kind.name: into}).values_list("name", flat=True)}
    return [name for name in dict.fromkeys(other.name for other in others) if name not in had]


def new_alias(record: Record, name: str) -> Alias | TopicAlias:
    """Return another name of a record, not saved."""
    if isinstance(record, Topic):
        return TopicAlias(topic=record, name=name)
    return Alias(person=record, name=name, kind=alias_kind(name, record.name))

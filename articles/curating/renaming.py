"""Another name for a record, with the old one and its address kept."""

from typing import Any

from django.db import transaction

from articles.curating.acts import keep, named
from articles.curating.journal import Journal
from articles.curating.kinds import Kind, Record, kind_called, locked
from articles.curating.links import keep_address
from articles.curating.naming import checked_name, checked_slug, refuse_taken_name
from articles.curating.people import ids_of
from articles.curating.refused import Refused
from articles.models import Alias, Curation, FormerSlug, Person, TopicAlias
from articles.people.keys import name_key, sort_key
from articles.people.names import sort_name


def rename(record: Record, name: str, slug: str | None = None, *, by: str, alias: bool = True) -> Curation:
    """Give a record another name, and an address: one made of the name if `slug` is empty; return the act.

    The old address leads to the record still, and the old name is another name of it unless `alias` is false. Raises
    Refused if another record has the name or the address.
    """
    kind = kind_called(str(record._meta.model_name))
    with transaction.atomic():
        (current,) = locked(kind, [record.pk])
        wanted = checked_name(name)
        refuse_taken_name(kind, current, wanted)
        address = checked_slug(kind, current, (slug or "").strip(), wanted)
        if (wanted, address) == (current.name, current.slug):
            raise Refused(f"“{current}” has this name and address already.")
        journal = Journal()
        set_name(journal, kind, current, wanted)
        set_address(journal, kind, current, address)
        if alias and wanted != current.name:
            keep_name(journal, kind, current)
        said = f"Renamed {named([current])} to {named([wanted])}: address {current.slug} to {address}"
        return keep(journal, Curation.Act.RENAMED, kind, said, by)


def redirect(record: Record, slug: str) -> None:
    """Let an address that a record had before lead to it, where it was given another by other ways than `rename`."""
    keep_address(Journal(), kind_called(str(record._meta.model_name)), slug, record.pk)


def set_name(journal: Journal, kind: Kind, record: Record, name: str) -> None:
    """Write the name, and what is made of it; it is no other name of the record any more."""
    if name == record.name:
        return
    values: dict[str, Any] = {"name": name}
    if isinstance(record, Person):
        made = record.sort_name == sort_name(record.name)
        sorted_under = sort_name(name) if made else record.sort_name
        values |= {"key": name_key(name), "sort_name": sorted_under, "sort_key": sort_key(sorted_under)}
    journal.change(kind.record, [record.pk], **values)
    journal.delete(kind.alias, ids_of(kind.aliases.filter(**{kind.name: record, "name": name})))


def set_address(journal: Journal, kind: Kind, record: Record, slug: str) -> None:
    """Write the address; the old one leads to the record."""
    if slug == record.slug:
        return
    journal.change(kind.record, [record.pk], slug=slug)
    journal.delete(FormerSlug, ids_of(FormerSlug.objects.filter(slug=slug, **{kind.name: record})))
    keep_address(journal, kind, record.slug, record.pk)


def keep_name(journal: Journal, kind: Kind, record: Record) -> None:
    """Make the old name another name of the record."""
    if kind.aliases.filter(**{kind.name: record, "name": record.name}).exists():
        return
    if isinstance(record, Person):
        journal.make([Alias(person=record, name=record.name, kind=Alias.Kind.FORMER)])
    else:
        journal.make([TopicAlias(topic=record, name=record.name)])

"""What a record adds to a person: the empty is filled in, what is there stays, a contradiction is told."""

from collections.abc import Iterator

from articles.models import Alias, Person
from articles.people.names import bare
from articles.people.names import sort_name as sorted_name
from articles.peoplerecords.entries import Entry
from articles.peoplerecords.records import OtherName, PersonRecord

TEXTS = ("description", "wikidata_id", "bioguide_id")
DATES = ("born", "died")
WRITTEN = ("sort_name", *TEXTS, *DATES)


def new_entry(record: PersonRecord, name: str) -> Entry:
    """Return the person that a record tells of, under a name; its own is an alias if it is another."""
    person = Person(
        name=name,
        sort_name=record.sort_name or sorted_name(record.name),
        slug=record.slug,
        **{field: getattr(record, field) for field in (*TEXTS, *DATES)},
    )
    entry = Entry(person)
    for told in record.aliases:
        add_name(entry, told)
    add_name_of(record, entry)
    return entry


def fill(entry: Entry, record: PersonRecord) -> Iterator[str]:
    """Fill in what of the person is empty; yield each contradiction."""
    person = entry.person
    if record.sort_name and person.sort_name == sorted_name(person.name) != record.sort_name:
        entry.set("sort_name", record.sort_name)
    for field in (*TEXTS, *DATES):
        told, kept = getattr(record, field), getattr(person, field)
        if told and not kept and not contradicts(entry, record, field):
            entry.set(field, told)
        elif told and told != kept and field in DATES:
            yield f"{field} {told} in the file, {kept or f'against {person.born or person.died}'} in the archive"
    names = {bare(name) for name in entry.names()}
    for other in record.aliases:
        if other.name in entry.aliases or bare(other.name) not in names:
            add_name(entry, other)
    add_name_of(record, entry)


def contradicts(entry: Entry, record: PersonRecord, field: str) -> bool:
    """Return whether a date of the record would have the person die before its birth."""
    born = record.born if field == "born" else entry.person.born
    died = record.died if field == "died" else entry.person.died
    return field in DATES and bool(born and died and died < born)


def add_name_of(record: PersonRecord, entry: Entry) -> None:
    """Add the record's own name if the person does not have it in any form."""
    if bare(record.name) not in {bare(name) for name in entry.names()}:
        is_shorter = entry.person.name.startswith(f"{record.name} (")
        kind = Alias.Kind.SHORT if is_shorter else Alias.Kind.SPELLING
        add_name(entry, OtherName(name=record.name, kind=kind))


def add_name(entry: Entry, told: OtherName) -> None:
    """Add another name; of one that is there, fill in the time it was used."""
    alias = entry.aliases.get(told.name)
    if alias is None:
        entry.add_alias(Alias(name=told.name, kind=told.kind, used_from=told.used_from, used_to=told.used_to))
        return
    for field in ("used_from", "used_to"):
        if getattr(told, field) and not getattr(alias, field):
            setattr(alias, field, getattr(told, field))
            entry.rewrite(alias)

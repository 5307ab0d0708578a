"""Whose record it is: by Wikidata's identifier, then Bioguide's, then by a name that one person alone bears."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.models import Alias, Office, Person
from articles.people.keys import name_key
from articles.people.names import bare
from articles.peoplerecords.records import PersonRecord

Brought = dict[int, str]
"""By id of a person, the slug of the record of this file that stands for it."""


class Clash(Exception):
    """A record contradicts the archive so that it can't be told whose it is; the message says how."""


@dataclass(slots=True, eq=False)
class Entry:
    """A person of the archive, or one about to be made, with other names and offices.

    `changed` names what of the person is to be written, `rewritten` holds the aliases and offices that are; `changes` counts
    all of it, also what is new.
    """

    person: Person
    aliases: dict[str, Alias] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    brought: str = ""
    changed: set[str] = field(default_factory=set)
    rewritten: list[Alias | Office] = field(default_factory=list)
    changes: int = 0

    def names(self) -> Iterator[str]:
        """Yield every name of the person."""
        yield self.person.name
        yield from self.aliases

    def set(self, field: str, value: object) -> None:
        """Fill in a field of the person."""
        setattr(self.person, field, value)
        self.changed.add(field)
        self.changes += 1

    def add_alias(self, alias: Alias) -> None:
        """Add another name."""
        self.aliases[alias.name] = alias
        self.changes += 1

    def add_office(self, office: Office) -> None:
        """Add an office."""
        self.offices.append(office)
        self.changes += 1

    def rewrite(self, one: Alias | Office) -> None:
        """Let an alias or an office be written as it is now."""
        self.changes += 1
        if one.pk and one not in self.rewritten:
            self.rewritten.append(one)


@dataclass(frozen=True, slots=True)
class Match:
    """Whose record it is: `entry` is None for a person who is not known; `homonyms` are others who bear the name."""

    entry: Entry | None
    by_name: bool = False
    homonyms: tuple[Entry, ...] = ()


class Known:
    """The people whom some records may be about, by identifiers and by the bare form of each name: seven queries."""

    def __init__(self, records: Iterable[PersonRecord], brought: Brought) -> None:
        self.by_wikidata: dict[str, Entry] = {}
        self.by_bioguide: dict[str, Entry] = {}
        self.by_name: dict[str, list[Entry]] = defaultdict(list)
        self.entries: list[Entry] = []
        for entry in loaded(ids_of(list(records)), brought):
            self.enter(entry)

    def enter(self, entry: Entry) -> None:
        """Let a person be found."""
        self.entries.append(entry)
        self.identify(entry)
        for name in entry.names():
            self.name(entry, name)

    def identify(self, entry: Entry) -> None:
        """Let a person be found by the identifiers it has by now."""
        if entry.person.wikidata_id:
            self.by_wikidata[entry.person.wikidata_id] = entry
        if entry.person.bioguide_id:
            self.by_bioguide[entry.person.bioguide_id] = entry

    def name(self, entry: Entry, name: str) -> None:
        """Let a person be found by a name."""
        if entry not in self.by_name[bare(name)]:
            self.by_name[bare(name)].append(entry)

    def match(self, record: PersonRecord) -> Match:
        """Return whose record it is. Raises Clash."""
        bearers = [entry for entry in self.by_name.get(bare(record.name), ()) if not is_apart(entry, record)]
        if found := self.identified(record):
            if is_other_birth(found, record) and found not in bearers:
                raise Clash(f"{found.person} has its identifier, but another name and birth date")
            return Match(found, homonyms=tuple(entry for entry in bearers if entry is not found))
        possible = [entry for entry in bearers if not is_other(entry, record)]
        if len(possible) > 1:
            possible = [entry for entry in possible if record.slug and entry.person.slug == record.slug]
            if not possible:
                raise Clash("several people of the archive bear this name: an identifier tells which")
        if not possible:
            return Match(None, homonyms=tuple(self.by_name.get(bare(record.name), ())))
        if has_identifier(possible[0].person) and has_identifier(record):
            raise Clash(f"{possible[0].person} bears this name, with identifiers of another kind")
        return Match(possible[0], by_name=True)

    def identified(self, record: PersonRecord) -> Entry | None:
        """Return the person with an identifier of the record. Raises Clash where the two lead to two."""
        first, second = self.by_wikidata.get(record.wikidata_id), self.by_bioguide.get(record.bioguide_id)
        if first and second and first is not second:
            raise Clash(
                f"its identifiers are those of two people, {first.person} and {second.person}: merge them"
            )
        found = first or second
        if found and (kind := other_identifier(found.person, record)):
            raise Clash(f"{found.person} has another {kind} identifier")
        return found


def ids_of(records: list[PersonRecord]) -> set[int]:
    """Return the ids of all whom the records may be about."""
    keys = {name_key(record.name) for record in records}
    by_wikidata = Person.objects.filter(wikidata_id__in={record.wikidata_id for record in records} - {""})
    by_bioguide = Person.objects.filter(bioguide_id__in={record.bioguide_id for record in records} - {""})
    return {
        *by_wikidata.exclude(wikidata_id="").values_list("id", flat=True),
        *by_bioguide.exclude(bioguide_id="").values_list("id", flat=True),
        *Person.objects.filter(key__in=keys).values_list("id", flat=True),
        *Alias.objects.filter(key__in=keys).values_list("person_id", flat=True),
    }


def loaded(ids: set[int], brought: Brought) -> list[Entry]:
    """Return the people with these ids, their other names and offices; no one else changes them meanwhile."""
    people = Person.objects.filter(pk__in=ids).order_by("pk").select_for_update(of=("self",))
    found = {person.pk: Entry(person, brought=brought.get(person.pk, "")) for person in people}
    for alias in Alias.objects.filter(person__in=ids).order_by("id"):
        found[alias.person_id].aliases[alias.name] = alias
    for office in Office.objects.filter(person__in=ids).with_posts().order_by("id"):
        found[office.person_id].offices.append(office)
    return list(found.values())


def has_identifier(bearer: Person | PersonRecord) -> bool:
    """Return whether it has an identifier of any kind."""
    return bool(bearer.wikidata_id or bearer.bioguide_id)


def other_identifier(person: Person, record: PersonRecord) -> str:
    """Return the kind of identifier in which both differ, "" if there is none."""
    if person.wikidata_id and record.wikidata_id and person.wikidata_id != record.wikidata_id:
        return "Wikidata"
    if person.bioguide_id and record.bioguide_id and person.bioguide_id != record.bioguide_id:
        return "Bioguide"
    return ""


def is_other_birth(entry: Entry, record: PersonRecord) -> bool:
    """Return whether both have a birth date, and not the same."""
    return bool(entry.person.born and record.born and entry.person.born != record.born)


def is_other(entry: Entry, record: PersonRecord) -> bool:
    """Return whether the record can't be this person's, whatever its name."""
    return bool(other_identifier(entry.person, record)) or is_other_birth(entry, record)


def is_apart(entry: Entry, record: PersonRecord) -> bool:
    """Return whether another record of the same file, with an address of its own, stands for the person."""
    return bool(entry.brought and record.slug and entry.brought != record.slug)

"""Whose record it is: by Wikidata's identifier, then Bioguide's, then by a name that one person alone bears.

The record's own name counts before the others that it is `known_as`. Identifiers are compared in capitals: an editor may have
typed them otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Alias, Person
from articles.people.keys import name_key
from articles.people.names import bare
from articles.peoplerecords.entries import Brought, Entry, loaded
from articles.peoplerecords.records import PersonRecord


class Clash(Exception):
    """A record contradicts the archive so that it can't be told whose it is; the message says how."""


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
            self.by_wikidata[entry.person.wikidata_id.upper()] = entry
        if entry.person.bioguide_id:
            self.by_bioguide[entry.person.bioguide_id.upper()] = entry

    def name(self, entry: Entry, name: str) -> None:
        """Let a person be found by a name."""
        if entry not in self.by_name[bare(name)]:
            self.by_name[bare(name)].append(entry)

    def match(self, record: PersonRecord) -> Match:
        """Return whose record it is. Raises Clash."""
        bearers = self.bearers(record, record.name)
        others = self.bearers(record, *record.known_as)
        if found := self.identified(record):
            if is_other_birth(found, record) and found not in (*bearers, *others):
                raise Clash(f"{found.person} has its identifier, but another name and birth date")
            return Match(found, homonyms=tuple(entry for entry in bearers if entry is not found))
        possible, borne = [entry for entry in bearers if not is_other(entry, record)], "this name"
        if not possible:
            possible, borne = [entry for entry in others if not is_other(entry, record)], "one of its names"
        if len(possible) > 1:
            possible = [entry for entry in possible if record.slug and entry.person.slug == record.slug]
            if not possible:
                raise Clash(f"several people of the archive bear {borne}: an identifier tells which")
        if not possible:
            return Match(None, homonyms=tuple(self.by_name.get(bare(record.name), ())))
        if has_identifier(possible[0].person) and has_identifier(record):
            raise Clash(f"{possible[0].person} bears {borne}, with identifiers of another kind")
        return Match(possible[0], by_name=True)

    def bearers(self, record: PersonRecord, *names: str) -> list[Entry]:
        """Return who bears one of the names, and may be who the record tells of."""
        found = (entry for name in names for entry in self.by_name.get(bare(name), ()))
        return [entry for entry in dict.fromkeys(found) if not is_apart(entry, record)]

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
    keys = {name_key(name) for record in records for name in (record.name, *record.known_as)} - {""}
    by_wikidata = Person.objects.filter(wikidata_id__in=spelled(record.wikidata_id for record in records))
    by_bioguide = Person.objects.filter(bioguide_id__in=spelled(record.bioguide_id for record in records))
    return {
        *by_wikidata.exclude(wikidata_id="").values_list("id", flat=True),
        *by_bioguide.exclude(bioguide_id="").values_list("id", flat=True),
        *Person.objects.filter(key__in=keys).values_list("id", flat=True),
        *Alias.objects.filter(key__in=keys).values_list("person_id", flat=True),
    }


def spelled(identifiers: Iterable[str]) -> set[str]:
    """Return identifiers in capitals and in small letters."""
    return {form for one in identifiers if one for form in (one, one.lower())}


def has_identifier(bearer: Person | PersonRecord) -> bool:
    """Return whether it has an identifier of any kind."""
    return bool(bearer.wikidata_id or bearer.bioguide_id)


def other_identifier(person: Person, record: PersonRecord) -> str:
    """Return the kind of identifier in which both differ, "" if there is none."""
    if person.wikidata_id and record.wikidata_id and person.wikidata_id.upper() != record.wikidata_id:
        return "Wikidata"
    if person.bioguide_id and record.bioguide_id and person.bioguide_id.upper() != record.bioguide_id:
        return "Bioguide"
    return ""


def is_other_birth(entry: Entry, record: PersonRecord) -> bool:
    """Return whether both have a birth date, and not the same."""
    return bool(entry.person.born and record.born and entry.person.born != record.born)


def is_other(entry: Entry, record: PersonRecord) -> bool:
    """Return whether the record can't be this person's, whatever its name."""
    return (
        bool(other_identifier(entry.person, record))
        or is_other_birth(entry, record)
        or not lived(entry, record)
    )


def lived(entry: Entry, record: PersonRecord) -> bool:
    """Return whether the person may have lived when the offices of the record began, as far as both tell."""
    born, died = entry.person.born, entry.person.died
    return not any(
        (died and office.first.day > died) or (born and office.first.day.year < born.year)
        for office in record.offices
    )


def is_apart(entry: Entry, record: PersonRecord) -> bool:
    """Return whether another record of the same file, with an address of its own, stands for the person."""
    return bool(entry.brought and record.slug and entry.brought != record.slug)

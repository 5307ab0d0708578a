"""A name of its own for a person whose name another one has."""

from collections.abc import Iterable, Iterator

from articles.models import Person
from articles.people.keys import name_key
from articles.people.names import bare
from articles.people.states import named
from articles.peoplerecords.entries import Entry
from articles.peoplerecords.matching import Clash, Known
from articles.peoplerecords.records import PersonRecord
from articles.peoplerecords.told import LONGEST_NAME


def own_name(record: PersonRecord, homonyms: Iterable[Entry], known: Known) -> str:
    """Return the name of a new person, with what tells it apart from its homonyms in brackets where it has to be told apart.

    A record with an address of its own may have a name that differs in accents alone. Raises Clash if nothing tells them apart.
    """
    others = [entry for entry in homonyms if is_named(entry, record)]
    if not others:
        return record.name
    for told in distinctions(record, others):
        name = f"{record.name} ({told})"
        if len(name) <= LONGEST_NAME and not is_taken(name, known):
            return name
    raise Clash(f"{others[0].person} bears this name, and nothing tells them apart")


def is_named(entry: Entry, record: PersonRecord) -> bool:
    """Return whether the person has the name of the record as its own."""
    name = entry.person.name
    return name.lower() == record.name.lower() or (not record.slug and bare(name) == bare(record.name))


def distinctions(record: PersonRecord, others: list[Entry]) -> Iterator[str]:
    """Yield what tells a person apart from others: the state of its last office, the year of its birth, both, an identifier."""
    latest = sorted(record.offices, key=lambda office: office.first.day, reverse=True)
    state = next((office.state for office in latest if office.state), "")
    born = f"born {record.born.year}" if record.born else ""
    if state and not any(office.state == state for entry in others for office in entry.offices):
        yield named(state)
    if born:
        yield born
    if state and born:
        yield f"{named(state)}, {born}"
    yield from filter(None, (record.bioguide_id, record.wikidata_id))


def is_taken(name: str, known: Known) -> bool:
    """Return whether someone of the archive, or of the records before, bears the name."""
    stored = Person.objects.filter(key=name_key(name)).values_list("name", flat=True)
    return any(bare(other) == bare(name) for other in stored) or bool(known.by_name.get(bare(name)))

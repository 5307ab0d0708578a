"""JSON: our own, an object a line, or the records of congress-legislators, known by the name that is an object there.

An array of such objects, or one of them over many lines, is read as well.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from articles.importers import jsonrecords
from articles.importers.base import Unfit
from articles.importers.exchange import rejection
from articles.newsitem import Rejection
from articles.peoplerecords import legislators, ours
from articles.peoplerecords.records import PersonRecord
from articles.peoplerecords.told import Told, held_office, other_name


def read(stream: BinaryIO, *, source: str) -> Iterator[PersonRecord | Rejection]:
    """Yield the people of a file in its order, a Rejection for what is none. Raises ImportFailure if it is no JSON."""
    yield from people(jsonrecords.records(stream), source)


def people(records: Iterable[jsonrecords.Record], source: str) -> Iterator[PersonRecord | Rejection]:
    """Yield the person that each record tells of, or why it tells of none."""
    for record in records:
        try:
            if record.problem:
                raise Unfit(record.problem)
            yield person_of(record.value, source, record.number)
        except Unfit as problem:
            yield rejection(str(problem), record.raw, source=source, line=record.number)


def person_of(value: Any, source: str, line: int) -> PersonRecord:
    """Return the person that a value tells of. Raises Unfit."""
    if not isinstance(value, Mapping):
        raise Unfit("it is not an object with named fields")
    told = Told(value)
    if isinstance(value.get("name"), Mapping):
        return legislators.person_of(told, source=source, line=line)
    aliases = [other_name(entry) for entry in told.entries("aliases")]
    offices = [held_office(entry) for entry in told.entries("offices")]
    return ours.person_of(told, aliases, offices, source=source, line=line)


def write(people: Iterable[PersonRecord]) -> Iterator[str]:
    """Yield a line for each person."""
    for person in people:
        aliases = [
            {
                "name": alias.name,
                "kind": alias.kind,
                "from": alias.used_from and str(alias.used_from),
                "to": alias.used_to and str(alias.used_to),
            }
            for alias in person.aliases
        ]
        offices = [ours.office_fields_of(office) for office in person.offices]
        record = ours.fields_of(person) | {"aliases": aliases, "offices": offices}
        yield f"{json.dumps(record, ensure_ascii=False)}\n"

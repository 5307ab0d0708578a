"""Put a whole archive into an empty installation: all of it or nothing."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import DataError, IntegrityError, models, transaction

from articles import copies
from articles.addresses import page_key
from articles.keeping.kinds import Column
from articles.keeping.references import Reference
from articles.keeping.refusals import Unfit
from articles.keeping.tables import TABLES, Table
from articles.keeping.unpacking import Line
from articles.models import Article
from articles.models.provenance import Provenance

AT_ONCE, BYTES_AT_ONCE = 500, 4_000_000
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One record, read: its place, its values by column, and those of what stands within it, by part."""

    line: Line
    values: Values
    parts: dict[str, list[Values]]


def occupied() -> str:
    """Return the name of a table that has something in it, "" if the archive is empty."""
    return next((table.name for table in TABLES if table.model._default_manager.exists()), "")


def restore(table: Table, lines: Iterable[Line]) -> None:
    """Write the records of a table. Raises WrongRecord."""
    for batch in batches(lines):
        rows = [read(table, line) for line in batch]
        resolve(table.first, [(row.line, row.values) for row in rows])
        for part in table.parts:
            resolve(part.first, [(row.line, values) for row in rows for values in row.parts[part.name]])
        write(table, rows)


def batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines up to 500, or about four megabytes, at a time."""
    batch: list[Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.text)
        if len(batch) == AT_ONCE or size >= BYTES_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read(table: Table, line: Line) -> Row:
    """Return the record of a line. Raises WrongRecord."""
    record = parsed(line)
    try:
        values = table.read(record)
        return Row(line, values, {part.name: part.entries(record) for part in table.parts})
    except Unfit as problem:
        raise line.wrong(problem) from problem


def parsed(line: Line) -> Any:
    """Return what a line says in JSON. Raises WrongRecord."""
    try:
        return json.loads(line.text.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise line.wrong(f"it is not JSON: {problem}") from problem


def resolve(columns: Iterable[Column], entries: list[tuple[Line, Values]]) -> None:
    """Put in the place of names the ids of the records that they name. Raises WrongRecord."""
    for column in columns:
        if not isinstance(column.kind, Reference):
            continue
        named = [(line, values) for line, values in entries if values[column.name] is not None]
        ids = column.kind.found({values[column.name] for _, values in named})
        for line, values in named:
            name = values[column.name]
            if name not in ids:
                raise line.wrong(f"its {column.name} “{column.kind.write(name)}” is nowhere in the file")
            values[column.name] = ids[name]


def write(table: Table, rows: list[Row]) -> None:
    """Write records. Raises WrongRecord for the first that contradicts those before it."""
    try:
        create(table, rows)
    except (IntegrityError, DataError):
        for row in rows:
            write_alone(table, row)
        raise


def write_alone(table: Table, row: Row) -> None:
    """Write one record. Raises WrongRecord if the database refuses it."""
    try:
        create(table, [row])
    except (IntegrityError, DataError) as problem:
        reason = str(problem).strip().splitlines()[0][:200]
        raise row.line.wrong(f"it contradicts another record: {reason}") from problem


def create(table: Table, rows: list[Row]) -> None:
    """Write records with what stands within them and what is made of them, all or none."""
    with transaction.atomic():
        records = [made(table, row.values) for row in rows]
        table.model._default_manager.bulk_create(records)
        stamp(table, records, rows)
        for part in table.parts:
            part.model._default_manager.bulk_create(
                made(part, values, **{part.owner: record})
                for record, row in zip(records, rows, strict=True)
                for values in row.parts[part.name]
            )
        articles = [record for record in records if isinstance(record, Article)]
        copies.keep(copies.texts_of(articles))


def made(table: Table, values: Values, **owner: models.Model) -> models.Model:
    """Return a new record, not yet written."""
    told = {column.field.attname: values[column.name] for column in table.first}
    if issubclass(table.model, Provenance):
        told["address_key"] = page_key(values["source_url"])
    return table.model(**told, **owner)


def stamp(table: Table, records: list[models.Model], rows: list[Row]) -> None:
    """Put right the moments that Django sets itself when it writes a new record."""
    for column in table.first:
        if getattr(column.field, "auto_now_add", False):
            for record, row in zip(records, rows, strict=True):
                setattr(record, column.name, row.values[column.name])
            table.model._default_manager.bulk_update(records, [column.name])

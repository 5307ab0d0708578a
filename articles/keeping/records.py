"""The archive's records as lines of its file, read in flat memory."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from typing import Any

from articles.keeping.kinds import Column
from articles.keeping.references import Reference
from articles.keeping.refusals import Refused, Unfit
from articles.keeping.tables import Table

IDS_AT_ONCE, ROWS_AT_ONCE = 500, 50

Record = dict[str, Any]


def records(table: Table, ids: Sequence[int]) -> Generator[Record, None, None]:
    """Yield the records with these ids, in order of id, each with its parts. Raises Refused.

    Who stops early closes it before the transaction ends: it holds a cursor of the database.
    """
    for start in range(0, len(ids), IDS_AT_ONCE):
        window = ids[start : start + IDS_AT_ONCE]
        parts = {part.name: entries(part, window) for part in table.parts}
        rows = table.model._default_manager.filter(pk__in=window).order_by("pk")
        for pk, *row in rows.values_list("pk", *paths(table)).iterator(ROWS_AT_ONCE):
            yield record(table, row) | {name: found.get(pk, []) for name, found in parts.items()}


def entries(part: Table, owners: Sequence[int]) -> dict[int, list[Record]]:
    """Return by owner what stands within the records of these owners, in order."""
    found = defaultdict(list)
    rows = part.model._default_manager.filter(**{f"{part.owner}__in": owners}).order_by("pk")
    for owner, *row in rows.values_list(part.owner, *paths(part)):
        found[owner].append(record(part, row))
    return found


def paths(table: Table) -> list[str]:
    """Return what the database is asked for."""
    return [path for column in table.columns for path in column.paths]


def record(table: Table, row: Sequence[Any]) -> Record:
    """Return a row of the database as the file has it. Raises Refused."""
    cells = iter(row)
    try:
        return {column.name: column.write(value(column, cells)) for column in table.columns}
    except Unfit as problem:
        raise Refused(f"A record of {table.name} {problem}") from problem


def value(column: Column, cells: Iterator[Any]) -> Any:
    """Return the next value of a row; the name of another record takes as many cells as it has parts."""
    if not isinstance(column.kind, Reference):
        return next(cells)
    name = tuple(next(cells) for _ in column.kind.fields)
    return None if None in name else name


def line(record: Record) -> bytes:
    """Return a record as a line of JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def within_year(record: Record, year: int) -> Record:
    """Return a record of a file of one year: a copy of another year's article is none there."""
    head = record.get("copy_of")
    return record | {"copy_of": None} if head and not head.startswith(f"{year:04}-") else record

"""Let records name others of their own table, once all are there: a broader topic, the article that one is a copy of."""

from collections.abc import Iterable

from articles.keeping.kinds import Column
from articles.keeping.references import Name, Reference
from articles.keeping.restoring import Values, batches, parsed, resolve
from articles.keeping.tables import Table
from articles.keeping.unpacking import Line


def link(table: Table, column: Column, lines: Iterable[Line]) -> None:
    """Write one column of the records of a table, which are there already. Raises WrongRecord."""
    own = Reference(table.model)
    for batch in batches(lines):
        found = ((line, parsed(line)) for line in batch)
        named = [(line, record) for line, record in found if record.get(column.name) is not None]
        names = [own.read("/".join(record[part] for part in own.fields)) for _, record in named]
        entries: list[tuple[Line, Values]] = [
            (line, {column.name: column.read(record)}) for line, record in named
        ]
        refuse_circles(column, names, entries)
        ids = own.found(names)
        resolve([column], entries)
        records = [
            table.model(pk=ids[name], **{column.field.attname: values[column.name]})
            for name, (_, values) in zip(names, entries, strict=True)
        ]
        table.model._default_manager.bulk_update(records, [column.field.name])


def refuse_circles(column: Column, names: Iterable[Name], entries: Iterable[tuple[Line, Values]]) -> None:
    """Raise WrongRecord for a record that names itself."""
    for name, (line, values) in zip(names, entries, strict=True):
        if values[column.name] == name:
            raise line.wrong(f"its {column.name} is the record itself")

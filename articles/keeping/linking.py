"""Let records name others of their own table, once all are there: what they stand under, the article that one is a copy of."""

from collections.abc import Iterable, Mapping

from django.db.models import F

from articles.keeping.kinds import Column
from articles.keeping.references import Name, Reference
from articles.keeping.refusals import Refused
from articles.keeping.restoring import Values, batches, parsed, resolve
from articles.keeping.tables import Table
from articles.keeping.unpacking import Line
from articles.models import Article, Organisation, Topic


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

    refuse_chains(table, column)


def refuse_chains(table: Table, column: Column) -> None:
    """Raise Refused for records that name one another in a circle."""
    if table.model is Article and Article.objects.filter(copy_of__copy_of=F("pk")).exists():
        raise Refused(f"{table.member}: two articles are copies of each other")
    if table.model in (Topic, Organisation):
        parents = dict(table.model._default_manager.order_by().values_list("pk", column.field.attname))
        if is_circular(parents):
            raise Refused(f"{table.member}: {table.name} stand under one another in a circle")


def is_circular(parents: Mapping[int, int | None]) -> bool:
    """Return whether the way up from any record never ends. Each record is met once, however deep they stand."""
    ending = set[int]()
    for record in parents:
        step, path = parents[record], {record}
        while step is not None and step not in ending:
            if step in path:
                return True
            path.add(step)
            step = parents.get(step)
        ending |= path
    return False


def refuse_circles(column: Column, names: Iterable[Name], entries: Iterable[tuple[Line, Values]]) -> None:
    """Raise WrongRecord for a record that names itself."""
    for name, (line, values) in zip(names, entries, strict=True):
        if values[column.name] == name:
            raise line.wrong(f"its {column.name} is the record itself")

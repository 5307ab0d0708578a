"""What an act writes, kept row by row as it was before and after, so that it can be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal, TypedDict

from django.apps import apps
from django.db.models import Field, Model, QuerySet
from django.db.models.deletion import get_candidate_relations_to_delete

from articles.curating.refused import Refused

CHUNK = 1_000
"""Rows a statement: SQLite takes 32,766 parameters, and a mention has ten columns."""

Columns = dict[str, list[Any]]


class Step(TypedDict):
    """Rows of one table that were changed, deleted or made in one statement: by column, ids included.

    `before` is empty of rows that were made, `after` of those deleted.
    """

    table: str
    did: Literal["changed", "deleted", "made"]
    before: Columns
    after: Columns


class Journal:
    """Writes, and keeps what it wrote over."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def change(
        self, model: type[Model], ids: Iterable[int], telling: Sequence[str] = (), /, **values: Any
    ) -> None:
        """Set columns of the rows with these ids to the same values; the columns `telling` are kept beside them."""
        names = ("id", *telling, *values)
        for chunk in chunks(ids):
            rows = model._base_manager.filter(pk__in=chunk)
            before = [tuple(map(plain, row)) for row in rows.order_by("pk").values_list(*names)]
            rows.update(**values)
            after = [(*row[: 1 + len(telling)], *map(plain, values.values())) for row in before]
            self.note(model, "changed", by_column(names, before), by_column(names, after))

    def rewrite(self, records: Sequence[Model], changes: Sequence[dict[str, Any]]) -> None:
        """Set columns of each record to values of its own; the columns are the same for all."""
        if not records:
            return
        names = ("id", *changes[0])
        before = columns_of(records, names)
        for record, change in zip(records, changes, strict=True):
            for name, value in change.items():
                setattr(record, name, value)
        overwrite(records, names[1:])
        self.note(type(records[0]), "changed", before, columns_of(records, names))

    def delete(self, model: type[Model], ids: Iterable[int]) -> None:
        """Delete the rows with these ids. Raises Refused if other rows belong to them still."""
        for chunk in chunks(ids):
            rows = model._base_manager.filter(pk__in=chunk)
            before = columns_of(list(rows.order_by("pk")), all_columns(model))
            refuse_if_named(model, chunk)
            rows.delete()
            self.note(model, "deleted", before, {})

    def make(self, records: Sequence[Model]) -> None:
        """Insert records; they know their ids then."""
        for start in range(0, len(records), CHUNK):
            made = records[start : start + CHUNK]
            model = type(made[0])
            model._base_manager.bulk_create(made)
            self.note(model, "made", {}, columns_of(made, all_columns(model)))

    def note(self, model: type[Model], did: Any, before: Columns, after: Columns) -> None:
        """Keep a step."""
        self.steps.append({"table": model._meta.label, "did": did, "before": before, "after": after})


def table_of(step: Step) -> type[Model]:
    """Return the model whose rows a step wrote."""
    return apps.get_model(step["table"])


def columns_naming(step: Step, record: type[Model]) -> list[str]:
    """Return the columns that a step wrote which name a person or a topic: of those themselves, the id."""
    model, written = table_of(step), step["after"] or step["before"]
    if model is record:
        return ["id"]
    fields = (field for field in model._meta.concrete_fields if field.attname in written)
    return [field.attname for field in fields if field.related_model is record]


def all_columns(model: type[Model]) -> tuple[str, ...]:
    """Return the names of all columns of a table, the id first."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def columns_of(records: Sequence[Model], names: Sequence[str]) -> Columns:
    """Return what the records hold, by column."""
    return {name: [plain(getattr(record, name)) for record in records] for name in names}


def by_column(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Columns:
    """Return rows by column."""
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def by_row(columns: Columns) -> Iterator[dict[str, Any]]:
    """Yield the rows that stand by column."""
    return (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it: dates and times in ISO 8601, to the microsecond."""
    return value.isoformat() if isinstance(value, date) else value


def read_back(model: type[Model], name: str, value: Any) -> Any:
    """Return the value of a column that `plain` gave."""
    field = model._meta.get_field(name)
    return field.to_python(value) if isinstance(field, Field) else value


def overwrite(records: Sequence[Model], names: Iterable[str]) -> None:
    """Write columns of records that exist: one statement, which triggers see as an update of each row."""
    if records:
        type(records[0])._base_manager.bulk_create(
            records, update_conflicts=True, unique_fields=["id"], update_fields=list(names)
        )


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Yield ids in ascending order, no more at a time than a statement takes."""
    wanted = sorted(set(ids))
    return (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))


def refuse_if_named(model: type[Model], ids: list[int]) -> None:
    """Raise Refused if rows of other tables name these: they would go with them, and no one would know."""
    for rows in naming(model, ids):
        if number := rows.count():
            kind = rows.model._meta.verbose_name if number == 1 else rows.model._meta.verbose_name_plural
            name = model._base_manager.filter(pk__in=ids).first()
            raise Refused(f"{number:,} {kind} would go with “{name}”, and came since.")


def naming(model: type[Model], ids: list[int]) -> Iterator[QuerySet[Any]]:
    """Yield the rows of each table that name rows with these ids, but not the rows themselves."""
    relations: Iterable[Any] = get_candidate_relations_to_delete(model._meta)
    for relation in relations:
        rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": ids})
        yield rows.exclude(pk__in=ids) if relation.related_model is model else rows

"""Columns that names are looked up by: their keys, made anew whenever a record is written."""

from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from articles.people.keys import name_key, sort_key


class MadeAttribute(DeferredAttribute):
    """The key of what the record is called now, whatever the database holds: fixtures and bulk writes store that too."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        return self if instance is None else self.field.key_of(instance)  # type: ignore[attr-defined]

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class NameKeyField(models.CharField):
    """The key of the record's name. `QuerySet.update(name=…)` has to set it too."""

    descriptor_class = MadeAttribute

    def __init__(self, **options: Any) -> None:
        fixed = {"max_length": 200, "blank": True, "editable": False, "serialize": False, "db_index": True}
        super().__init__(**options | fixed)

    def key_of(self, record: Any) -> str:
        """Return the key of a record."""
        return name_key(record.name)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Return the key; a field that has this method is written by `update_or_create` as well."""
        return self.key_of(model_instance)


class SortKeyField(NameKeyField):
    """The key of the record's name for sorting, family name first."""

    def key_of(self, record: Any) -> str:
        """Return the key of a record."""
        return sort_key(record.sort_name)


@models.CharField.register_lookup
class Begins(models.Lookup):
    """Whether a text begins with a key: by the index on either database, which `startswith` is not on SQLite.

    What it begins with has lower-case ASCII letters, digits, hyphens and a comma: nothing that a pattern reads otherwise.
    """

    lookup_name = "begins"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition for PostgreSQL, which has an index for patterns on each of these columns."""
        return self.condition(compiler, connection, "LIKE", "%")

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition for SQLite, where LIKE disregards case and so the index."""
        return self.condition(compiler, connection, "GLOB", "*")

    def condition(
        self, compiler: Any, connection: Any, operator: str, rest: str
    ) -> tuple[str, tuple[Any, ...]]:
        """Return the column compared with the key and whatever follows it."""
        left, left_parameters = self.process_lhs(compiler, connection)
        right, right_parameters = self.process_rhs(compiler, connection)
        return f"{left} {operator} {right}", (*left_parameters, *(f"{key}{rest}" for key in right_parameters))

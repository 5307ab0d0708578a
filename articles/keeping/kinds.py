"""What a column of the database is in the archive's file, told from the field of the model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from articles.keeping.references import Reference
from articles.keeping.refusals import Unfit
from articles.keeping.structures import Json, Key, Names
from articles.keeping.values import Address, Day, Flag, Header, Html, Kind, Moment, OneOf, Slug, Text, Whole
from articles.models.fields import CleanHtmlField

INTEGER, SMALL, BIG = 2**31 - 1, 2**15 - 1, 2**63 - 1
SENT_AS_HEADERS = ("etag", "last_modified")
NEVER_EMPTY = ("headline", "name", "title")
NEVER_MADE_UP = (models.DateTimeField, models.UUIDField)

KINDS: tuple[tuple[type[models.Field], Callable[[Any], Kind]], ...] = (
    (models.ForeignKey, lambda field: Reference(field.remote_field.model)),
    (CleanHtmlField, lambda field: Html()),
    (models.URLField, lambda field: Address(field.max_length)),
    (models.SlugField, lambda field: Slug(field.max_length, required=True)),
    (models.CharField, lambda field: Text(field.max_length, required=field.name in NEVER_EMPTY)),
    (models.TextField, lambda field: Text()),
    (models.DateTimeField, lambda field: Moment()),
    (models.DateField, lambda field: Day()),
    (models.BooleanField, lambda field: Flag()),
    (models.UUIDField, lambda field: Key()),
    (models.JSONField, lambda field: Names() if field.default is list else Json()),
    (models.PositiveSmallIntegerField, lambda field: Whole(0, SMALL)),
    (models.PositiveIntegerField, lambda field: Whole(0, INTEGER)),
    (models.BigIntegerField, lambda field: Whole(-BIG - 1, BIG)),
)
"""The first that fits counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, its field, and what its values are."""

    name: str
    field: models.Field
    kind: Kind

    @property
    def paths(self) -> tuple[str, ...]:
        """What the database is asked for."""
        if isinstance(self.kind, Reference):
            return tuple(f"{self.field.name}__{part}" for part in self.kind.fields)
        return (self.field.name,)

    def write(self, value: Any) -> Any:
        """Return a stored value as JSON holds it."""
        return None if value is None else self.kind.write(value)

    def read(self, record: dict[str, Any]) -> Any:
        """Return what a record of the file has in this column, as it is stored. Raises Unfit."""
        if self.name not in record:
            return self.unsaid()
        value = record[self.name]
        if value is None and self.field.null:
            return None
        try:
            return self.kind.read(value)
        except Unfit as problem:
            raise Unfit(f"its {self.name} {problem}") from problem

    def unsaid(self) -> Any:
        """Return what stands in a column that an older program did not know. Raises Unfit if nothing can."""
        if self.field.null:
            return None
        if self.field.has_default() and not isinstance(self.field, NEVER_MADE_UP):
            return self.field.get_default()
        if self.field.blank and isinstance(self.kind, Text) and not self.kind.required:
            return ""
        raise Unfit(f"it has no {self.name}")


def column(model: type[models.Model], name: str, field: str = "") -> Column:
    """Return the column `name` of a model's records; its `field` may be called otherwise."""
    found = model._meta.get_field(field or name)
    assert isinstance(found, models.Field)  # noqa: S101 - columns are named in `tables` alone
    if name in SENT_AS_HEADERS:
        return Column(name, found, Header(found.max_length))
    if found.choices:
        return Column(name, found, OneOf([str(value) for value, _ in found.choices]))
    return Column(name, found, next(kind(found) for of, kind in KINDS if isinstance(found, of)))

"""Fields that keep a promise on every way into the database."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import BaseExpression

from articles.markup import MarkupTooLarge, clean
from articles.richtext import CleanHtml

if TYPE_CHECKING:
    Text = models.TextField[str, CleanHtml]
else:
    Text = models.TextField


class CleanHtmlField(Text):
    """Text that is clean HTML: cleaned by `save()`, `loaddata`, `bulk_create` and `QuerySet.update()` alike."""

    def clean(self, value: Any, model_instance: models.Model | None) -> CleanHtml:
        """Clean what a form was given. Raise ValidationError if it is too much to be an article."""
        try:
            return CleanHtml(clean(super().clean(value, model_instance)))
        except MarkupTooLarge as problem:
            raise ValidationError(f"This can’t be stored: {problem}.") from problem

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Clean what is about to be stored, unless `markup` made it."""
        if value is not None and not isinstance(value, CleanHtml | BaseExpression):
            value = CleanHtml(clean(str(value)))
        return super().get_db_prep_save(value, connection)

    def from_db_value(
        self, value: str | None, expression: Any, connection: BaseDatabaseWrapper
    ) -> CleanHtml | None:
        """Give stored text back as what it is."""
        return None if value is None else CleanHtml(value)


class TransactionField(models.BigIntegerField):
    """The transaction that wrote a row: PostgreSQL's own number for it, always 0 on SQLite, which has one writer."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return the column's type."""
        return "xid8" if connection.vendor == "postgresql" else "integer"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Send the number as text to PostgreSQL, which compares an xid8 with no kind of integer."""
        value = super().get_db_prep_value(value, connection, prepared)
        return str(value) if connection.vendor == "postgresql" and isinstance(value, int) else value

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> int | None:
        """Return the number, which PostgreSQL sends as text."""
        return None if value is None else int(value)


class CurrentTransaction(models.Func):
    """The number of the transaction under way, as a column's default."""

    template = "pg_current_xact_id()"
    output_field = TransactionField()

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """SQLite numbers no transactions."""
        return self.as_sql(compiler, connection, template="0", **context)


class RandomToken(models.Func):
    """Sixteen random hexadecimal digits made by the database, as a column's default."""

    template = "substr(md5(random()::text || clock_timestamp()::text), 1, 16)"
    output_field = models.CharField(max_length=16)

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """SQLite says it differently."""
        return self.as_sql(compiler, connection, template="(lower(hex(randomblob(8))))", **context)

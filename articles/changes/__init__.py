"""The change log's triggers: one SQL file for each kind of database, installed after every migrate.

They note each inserted, updated and deleted article, each change of its people, topics and quotations, each topic that
moves in the tree, and each record with names, with each of its other names and each office of a person, whoever writes:
the admin, fixtures, bulk statements or SQL by hand.
"""

from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

HERE = Path(__file__).parent
LOG_TABLE, LATEST_COLUMN = "articles_change", "record_id"
opened: set[str] = set()


def install(connection: BaseDatabaseWrapper) -> None:
    """Replace the triggers by those of the SQL file; do nothing where the log does not stand yet as they write it."""
    if LOG_TABLE not in connection.introspection.table_names():
        return
    script = (HERE / f"{connection.vendor}.sql").read_text("utf-8")
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, LOG_TABLE)
        if LATEST_COLUMN not in {column.name for column in columns}:
            return
        for statement in script.split("\n-- next\n"):
            cursor.execute(statement)


def note_opening(connection: BaseDatabaseWrapper, **signal: object) -> None:
    """Remember that this process opened a database."""
    opened.add(connection.alias)


def was_opened() -> bool:
    """Return whether this process opened a database, and so may have changed it."""
    return bool(opened)

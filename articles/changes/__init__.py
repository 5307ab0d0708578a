"""The change log's triggers: one SQL file for each kind of database, installed after every migrate.

They note each inserted, updated and deleted article, each change of its people and topics, and each topic
that moves in the tree, whoever writes: the admin, fixtures, bulk statements or SQL by hand.
"""

from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

HERE = Path(__file__).parent
LOG_TABLE = "articles_change"
opened: set[str] = set()


def install(connection: BaseDatabaseWrapper) -> None:
    """Replace the triggers by those of the SQL file; do nothing where the log's table does not stand yet."""
    if LOG_TABLE not in connection.introspection.table_names():
        return
    script = (HERE / f"{connection.vendor}.sql").read_text("utf-8")
    with connection.cursor() as cursor:
        for statement in script.split("\n-- next\n"):
            cursor.execute(statement)


def note_opening(connection: BaseDatabaseWrapper, **signal: object) -> None:
    """Remember that this process opened a database."""
    opened.add(connection.alias)


def was_opened() -> bool:
    """Return whether this process opened a database, and so may have changed it."""
    return bool(opened)

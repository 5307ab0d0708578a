"""Long looks at the database and long writes into it: one state, one transaction, and no time limit."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from django.db import OperationalError, connection, transaction

from articles.keeping.refusals import Refused

UNLIMITED = ("idle_in_transaction_session_timeout", "statement_timeout")


@contextmanager
def one_state() -> Iterator[None]:
    """Let everything read within see the same state of the archive, and let others write meanwhile.

    On SQLite a transaction would otherwise begin as a writer's, and keep the others waiting to its end.
    """
    connection.ensure_connection()
    mode = getattr(connection, "transaction_mode", None)
    is_outermost = not connection.in_atomic_block
    connection.transaction_mode = None  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            if is_outermost:
                execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            without_limits()
            yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]


@contextmanager
def one_write(tables: Iterable[str]) -> Iterator[None]:
    """Let everything written within be kept together, or nothing of it, while nobody else writes into these tables.

    Foreign keys are checked as they are written: left to the end, as Django has it, the check of a million articles
    would wait in memory. Raises Refused if somebody else is writing for longer than one waits for a lock.
    """
    with ExitStack() as transactions:
        try:
            transactions.enter_context(transaction.atomic())
            without_limits()
            execute(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")
            execute("SET CONSTRAINTS ALL IMMEDIATE")
        except OperationalError as problem:
            raise Refused(
                "Another program is writing into this archive: try again when it is done"
            ) from problem
        yield


def without_limits() -> None:
    """Let this transaction take its time: it may work on files for minutes without a word to the database."""
    for limit in UNLIMITED:
        execute(f"SET LOCAL {limit} = 0")


def execute(statement: str) -> None:
    """Run a statement on PostgreSQL, nothing elsewhere."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)

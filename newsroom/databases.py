"""How the archive's database is reached: every acknowledged write is kept, and every wait has an end."""

from pathlib import Path
from typing import Any

import dj_database_url

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
    "mmap_size=134217728",
    "journal_size_limit=67108864",
    "cache_size=-20000",
)
TIMEOUTS = {"lock_timeout": 2000, "idle_in_transaction_session_timeout": 15000}


class DatabaseRefused(Exception):
    """The address names no database that can hold the archive."""


def database(address: str, *, file: Path, synchronous: str, statement_timeout: int) -> dict[str, Any]:
    """Return Django's settings for the database at `address`, or in the SQLite `file` if no address is given.

    `statement_timeout` is in milliseconds. Raise DatabaseRefused if it is neither SQLite nor PostgreSQL.
    """
    settings: dict[str, Any] = parsed(address) if address else {"ENGINE": SQLITE, "NAME": file}
    if settings["ENGINE"] == SQLITE:
        options = sqlite_options(synchronous)
    elif settings["ENGINE"] == POSTGRESQL:
        options = postgresql_options(statement_timeout)
        settings |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    else:
        raise DatabaseRefused("DATABASE_URL must name sqlite:///… or postgres://…")
    return settings | {"OPTIONS": options | settings.get("OPTIONS", {})}


def parsed(address: str) -> dict[str, Any]:
    """Return what the address says. The refusal repeats nothing of it: it may hold a password."""
    try:
        return dict(dj_database_url.parse(address))
    except ValueError as problem:
        raise DatabaseRefused(
            "DATABASE_URL can't be read: it must be like sqlite:///… or postgres://…"
        ) from problem


def sqlite_options(synchronous: str) -> dict[str, object]:
    """Return the options that make SQLite wait for its turn and keep every acknowledged write."""
    statements = "; ".join(f"PRAGMA {pragma}" for pragma in (*PRAGMAS, f"synchronous={synchronous}"))
    return {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": statements}


def postgresql_options(statement_timeout: int) -> dict[str, object]:
    """Return the options that bound how long a connection, a lock and a statement may take."""
    timeouts = {"statement_timeout": statement_timeout} | TIMEOUTS
    return {
        "connect_timeout": 3,
        "target_session_attrs": "read-write",
        "options": " ".join(f"-c {name}={milliseconds}" for name, milliseconds in timeouts.items()),
    }

"""The database keeps what it acknowledged and waits no longer than it may, as live connections tell."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from newsroom.databases import DatabaseRefused, database

FILE = Path("/nowhere/newsroom.sqlite3")


def settings_for(address, file=FILE, synchronous="FULL", statement_timeout=5000):
    return database(address, file=file, synchronous=synchronous, statement_timeout=statement_timeout)


@pytest.fixture
def opened(tmp_path, db):
    """Open SQLite databases in a file, as the archive does."""
    handlers = []

    def open_database(**options):
        handlers.append(
            ConnectionHandler({"default": settings_for("", file=tmp_path / "news.sqlite3", **options)})
        )
        return handlers[-1]["default"]

    yield open_database
    for handler in handlers:
        handler["default"].close()


def pragma(connection, name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
        ("mmap_size", 134217728),
        ("journal_size_limit", 67108864),
        ("cache_size", -20000),
        ("busy_timeout", 20000),
    ],
)
def test_sqlite_has_the_pragmas_of_an_archive(opened, name, value):
    assert pragma(opened(), name) == value


@pytest.mark.sqlite
@pytest.mark.parametrize(("setting", "value"), [("FULL", 2), ("NORMAL", 1), ("EXTRA", 3)])
def test_sqlite_syncs_as_the_setting_says(opened, setting, value):
    assert pragma(opened(synchronous=setting), "synchronous") == value


@pytest.mark.sqlite
def test_sqlite_takes_its_turn_when_a_transaction_begins(opened):
    connection = opened()
    connection.ensure_connection()
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.sqlite
def test_archive_is_reached_with_these_options(settings):
    assert settings.DATABASES["default"]["OPTIONS"] == settings_for("")["OPTIONS"]


def test_address_may_add_options():
    settings = settings_for("postgres://reader:word@db.example/news?sslmode=verify-full")
    assert settings["OPTIONS"]["sslmode"] == "verify-full"
    assert settings["OPTIONS"]["connect_timeout"] == 3


def test_postgresql_connections_are_kept_and_checked():
    settings = settings_for("postgres://reader:word@db.example/news", statement_timeout=700)
    assert (settings["CONN_MAX_AGE"], settings["CONN_HEALTH_CHECKS"]) == (60, True)
    assert settings["OPTIONS"] == {
        "connect_timeout": 3,
        "target_session_attrs": "read-write",
        "options": (
            "-c statement_timeout=700 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=15000"
        ),
    }


@pytest.mark.parametrize(
    "address", ["mysql://u:hunter2@h/d", "postgres://u:hunter2@h:x/d", "hunter2", "postgres://["]
)
def test_other_database_is_refused_without_telling_its_password(address):
    with pytest.raises(DatabaseRefused) as refusal:
        settings_for(address)
    assert "hunter2" not in str(refusal.value)


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("statement_timeout", "5s"),
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "15s"),
        ("transaction_read_only", "off"),
    ],
)
def test_postgresql_has_the_timeouts_of_an_archive(name, value):
    if connection.vendor != "postgresql":
        pytest.skip("DATABASE_URL names no PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        assert cursor.fetchone() == (value,)

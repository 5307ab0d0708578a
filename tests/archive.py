"""A whole installation of its own, for tests in which several processes work on one archive."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
PREAMBLE = "import django, os, sys, time\ndjango.setup()\nfrom articles.models import *\nfrom articles import indexing\n"


@dataclass(frozen=True)
class Archive:
    """An archive in a folder, and its database. Every call is a process of its own."""

    folder: Path
    database_url: str

    @property
    def environment(self) -> dict[str, str]:
        named = {"DATABASE_URL": self.database_url} if self.database_url else {}
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return (
            kept
            | named
            | {"NEWSROOM_DATA_DIR": str(self.folder), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        )

    def manage(self, *arguments: str, given: bytes | None = None, status: int | None = 0) -> str:
        """Run a management command and return what it printed; fail if it ended with another status."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, input=given, capture_output=True, timeout=120
        )
        printed = (done.stdout + done.stderr).decode()
        assert status is None or done.returncode == status, printed
        assert "Traceback" not in printed, printed
        return printed

    def start(self, code: str) -> subprocess.Popen:
        """Start a program that works on the archive."""
        return subprocess.Popen(
            [sys.executable, "-c", PREAMBLE + code],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str) -> str:
        """Run a program that works on the archive and return what it printed."""
        program = self.start(code)
        printed, _ = program.communicate(timeout=120)
        assert program.returncode == 0
        return printed.strip()


@contextmanager
def new_database() -> Iterator[str]:
    """Make a database beside the one the tests run on; nothing to make on SQLite, which is a file."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"newsroom_{uuid.uuid4().hex[:12]}"
    connection = psycopg2.connect(server)
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        connection.close()


@contextmanager
def new_archive(folder: Path) -> Iterator[Archive]:
    """Make an empty archive in `folder`."""
    with new_database() as address:
        archive = Archive(folder, address)
        archive.manage("migrate", "--verbosity", "0")
        yield archive

#!/usr/bin/env python
"""Run a management command, then bring the search index up to date with what it wrote."""

import os
import sys

TEN_MINUTES = "600000"
"""Milliseconds a statement of a command may take on PostgreSQL, where a page's may take five seconds."""


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("NEWSROOM_STATEMENT_TIMEOUT", TEN_MINUTES)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the settings are named
    from django.db.utils import OperationalError, ProgrammingError  # noqa: PLC0415

    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, ProgrammingError) as problem:
        message = str(problem).strip().splitlines()[0]
        if "no such table" in message or 'relation "' in message:
            sys.exit(f"The database is not ready: {message}. Run manage.py migrate first.")
        if "connection" in message or "unable to open database" in message:
            sys.exit(f"The database can't be reached: {message}")
        raise

    from articles.indexing import catch_up_after_command  # noqa: PLC0415 - needs the app registry

    catch_up_after_command()


if __name__ == "__main__":
    main()

"""What the machines that watch the archive ask: does the process live, is it fit to serve."""

from collections.abc import Callable
from functools import cache

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles import indexing
from articles.indexing import IndexNotReady
from articles.search.index import IndexBroken, IndexBusy


class Behind(Exception):
    """The database lacks migrations that the code relies on."""


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the process lives. Nothing else is asked."""
    return answer("ok")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Say whether the archive is fit to serve, a line for each thing it needs; 503 if one is missing."""
    fit = {name: passes(check) for name, check in CHECKS.items()}
    lines = [f"{name} {'ok' if is_fit else 'failing'}" for name, is_fit in fit.items()]
    return answer("\n".join(lines), status=200 if all(fit.values()) else 503)


def answer(text: str, status: int = 200) -> HttpResponse:
    """Return plain text that no cache keeps."""
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8", headers=headers)


def passes(check: Callable[[], None]) -> bool:
    """Return whether a check ends without one of the troubles it looks for."""
    try:
        check()
    except (Error, Behind, IndexNotReady, IndexBroken, IndexBusy):
        return False
    return True


def check_database() -> None:
    """Ask the database for something. Raise its error if it doesn't answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@cache
def check_migrations() -> None:
    """Raise Behind while migrations are unapplied; once all are, this process asks no more."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Behind


def check_index() -> None:
    """Look at the index as a reader's page does, which also starts making one that is missing."""
    indexing.snapshot()


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "migrations": check_migrations,
    "index": check_index,
}

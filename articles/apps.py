"""The app, and what must stand in every database after its tables do: the triggers of the change log."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from articles.changes import install, note_opening


class ArticlesConfig(AppConfig):
    """The archive."""

    name = "articles"
    verbose_name = "Archive"

    def ready(self) -> None:
        """Install the triggers after every migrate: SQLite drops them when Django remakes a table."""
        connection_created.connect(note_opening)
        post_migrate.connect(install_change_log, sender=self)


def install_change_log(using: str, **signal: Any) -> None:
    """Install the change log's triggers in the database `using`."""
    install(connections[using])

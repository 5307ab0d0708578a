"""The index follows the change log: what any program committed is in the index once `catch_up` returns."""

import logging
import threading
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.db.utils import OperationalError, ProgrammingError

from articles import changes
from articles.filling import Progress, apply, make_anew
from articles.models import Article, Change
from articles.search.ask import Snapshot
from articles.search.index import Batch, IndexBroken, IndexBusy, SearchIndex
from articles.search.position import Position

logger = logging.getLogger(__name__)

PATIENCE = 20.0
TASTE = 0.02
WHILE_YOU_WAIT = 2_000


class IndexNotReady(Exception):
    """The index is being made for the first time, and it takes longer than a reader would wait."""


class Follower:
    """Keeps this process's view of the index no older than it may be."""

    def __init__(self, folder: Path) -> None:
        self.index = SearchIndex(folder)
        self.looked_at = float("-inf")
        self.at_work = threading.Lock()

    def snapshot(self) -> Snapshot:
        """Return the index to read from; look at the log first, unless that was done a moment ago."""
        now = time.monotonic()
        if now - self.looked_at >= settings.INDEX_CHECK_SECONDS:
            self.look()
            self.looked_at = now
        return self.usable()

    def look(self) -> None:
        """Follow the log if it went on: at once when little happened, beside the reader when much did."""
        position = self.position()
        first_look = self.looked_at < 0
        if (
            position
            and not Change.log.is_ahead_of(position)
            and not (first_look and not Change.log.knows(position))
        ):
            return
        if self.is_much(position):
            self.catch_up_beside()
        else:
            self.catch_up(wait=0 if position else PATIENCE)

    def is_much(self, position: Position | None) -> bool:
        """Return whether an index at `position` lacks more than a reader should wait for."""
        if position is None or not Change.log.knows(position):
            return Article.objects.all()[WHILE_YOU_WAIT:].exists()
        return Change.log.after(position)[WHILE_YOU_WAIT:].exists()

    def usable(self) -> Snapshot:
        """Return the last committed index. Raise IndexNotReady if it was never filled."""
        snapshot = self.index.snapshot()
        if snapshot.position is None:
            raise IndexNotReady
        return snapshot

    def position(self) -> Position | None:
        """Return how far the index came; None if it is missing, never filled or unreadable."""
        try:
            return self.index.snapshot().position
        except IndexBroken as damage:
            self.discard(damage)
            return None

    def discard(self, damage: IndexBroken) -> bool:
        """Remove an index that is damaged; it will be made anew."""
        logger.warning("the index is damaged and is made anew: %s", damage)
        self.index.discard()
        return True

    def catch_up(
        self, *, wait: float = PATIENCE, rebuild: bool = False, progress: Progress = None, jobs: int = 1
    ) -> int:
        """Bring the index up to the log and return how many articles that took.

        Another process may be writing: then wait up to `wait` seconds for it to do the work or let go of it,
        and raise IndexBusy if it did neither; with no patience at all, leave it to the other. A new index of a large
        archive is made by `jobs` processes.
        """
        deadline, mended = time.monotonic() + wait, False
        while rebuild or self.is_behind():
            try:
                with self.index.writing(large=rebuild or self.position() is None) as batch:
                    return self.write(batch, rebuild, progress, jobs)
            except IndexBroken as damage:
                if mended:
                    raise
                mended = self.discard(damage)
            except IndexBusy:
                if time.monotonic() >= deadline:
                    if wait:
                        raise
                    break
                time.sleep(TASTE)
        return 0

    def is_behind(self) -> bool:
        """Return whether something is missing from the index, or it is the index of another database."""
        position = self.position()
        return position is None or Change.log.is_ahead_of(position) or not Change.log.knows(position)

    def write(self, batch: Batch, rebuild: bool, progress: Progress, jobs: int = 1) -> int:
        """Write what is missing, now that no one else does, and return the number of articles written."""
        position = self.position()
        if rebuild or position is None or not Change.log.knows(position):
            return make_anew(batch, progress, jobs)
        news = Change.log.since(position)
        if news.everything:
            return make_anew(batch, progress)
        return apply(batch, self.index.snapshot(), news, progress)

    def catch_up_beside(self) -> None:
        """Catch up in a thread of its own, if none is at it already."""
        if self.at_work.acquire(blocking=False):
            threading.Thread(target=self.catch_up_alone, name="newsroom-index", daemon=True).start()

    def catch_up_alone(self) -> None:
        """Catch up, and leave no database connection behind."""
        try:
            self.catch_up(wait=0)
        finally:
            connections.close_all()
            self.at_work.release()


@lru_cache(maxsize=8)
def follower_of(folder: Path) -> Follower:
    """Return the one follower this process has for the index in `folder`."""
    return Follower(folder)


def follower() -> Follower:
    """Return the follower of the archive's index."""
    return follower_of(Path(settings.INDEX_DIR))


def snapshot() -> Snapshot:
    """Return the index to read from, as fresh as the settings ask. Raise IndexNotReady."""
    return follower().snapshot()


def catch_up(
    *, wait: float = PATIENCE, rebuild: bool = False, progress: Progress = None, jobs: int = 1
) -> int:
    """Bring the archive's index up to the change log: see `Follower.catch_up`."""
    return follower().catch_up(wait=wait, rebuild=rebuild, progress=progress, jobs=jobs)


def catch_up_after_command() -> None:
    """Catch up if the command that ends now has opened the database and the archive stands in it."""
    if not changes.was_opened():
        return
    try:
        if Change._meta.db_table in connection.introspection.table_names():
            catch_up()
    except (OperationalError, ProgrammingError, IndexBusy) as problem:
        logger.warning("the index was not brought up to date: %s; manage.py index does it", problem)
    finally:
        connections.close_all()

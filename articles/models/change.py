"""The change log: what the search index has to follow, in the order it was written."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connections, models

from articles.models.dumping import NothingToDump
from articles.models.fields import CurrentTransaction, RandomToken, TransactionField
from articles.search.names import KINDS
from articles.search.position import Position, ranges

ROWS = 2_000
"""Changes that are read at once."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened after a position, and the position behind it."""

    articles: frozenset[int]
    topics: frozenset[int]
    names: frozenset[tuple[str, int]]
    everything: bool
    position: Position


class ChangeLog(models.Manager["Change"]):
    """Reads the log. A change counts as soon as it is committed, in whatever order transactions commit."""

    def position(self) -> Position:
        """Return the position of an index that holds everything committed by now."""
        return self.since(Position(below=self.horizon())).position

    def since(self, position: Position) -> Changes:
        """Return the changes that an index at `position` lacks, each article once; read as a stream, for they may be many."""
        horizon = self.horizon()
        articles, topics, names = set[int](), set[int](), set[tuple[str, int]]()
        everything, unsettled, newest = False, array("q"), None
        for change in self.after(position).order_by("id").iterator(chunk_size=ROWS):
            newest = change
            if change.xid >= horizon:
                unsettled.append(change.id)
            if position.has_seen(change.id):
                continue
            articles.update([change.article_id] if change.article_id else ())
            topics.update([change.topic_id] if change.topic_id else ())
            names.update([change.record] if change.record else ())
            everything = everything or change.is_everything
        behind = self.behind(newest, unsettled, horizon, position)
        return Changes(frozenset(articles), frozenset(topics), frozenset(names), everything, behind)

    def behind(
        self, newest: "Change | None", unsettled: Iterable[int], horizon: int, before: Position
    ) -> Position:
        """Return the position that follows when all changes after the position `before` were taken.

        `newest` is the last of them, `unsettled` are those of transactions beside which others may still be under way.
        """
        beyond = newest.id + 1 if newest else 0
        if newest and newest.id <= before.last:
            newest = None
        if not newest and not before.token:
            newest = self.order_by("id").last()
        last, token = (newest.id, newest.token) if newest else (before.last, before.token)
        if not self.counts_transactions:
            return Position(max(horizon, beyond), (), last, token)
        return Position(horizon, ranges(unsettled), last, token)

    def is_ahead_of(self, position: Position) -> bool:
        """Return whether something was committed that an index at `position` lacks: one query."""
        found = self.after(position)
        for low, high in position.seen[:50]:
            found = found.exclude(id__range=(low, high))
        return found.exists()

    def knows(self, position: Position) -> bool:
        """Return whether `position` is one of this log, not of another database or an older copy of this one."""
        if not position.token:
            return not self.filter(id__lte=position.last).exists()
        return self.filter(id=position.last, token=position.token).exists()

    def after(self, position: Position) -> models.QuerySet:
        """Return the changes not before `position.below`, those already seen among them."""
        return (
            self.filter(xid__gte=position.below)
            if self.counts_transactions
            else self.filter(id__gte=position.below)
        )

    @property
    def counts_transactions(self) -> bool:
        """Return whether the database numbers its transactions."""
        return connections[self.db].vendor == "postgresql"

    def horizon(self) -> int:
        """Return the first transaction that may still be under way; on SQLite, which has one writer, the next change."""
        with connections[self.db].cursor() as cursor:
            if self.counts_transactions:
                cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            else:
                cursor.execute("SELECT coalesce(max(id), 0) + 1 FROM articles_change")
            return int(cursor.fetchone()[0])


class Change(models.Model):
    """One article that changed, one topic that moved in the tree, one record with names, or (none given) everything.

    Written by triggers alone. No foreign keys: PostgreSQL would refuse to truncate what they point to,
    and a deleted article must stay named.
    """

    id = models.BigAutoField(primary_key=True)
    article_id = models.BigIntegerField(null=True)
    topic_id = models.BigIntegerField(null=True)
    kind = models.PositiveSmallIntegerField(null=True, choices=list(enumerate(KINDS)))
    record_id = models.BigIntegerField(null=True)
    xid = TransactionField(db_default=CurrentTransaction())
    token = models.CharField(max_length=16, db_default=RandomToken())

    dumped = NothingToDump()
    log = ChangeLog()

    class Meta:
        indexes = [models.Index(fields=["xid", "id"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"change {self.pk} of article {self.article_id}, topic {self.topic_id} or {self.record}"

    @property
    def record(self) -> tuple[str, int] | None:
        """Kind and id of the record whose names or other columns changed."""
        if self.kind is None or self.record_id is None:
            return None
        return KINDS[self.kind], self.record_id

    @property
    def is_everything(self) -> bool:
        """Whether a whole table was emptied at once."""
        return not (self.article_id or self.topic_id or self.record)

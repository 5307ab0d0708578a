"""What an import did, and what it could not take."""

import uuid

from django.db import models


class ImportRunManager(models.Manager["ImportRun"]):
    """Finds a run by its key."""

    def get_by_natural_key(self, key: str) -> "ImportRun":
        """Return the run a fixture names."""
        return self.get(key=key)


class ImportRun(models.Model):
    """One import: from what, with which options, with what result."""

    class State(models.TextChoices):
        """How far it came."""

        RUNNING = "running"
        FINISHED = "finished"
        FAILED = "failed"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sources = models.TextField(blank=True, help_text="The paths named, one a line.")
    format = models.CharField(max_length=20, blank=True)
    options = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    started_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(
        null=True, blank=True, help_text="When the import last wrote something."
    )
    process = models.CharField(
        max_length=300, blank=True, editable=False, help_text="The machine and the process that runs it."
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    position = models.JSONField(
        default=dict, blank=True, help_text="How far it came: the source it reads, and its records taken."
    )
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(
        default=0, help_text="Fields that the source changed and an editor had changed before."
    )

    objects = ImportRunManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"import {self.pk}"

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the run."""
        return (str(self.key),)


def made_by() -> models.ForeignKey:
    """Return the column that tells which import made a record, so that it can be taken back with it."""
    return models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )


class ImportProblemManager(models.Manager["ImportProblem"]):
    """Finds a problem by its run and number."""

    def get_by_natural_key(self, key: str, number: int) -> "ImportProblem":
        """Return the problem a fixture names."""
        return self.get(run__key=key, number=number)


class ImportProblem(models.Model):
    """What an import could not take, or could not write: where it stands, and why."""

    class Kind(models.TextChoices):
        """What sort of problem it is."""

        REJECTED = "rejected"
        KEPT = "kept", "editor’s text kept"
        NOTE = "note"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REJECTED)
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems", db_index=False)
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=500, blank=True)
    line = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=500)
    excerpt = models.CharField(max_length=200, blank=True)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ImportProblemManager()

    class Meta:
        ordering = ["run", "number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="problem_once")]

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return f"{place}: {self.reason}" if place else self.reason

    def natural_key(self) -> tuple[str, int]:
        """Return how a fixture names the problem."""
        return (*self.run.natural_key(), self.number)

    natural_key.dependencies = ["articles.importrun", "articles.article"]  # type: ignore[attr-defined]

"""What editors did to authority records, and the addresses these had before."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models.person import Person
from articles.models.topic import Topic


class FormerSlug(models.Model):
    """An address that a person or a topic had once: it leads to the record still."""

    slug = models.SlugField(max_length=100, db_index=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="former_slugs"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="former_slugs"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=Q(topic=None), name="former_person_slug_once"),
            models.UniqueConstraint(fields=["slug"], condition=Q(person=None), name="former_topic_slug_once"),
            models.CheckConstraint(
                condition=Q(person=None, topic__isnull=False) | Q(person__isnull=False, topic=None),
                name="former_slug_of_one_record",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Curation(models.Model):
    """One act of an editor upon people or topics: what, by whom, when, and how things stood before."""

    class Act(models.TextChoices):
        """What was done."""

        MERGED = "merged"
        SPLIT = "split"
        RENAMED = "renamed"
        ACCEPTED = "accepted"
        REJECTED = "rejected"

    act = models.CharField(max_length=10, choices=Act.choices)
    kind = models.CharField(max_length=10, help_text="person or topic")
    summary = models.CharField(max_length=500)
    done_by = models.CharField(max_length=150, blank=True)
    done_at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="The rows that were changed, as they were: undoing writes them back.",
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "act of curation"
        verbose_name_plural = "acts of curation"

    def __str__(self) -> str:
        return self.summary

"""Topics, broader and narrower."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from taggit.models import TagBase

from articles.models.importrun import made_by
from articles.models.keys import NameKeyField
from articles.models.publication import NamedManager
from articles.people.names import slug


class Topic(TagBase):
    """What articles are about. `article.topics.add("Immigration")` finds or makes one."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=100, unique=True, blank=True, help_text="Made from the name if empty.")
    description = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name="broader topic",
    )
    import_run = made_by()

    objects: NamedManager = NamedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="topic_name_once"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="topic_not_under_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the slug of the name `tag`, numbered if it is taken."""
        return slug(tag) if i is None else f"{slug(tag)}-{i + 1}"

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the topic."""
        return (self.slug,)

    def get_absolute_url(self) -> str:
        """Return the address of the topic's page."""
        return reverse("topic", args=[self.slug])

    def clean(self) -> None:
        """Refuse a broader topic that is one of its own narrower ones."""
        if self.pk and self.parent_id in TopicTree.of_archive().narrower(self.pk):
            raise ValidationError({"parent": f"{self.parent} is itself under {self.name}."})


class TopicAliasManager(models.Manager["TopicAlias"]):
    """Finds an alias by its topic and name."""

    def get_by_natural_key(self, topic: str, name: str) -> "TopicAlias":
        """Return the alias a fixture names."""
        return self.get(topic__slug=topic, name=name)


class TopicAlias(models.Model):
    """Another name of a topic, understood in searches and imports."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    key = NameKeyField()

    objects = TopicAliasManager()

    class Meta:
        verbose_name = "other name of a topic"
        verbose_name_plural = "other names of topics"
        constraints = [models.UniqueConstraint(fields=["topic", "name"], name="topic_alias_once")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        """Return how a fixture names the alias."""
        return (self.topic.slug, self.name)

    natural_key.dependencies = ["articles.topic"]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class TopicTree:
    """Which topic stands under which, by id; a circle in the records ends the walk."""

    parents: dict[int, int | None]

    @classmethod
    def of_archive(cls) -> "TopicTree":
        """Return the tree as it stands now: one query, all topics."""
        return cls(dict(Topic.objects.values_list("id", "parent_id")))

    def broader(self, topic: int) -> list[int]:
        """Return the topic and all that it stands under, the nearest first."""
        path: list[int] = []
        step: int | None = topic
        while step is not None and step not in path:
            path.append(step)
            step = self.parents.get(step)
        return path

    def narrower(self, topic: int) -> set[int]:
        """Return the topic and all that stand under it."""
        below: dict[int | None, list[int]] = defaultdict(list)
        for child, parent in self.parents.items():
            below[parent].append(child)
        found: set[int] = set()
        waiting = [topic]
        while waiting:
            step = waiting.pop()
            if step not in found:
                found.add(step)
                waiting += below[step]
        return found

    def with_broader(self, topics: Iterable[int]) -> set[int]:
        """Return the topics and everything any of them stands under."""
        return {step for topic in topics for step in self.broader(topic)}

"""People as authority records: one canonical name each, and the other names they go by."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from taggit.models import TagBase

from articles.models.importrun import made_by
from articles.models.keys import NameKeyField, SortKeyField
from articles.models.publication import NamedManager
from articles.people.names import slug, sort_name

if TYPE_CHECKING:
    from articles.models.office import OfficeQuerySet


IDENTIFIERS = (
    ("wikidata_id", re.compile(r"Q[1-9]\d{0,18}", re.ASCII), "Q22686"),
    ("bioguide_id", re.compile(r"[A-Z]\d{6}", re.ASCII), "S001141"),
)
"""The identifiers that other authorities give people, and how they look."""


class Person(TagBase):
    """A person the archive knows. `article.people.add("Jeff Sessions")` finds or makes one."""

    name = models.CharField(
        max_length=200, help_text="The canonical name, as a reader knows it: Jeff Sessions."
    )
    slug = models.SlugField(max_length=100, unique=True, blank=True, help_text="Made from the name if empty.")
    sort_name = models.CharField(
        max_length=200, blank=True, help_text="Sessions, Jeff. Made from the name if empty."
    )
    key = NameKeyField()
    sort_key = SortKeyField()
    description = models.TextField(blank=True)
    wikidata_id = models.CharField("Wikidata", max_length=20, blank=True)
    bioguide_id = models.CharField("Bioguide", max_length=10, blank=True)
    born = models.DateField(null=True, blank=True)
    died = models.DateField(null=True, blank=True)
    import_run = made_by()

    objects: NamedManager = NamedManager()

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("name"), name="person_name_once"),
            models.UniqueConstraint(
                fields=["wikidata_id"], condition=~models.Q(wikidata_id=""), name="person_wikidata_once"
            ),
            models.UniqueConstraint(
                fields=["bioguide_id"], condition=~models.Q(bioguide_id=""), name="person_bioguide_once"
            ),
        ]
        indexes = [models.Index(fields=["sort_name", "id"], name="person_in_order")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make the sort name from the name if there is none."""
        self.sort_name = self.sort_name or sort_name(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Put identifiers in capitals, and refuse those of no shape that they have. Raises ValidationError."""
        for name, shape, example in IDENTIFIERS:
            written = getattr(self, name).strip().upper()
            setattr(self, name, written)
            if written and not shape.fullmatch(written):
                raise ValidationError(
                    {name: f"This is no identifier of that kind: it should be like {example}."}
                )

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the slug of the name `tag`, numbered if it is taken."""
        return slug(tag) if i is None else f"{slug(tag)}-{i + 1}"

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the person."""
        return (self.slug,)

    def get_absolute_url(self) -> str:
        """Return the address of the person's page."""
        return reverse("person", args=[self.slug])

    def offices_on(self, day: date) -> "OfficeQuerySet":
        """Return the offices held on `day`, the most senior first."""
        return self.offices.on(day)


class AliasManager(models.Manager["Alias"]):
    """Finds an alias by its person and name."""

    def get_by_natural_key(self, person: str, name: str) -> "Alias":
        """Return the alias a fixture names."""
        return self.get(person__slug=person, name=name)


class Alias(models.Model):
    """Another name of a person, found in texts and understood in searches."""

    class Kind(models.TextChoices):
        """What sort of other name it is."""

        FULL = "full name"
        SHORT = "short name"
        FORMER = "former name"
        SPELLING = "spelling"
        NICKNAME = "nickname"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    key = NameKeyField()
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.SPELLING)
    used_from = models.DateField(null=True, blank=True)
    used_to = models.DateField(null=True, blank=True)

    objects = AliasManager()

    class Meta:
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="alias_once")]
        indexes = [models.Index(Lower("name"), name="alias_by_name")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        """Return how a fixture names the alias."""
        return (self.person.slug, self.name)

    natural_key.dependencies = ["articles.person"]  # type: ignore[attr-defined]

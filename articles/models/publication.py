"""Who published an article, and in which part of the paper."""

from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from articles.models.importrun import made_by
from articles.people.names import slug


class NamedManager(models.Manager):
    """Finds a record by its slug, as fixtures name it."""

    def get_by_natural_key(self, slug: str) -> models.Model:
        """Return the record a fixture names."""
        return self.get(slug=slug)


class Named(models.Model):
    """A record with a name, unique whatever its case, and a slug for its address."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(
        max_length=100,
        unique=True,
        blank=True,
        help_text="Its place in the address; made from the name if empty.",
    )

    objects = NamedManager()

    class Meta:
        abstract = True
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="%(class)s_name_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make the slug from the name if there is none."""
        self.slug = self.slug or slug(self.name)
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the record."""
        return (self.slug,)


class Publication(Named):
    """A newspaper, agency or site that published articles."""

    url = models.URLField(max_length=500, blank=True)
    description = models.TextField(blank=True)
    import_run = made_by()

    class Meta(Named.Meta):
        pass

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("publication", args=[self.slug])


class Section(Named):
    """A part of the paper: Congress, Justice, World."""

    import_run = made_by()

    class Meta(Named.Meta):
        pass

    def get_absolute_url(self) -> str:
        """Return the address of the list of its articles."""
        return f"{reverse('search')}?section={self.slug}"

"""Organisations, and the posts they have."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from articles.models.article import next_free
from articles.models.publication import Named, NamedManager
from articles.people.names import slug

LAST_RANK = 1000


class Organisation(Named):
    """What has posts: a government, a chamber, a department, an agency, a court, a party."""

    class Kind(models.TextChoices):
        """What sort of organisation it is."""

        GOVERNMENT = "government"
        EXECUTIVE = "executive office"
        DEPARTMENT = "department"
        AGENCY = "agency"
        LEGISLATURE = "legislature"
        COURT = "court"
        PARTY = "party"
        OTHER = "other"

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        help_text="What it is a part of.",
    )
    wikidata_id = models.CharField("Wikidata", max_length=20, blank=True)

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(condition=~Q(parent=F("id")), name="organisation_not_under_itself"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("organisation", args=[self.slug])


class Post(models.Model):
    """What can be held: Attorney General, in the Department of Justice."""

    title = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    slug = models.SlugField(
        max_length=100, unique=True, blank=True, help_text="Made from the title if empty."
    )
    rank = models.PositiveSmallIntegerField(
        default=LAST_RANK,
        help_text="Where someone holds several, the smallest is named first: 1 the President.",
    )
    principal = models.BooleanField(default=False, help_text="The page of a day says who held it.")
    styles = models.TextField(
        blank=True,
        help_text="What else is printed before the name of its holder, one a line: AG. The title itself goes without saying.",
    )

    objects = NamedManager()

    class Meta:
        ordering = ["rank", "title", "id"]
        constraints = [models.UniqueConstraint("organisation", Lower("title"), name="post_once")]

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make the slug from the title if there is none, with the organisation where another post has it."""
        if not self.slug:
            short = slug(self.title)
            longer = slug(f"{self.title} {self.organisation.name}")
            taken = set(
                Post.objects.filter(Q(slug=short) | Q(slug__startswith=longer)).values_list("slug", flat=True)
            )
            self.slug = short if short not in taken else next_free(longer, taken)
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the post."""
        return (self.slug,)

    natural_key.dependencies = ["articles.organisation"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """Return the address of the page of all who held it."""
        return reverse("office", args=[self.slug])

"""The article: what it says, the date it bears, where it came from."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.addresses import page_key
from articles.markup import plain_text, word_count
from articles.models.fields import CleanHtmlField
from articles.models.importrun import ImportRun
from articles.models.mention import ArticleTopic, Mention
from articles.models.provenance import Provenance
from articles.models.publication import Publication, Section
from articles.people.names import slug
from articles.prepared import text_key
from articles.querysets import ArticleQuerySet

DATE = models.DateField()
FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9998, 12, 31)
WORDS_A_MINUTE = 230
MADE = ("word_count", "address_key", "text_key", "updated_at")
"""The fields that are made of the others whenever an article is saved."""
SLUG_LENGTH = 100


class Status(models.TextChoices):
    """Whether readers see an article."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Article(Provenance):  # type: ignore[django-manager-missing]  # taggit's links have no types
    """One piece of news, as it was published on one day."""

    headline = models.CharField(max_length=500)
    headline_made = models.BooleanField(
        default=False,
        help_text="Made from the first sentence at import: look at it, improve it, clear the mark.",
    )
    slug = models.SlugField(
        max_length=SLUG_LENGTH, blank=True, db_index=False, help_text="Made from the headline if empty."
    )
    standfirst = models.TextField(blank=True, validators=[MaxLengthValidator(2000)])
    body = CleanHtmlField(blank=True, help_text="HTML, cleaned when saved.")
    byline = models.CharField(max_length=300, blank=True, help_text="Authorship exactly as printed.")
    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    published_on = models.DateField("dateline", help_text="The date the article bears; part of its address.")
    published_at = models.DateTimeField(
        blank=True, help_text="When it appeared; the dateline’s midnight if only the day is known."
    )
    time_known = models.BooleanField(default=True)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="articles")
    language = models.CharField(max_length=35, default="en")
    word_count = models.PositiveIntegerField(default=0, editable=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="As added_at until someone changes the article."
    )
    import_run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="articles"
    )
    text_key = models.BigIntegerField(
        null=True, editable=False, help_text="Stands for dateline, headline and text."
    )
    copy_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        related_name="copies",
        help_text="The earliest article with nearly the same text.",
    )
    edited_fields = models.JSONField(
        default=list, blank=True, editable=False, help_text="Changed by hand: an import leaves these alone."
    )

    people = TaggableManager(through=Mention, blank=True, verbose_name="people")
    topics = TaggableManager(through=ArticleTopic, blank=True, verbose_name="topics")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["published_on", "slug"], name="article_address_once"),
            models.UniqueConstraint(
                fields=["publication", "source_ref"],
                condition=~models.Q(source_ref=""),
                name="article_source_once",
            ),
            models.CheckConstraint(
                condition=models.Q(published_on__gte=FIRST_DAY, published_on__lte=LAST_DAY),
                name="article_year_1_to_9998",
            ),
            models.CheckConstraint(
                condition=~models.Q(headline="") & ~models.Q(slug=""), name="article_has_headline_and_slug"
            ),
        ]
        indexes = [
            models.Index(fields=["-published_on", "-published_at", "-id"], name="article_newest"),
            models.Index(
                fields=["content_sha256"], condition=~models.Q(content_sha256=""), name="article_by_content"
            ),
            models.Index(
                fields=["status", "published_at"],
                condition=~models.Q(status="published"),
                name="article_waiting",
            ),
            models.Index(
                fields=["id"], condition=models.Q(headline_made=True), name="article_made_headlines"
            ),
            models.Index(
                fields=["address_key"],
                condition=models.Q(address_key__isnull=False),
                name="article_by_address",
            ),
            models.Index(
                fields=["text_key"], condition=models.Q(text_key__isnull=False), name="article_by_text"
            ),
            models.Index(
                fields=["copy_of"], condition=models.Q(copy_of__isnull=False), name="article_copies"
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill in what follows from the rest: slug, time, number of words; note when it was changed."""
        self.published_on = DATE.to_python(self.published_on)
        if not self.published_at:
            self.published_at, self.time_known = midnight(self.published_on), False
        self.slug = self.slug or self.free_slug()
        text = plain_text(self.body)
        self.word_count = word_count(text)
        self.address_key = page_key(self.source_url)
        self.text_key = text_key(self.published_on, self.headline, text)
        self.updated_at = self.added_at if self._state.adding else timezone.now()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, *MADE}
        super().save(*args, **kwargs)

    def free_slug(self) -> str:
        """Return a slug made from the headline that no other article of the day has."""
        wanted = slug(self.headline)[:80].strip("-")
        taken = set(
            Article.objects.dated(self.published_on)
            .filter(slug__startswith=wanted)
            .values_list("slug", flat=True)
        )
        return next_free(wanted, taken)

    def natural_key(self) -> tuple[str, str]:
        """Return how a fixture names the article."""
        return (str(self.published_on), self.slug)

    natural_key.dependencies = ["articles.publication", "articles.section", "articles.importrun"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """Return the permalink."""
        day = self.published_on
        return reverse("article", args=[day.year, day.month, day.day, self.slug])

    @property
    def minutes(self) -> int:
        """How long it takes to read, in whole minutes, one at least."""
        return max(1, round(self.word_count / WORDS_A_MINUTE))


def midnight(day: date) -> datetime:
    """Return the first moment of `day`, UTC: what stands for a time that is not known."""
    return datetime.combine(day, time(), UTC)


def next_free(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or the first of wanted-2, wanted-3 … that is not in `taken`."""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free

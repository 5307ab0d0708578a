"""How articles hang together with people and topics."""

from typing import TYPE_CHECKING

from django.db import models
from taggit.models import ItemBase

from articles.models.person import Person
from articles.models.topic import Topic

if TYPE_CHECKING:
    from articles.models.article import Article


class Origin(models.TextChoices):
    """Where a tag comes from."""

    EDITOR = "editor"
    IMPORT = "import"
    RECOGNISED = "recognised"


class Role(models.TextChoices):
    """How a person appears in an article."""

    AUTHOR = "author"
    SUBJECT = "subject"
    MENTIONED = "mentioned"


class LinkManager(models.Manager):
    """Finds a link by the article's date and slug, and the slug of what it names."""

    def get_by_natural_key(self, published_on: str, article: str, tag: str) -> models.Model:
        """Return the link a fixture names."""
        return self.get(
            content_object__published_on=published_on, content_object__slug=article, tag__slug=tag
        )


class Link(ItemBase):
    """One article, one person or topic: what taggit calls a tagged item."""

    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.EDITOR)

    content_object: "models.ForeignKey[Article, Article]"
    tag: models.ForeignKey
    objects: LinkManager = LinkManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.tag} in {self.content_object}"

    def natural_key(self) -> tuple[str, str, str]:
        """Return how a fixture names the link."""
        return (*self.content_object.natural_key(), self.tag.slug)

    natural_key.dependencies = ["articles.article", "articles.person", "articles.topic"]  # type: ignore[attr-defined]


class Mention(Link):
    """A person in an article: how, how often, and who says so."""

    content_object = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,
        related_name="mentions",
        db_column="article_id",
        db_index=False,
        verbose_name="article",
    )
    tag = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="mentions",
        db_column="person_id",
        verbose_name="person",
    )
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MENTIONED)
    quoted = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=1, help_text="How often the text names the person.")
    certainty = models.PositiveSmallIntegerField(default=100, help_text="In per cent.")
    places = models.TextField(
        blank=True,
        editable=False,
        help_text="Where recognition found the name, and by which rule: h0-8 full, b112-120 surname. "
        "h is the headline, s the standfirst, b the plain text of the body.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="mention_once")]


class ArticleTopic(Link):
    """A topic of an article."""

    content_object = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,
        related_name="topic_links",
        db_column="article_id",
        db_index=False,
        verbose_name="article",
    )
    tag = models.ForeignKey(
        Topic,
        on_delete=models.CASCADE,
        related_name="article_links",
        db_column="topic_id",
        verbose_name="topic",
    )

    class Meta:
        verbose_name = "topic of an article"
        verbose_name_plural = "topics of articles"
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="article_topic_once")]

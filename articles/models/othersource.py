"""Where else an article was found: records beyond the first that proved to be the same article."""

from django.db import models

from articles.models.article import Article
from articles.models.importrun import ImportRun
from articles.models.provenance import Provenance


class OtherSourceManager(models.Manager["OtherSource"]):
    """Finds a record by its article's date and slug, and its own hash."""

    def get_by_natural_key(self, published_on: str, article: str, content: str) -> "OtherSource":
        """Return the record a fixture names."""
        return self.get(article__published_on=published_on, article__slug=article, content_sha256=content)


class OtherSource(Provenance):
    """A record that brought an article the archive has already, or an older version of it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="other_sources")
    superseded = models.BooleanField(
        default=False, help_text="A later record of the same import brought another text."
    )
    import_run = models.ForeignKey(ImportRun, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OtherSourceManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "content_sha256"], name="other_source_once")
        ]
        indexes = [
            models.Index(fields=["content_sha256"], name="other_source_by_content"),
            models.Index(
                fields=["address_key"],
                condition=models.Q(address_key__isnull=False),
                name="other_source_by_address",
            ),
        ]

    def __str__(self) -> str:
        return self.source_url or f"{self.source_file}:{self.source_line}"

    def natural_key(self) -> tuple[str, str, str]:
        """Return how a fixture names the record."""
        return (*self.article.natural_key(), self.content_sha256)

    natural_key.dependencies = ["articles.article", "articles.importrun"]  # type: ignore[attr-defined]

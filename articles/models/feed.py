"""Feeds that the archive follows: where they are, how often they change, what went wrong."""

from django.db import models

from articles.models.publication import Publication, Section


class FeedManager(models.Manager["Feed"]):
    """Finds a feed by its address."""

    def get_by_natural_key(self, url: str) -> "Feed":
        """Return the feed a fixture names."""
        return self.get(url=url)


class Feed(models.Model):
    """One address at which a publication tells what is new."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="feeds")
    section = models.ForeignKey(
        Section,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Of articles that name none.",
    )
    url = models.URLField(max_length=1000, unique=True)
    active = models.BooleanField(default=True, help_text="Fetch it.")
    pages = models.BooleanField(
        default=True, help_text="Where the feed has only summaries, take the text from the article’s page."
    )
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    next_check_at = models.DateTimeField(null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often in a row it could not be fetched."
    )
    problem = models.CharField(max_length=500, blank=True, editable=False)

    objects = FeedManager()

    class Meta:
        ordering = ["publication__name", "url"]

    def __str__(self) -> str:
        return self.url

    def natural_key(self) -> tuple[str]:
        """Return how a fixture names the feed."""
        return (self.url,)

    natural_key.dependencies = ["articles.publication", "articles.section"]  # type: ignore[attr-defined]

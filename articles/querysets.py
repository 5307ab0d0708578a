"""The words for asking: which articles are published, of which day, naming whom, about what."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from articles.models import Article, Person, Topic


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, asked for in the trade's words."""

    def published(self) -> "ArticleQuerySet":
        """Only what readers may see: no drafts, nothing scheduled, nothing withdrawn."""
        return self.filter(status="published")

    def dated(self, day: date) -> "ArticleQuerySet":
        """Only articles that bear the date `day`."""
        return self.filter(published_on=day)

    def naming(self, person: "Person | int") -> "ArticleQuerySet":
        """Only articles in which `person` is mentioned."""
        return self.filter(mentions__tag=person)

    def about(self, topic: "Topic | int") -> "ArticleQuerySet":
        """Only articles tagged with `topic` itself; narrower topics are the listing's business."""
        return self.filter(topic_links__tag=topic)

    def newest(self) -> "ArticleQuerySet":
        """In the order of the dateline, the newest first."""
        return self.order_by("-published_on", "-published_at", "-id")

    def with_names(self) -> "ArticleQuerySet":
        """With publication, section, people and topics loaded: three queries for any number of articles."""
        people, topics = (
            models.Prefetch(
                name, apps.get_model("articles", through).objects.select_related("tag").order_by("id")
            )
            for name, through in (("mentions", "Mention"), ("topic_links", "ArticleTopic"))
        )
        return self.select_related("publication", "section").prefetch_related(people, topics)

    def get_by_natural_key(self, published_on: str, slug: str) -> "Article":
        """Return the article a fixture names."""
        return self.get(published_on=published_on, slug=slug)

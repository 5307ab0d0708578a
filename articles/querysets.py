"""The words for asking: which articles are published, of which day, with what loaded."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from articles.models import Article


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, asked for in the trade's words."""

    def published(self) -> "ArticleQuerySet":
        """Only what readers may see: no drafts, nothing scheduled, nothing withdrawn."""
        return self.filter(status="published")

    def dated(self, day: date) -> "ArticleQuerySet":
        """Only articles that bear the date `day`."""
        return self.filter(published_on=day)

    def with_names(self) -> "ArticleQuerySet":
        """With publication, section, people and topics loaded: three queries for any number of articles."""
        return self.select_related("publication", "section").prefetch_related(
            links("mentions", "Mention"), links("topic_links", "ArticleTopic")
        )

    def for_lists(self) -> "ArticleQuerySet":
        """With as much loaded as a list shows, in the three queries of `with_names`."""
        shown = ("content_object_id", "tag__slug", "tag__name")
        how = ("role", "quoted", "count")
        return (
            self.select_related("publication", "section", "copy_of")
            .defer("copy_of__body", "copy_of__standfirst")
            .prefetch_related(
                links("mentions", "Mention", *shown, *how), links("topic_links", "ArticleTopic", *shown)
            )
        )

    def get_by_natural_key(self, published_on: str, slug: str) -> "Article":
        """Return the article a fixture names."""
        return self.get(published_on=published_on, slug=slug)


def links(name: str, through: str, *shown: str) -> models.Prefetch:
    """Return how to load the links of articles under `name`, each with its person or topic, in order."""
    found = apps.get_model("articles", through).objects.select_related("tag").order_by("id")
    return models.Prefetch(name, found.only(*shown) if shown else found)

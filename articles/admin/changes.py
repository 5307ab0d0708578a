"""The change log in the admin, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.base import ReadOnly
from articles.models import Change


@admin.register(Change)
class ChangeAdmin(ReadOnly):
    """What the search index had to follow, the newest first."""

    fields = ("article", "topic")
    list_display = ("id", "article", "topic")
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the log itself: the model's first manager shows nothing, so that nothing is dumped."""
        return Change.log.order_by("-id")

    @admin.display(description="article", empty_value="everything")
    def article(self, change: Change) -> str | None:
        """Return a link to the changed article, which may be gone."""
        return (
            linked("article", change.article_id) if change.article_id else None if not change.topic_id else ""
        )

    @admin.display(description="topic that moved")
    def topic(self, change: Change) -> str:
        """Return a link to the topic that has another broader one now."""
        return linked("topic", change.topic_id) if change.topic_id else ""


def linked(kind: str, number: int) -> str:
    """Return a link to the page of an article or topic."""
    return format_html('<a href="{}">{}</a>', reverse(f"admin:articles_{kind}_change", args=[number]), number)

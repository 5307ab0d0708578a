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

    fields = ("article", "topic", "record")
    list_display = ("id", "article", "topic", "record")
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the log itself: the model's first manager shows nothing, so that nothing is dumped."""
        return Change.log.order_by("-id")

    @admin.display(description="article", empty_value="everything")
    def article(self, change: Change) -> str | None:
        """Return a link to the changed article, which may be gone."""
        if change.is_everything:
            return None
        return linked("article", change.article_id) if change.article_id else ""

    @admin.display(description="topic that moved")
    def topic(self, change: Change) -> str:
        """Return a link to the topic that has another broader one now."""
        return linked("topic", change.topic_id) if change.topic_id else ""

    @admin.display(description="record with names")
    def record(self, change: Change) -> str:
        """Return a link to the person, topic, section or publication that was written."""
        if change.record is None:
            return ""
        kind, number = change.record
        return format_html("{} {}", kind, linked(kind, number))


def linked(kind: str, number: int) -> str:
    """Return a link to the page of a record."""
    return format_html('<a href="{}">{}</a>', reverse(f"admin:articles_{kind}_change", args=[number]), number)

"""Mentions and the topics of articles as lists of their own: what came from where."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.base import Bounded
from articles.admin.filters import OriginFilter, RoleFilter
from articles.admin.forms import LinkForm
from articles.admin.paginator import MOST
from articles.models import ArticleTopic, Mention

MOST_NAMES = 100
"""People or topics whose links a search shows."""


class LinkAdmin(Bounded):
    """Links between articles and people or topics, the newest first."""

    form = LinkForm
    autocomplete_fields = ("content_object", "tag")
    readonly_fields = ("origin",)
    list_select_related = ("content_object", "tag")
    list_defer = ("content_object__body", "content_object__standfirst", "tag__description")
    ordering = ("-id",)
    search_fields = ("tag__name",)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the newest links of the people or topics that a search finds."""
        if not search_term.strip():
            return queryset, False
        kind = self.model.tag_model()
        page = self.admin_site.get_model_admin(kind)
        found, _ = page.get_search_results(request, kind._default_manager.all(), search_term)
        named = self.model.objects.filter(tag__in=list(found.values_list("pk", flat=True)[:MOST_NAMES]))
        return queryset.filter(pk__in=named.order_by("-pk").values("pk")[:MOST]), False


@admin.register(Mention)
class MentionAdmin(LinkAdmin):
    """Who is named in which article."""

    fields = ("content_object", "tag", "role", "quoted", "count", "certainty", "origin")
    list_display = ("tag", "content_object", "role", "quoted", "count", "origin", "certainty")
    list_filter = (OriginFilter, RoleFilter)
    search_help_text = "Parts of the person’s name or of another name."


@admin.register(ArticleTopic)
class ArticleTopicAdmin(LinkAdmin):
    """Which article is about what."""

    fields = ("content_object", "tag", "origin")
    list_display = ("tag", "content_object", "origin")
    list_filter = (OriginFilter,)
    search_help_text = "Parts of the topic’s name."

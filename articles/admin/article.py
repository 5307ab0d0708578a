"""Articles in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.actions import ACTIONS, EDITED, mark_edited
from articles.admin.base import Bounded, delete_selected
from articles.admin.changelist import BoundedChangeList
from articles.admin.datefilter import DatelineFilter
from articles.admin.filters import (
    ImportRunFilter,
    MadeHeadlineFilter,
    PersonFilter,
    PublicationFilter,
    SectionFilter,
    StatusFilter,
    TopicFilter,
    TopicOriginFilter,
)
from articles.admin.forms import ArticleForm
from articles.admin.rows import MentionFormSet, MentionInline, TopicInline
from articles.admin.search import NOT_READY, Search
from articles.admin.tagging import TagActionForm
from articles.knownnames import people_called
from articles.mentions import sign
from articles.models import Article, Origin, Status
from articles.people.bylines import authors
from articles.recognition.saving import recognise_one
from articles.reviewing import note_by_hand

READ = {"headline", "standfirst", "body", "published_on"}
"""The fields that recognition reads."""


class ArticleChangeList(BoundedChangeList):
    """The list of articles, found by the index."""

    def get_results(self, request: HttpRequest) -> None:
        """Read the page, and say what the search could not take."""
        super().get_results(request)
        if request.method == "GET":
            for problem in Search.read(request.GET, self.query).problems():
                messages.warning(request, problem)


@admin.register(Article)
class ArticleAdmin(Bounded):
    """Articles of every status."""

    form = ArticleForm
    actions = (*ACTIONS, delete_selected)
    action_form = TagActionForm
    autocomplete_fields = ("section", "publication")
    inlines = (MentionInline, TopicInline)
    list_display = ("headline", "published_on", "publication", "section", "status", "made")
    list_filter = (
        StatusFilter, MadeHeadlineFilter, DatelineFilter, PublicationFilter, SectionFilter, TopicOriginFilter,
        PersonFilter, TopicFilter, ImportRunFilter,
    )  # fmt: skip
    list_select_related = ("publication", "section")
    list_defer = ("body", "standfirst")
    ordering = ("-published_on", "-published_at", "-id")
    search_fields = ("headline",)
    search_help_text = (
        "Words that must all occur, “a phrase”, -without: in headline, standfirst, body and byline."
    )
    readonly_fields = (
        "word_count",
        "edited_fields",
        "import_run",
        "content_sha256",
        "added_at",
        "updated_at",
    )
    save_on_top = True
    fieldsets = (
        ("Text", {"fields": ("headline", "headline_made", "standfirst", "body", "byline")}),
        ("Date", {"fields": ("published_on", "published_at", "time_known", "slug")}),
        (
            "Source",
            {
                "fields": (
                    "publication",
                    "section",
                    "source_url",
                    "source_ref",
                    "language",
                    "import_run",
                    "content_sha256",
                )
            },
        ),
        ("State", {"fields": ("status", "edited_fields", "word_count", "added_at", "updated_at")}),
    )

    @admin.display(description="headline made", empty_value="")
    def made(self, article: Article) -> str:
        """Return a mark on headlines that were made at import."""
        return "at import" if article.headline_made else ""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save people and topics; once somebody changed them here, imports leave them alone. Authors follow the byline."""
        people = [formset for formset in formsets if isinstance(formset, MentionFormSet)]
        gone = {pk for formset in people for pk in formset.gone()}
        super().save_related(request, form, formsets, change)
        named = {pk for formset in people for pk in formset.named()}
        note_by_hand(form.instance, gone=gone, named=named, by=request.user.get_username())
        if "byline" in form.changed_data:
            make = request.user.has_perm("articles.add_person")
            authority = people_called(authors(form.instance.byline), make=make)
            sign(form.instance, authority, Origin.RECOGNISED)
        changed = {EDITED[formset.model] for formset in formsets if change and formset.has_changed()}
        if changed:
            mark_edited([form.instance.pk], *changed)
        if READ.intersection(form.changed_data):
            recognise_one(form.instance)

    def view_on_site(self, article: Article) -> str | None:
        """Return the address at which readers see the article, if they do."""
        return article.get_absolute_url() if article.status == Status.PUBLISHED else None

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[BoundedChangeList]:
        """Return the list's class."""
        return ArticleChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the articles that the index finds."""
        search = Search.read(request.GET, search_term)
        if search.asks_for_everything:
            return queryset, False
        try:
            return queryset.filter(pk__in=search.ids()), False
        except NOT_READY:
            return queryset.none(), False

    def has_add_topic_permission(self, request: HttpRequest) -> bool:
        """Return whether the account may tag articles with topics."""
        return self.has_change_permission(request) and request.user.has_perm("articles.add_articletopic")

    def has_remove_topic_permission(self, request: HttpRequest) -> bool:
        """Return whether the account may take topics off articles."""
        return self.has_change_permission(request) and request.user.has_perm("articles.delete_articletopic")

    def has_add_person_permission(self, request: HttpRequest) -> bool:
        """Return whether the account may note whom articles mention."""
        return self.has_change_permission(request) and request.user.has_perm("articles.add_mention")

    def has_remove_person_permission(self, request: HttpRequest) -> bool:
        """Return whether the account may take mentions off articles."""
        return self.has_change_permission(request) and request.user.has_perm("articles.delete_mention")

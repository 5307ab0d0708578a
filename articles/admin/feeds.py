"""Feeds in the admin: which are followed, and how they do. No page fetches anything: `manage.py fetch_feeds` does."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.base import Bounded, delete_selected
from articles.admin.filters import FlagFilter
from articles.feeds.adding import forget
from articles.fetching import Refused
from articles.fetching.target import target_of
from articles.models import Feed

STATE = ("checked_at", "next_check_at", "failures", "problem")


class FollowedFilter(FlagFilter):
    """Feeds that are fetched, or not."""

    title, parameter_name = "active", "active"


class FailingFilter(FlagFilter):
    """Feeds that could not be fetched the last time, or could."""

    title, parameter_name = "failing", "failing"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the feeds that fail, or those that do not."""
        if not self.value():
            return queryset
        return queryset.filter(failures__gt=0) if self.value() == "1" else queryset.filter(failures=0)


class FeedForm(forms.ModelForm):
    """A feed, at an address that can be fetched."""

    def clean_url(self) -> str:
        """Return the address; what a fetch would refuse without asking anybody is refused here."""
        try:
            target_of(self.cleaned_data["url"])
        except Refused as refusal:
            raise forms.ValidationError(f"It can’t be fetched: {refusal}.") from refusal
        return self.cleaned_data["url"]


@admin.action(permissions=["change"], description="Fetch now")
def fetch_now(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Make the feeds due: the next round fetches them."""
    number = Feed.objects.filter(pk__in=queryset.values("pk"), active=True).update(
        next_check_at=timezone.now()
    )
    page.message_user(
        request, f"The next round of fetch_feeds takes them up: {number:,} active.", messages.SUCCESS
    )


@admin.register(Feed)
class FeedAdmin(Bounded):
    """Where publications tell what is new."""

    actions = (fetch_now, delete_selected)
    autocomplete_fields = ("publication", "section")
    fields = ("publication", "section", "url", "active", "pages", *STATE)
    form = FeedForm
    list_display = ("url", "publication", "active", *STATE)
    list_filter = (FollowedFilter, FailingFilter)
    list_select_related = ("publication",)
    list_defer = ("publication__description",)
    ordering = ("url",)
    readonly_fields = STATE
    search_fields = ("url", "publication__name")

    def save_model(self, request: HttpRequest, obj: Feed, form: Any, change: bool) -> None:
        """Save; at another address, or switched on again, a feed begins anew."""
        if {"url", "active", "pages"} & set(form.changed_data):
            forget(obj)
        super().save_model(request, obj, form, change)

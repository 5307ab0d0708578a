"""Organisations, their posts, and who held these when, in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.base import Bounded
from articles.admin.filters import SHOWN, ChoiceFilter, RecordFilter
from articles.admin.forms import FormInWords, NamedForm, free_slug
from articles.admin.officerows import OfficeForm
from articles.models import Office, Organisation, Post


class KindFilter(ChoiceFilter):
    """Organisations of one sort."""

    title, parameter_name, offered = "kind", "kind", Organisation.Kind.choices


class PrincipalFilter(ChoiceFilter):
    """Posts that the page of a day names, or the others."""

    title, parameter_name, offered = "on the page of a day", "principal", (("1", "yes"), ("0", "no"))


class OrganisationFilter(RecordFilter):
    """Posts of one organisation."""

    title, parameter_name, model, shown = "organisation", "organisation", Organisation, SHOWN

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the posts of the chosen organisation."""
        return queryset.filter(organisation=self.value()) if self.value() else queryset


class PostFilter(RecordFilter):
    """Who held one post: the most senior are offered, the others are reached from the list of posts."""

    title, parameter_name, model = "post", "post", Post

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Return the most senior posts, and the chosen one."""
        rows = Post.objects.select_related("organisation")
        offered = [(str(post.pk), str(post)) for post in rows.order_by("rank", "title", "pk")[:SHOWN]]
        chosen = self.value()
        if chosen and chosen not in dict(offered):
            offered.append((chosen, str(rows.filter(pk=chosen).first() or f"none with the number {chosen}")))
        return offered

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the offices that are the chosen post, held."""
        return queryset.filter(post=self.value()) if self.value() else queryset


class OrganisationForm(NamedForm):
    """An organisation, which can't be a part of its own parts."""

    def clean_parent(self) -> Organisation | None:
        """Return what it is a part of, if it is not the other way round."""
        parent: Organisation | None = self.cleaned_data["parent"]
        above = dict(Organisation.objects.values_list("pk", "parent_id")) if parent else {}
        place, seen = parent.pk if parent else None, set[int]()
        while place is not None and place not in seen:
            if place == self.instance.pk:
                raise forms.ValidationError(f"{parent} is itself a part of {self.instance}.")
            seen.add(place)
            place = above.get(place)
        return parent


class PostForm(FormInWords):
    """A post, whose slug is made of its title."""

    def clean(self) -> dict[str, Any]:
        """Fill in an empty slug: the one it had, else one that no other post has."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("slug") and cleaned.get("title") and "slug" in self.fields:
            cleaned["slug"] = self.initial.get("slug") or free_slug(Post, cleaned["title"])
        return cleaned


@admin.register(Organisation)
class OrganisationAdmin(Bounded):
    """What has posts."""

    form = OrganisationForm
    autocomplete_fields = ("parent",)
    list_display = ("name", "kind", "parent", "posts")
    list_filter = (KindFilter,)
    list_select_related = ("parent",)
    ordering = (Lower("name"),)
    search_fields = ("name", "parent__name")
    search_help_text = "Parts of the name, or of what it is a part of."

    @admin.display(description="posts")
    def posts(self, organisation: Organisation) -> str:
        """Return a link to the organisation's posts."""
        return narrowed("post", "organisation", organisation, "posts")


@admin.register(Post)
class PostAdmin(Bounded):
    """What can be held."""

    form = PostForm
    autocomplete_fields = ("organisation",)
    list_display = ("title", "organisation", "rank", "principal", "holders")
    list_filter = (PrincipalFilter, OrganisationFilter)
    list_select_related = ("organisation",)
    list_defer = ("styles",)
    ordering = ("rank", "title", "id")
    search_fields = ("title", "organisation__name")
    search_help_text = "Parts of the title or of the organisation’s name."

    @admin.display(description="holders")
    def holders(self, post: Post) -> str:
        """Return a link to who held the post."""
        return narrowed("office", "post", post, "holders")


@admin.register(Office)
class OfficeAdmin(Bounded):
    """Who held which post when, what was written last first."""

    form = OfficeForm
    autocomplete_fields = ("person", "post")
    fields = (
        "person", ("post", "manner"), ("held_from", "from_precision"), ("held_to", "to_precision"),
        ("party", "state", "district"), "source",
    )  # fmt: skip
    list_display = ("person", "post", "held_from", "held_to", "party", "state", "district", "manner")
    list_filter = (PostFilter,)
    list_select_related = ("person", "post__organisation")
    list_defer = ("person__description", "post__styles", "source")
    ordering = ("-id",)
    search_fields = ("person__name", "post__title")
    search_help_text = "Parts of the person’s name or of the post’s title."


def narrowed(kind: str, parameter: str, record: Model, text: str) -> str:
    """Return a link to the list of a kind of record, narrowed to those of `record`."""
    address = reverse(f"admin:articles_{kind}_changelist")
    return format_html('<a href="{}?{}={}">{}</a>', address, parameter, record.pk, text)

"""Rows of other records in a record's form: each name once, and few queries however many rows."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.functional import cached_property

from articles.admin.base import WithAutocomplete
from articles.admin.forms import LinkForm
from articles.admin.parameters import is_number
from articles.admin.widgets import LoadedChoiceField
from articles.models import Alias, ArticleTopic, Mention, Origin, TopicAlias


class OnceFormSet(BaseInlineFormSet):
    """Rows that must not name the same twice: Django checks no constraint shared by row and record."""

    once = "name"

    def clean(self) -> None:
        """Mark rows that repeat an earlier one."""
        super().clean()
        seen = set()
        for form in self.forms:
            goes = form.cleaned_data.get(DELETION_FIELD_NAME)
            named = None if goes else form.cleaned_data.get(self.once)
            if named and named in seen:
                form.add_error(self.once, f"“{named}” is in the list twice.")
            seen.add(named)


class LinkFormSet(OnceFormSet):
    """The people or topics of an article, loaded together."""

    once = "tag"

    def get_queryset(self) -> QuerySet[Any]:
        """Return the links, each knowing the article it belongs to."""
        links = super().get_queryset()
        for link in links:
            link.content_object = self.instance
        return links

    @cached_property
    def links(self) -> dict[str, Any]:
        """The links there are, by id."""
        return {str(link.pk): link for link in self.get_queryset()}

    @cached_property
    def tags(self) -> dict[str, Any]:
        """The people or topics that the rows name, by id."""
        if not self.is_bound:
            return {str(link.tag_id): link.tag for link in self.links.values()}
        sent = (
            self.data.get(f"{self.add_prefix(number)}-tag", "") for number in range(self.total_form_count())
        )
        through: Any = self.model
        found = through.tag_model()._default_manager.in_bulk(
            {int(number) for number in sent if is_number(number)}
        )
        return {str(number): tag for number, tag in found.items()}

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Add the hidden fields, and tell all fields what is loaded."""
        super().add_fields(form, index)
        if "tag" in form.fields and index is not None:
            tag: Any = form.fields["tag"]
            tag.know(self.tags)
        if form.instance.pk:
            identity = LoadedChoiceField(
                self.queryset, initial=form.instance.pk, required=False, widget=forms.HiddenInput
            )
            identity.know(self.links)
            form.fields["id"] = identity


class MentionFormSet(LinkFormSet):
    """The people of an article."""

    def gone(self) -> set[int]:
        """Return the ids of those whom recognition or the source named and the editor takes away. Ask before saving."""
        found = [form for form in self.initial_forms if form.instance.origin != Origin.EDITOR]
        gone = (form.cleaned_data.get(DELETION_FIELD_NAME) or "tag" in form.changed_data for form in found)
        return {form.initial["tag"] for form, goes in zip(found, gone, strict=True) if goes}

    def named(self) -> set[int]:
        """Return the ids of those whom the editor names anew. Ask after saving."""
        changed = [mention for mention, names in self.changed_objects if "tag" in names]
        return {mention.tag_id for mention in (*self.new_objects, *changed)}


class RowForm(LinkForm):
    """A link as a row."""

    def _get_validation_exclusions(self) -> set[str]:
        """Spare the query that asks whether the tag exists: it is one of those just loaded."""
        return super()._get_validation_exclusions() | {"tag"}  # type: ignore[misc]


class LinkInline(WithAutocomplete, admin.TabularInline):
    """The people or the topics of an article."""

    form = RowForm
    formset = LinkFormSet
    fk_name = "content_object"
    autocomplete_fields = ("tag",)
    readonly_fields = ("origin",)
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the links with the names they show: one query, however many."""
        return super().get_queryset(request).select_related("tag").order_by("pk")


class MentionInline(LinkInline):
    """The people of an article."""

    model = Mention
    formset = MentionFormSet
    fields = ("tag", "role", "quoted", "count", "origin")
    verbose_name, verbose_name_plural = "person", "people"


class TopicInline(LinkInline):
    """The topics of an article."""

    model = ArticleTopic
    fields = ("tag", "origin")
    verbose_name, verbose_name_plural = "topic", "topics"


class AliasInline(admin.TabularInline):
    """The other names of a person."""

    model = Alias
    formset = OnceFormSet
    extra = 1


class TopicAliasInline(admin.TabularInline):
    """The other names of a topic."""

    model = TopicAlias
    formset = OnceFormSet
    extra = 1

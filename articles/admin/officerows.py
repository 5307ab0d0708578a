"""The offices of a person as rows of the person's form: few queries however many."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.functional import cached_property

from articles.admin.base import WithAutocomplete
from articles.admin.forms import FormInWords
from articles.admin.parameters import is_number
from articles.admin.widgets import LoadedChoiceField
from articles.models import Office, Post
from articles.models.office import first_day


class OfficeForm(FormInWords):
    """A post and when it was held."""

    def clean(self) -> dict[str, Any]:
        """Let a month or a year begin with its first day, as it is kept: what is there already is found then."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("held_from"):
            cleaned["held_from"] = first_day(cleaned["held_from"], cleaned.get("from_precision", ""))
        return cleaned


class OfficeRowForm(OfficeForm):
    """An office as a row of its person."""

    def _get_validation_exclusions(self) -> set[str]:
        """Spare queries: the post was just loaded, `Office.clean` compared the dates, the form has the choices."""
        return super()._get_validation_exclusions() | {"post", "held_to", "manner"}  # type: ignore[misc]


class OfficeFormSet(BaseInlineFormSet):
    """The offices of a person: each once, and their posts loaded together."""

    once = ("post", "held_from", "state", "district")

    def clean(self) -> None:
        """Mark rows that repeat an earlier one."""
        super().clean()
        seen = set()
        for form in self.forms:
            named = tuple(form.cleaned_data.get(name) for name in self.once)
            if form.cleaned_data.get(DELETION_FIELD_NAME) or not all(named[:2]):
                continue
            if named in seen:
                form.add_error("post", f"“{named[0]}” from that day is in the list twice.")
            seen.add(named)

    @cached_property
    def held(self) -> dict[str, Model]:
        """The offices there are, by id."""
        return {str(office.pk): office for office in self.get_queryset()}

    @cached_property
    def posts(self) -> dict[str, Model]:
        """The posts that the rows name, by id."""
        if not self.is_bound:
            return {str(office.post_id): office.post for office in self.get_queryset()}
        numbers = range(self.total_form_count())
        sent: Iterable[str] = (self.data.get(f"{self.add_prefix(number)}-post", "") for number in numbers)
        rows = Post.objects.select_related("organisation")
        found = rows.in_bulk({int(number) for number in sent if is_number(number)})
        return {str(pk): post for pk, post in found.items()}

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Add the hidden fields, and tell all fields what is loaded."""
        super().add_fields(form, index)
        post: Any = form.fields.get("post")
        if post and index is not None:
            post.know(self.posts)
        if form.instance.pk:
            identity = LoadedChoiceField(
                self.queryset, initial=form.instance.pk, required=False, widget=forms.HiddenInput
            )
            identity.know(self.held)
            form.fields["id"] = identity


class OfficeInline(WithAutocomplete, admin.StackedInline):
    """What a person was, when."""

    model = Office
    form = OfficeRowForm
    formset = OfficeFormSet
    autocomplete_fields = ("post",)
    extra = 1
    fields = (
        ("post", "manner"),
        ("held_from", "from_precision", "held_to", "to_precision"),
        ("party", "state", "district"),
        "source",
    )
    ordering = ("held_from", "id")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the offices with the names they show: one query, however many."""
        return super().get_queryset(request).select_related("post__organisation", "person")

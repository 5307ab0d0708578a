"""Renaming a person or a topic, with the old name and address kept."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin.curated import Curated, attempted
from articles.curating import rename
from articles.models import Curation


class RenameForm(forms.Form):
    """Another name, and an address."""

    name = forms.CharField(max_length=200, label="New name", widget=forms.TextInput({"size": 60}))
    slug = forms.SlugField(
        max_length=100, required=False, label="New address", help_text="Made from the name if empty."
    )
    alias = forms.BooleanField(required=False, label="Keep the old name as another name")


class Renamable(Curated):
    """Records that can be renamed."""

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the one for renaming."""
        view = self.admin_site.admin_view(self.rename_view)
        return [path("<key>/rename/", view, name=f"articles_{self.kind}_rename"), *super().get_urls()]

    def rename_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """Ask for the new name, then rename."""
        record = self.record(request, key, Curation.Act.RENAMED)
        form = RenameForm(request.POST or None, initial={"name": record.name, "alias": True})
        if form.is_valid() and (act := self.rename(request, record, **form.cleaned_data)):
            return self.done(request, act, record)
        return self.page(request, "rename", f"Rename “{record}”", record=record, form=form)

    def rename(self, request: HttpRequest, record: Any, name: str, slug: str, alias: bool) -> Curation | None:
        """Rename, or say why not."""
        by = request.user.get_username()
        return attempted(self, request, lambda: rename(record, name, slug, by=by, alias=alias))

"""Acts of curation in the admin: who merged, split or renamed what, and how to take it back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from articles.admin.base import ReadOnly
from articles.admin.curated import attempted, may, undo_address
from articles.admin.filters import ChoiceFilter
from articles.admin.parameters import is_number
from articles.curating import undo
from articles.models import Curation


class ActFilter(ChoiceFilter):
    """Acts of one sort."""

    title, parameter_name, offered = "act", "act", Curation.Act.choices


class KindFilter(ChoiceFilter):
    """Acts upon people, or upon topics."""

    title, parameter_name, offered = "kind", "kind", (("person", "people"), ("topic", "topics"))


class UndoneFilter(ChoiceFilter):
    """Acts that stand, or that were undone."""

    title, parameter_name, offered = "state", "undone", (("0", "stands"), ("1", "undone"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the acts that stand, or those undone."""
        return queryset.filter(undone_at__isnull=self.value() == "0") if self.value() else queryset


@admin.register(Curation)
class CurationAdmin(ReadOnly):
    """What editors did to people and topics, the latest first."""

    fields = ("act", "kind", "summary", "done_by", "done_at", "undoing")
    list_display = ("summary", "act", "kind", "done_by", "done_at", "undoing")
    list_filter = (ActFilter, KindFilter, UndoneFilter)
    list_defer = ("before",)
    ordering = ("-id",)
    search_fields = ("summary", "done_by")
    search_help_text = "Parts of what was done, or of who did it."

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the acts without the rows that they wrote over, which may be many."""
        return super().get_queryset(request).defer("before").annotate(kept=Q(before__isnull=False))

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the question whether to undo."""
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<key>/undo/", view, name="articles_curation_undo"), *super().get_urls()]

    @admin.display(description="undo")
    def undoing(self, act: Any) -> str:
        """Return a link to the question whether to undo, or when that was done."""
        if act.undone_at:
            return f"undone on {act.undone_at:%Y-%m-%d} by {act.undone_by}"
        return format_html('<a href="{}">Undo…</a>', undo_address(act)) if act.kept else ""

    def undo_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """Ask whether to undo an act, then undo it."""
        act = self.get_queryset(request).filter(pk=key).first() if is_number(key) else None
        if act is None:
            raise Http404
        if not may(request, act.act, act.kind):
            raise PermissionDenied
        if request.method == "POST":
            return self.undo(request, act)
        context = self.admin_site.each_context(request) | {"opts": self.opts, "act": act}
        return TemplateResponse(request, "admin/curating/undo.html", context | {"title": "Undo?"})

    def undo(self, request: HttpRequest, act: Curation) -> HttpResponse:
        """Undo an act, or say why not, and lead to the list."""
        by, remarks = request.user.get_username(), list[str]()
        if attempted(self, request, lambda: undo(act, by=by, tell=remarks.append)):
            self.log_change(request, act, "Undone.")
            self.message_user(request, " ".join([f"Undone: {act.summary}", *remarks]), messages.SUCCESS)
        seen = self.has_view_permission(request)
        return HttpResponseRedirect(reverse("admin:articles_curation_changelist" if seen else "admin:index"))

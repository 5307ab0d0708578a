"""Imports in the admin: what they did, and what they could not take."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from articles.admin.base import ReadOnly
from articles.admin.filters import ProblemsOfRunFilter, RunStateFilter
from articles.admin.listed import articles_of
from articles.exports.csv import row_of
from articles.models import ImportProblem, ImportRun
from articles.runs import is_alive

COUNTS = ("created", "updated", "unchanged", "problems", "kept")
COLUMNS = ("number", "kind", "source", "line", "reason", "excerpt")
SHORT = 80
SECONDS = 5
"""After so long the page of an import that goes on is asked for again."""


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly):
    """Imports, the newest first."""

    fields = (
        "key",
        "format",
        "sources",
        "options",
        "progress",
        "started_at",
        "heartbeat_at",
        "finished_at",
        "undone_at",
        *COUNTS,
        "articles",
        "as_csv",
    )
    list_display = ("id", "progress", "format", "from_where", "started_at", "finished_at", *COUNTS)
    list_filter = (RunStateFilter,)
    ordering = ("-id",)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the problems as a file."""
        view = self.admin_site.admin_view(self.problems_as_csv)
        return [path("<int:key>/problems.csv", view, name="articles_importrun_csv"), *super().get_urls()]

    def change_view(self, request: HttpRequest, *arguments: Any, **more: Any) -> HttpResponse:
        """Show an import; as long as it goes on, the page is kept up to date."""
        response = super().change_view(request, *arguments, **more)
        run = getattr(response, "context_data", {}).get("original")
        if run and is_alive(run):
            response.headers["Refresh"] = str(SECONDS)
        return response

    def problems_as_csv(self, request: HttpRequest, key: int) -> StreamingHttpResponse:
        """Return all problems of an import as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = get_object_or_404(ImportRun, pk=key)
        response = StreamingHttpResponse(rows_of(run), content_type="text/csv; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="import-{run.pk}-problems.csv"'
        return response

    @admin.display(description="state")
    def progress(self, run: ImportRun) -> str:
        """Return how far the import came; one that was killed could not say so itself."""
        if run.undone_at:
            return "taken back"
        if run.state == ImportRun.State.RUNNING and not is_alive(run):
            return "stopped: go on with --resume"
        return run.state

    @admin.display(description="sources")
    def from_where(self, run: ImportRun) -> str:
        """Return the beginning of the list of sources."""
        return run.sources if len(run.sources) <= SHORT else f"{run.sources[:SHORT]} …"

    @admin.display(description="articles")
    def articles(self, run: ImportRun) -> str:
        """Return a link to the articles that the import made."""
        return articles_of("import_run", run, "articles it made")

    @admin.display(description="rejected")
    def problems(self, run: ImportRun) -> str:
        """Return how many records the import rejected, linked to all its problems."""
        address = reverse("admin:articles_importproblem_changelist")
        return (
            format_html('<a href="{}?run={}">{}</a>', address, run.pk, run.rejected) if run.rejected else "0"
        )

    @admin.display(description="problems")
    def as_csv(self, run: ImportRun) -> str:
        """Return a link to all problems as a file."""
        address = reverse("admin:articles_importrun_csv", args=[run.pk])
        return format_html('<a href="{}">all problems as CSV</a>', address)


@admin.register(ImportProblem)
class ImportProblemAdmin(ReadOnly):
    """Records that were rejected and fields that were kept, those of the newest import first."""

    list_display = ("kind", "reason", "source", "line", "excerpt", "article", "run")
    list_filter = (ProblemsOfRunFilter,)
    list_select_related = ("run", "article")
    list_defer = ("run__sources", "run__options", "article__body", "article__standfirst")
    ordering = ("-run_id", "number")


def rows_of(run: ImportRun) -> Iterator[str]:
    """Yield the lines of the file of an import's problems."""
    yield row_of(COLUMNS)
    for row in run.problems.order_by("number").values_list(*COLUMNS).iterator(chunk_size=1000):
        yield row_of(map(str, row))

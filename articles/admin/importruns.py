"""Imports in the admin: what they did, and what they could not take."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.base import ReadOnly
from articles.admin.filters import ProblemsOfRunFilter, RunStateFilter
from articles.admin.listed import articles_of
from articles.models import ImportProblem, ImportRun

COUNTS = ("created", "updated", "unchanged", "problems")
SHORT = 80


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly):
    """Imports, the newest first."""

    fields = (
        "key",
        "format",
        "sources",
        "options",
        "state",
        "started_at",
        "finished_at",
        *COUNTS,
        "articles",
    )
    list_display = ("id", "state", "format", "from_where", "started_at", "finished_at", *COUNTS)
    list_filter = (RunStateFilter,)
    ordering = ("-id",)

    @admin.display(description="sources")
    def from_where(self, run: ImportRun) -> str:
        """Return the beginning of the list of sources."""
        return run.sources if len(run.sources) <= SHORT else f"{run.sources[:SHORT]} …"

    @admin.display(description="articles")
    def articles(self, run: ImportRun) -> str:
        """Return a link to the articles that the import wrote last."""
        return articles_of("import_run", run, "articles it wrote last")

    @admin.display(description="rejected")
    def problems(self, run: ImportRun) -> str:
        """Return how many records the import rejected, linked to them."""
        address = reverse("admin:articles_importproblem_changelist")
        return (
            format_html('<a href="{}?run={}">{}</a>', address, run.pk, run.rejected) if run.rejected else "0"
        )


@admin.register(ImportProblem)
class ImportProblemAdmin(ReadOnly):
    """Rejected records, those of the newest import first."""

    list_display = ("reason", "source", "line", "excerpt", "run")
    list_filter = (ProblemsOfRunFilter,)
    list_select_related = ("run",)
    list_defer = ("run__sources", "run__options")
    ordering = ("-run_id", "number")

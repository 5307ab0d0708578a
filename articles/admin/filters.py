"""Filters of the change lists: each knows its values, and its choices are few however large the archive."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from articles.admin.paginator import MOST
from articles.admin.parameters import CheckedFilter, is_number
from articles.models import (
    Article,
    ArticleTopic,
    ImportRun,
    Origin,
    Person,
    Publication,
    Role,
    Section,
    Status,
    Topic,
)

SHOWN = 50
"""Records that a filter offers by name. The others are reached from their own list, which links to them."""


class IndexedFilter(CheckedFilter):
    """A filter that the search index answers: see `articles.admin.search`."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Leave the rows to the index."""
        return queryset


class RecordFilter(CheckedFilter):
    """Narrows to what belongs to one record, named by its id."""

    model: type[Model]
    shown = 0

    @classmethod
    def understands(cls, value: str) -> bool:
        """Return whether `value` can be an id."""
        return is_number(value)

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Return the first records by name, and the chosen one."""
        chosen = self.value()
        rows = self.model._default_manager.all()
        offered = (
            [(str(record.pk), str(record)) for record in rows.order_by("name")[: self.shown]]
            if self.shown
            else []
        )
        if chosen and chosen not in dict(offered):
            offered.append((chosen, str(rows.filter(pk=chosen).first() or f"none with the number {chosen}")))
        return offered


class PublicationFilter(IndexedFilter, RecordFilter):
    """Articles of one publication."""

    title, parameter_name, model, shown = "publication", "publication", Publication, SHOWN


class SectionFilter(IndexedFilter, RecordFilter):
    """Articles of one section."""

    title, parameter_name, model, shown = "section", "section", Section, SHOWN


class PersonFilter(IndexedFilter, RecordFilter):
    """Articles that name one person; reached from the list of people."""

    title, parameter_name, model = "person", "person", Person


class TopicFilter(IndexedFilter, RecordFilter):
    """Articles about one topic or a narrower one; reached from the list of topics."""

    title, parameter_name, model = "topic", "topic", Topic


class ImportRunFilter(RecordFilter):
    """The newest articles of one import, as many as are listed; reached from the import's page."""

    title, parameter_name, model = "import", "import_run", ImportRun

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the articles of the chosen import."""
        if not self.value():
            return queryset
        return queryset.filter(
            pk__in=Article.objects.filter(import_run=int(self.value() or 0))
            .order_by("-pk")
            .values("pk")[:MOST]
        )


class ProblemsOfRunFilter(ImportRunFilter):
    """The problems of one import."""

    parameter_name = "run"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the problems of the chosen import."""
        return queryset.filter(run=self.value()) if self.value() else queryset


class ChoiceFilter(CheckedFilter):
    """Narrows to one of the choices of a field."""

    offered: Iterable[tuple[Any, Any]]

    @classmethod
    def understands(cls, value: str) -> bool:
        """Return whether `value` is one of the choices."""
        return value in dict(cls.offered)

    def lookups(self, request: HttpRequest, model_admin: object) -> Iterable[tuple[Any, Any]]:
        """Return the choices."""
        return self.offered

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows whose field has the chosen value."""
        return queryset.filter(**{str(self.parameter_name): self.value()}) if self.value() else queryset


class StatusFilter(IndexedFilter, ChoiceFilter):
    """Articles of one status."""

    title, parameter_name, offered = "status", "status", Status.choices


class MadeHeadlineFilter(ChoiceFilter):
    """The newest articles whose headline was made at import."""

    title, parameter_name = "headline", "headline_made"
    offered = (("1", "made at import: look at it"),)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return what is to be looked at, by its partial index: SQLite would walk all dates instead."""
        if not self.value():
            return queryset
        return queryset.filter(
            pk__in=Article.objects.filter(headline_made=True).order_by("-pk").values("pk")[:MOST]
        )


class TopicOriginFilter(ChoiceFilter):
    """Articles with a topic from one origin, those tagged last."""

    title, parameter_name, offered = "origin of a topic", "topic_origin", Origin.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the articles last tagged from the chosen origin."""
        if not self.value():
            return queryset
        links = ArticleTopic.objects.filter(origin=self.value()).order_by("-pk")
        return queryset.filter(pk__in=links.values("content_object")[:MOST])


class OriginFilter(ChoiceFilter):
    """Links from one origin."""

    title, parameter_name, offered = "origin", "origin", Origin.choices


class RoleFilter(ChoiceFilter):
    """Mentions in one role."""

    title, parameter_name, offered = "role", "role", Role.choices


class RunStateFilter(ChoiceFilter):
    """Imports that came so far."""

    title, parameter_name, offered = "state", "state", ImportRun.State.choices


class FlagFilter(ChoiceFilter):
    """Accounts for which something holds, or not."""

    offered = (("1", "yes"), ("0", "no"))


class ActiveFilter(FlagFilter):
    """Accounts that can log in."""

    title, parameter_name = "active", "is_active"


class StaffFilter(FlagFilter):
    """Accounts that may open the admin."""

    title, parameter_name = "staff", "is_staff"

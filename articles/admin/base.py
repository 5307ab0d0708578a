"""What all admin pages of the archive have in common: bounds, and an answer to any address."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.actions import delete_selected as stock_delete_selected
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, OperationalError, models, transaction
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.changelist import BoundedChangeList
from articles.admin.deletion import Deletion, deletion_of
from articles.admin.paginator import BoundedPaginator
from articles.admin.parameters import few_words, is_number, understood
from articles.admin.widgets import Autocomplete, LoadedChoiceField

MOST_DELETED = 1_000
AUTOCOMPLETE = "autocomplete"
SLOW = "The database did not answer in time: narrow the list."
OVERTAKEN = (
    "Nothing was saved: another record has the same name or address, or was linked meanwhile. "
    "This is how things stand now."
)


class WithAutocomplete(BaseModelAdmin):
    """Gives the fields named in `autocomplete_fields` the archive's own widget."""

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        """Return the form field of a foreign key."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": Autocomplete(db_field, self.admin_site), "form_class": LoadedChoiceField}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.action(permissions=["delete"], description="Delete selected %(verbose_name_plural)s")
def delete_selected(
    page: "Bounded", request: HttpRequest, queryset: models.QuerySet[Any]
) -> HttpResponse | None:
    """Ask whether to delete, then delete: not more at once than the page that asks can carry."""
    if queryset[MOST_DELETED:].exists():
        too_many = f"At most {MOST_DELETED:,} can be deleted at once: narrow the list."
        page.message_user(request, too_many, messages.ERROR)
        return None
    with transaction.atomic():
        return stock_delete_selected(page, request, queryset)


class Bounded(WithAutocomplete, admin.ModelAdmin):
    """Lists whose cost does not grow with the archive, and pages that answer any address."""

    actions: Sequence[Any] | None = (delete_selected,)
    list_defer: tuple[str, ...] = ()
    list_prefetch_related: tuple[str, ...] = ()
    list_max_show_all = 200
    list_per_page = 50
    paginator = BoundedPaginator
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[BoundedChangeList]:
        """Return the list's class."""
        return BoundedChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list; what can't be answered is left out of the address first, and said."""
        filters: Any = self.get_list_filter(request)
        asked = understood(request.GET, filters)
        if asked.problems:
            for problem in asked.problems:
                self.message_user(request, problem, messages.WARNING)
            return HttpResponseRedirect(f"{request.path}?{asked.parameters.urlencode()}")
        try:
            return super().changelist_view(request, extra_context)
        except (IntegrityError, OperationalError) as problem:
            if request.method == "GET" and not request.GET:
                raise
            said = OVERTAKEN if isinstance(problem, IntegrityError) else SLOW
            self.message_user(request, said, messages.ERROR)
            return HttpResponseRedirect(request.path)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save a record; say what no form foresees: two editors at once, two rows swapped."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            self.message_user(request, OVERTAKEN, messages.ERROR)
            return HttpResponseRedirect(request.path)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask whether to delete, then delete, unless something was linked with the record in between."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except IntegrityError:
            self.message_user(request, OVERTAKEN, messages.ERROR)
            return HttpResponseRedirect(request.path)

    def response_action(  # type: ignore[override]
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        """Run an action, if it was asked for by ids: stock answers 500 to those that are none."""
        if all(map(is_number, request.POST.getlist(helpers.ACTION_CHECKBOX_NAME))):
            return super().response_action(request, queryset)
        self.message_user(request, "Nothing was changed: the selection was not understood.", messages.ERROR)
        return None

    def get_search_fields(self, request: HttpRequest) -> list[str] | tuple[str, ...]:
        """Return what is searched; nothing, which is a 404, for an autocomplete of no form's field."""
        return () if asks_for_no_field(request) else super().get_search_fields(request)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Return the rows that a search finds by its first words: SQLite takes 1,000 conditions at most."""
        return super().get_search_results(request, queryset, few_words(search_term))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the address fills in, times left out: stock answers 500 to one that is none."""
        filled_in = super().get_changeform_initial_data(request)
        times = {field.name for field in self.opts.fields if isinstance(field, models.DateTimeField)}
        return {name: value for name, value in filled_in.items() if name not in times}

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        """Return whether records may be named by a field: by their id alone."""
        return to_field == self.opts.pk.name

    def get_deleted_objects(self, objs: Iterable[models.Model], request: HttpRequest) -> Deletion:
        """Return what a deletion takes with it."""
        return deletion_of(list(objs), request, self.admin_site)


class ReadOnly(Bounded):
    """Records that a program writes and people only read."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return False."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Return False."""
        return False


def asks_for_no_field(request: HttpRequest) -> bool:
    """Return whether an autocomplete names a relation seen from its other end: stock answers 500 to that."""
    if not request.resolver_match or request.resolver_match.url_name != AUTOCOMPLETE:
        return False
    model = apps.get_model(request.GET["app_label"], request.GET["model_name"])
    try:
        return not isinstance(model._meta.get_field(request.GET["field_name"]), models.Field)
    except FieldDoesNotExist:
        return True

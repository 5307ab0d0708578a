"""What all admin pages of the archive have in common: bounds, and an answer to any address."""

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.actions import delete_selected as stock_delete_selected
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import FieldDoesNotExist
from django.db import OperationalError, models, transaction
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.changelist import BoundedChangeList
from articles.admin.deletion import Deletion, deletion_of
from articles.admin.paginator import BoundedPaginator
from articles.admin.parameters import few_words, is_number, understood
from articles.admin.widgets import Autocomplete

MOST_DELETED = 1_000
AUTOCOMPLETE = "autocomplete"


class WithAutocomplete(BaseModelAdmin):
    """Gives the fields named in `autocomplete_fields` the archive's own widget."""

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField:
        """Return the form field of a foreign key."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.action(permissions=["delete"], description="Delete selected %(verbose_name_plural)s")
def delete_selected(page: "Bounded", request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
    """Ask whether to delete, then delete: not more at once than the page that asks can carry."""
    if queryset[MOST_DELETED:].exists():
        page.message_user(
            request, f"At most {MOST_DELETED:,} can be deleted at once: narrow the list.", messages.ERROR
        )
        return None
    with transaction.atomic():
        return stock_delete_selected(page, request, queryset)


class Bounded(WithAutocomplete, admin.ModelAdmin):
    """Lists whose cost does not grow with the archive, and that answer any query string."""

    actions = (delete_selected,)
    list_defer: tuple[str, ...] = ()
    list_prefetch_related: tuple[str, ...] = ()
    list_max_show_all = 200
    list_per_page = 50
    paginator = BoundedPaginator
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    sortable_by: tuple[str, ...] = ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[BoundedChangeList]:
        """Return the list's class."""
        return BoundedChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list; what can't be answered is left out of the address first, and said."""
        asked = understood(request.GET, list(self.get_list_filter(request)))
        if asked.problems:
            for problem in asked.problems:
                self.message_user(request, problem, messages.WARNING)
            return HttpResponseRedirect(f"{request.path}?{asked.parameters.urlencode()}")
        try:
            return super().changelist_view(request, extra_context)
        except OperationalError:
            if request.method == "GET" and not request.GET:
                raise
            self.message_user(
                request, "The database did not answer in time: narrow the list.", messages.ERROR
            )
            return HttpResponseRedirect(request.path)

    def response_action(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        """Run an action, if it was asked for by ids: stock answers 500 to those that are none."""
        if all(map(is_number, request.POST.getlist(helpers.ACTION_CHECKBOX_NAME))):
            return super().response_action(request, queryset)
        self.message_user(request, "Nothing was changed: the selection was not understood.", messages.ERROR)
        return None

    def get_search_fields(self, request: HttpRequest) -> Any:
        """Return what is searched; nothing, which is a 404, for an autocomplete of what is no field of a form."""
        return () if asks_for_no_field(request) else super().get_search_fields(request)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Return the rows that a search finds, asking for a few words only: SQLite takes no more than 1,000 conditions."""
        return super().get_search_results(request, queryset, few_words(search_term))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the address fills in, times left out: stock answers 500 to one that is none."""
        times = {field.name for field in self.opts.fields if isinstance(field, models.DateTimeField)}
        return {
            name: value
            for name, value in super().get_changeform_initial_data(request).items()
            if name not in times
        }

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        """Return whether records may be named by a field: by their id alone."""
        return to_field == self.opts.pk.name

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Deletion:
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

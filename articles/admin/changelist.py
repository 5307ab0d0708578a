"""The list of records that every admin page of the archive shows."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest

from articles.admin.paginator import MOST

NO_SUCH_PAGE = (
    f"There is no such page: lists go as far as {MOST:,} rows. A filter or a search finds the rest."
)


class BoundedChangeList(ChangeList):
    """A list that sorts only by what is cheap to sort by, and answers for a page that is not there."""

    def get_ordering_field(self, field_name: Callable[..., Any] | str) -> str | Combinable | None:
        """Return what a column is sorted by, None if it is not to be: stock lets an address sort by any."""
        return super().get_ordering_field(field_name) if field_name in (self.sortable_by or ()) else None

    def get_results(self, request: HttpRequest) -> None:
        """Read the page; of a page that is not there say so and read the first."""
        try:
            super().get_results(request)
        except IncorrectLookupParameters:
            messages.warning(request, NO_SUCH_PAGE)
            self.page_num = 1
            super().get_results(request)

    def apply_select_related(self, qs: QuerySet[Any]) -> QuerySet[Any]:
        """Load what the columns show of other records, and no long texts."""
        page: Any = self.model_admin
        rows = super().apply_select_related(qs).defer(*page.list_defer)
        return rows.prefetch_related(*page.list_prefetch_related)

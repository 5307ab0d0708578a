"""Pages of a list that may have a million rows: counted to a bound, read to a bound."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

MOST = 10_000
"""Rows that are counted and can be paged through; what lies beyond is for a filter or a search to find."""


class AtLeast(int):
    """A number that is known to be too small: shown as 10,000+."""

    def __str__(self) -> str:
        return f"{int(self):,}+"


def bounded_count(rows: QuerySet[Any]) -> int:
    """Return the number of rows, or AtLeast(MOST) if there are more."""
    found = rows.order_by()[: MOST + 1].count()
    return AtLeast(MOST) if found > MOST else found


class BoundedPaginator(Paginator):
    """Counts and pages no further than MOST rows."""

    @cached_property
    def count(self) -> int:
        """The number of rows, as far as they are counted."""
        rows: Any = self.object_list
        return bounded_count(rows)

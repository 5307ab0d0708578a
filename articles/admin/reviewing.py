"""Names that may be several people's, in the admin: a list, and a queue to work through."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.filters import ChoiceFilter
from articles.admin.paginator import bounded_count
from articles.admin.queues import (
    NOT_UNDERSTOOD,
    NOTHING_CHOSEN,
    PAGE_SIZE,
    Act,
    Reviewed,
    after,
    asked_name,
    chosen_rows,
    refuses_others,
)  # fmt: skip
from articles.models import Doubt
from articles.reviewing import MOST_AT_ONCE, accept, alike, open_doubts, questions, reject


class SettledFilter(ChoiceFilter):
    """Doubts that wait, or that an editor settled."""

    title, parameter_name, offered = "state", "settled", (("0", "waiting"), ("1", "settled"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the doubts that wait, or those settled."""
        return queryset.filter(settled_at__isnull=self.value() == "0") if self.value() else queryset


@admin.register(Doubt)
class DoubtAdmin(Reviewed):
    """Names that may be several people's."""

    rights = ("articles.change_mention",)
    fields = ("name", "article", "sentence", "count", "reason", "candidates", "settled_at", "settled_by")
    list_display = ("name", "article", "reason", "count", "settled_at", "settled_by")
    list_filter = (SettledFilter,)
    list_select_related = ("article",)
    list_defer = ("article__body", "article__standfirst", "sentence")
    ordering = ("-id",)
    search_fields = ("name",)

    def waiting(self, request: HttpRequest) -> QuerySet[Doubt]:
        """Return the doubts that the account may settle: those in drafts if it may see articles."""
        return open_doubts(drafts=request.user.has_perm("articles.view_article"))

    def rows(self, request: HttpRequest) -> QuerySet[Doubt]:
        """Return those of the doubts that have the name that is asked for."""
        name = asked_name(request)
        return self.waiting(request).filter(name=name) if name else self.waiting(request)

    def queue(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page of questions behind the one named in the address."""
        rows = self.rows(request)
        found = questions(self.waiting(request), rows.filter(pk__gt=after(request)), PAGE_SIZE + 1)
        shown = found[:PAGE_SIZE]
        return {
            "title": "Who is meant?",
            "questions": shown,
            "total": bounded_count(rows),
            "next_page": shown[-1].doubt.pk if len(found) > PAGE_SIZE else None,
        }

    def page_of_ids(self, request: HttpRequest) -> list[int]:
        """Return the ids of the doubts on the page."""
        return list(self.rows(request).filter(pk__gt=after(request)).values_list("pk", flat=True)[:PAGE_SIZE])

    def following(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of the doubt that is put next."""
        return self.rows(request).filter(pk__gt=key).values_list("pk", flat=True).first()

    def before(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of the doubt that is put before."""
        return self.waiting(request).filter(pk__lt=key).values_list("pk", flat=True).last()

    def act(self, request: HttpRequest, verb: str, one: int, other: int) -> Act | str:
        """Return the acceptance or the rejection that is asked for, of one row, of all like it, or of those selected."""
        by, waiting = request.user.get_username(), self.waiting(request)
        others = refuses_others(request.POST)
        selected = chosen_rows(request.POST)
        if verb.endswith("-selected") and not selected:
            return NOTHING_CHOSEN
        if not verb.endswith("-selected"):
            same = str(one) in request.POST.getlist("alike")
            rows = alike(waiting, one) if same else [one]
            selected = dict.fromkeys(rows, other)
        seen = waiting.filter(pk__in=list(selected)[:MOST_AT_ONCE]).values_list("pk", flat=True)
        choices = {pk: selected[pk] for pk in seen}
        if verb in ("accept", "accept-selected"):
            return lambda: accept(choices, by=by, refuse_others=others)
        return (
            (lambda: reject(list(choices), by=by))
            if verb in ("reject", "reject-selected")
            else NOT_UNDERSTOOD
        )

"""The review queue in the admin: names that may be several people's, put to an editor one below the other."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin.base import ReadOnly
from articles.admin.curated import attempted
from articles.admin.filters import ChoiceFilter
from articles.admin.paginator import bounded_count
from articles.admin.parameters import LONGEST_SEARCH, is_number
from articles.curating import undo
from articles.models import Curation, Doubt
from articles.reviewing import MOST_AT_ONCE, accept, alike, last_act, open_doubts, questions, reject

PAGE_SIZE = 20
ASKED = re.compile(r"(?P<verb>[a-z-]{1,20})(?::(?P<one>[0-9]{1,18}))?(?::(?P<other>[0-9]{1,18}))?")
WAIT = "wait"
"""What the form sends where the enter key was struck in a field: no answer, and none of the buttons behind it."""
NOT_UNDERSTOOD = "Nothing was changed: the answer was not understood."
NOTHING_CHOSEN = "Nothing was changed: select a row first."
Act = Callable[[], Curation]


class Reviewed(ReadOnly):
    """What recognition leaves to editors: a list to read, and a queue to work through."""

    change_list_template = "admin/reviewing/change_list.html"
    right = ""

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the queue."""
        view = self.admin_site.admin_view(self.queue_view)
        return [path("queue/", view, name=f"articles_{self.opts.model_name}_queue"), *super().get_urls()]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the queue; take an answer, and go on with what follows."""
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        if request.method == "POST":
            return HttpResponseRedirect(self.queue_address(request, self.answered(request)))
        common = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        common |= {"undoable": last_act(request.user.get_username()), "after": after(request) or ""}
        common["has_view_permission"] = self.has_view_permission(request)
        return TemplateResponse(request, self.queue_template, common | self.queue(request))

    @property
    def queue_template(self) -> str:
        """The name of the template of the queue."""
        return f"admin/reviewing/{self.opts.model_name}s.html"

    def queue(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the page of the queue shows."""
        raise NotImplementedError

    def act(self, request: HttpRequest, verb: str, one: int, other: int) -> Act | str:
        """Return the act that an answer asks for, or why there is none."""
        raise NotImplementedError

    def following(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of what follows in the queue."""
        raise NotImplementedError

    def answered(self, request: HttpRequest) -> int:
        """Do what the form asks for, say what was done or why not, and return the id that the answer was about, or 0."""
        asked = ASKED.fullmatch(request.POST.get("do", ""))
        one, other = (int(asked[name] or 0) for name in ("one", "other")) if asked else (0, 0)
        verb = asked["verb"] if asked else ""
        if verb == WAIT:
            return 0
        act = self.undoing(request, one) if verb == "undo" else self.act(request, verb, one, other)
        if isinstance(act, str):
            self.message_user(request, act, messages.ERROR)
        elif done := attempted(self, request, act):
            said = f"Undone: {done.summary}" if verb == "undo" else done.summary
            self.message_user(request, said, messages.SUCCESS)
        return 0 if verb == "undo" else one

    def undoing(self, request: HttpRequest, key: int) -> Act | str:
        """Return the undoing of the account's last answer, if that is the one with the id `key`."""
        by = request.user.get_username()
        act = last_act(by)
        if act is None or act.pk != key:
            return "Nothing was undone: that is not your last answer any more."
        return lambda: undo(act, by=by)

    def queue_address(self, request: HttpRequest, key: int) -> str:
        """Return the address of the same page of the queue, at what follows the answer about `key`."""
        narrowed = {"after": after(request) or "", "name": asked_name(request)}
        query = urlencode({name: value for name, value in narrowed.items() if value})
        following = self.following(request, key) if key else None
        address = reverse(f"admin:articles_{self.opts.model_name}_queue")
        return f"{address}{'?' if query else ''}{query}{f'#at-{following}' if following else ''}"


class SettledFilter(ChoiceFilter):
    """Doubts that wait, or that an editor settled."""

    title, parameter_name, offered = "state", "settled", (("0", "waiting"), ("1", "settled"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the doubts that wait, or those settled."""
        return queryset.filter(settled_at__isnull=self.value() == "0") if self.value() else queryset


@admin.register(Doubt)
class DoubtAdmin(Reviewed):
    """Names that may be several people's."""

    right = "articles.change_mention"
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

    def queue(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page of questions behind the one named in the address."""
        name = asked_name(request)
        waiting = self.waiting(request)
        rows = waiting.filter(name=name) if name else waiting
        found = questions(waiting, rows.filter(pk__gt=after(request)), PAGE_SIZE + 1)
        shown = found[:PAGE_SIZE]
        return {
            "title": "Who is meant?",
            "questions": shown,
            "total": bounded_count(rows),
            "name": name,
            "next_page": shown[-1].doubt.pk if len(found) > PAGE_SIZE else None,
        }

    def following(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of the doubt that is put next."""
        name = asked_name(request)
        rows = self.waiting(request).filter(pk__gt=key)
        return (rows.filter(name=name) if name else rows).values_list("pk", flat=True).first()

    def act(self, request: HttpRequest, verb: str, one: int, other: int) -> Act | str:
        """Return the acceptance or the rejection that is asked for, of one row, of all like it, or of those selected."""
        by, waiting = request.user.get_username(), self.waiting(request)
        others = request.POST.get("others") == "yes"
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


def after(request: HttpRequest) -> int:
    """Return the id behind which the page begins, 0 if it is the first page."""
    wanted = request.GET.get("after", "")
    return int(wanted) if is_number(wanted) else 0


def asked_name(request: HttpRequest) -> str:
    """Return the name whose doubts alone are shown, empty if all are."""
    return request.GET.get("name", "").replace("\0", "")[:LONGEST_SEARCH]


def chosen_rows(form: QueryDict) -> dict[int, int]:
    """Return the rows that are selected, by id, each with the person who was named first there, or 0."""
    pairs = (value.partition(":") for value in form.getlist("selected"))
    return {int(row): int(person) for row, _, person in pairs if is_number(row) and is_number(person)}

"""The review queues in the admin: what recognition leaves to editors, put to them one below the other."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin.base import ReadOnly
from articles.admin.curated import attempted
from articles.admin.parameters import LONGEST_SEARCH, is_number
from articles.curating import undo
from articles.models import Curation
from articles.reviewing import MOST_AT_ONCE, last_act

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
    rights: tuple[str, ...] = ()
    """What an account needs one of to see the queue."""

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the queue."""
        view = self.admin_site.admin_view(self.queue_view)
        return [path("queue/", view, name=f"articles_{self.opts.model_name}_queue"), *super().get_urls()]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the queue; take an answer, and go on with what follows."""
        if not self.may_review(request):
            raise PermissionDenied
        if request.method == "POST":
            return HttpResponseRedirect(self.answered(request))
        common = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        common |= {"undoable": last_act(request.user.get_username()), "after": after(request) or ""}
        common |= {"others": refuses_others(request.GET), "name": asked_name(request)}
        common["has_view_permission"] = self.has_view_permission(request)
        return TemplateResponse(request, self.queue_template, common | self.queue(request))

    def may_review(self, request: HttpRequest) -> bool:
        """Return whether the account may answer anything that is asked here."""
        return any(request.user.has_perm(right) for right in self.rights)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, with a link to the queue for those who may work through it."""
        return super().changelist_view(
            request, (extra_context or {}) | {"may_review": self.may_review(request)}
        )

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

    def waiting(self, request: HttpRequest) -> QuerySet[Any]:
        """Return what the account may settle, in the order of the queue."""
        raise NotImplementedError

    def page_of_ids(self, request: HttpRequest) -> list[int]:
        """Return the ids of what stands on the page."""
        raise NotImplementedError

    def following(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of what follows in the queue."""
        raise NotImplementedError

    def before(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of what comes before in the whole queue."""
        raise NotImplementedError

    def answered(self, request: HttpRequest) -> str:
        """Do what the form asks for, say what was done or why not, and return where to go on."""
        asked = ASKED.fullmatch(request.POST.get("do", ""))
        one, other = (int(asked[name] or 0) for name in ("one", "other")) if asked else (0, 0)
        verb = asked["verb"] if asked else ""
        if verb == WAIT:
            return self.queue_address(request, None)
        if verb == "undo":
            return self.undone(request, one)
        act = self.act(request, verb, one, other)
        if isinstance(act, str):
            self.message_user(request, act, messages.ERROR)
        elif done := attempted(self, request, act):
            self.message_user(request, done.summary, messages.SUCCESS)
        return self.queue_address(request, self.following(request, one) if one else None)

    def undone(self, request: HttpRequest, key: int) -> str:
        """Undo the account's last answer, say so or why not, and return where the question stands that waits again."""
        act = self.undoing(request, key)
        if isinstance(act, str):
            self.message_user(request, act, messages.ERROR)
        elif done := attempted(self, request, act):
            self.message_user(request, f"Undone: {done.summary}", messages.SUCCESS)
            again = self.waiting(request).filter(pk__in=asked_in(done, self.opts.label)).first()
            if again and again.pk not in self.page_of_ids(request):
                return self.queue_address(request, again.pk, {"after": self.before(request, again.pk)})
            return self.queue_address(request, again.pk if again else None)
        return self.queue_address(request, None)

    def undoing(self, request: HttpRequest, key: int) -> Act | str:
        """Return the undoing of the account's last answer, if that is the one with the id `key`."""
        by = request.user.get_username()
        act = last_act(by)
        if act is None or act.pk != key:
            return "Nothing was undone: that is not your last answer any more."
        return lambda: undo(act, by=by)

    def queue_address(
        self, request: HttpRequest, at: int | None, narrowed: dict[str, Any] | None = None
    ) -> str:
        """Return the address of the same page of the queue, or of one narrowed otherwise, at the question with the id `at`."""
        if narrowed is None:
            narrowed = {"after": after(request), "name": asked_name(request)}
        narrowed |= {"others": "yes" if refuses_others(request.POST) else ""}
        query = urlencode({name: value for name, value in narrowed.items() if value})
        address = reverse(f"admin:articles_{self.opts.model_name}_queue")
        return f"{address}{'?' if query else ''}{query}{f'#at-{at}' if at else ''}"


def after(request: HttpRequest) -> int:
    """Return the id behind which the page begins, 0 if it is the first page."""
    wanted = request.GET.get("after", "")
    return int(wanted) if is_number(wanted) else 0


def refuses_others(sent: QueryDict) -> bool:
    """Return whether an acceptance is to say that none of the others is in the article."""
    return sent.get("others") == "yes"


def asked_in(act: Curation, table: str) -> list[int]:
    """Return the ids of what an act settled in a table."""
    steps = (act.before or {}).get("steps", ())
    return [pk for step in steps if step["table"] == table for pk in step["before"].get("id", ())][
        :MOST_AT_ONCE
    ]


def asked_name(request: HttpRequest) -> str:
    """Return the name whose doubts alone are shown, empty if all are."""
    return request.GET.get("name", "").replace("\0", "")[:LONGEST_SEARCH]


def chosen_rows(form: QueryDict) -> dict[int, int]:
    """Return the rows that are selected, by id, each with the person who was named first there, or 0."""
    pairs = (value.partition(":") for value in form.getlist("selected"))
    return {int(row): int(person) for row, _, person in pairs if is_number(row) and is_number(person)}

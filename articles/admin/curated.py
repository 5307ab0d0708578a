"""What the pages share on which people and topics are merged, split and renamed."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.base import OVERTAKEN, SLOW, Bounded
from articles.admin.parameters import is_number
from articles.curating import Refused, redirect
from articles.models import Curation

RIGHTS = {
    Curation.Act.MERGED: ("change", "delete"),
    Curation.Act.SPLIT: ("add", "change"),
    Curation.Act.RENAMED: ("change",),
}


def may(request: HttpRequest, act: str, kind: str) -> bool:
    """Return whether the account may do, or undo, an act upon records of a kind."""
    rights = RIGHTS.get(Curation.Act(act), ("change",))
    return request.user.has_perms([f"articles.{right}_{kind}" for right in rights])


def attempted(page: admin.ModelAdmin, request: HttpRequest, act: Callable[[], Curation]) -> Curation | None:
    """Do an act and return it; if it is not possible say why and return None."""
    try:
        return act()
    except Refused as refusal:
        said = str(refusal)
    except IntegrityError:
        said = OVERTAKEN
    except OperationalError:
        said = SLOW
    page.message_user(request, said, messages.ERROR)
    return None


def undo_address(act: Curation) -> str:
    """Return the address of the question whether to undo an act."""
    return reverse("admin:articles_curation_undo", args=[act.pk])


class Curated(Bounded):
    """People or topics, with pages for what editors do to them as records."""

    @property
    def kind(self) -> str:
        """Which of the two they are."""
        return str(self.opts.model_name)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **rest: Any
    ) -> HttpResponse:
        """Show the record's page with links to what the account may do to it."""
        acts = {"may_merge": Curation.Act.MERGED, "may_rename": Curation.Act.RENAMED}
        if self.kind == "person":
            acts["may_split"] = Curation.Act.SPLIT
        context |= {name: may(request, act, self.kind) for name, act in acts.items()}
        return super().render_change_form(request, context, *arguments, **rest)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save; an address that was changed by hand leads to the new one."""
        super().save_model(request, obj, form, change)
        if change and obj.slug != form.initial["slug"]:
            redirect(obj, form.initial["slug"])

    def record(self, request: HttpRequest, key: str, act: Curation.Act) -> Any:
        """Return the record that a page is about; the account may do this to it."""
        if not may(request, act, self.kind):
            raise PermissionDenied
        record = self.model._default_manager.filter(pk=key).first() if is_number(key) else None
        if record is None:
            raise Http404
        return record

    def page(self, request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
        """Return one of the pages."""
        common = self.admin_site.each_context(request) | {"opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/curating/{name}.html", common | context)

    def done(self, request: HttpRequest, act: Curation, record: Any) -> HttpResponse:
        """Note an act in the record's history, say so with the way back, and lead to the record."""
        self.log_change(request, record, act.summary)
        said = format_html('{} <a href="{}">Undo…</a>', act.summary, undo_address(act))
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"admin:articles_{self.kind}_change", args=[record.pk]))

"""Merging people or topics: which one stays, what that changes, and then the merge."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import URLPattern, path, reverse

from articles.admin.base import delete_selected
from articles.admin.curated import Curated, attempted, may
from articles.admin.parameters import is_number
from articles.admin.tagging import choice_of, chosen_person, chosen_topic, exact
from articles.admin.widgets import WithoutScript
from articles.curating import MOST_MERGED, Preview, Refused, merge, preview
from articles.models import ArticleTopic, Curation, Mention

NAMES_SHOWN = 6
TOO_MANY = f"At most {MOST_MERGED} can be merged at once: select fewer."


class OneMore(forms.Form):
    """The choice of another record to be merged."""

    name = forms.CharField(
        required=False,
        label="",
        widget=WithoutScript({"aria-label": "Exact name or slug", "placeholder": "Exact name or slug"}),
    )

    def __init__(self, kind: str) -> None:
        super().__init__()
        through = Mention if kind == "person" else ArticleTopic
        self.fields = {kind: choice_of(through, f"One more {kind}:")} | self.fields


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the one that stays."""

    record: Any
    articles: int
    names: str


@admin.action(permissions=["merge"], description="Merge selected %(verbose_name_plural)s…")
def merge_selected(
    page: "Mergeable", request: HttpRequest, queryset: QuerySet[Any]
) -> HttpResponseRedirect | None:
    """Lead to the page on which the survivor is chosen."""
    ids = sorted(set(queryset.order_by().values_list("pk", flat=True)[: MOST_MERGED + 1]))
    if len(ids) > MOST_MERGED:
        page.message_user(request, TOO_MANY, messages.ERROR)
        return None
    return HttpResponseRedirect(page.merge_address(ids))


class Mergeable(Curated):
    """Records that can be merged."""

    actions = (merge_selected, delete_selected)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Return whether the account may merge."""
        return may(request, Curation.Act.MERGED, self.kind)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the one for merging."""
        view = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", view, name=f"articles_{self.kind}_merge"), *super().get_urls()]

    def merge_address(self, ids: list[int]) -> str:
        """Return the address of the page for merging these."""
        return f"{reverse(f'admin:articles_{self.kind}_merge')}?{urlencode({'ids': ids}, doseq=True)}"

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Show what a merge would change; merge when that is confirmed."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        candidates = self.candidates(self.asked_ids(request, asked))
        into = chosen_of(candidates, asked)
        if request.method == "POST":
            return self.merge(request, into, candidates)
        into = into or next((one.record for one in candidates), None)
        seen, refused = self.previewed(into, candidates)
        form = OneMore(self.kind)
        shown = {"candidates": candidates, "into": into, "preview": seen, "refused": refused, "form": form}
        return self.page(request, "merge", f"Merge {self.opts.verbose_name_plural}", **shown)

    def asked_ids(self, request: HttpRequest, asked: QueryDict) -> list[int]:
        """Return the ids that the address names, and that of one more chosen in the form."""
        ids = dict.fromkeys(int(key) for key in asked.getlist("ids") if is_number(key))
        more = chosen_person(asked) if self.kind == "person" else chosen_topic(asked)
        if more and (exact(asked) or asked.get(self.kind)):
            ids[more.pk] = None
        elif exact(asked) or asked.get(self.kind):
            unknown = f"No {self.opts.verbose_name} was found by that name or slug, or several were."
            self.message_user(request, unknown, messages.WARNING)
        return list(ids)[:MOST_MERGED]

    def candidates(self, ids: list[int]) -> list[Candidate]:
        """Return the records, those in most articles first: three queries."""
        rows = self.model._default_manager.filter(pk__in=ids).prefetch_related("aliases")
        links: Any = Mention if self.kind == "person" else ArticleTopic
        counts = links.objects.filter(tag__in=ids).order_by().values("tag").annotate(articles=Count("pk"))
        articles = dict(counts.values_list("tag", "articles"))
        found = [Candidate(record, articles.get(record.pk, 0), names_of(record)) for record in rows]
        return sorted(found, key=lambda one: (-one.articles, one.record.pk))

    def previewed(self, into: Any, candidates: list[Candidate]) -> tuple[Preview | None, str]:
        """Return what a merge would change, or why there can be none."""
        others = [one.record for one in candidates if one.record != into]
        if not others:
            return None, "Add one more, to be merged with it." if into else "Choose two or more."
        try:
            return preview(self.kind, into, others), ""
        except Refused as refusal:
            return None, str(refusal)

    def merge(self, request: HttpRequest, into: Any, candidates: list[Candidate]) -> HttpResponse:
        """Merge, or say why not."""
        others = [one.record for one in candidates if one.record != into]
        again = HttpResponseRedirect(self.merge_address([one.record.pk for one in candidates]))
        if not into or not others:
            self.message_user(request, "Nothing was changed: choose which one stays.", messages.ERROR)
            return again
        by, confirmed = request.user.get_username(), request.POST.get("confirmed") == "yes"
        act = attempted(self, request, lambda: merge(self.kind, into, others, by=by, confirmed=confirmed))
        return self.done(request, act, into) if act else again


def chosen_of(candidates: list[Candidate], asked: QueryDict) -> Any:
    """Return the record that is asked to stay, None if none of these is."""
    wanted = asked.get("into", "")
    return next((one.record for one in candidates if str(one.record.pk) == wanted), None)


def names_of(record: Any) -> str:
    """Return the first of a record's other names."""
    names = [alias.name for alias in record.aliases.all()]
    return ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")

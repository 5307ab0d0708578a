"""Proposals in the admin: names that recur and that nobody bears."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest, QueryDict

from articles.admin.filters import ChoiceFilter
from articles.admin.paginator import bounded_count
from articles.admin.queues import (
    NOT_UNDERSTOOD,
    NOTHING_CHOSEN,
    PAGE_SIZE,
    Act,
    Reviewed,
    after,
    chosen_rows,
)
from articles.admin.tagging import choice_of, chosen_person
from articles.admin.widgets import WithoutScript
from articles.models import Mention, Proposal
from articles.reviewing import (
    Group,
    add_alias,
    add_person,
    dismiss,
    examples,
    groups_after,
    open_proposals,
    proposals_before,
)

ADD, CHANGE = "articles.add_person", "articles.change_person"
NOBODY = "Nothing was changed: choose a person, or type the exact name or slug of one."


class StateFilter(ChoiceFilter):
    """Proposals that wait, that were accepted, or that were dismissed."""

    title, parameter_name, offered = "state", "state", Proposal.State.choices


class NameForm(forms.Form):
    """Whose name it is: a new person's, or another name of someone's."""

    called = forms.CharField(label="Name", max_length=200, widget=forms.TextInput({"size": 40}))
    name = forms.CharField(
        required=False,
        label="",
        widget=WithoutScript({"aria-label": "Exact name or slug", "placeholder": "Exact name or slug"}),
    )

    def __init__(self, group: Group) -> None:
        super().__init__(prefix=str(group.proposal.pk), initial={"called": group.proposal.name})
        self.fields["person"] = choice_of(Mention, "Another name of")
        self.order_fields(["called", "person", "name"])


@admin.register(Proposal)
class ProposalAdmin(Reviewed):
    """Names that recur and that nobody bears."""

    rights = (ADD, CHANGE)
    fields = ("name", "articles", "state", "settled_at", "settled_by")
    list_display = ("name", "articles", "state", "settled_at", "settled_by")
    list_filter = (StateFilter,)
    ordering = ("-articles", "name", "id")
    search_fields = ("name",)

    def queue(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page of names behind the one named in the address, each with sentences and a form."""
        groups = groups_after(asked_place(request), PAGE_SIZE + 1)
        shown = groups[:PAGE_SIZE]
        drafts = request.user.has_perm("articles.view_article")
        found = examples([group.proposal.name for group in shown], drafts=drafts)
        rows = [(group, found.get(group.proposal.name, ()), NameForm(group)) for group in shown]
        return {
            "title": "Whose names are these?",
            "rows": rows,
            "total": bounded_count(open_proposals()),
            "media": rows[0][2].media if rows else Media(),
            "may_add": request.user.has_perm(ADD),
            "may_change": request.user.has_perm(CHANGE),
            "next_page": shown[-1].proposal.pk if len(groups) > PAGE_SIZE else None,
        }

    def waiting(self, request: HttpRequest) -> QuerySet[Proposal]:
        """Return the names that wait."""
        return open_proposals()

    def page_of_ids(self, request: HttpRequest) -> list[int]:
        """Return the ids of the names on the page."""
        return [group.proposal.pk for group in groups_after(asked_place(request), PAGE_SIZE)]

    def following(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of the name that is put next."""
        place = Proposal.objects.filter(pk=key).first()
        groups = groups_after(place, 1) if place else []
        return groups[0].proposal.pk if groups else None

    def before(self, request: HttpRequest, key: int) -> int | None:
        """Return the id of the name that is put before."""
        place = Proposal.objects.get(pk=key)
        return proposals_before(place).values_list("pk", flat=True).first()

    def act(self, request: HttpRequest, verb: str, one: int, other: int) -> Act | str:
        """Return what is to become of a name, or of those selected."""
        needed = {"person": ADD, "alias": CHANGE}.get(verb)
        if needed and not request.user.has_perm(needed):
            raise PermissionDenied
        by, sent = request.user.get_username(), fields_of(request.POST, one)
        if verb == "person":
            return lambda: add_person(one, sent.get("called", ""), by=by)
        if verb == "alias":
            person = chosen_person(sent)
            return (lambda: add_alias(one, person, by=by)) if person else NOBODY
        if verb == "dismiss":
            return lambda: dismiss([one], by=by)
        if verb == "dismiss-selected":
            chosen = list(chosen_rows(request.POST))
            return (lambda: dismiss(chosen, by=by)) if chosen else NOTHING_CHOSEN
        return NOT_UNDERSTOOD


def asked_place(request: HttpRequest) -> Proposal | None:
    """Return the name behind which the page begins, None if it is the first page."""
    return Proposal.objects.filter(pk=after(request)).first() if after(request) else None


def fields_of(form: QueryDict, key: int) -> QueryDict:
    """Return what the form of one name has: the fields without its id before their names."""
    sent = QueryDict(mutable=True)
    sent.update({name: form.get(f"{key}-{name}", "") for name in ("called", "person", "name")})
    return sent

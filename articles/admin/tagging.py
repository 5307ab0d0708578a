"""Which person or topic a bulk action is about."""

from typing import TypeVar

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.db.models import Model, Q
from django.http import QueryDict

from articles.admin.parameters import LONGEST_SEARCH, is_number
from articles.admin.widgets import Autocomplete, WithoutScript
from articles.models import ArticleTopic, Mention, Person, Topic

Tag = TypeVar("Tag", bound=Model)


def choice_of(through: type[Mention] | type[ArticleTopic], label: str) -> forms.ModelChoiceField:
    """Return a field to choose a person or topic in."""
    tag = through._meta.get_field("tag")
    rows = tag.remote_field.model._default_manager.all()
    return forms.ModelChoiceField(rows, required=False, label=label, widget=Autocomplete(tag, admin.site))


class TagActionForm(ActionForm):
    """The choice of an action, and of the person or topic it is about."""

    topic = choice_of(ArticleTopic, "Topic:")
    person = choice_of(Mention, "Person:")
    name = forms.CharField(
        required=False,
        label="",
        widget=WithoutScript(
            {"aria-label": "Exact name or slug of the topic or person", "placeholder": "Exact name or slug"}
        ),
    )


def chosen_topic(form: QueryDict) -> Topic | None:
    """Return the topic that the form chooses, or names exactly."""
    return chosen(Topic, form.get("topic", ""), Q(name__iexact=exact(form)) | Q(slug=exact(form)))


def chosen_person(form: QueryDict) -> Person | None:
    """Return the person that the form chooses, or names by name, by slug or by an alias nobody else has."""
    names = Q(name__iexact=exact(form)) | Q(slug=exact(form))
    found = chosen(Person, form.get("person", ""), names)
    return found or chosen(Person, "", Q(aliases__name__iexact=exact(form)))


def exact(form: QueryDict) -> str:
    """Return the name that was typed."""
    return form.get("name", "").strip()[:LONGEST_SEARCH]


def chosen(model: type[Tag], number: str, named: Q) -> Tag | None:
    """Return the record with the id `number`, else the only one that `named` fits."""
    rows = (
        model._default_manager.filter(pk=number)
        if is_number(number)
        else model._default_manager.filter(named).distinct()
    )
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None

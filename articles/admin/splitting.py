"""Splitting a person of whom the archive has made one: which names, offices and articles are another's."""

import re
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin.curated import Curated, attempted
from articles.admin.parameters import is_number
from articles.curating import articles_of, split
from articles.models import Article, Curation, Mention, Person, Publication

ADDRESS = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})/([-a-zA-Z0-9_]+)/?(?:[?#].*)?$")
MOST_LINES = 200
DAY = {"type": "date"}


class ArticlesField(forms.CharField):
    """Articles by number or address, one a line."""

    widget = forms.Textarea({"rows": 4, "cols": 60})

    def clean(self, value: str) -> Q:
        """Return the condition that the articles named fulfil."""
        lines = super().clean(value).split()
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"At most {MOST_LINES} articles can be named.")
        conditions = [(line, condition_of(line)) for line in lines]
        if unread := [line[:60] for line, condition in conditions if condition is None]:
            raise forms.ValidationError(f"No number or address of an article: {', '.join(unread[:5])}.")
        return reduce(or_, (condition for _, condition in conditions if condition), Q())


def condition_of(line: str) -> Q | None:
    """Return the condition that an article fulfils whose number or address is given, None of anything else."""
    if is_number(line):
        return Q(pk=int(line))
    if not (found := ADDRESS.search(line)):
        return None
    try:
        return Q(published_on=date(*map(int, found.group(1, 2, 3))), slug=found[4])
    except ValueError:
        return None


class SplitForm(forms.Form):
    """What goes to the other person."""

    name = forms.CharField(
        max_length=200,
        label="Name of the other person",
        help_text="A person is made if none has this name.",
        widget=forms.TextInput({"size": 60}),
    )
    aliases = forms.TypedMultipleChoiceField(
        coerce=int, required=False, label="Other names", widget=forms.CheckboxSelectMultiple
    )
    offices = forms.TypedMultipleChoiceField(
        coerce=int, required=False, label="Offices", widget=forms.CheckboxSelectMultiple
    )
    first = forms.DateField(required=False, label="Articles from", widget=forms.DateInput(DAY))
    last = forms.DateField(required=False, label="Articles to", widget=forms.DateInput(DAY))
    publication = forms.ModelChoiceField(
        Publication.objects.none(), required=False, label="Articles of", empty_label="any publication"
    )
    articles = ArticlesField(
        required=False, label="And these articles", help_text="Numbers or addresses, one a line."
    )

    def __init__(self, person: Person, *arguments: Any) -> None:
        super().__init__(*arguments)
        choices: dict[str, Any] = {
            "aliases": [(alias.pk, alias.name) for alias in person.aliases.order_by("name")],
            "offices": [(office.pk, f"{office.post} ({office.held_from:%Y})") for office in held_by(person)],
        }
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = offered
            if not offered:
                field.widget = forms.MultipleHiddenInput()
        publication: Any = self.fields["publication"]
        publication.queryset = publications_naming(person)

    def chosen(self) -> QuerySet[Article]:
        """Return the articles that the dates, the publication or the list choose."""
        given = self.cleaned_data
        asked = {
            "published_on__gte": given["first"],
            "published_on__lte": given["last"],
            "publication": given["publication"],
        }
        narrowed = Q(**{name: value for name, value in asked.items() if value})
        wanted = [condition for condition in (narrowed, given["articles"]) if condition]
        return Article.objects.filter(reduce(or_, wanted)) if wanted else Article.objects.none()


class Splittable(Curated):
    """People of whom two can be made."""

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and of the one for splitting."""
        view = self.admin_site.admin_view(self.split_view)
        return [path("<key>/split/", view, name="articles_person_split"), *super().get_urls()]

    def split_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """Ask what goes to the other person; say how many articles that are, or split."""
        person = self.record(request, key, Curation.Act.SPLIT)
        form, number = SplitForm(person, request.POST or None), None
        if form.is_valid():
            if "_preview" in request.POST:
                number = len(articles_of(person, form.chosen()))
            elif act := self.split(request, person, form):
                return self.done(request, act, person)
        return self.page(request, "split", f"Split “{person}”", record=person, form=form, number=number)

    def split(self, request: HttpRequest, person: Person, form: SplitForm) -> Curation | None:
        """Split, or say why not."""
        given, by = form.cleaned_data, request.user.get_username()
        return attempted(
            self,
            request,
            lambda: split(
                person,
                given["name"],
                aliases=given["aliases"],
                offices=given["offices"],
                articles=form.chosen(),
                by=by,
            ),
        )


def held_by(person: Person) -> Any:
    """Return the offices of a person in the order in which they were taken."""
    return person.offices.with_posts().order_by("held_from", "id")


def publications_naming(person: Person) -> QuerySet[Publication]:
    """Return the publications that have articles naming a person."""
    articles = Mention.objects.filter(tag=person).order_by().values("content_object__publication")
    return Publication.objects.filter(pk__in=articles).order_by("name")

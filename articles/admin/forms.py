"""The forms that need more than their model says."""

from typing import Any

from django import forms
from django.db import models

from articles.characters import normalise
from articles.curating import Refused
from articles.curating.naming import checked_name
from articles.models import Article, ArticleTopic, Mention, Origin
from articles.models.article import FIRST_DAY, LAST_DAY, next_free
from articles.people.names import slug

SLUG_FROM_NAME = 80
YEARS = f"The year must be from {FIRST_DAY.year} to {LAST_DAY.year}."
BY_HAND = {
    "body", "byline", "headline", "language", "published_at",
    "published_on", "section", "slug", "source_url", "standfirst",
}  # fmt: skip
"""Fields that an import leaves alone once somebody changed them here."""

IN_WORDS = {
    "organisation_name_once": "There is an organisation of this name already.",
    "organisation_not_under_itself": "An organisation can’t be a part of itself.",
    "person_name_once": "There is a person of this name already: merge them instead.",
    "person_wikidata_once": "There is a person with this Wikidata number already.",
    "person_bioguide_once": "There is a person with this Bioguide number already.",
    "topic_name_once": "There is a topic of this name already: merge them instead.",
    "topic_not_under_itself": "A topic can’t stand under itself.",
    "publication_name_once": "There is a publication of this name already.",
    "section_name_once": "There is a section of this name already.",
    "post_once": "The organisation has a post of this title already.",
    "office_once": "The person has this office from that day already.",
    "office_ends_after_it_began": "An office ends after it began.",
    "office_year_1_to_9998": YEARS,
}
"""What an editor is told, by the name of the constraint."""


class LongText(forms.CharField):
    """Text of many lines. A browser sends other line ends than the archive keeps: that is no change."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"strip": False})

    def to_python(self, value: object) -> str:
        """Return the text as the archive keeps it."""
        return normalise(super().to_python(value) or "")


class ArticleForm(forms.ModelForm):
    """An article. What follows from other fields is filled in before it is checked."""

    class Meta:
        widgets = {
            "headline": forms.Textarea({"rows": 2, "class": "vLargeTextField"}),
            "standfirst": forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
            "body": forms.Textarea({"rows": 30, "class": "vLargeTextField"}),
        }
        field_classes = {"standfirst": LongText, "body": LongText}

    def clean_headline(self) -> str:
        """Return the headline in one line."""
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self) -> dict[str, Any]:
        """Fill in the slug, and keep day and time together."""
        cleaned = super().clean() or self.cleaned_data
        day, at = cleaned.get("published_on"), cleaned.get("published_at")
        if day and not FIRST_DAY <= day <= LAST_DAY:
            self.add_error("published_on", YEARS)
        elif day and cleaned.get("headline") and not cleaned.get("slug"):
            cleaned["slug"] = Article(headline=cleaned["headline"], published_on=day).free_slug()
        if at and "published_at" in self.changed_data:
            cleaned["time_known"] = True
            if not FIRST_DAY < at.date() <= LAST_DAY:
                self.add_error("published_at", YEARS)
        elif "published_on" in self.changed_data and not cleaned.get("time_known"):
            cleaned["published_at"] = None
        return cleaned

    def save(self, commit: bool = True) -> Article:
        """Note what was changed by hand; a headline that was is no longer a made one."""
        changed = set(self.changed_data)
        self.instance.edited_fields = sorted({*self.instance.edited_fields, *(changed & BY_HAND)})
        if "headline" in changed:
            self.instance.headline_made = False
        return super().save(commit)


class LinkForm(forms.ModelForm):
    """A person or topic of an article. Whoever changes it makes it the editor's own."""

    def save(self, commit: bool = True) -> Mention | ArticleTopic:
        """Save, as the editor's if anything changed."""
        if self.has_changed():
            self.instance.origin = Origin.EDITOR
        return super().save(commit)


class FormInWords(forms.ModelForm):
    """A record of which a constraint that stands in the way is told in words."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Note an error, in words for the editor if the database would say it by the name of a constraint."""
        told = getattr(error, "error_dict", {"": getattr(error, "error_list", ())})
        words = {
            constraint.get_violation_error_message(): IN_WORDS[constraint.name]
            for constraint in self._meta.model._meta.constraints
            if constraint.name in IN_WORDS
        }
        for one in (one for errors in told.values() for one in errors):
            one.message = words.get(str(one.message), one.message)
        super().add_error(field, error)


class NamedForm(FormInWords):
    """A record with a name and a slug made of it."""

    def clean_name(self) -> str:
        """Return the name as it is kept."""
        try:
            return checked_name(self.cleaned_data["name"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean(self) -> dict[str, Any]:
        """Fill in an empty slug: the one it had, else one that no other record has."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("slug") and cleaned.get("name") and "slug" in self.fields:
            cleaned["slug"] = self.initial.get("slug") or free_slug(self._meta.model, cleaned["name"])
        return cleaned


def free_slug(model: type[models.Model], name: str) -> str:
    """Return a slug made from `name` that no other record has."""
    wanted = slug(name)[:SLUG_FROM_NAME].strip("-")
    return next_free(
        wanted, set(model._default_manager.filter(slug__startswith=wanted).values_list("slug", flat=True))
    )

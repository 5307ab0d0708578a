"""People and their other names in the admin."""

from django.contrib import admin
from django.db.models.functions import Lower

from articles.admin.base import Bounded
from articles.admin.forms import NamedForm
from articles.admin.listed import articles_of
from articles.admin.merging import Mergeable
from articles.admin.officerows import OfficeInline
from articles.admin.renaming import Renamable
from articles.admin.rows import AliasInline
from articles.admin.splitting import Splittable
from articles.models import Alias, Person

NAMES_SHOWN = 6


@admin.register(Person)
class PersonAdmin(Mergeable, Splittable, Renamable):
    """Authority records."""

    form = NamedForm
    inlines = (AliasInline, OfficeInline)
    list_display = ("name", "sort_name", "also_known_as", "wikidata_id", "articles")
    list_prefetch_related = ("aliases",)
    list_defer = ("description",)
    ordering = ("sort_name", "id")
    sortable_by = ("sort_name",)
    search_fields = ("name", "aliases__name")
    search_help_text = "Parts of a name or of another name."
    fieldsets = (
        (None, {"fields": ("name", "sort_name", "slug", "description")}),
        ("Elsewhere", {"fields": ("wikidata_id", "bioguide_id")}),
        ("Life", {"fields": ("born", "died")}),
    )

    @admin.display(description="also known as")
    def also_known_as(self, person: Person) -> str:
        """Return the first of the other names."""
        names = [alias.name for alias in person.aliases.all()]
        return ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")

    @admin.display(description="articles")
    def articles(self, person: Person) -> str:
        """Return a link to the articles that name the person."""
        return articles_of("person", person)


@admin.register(Alias)
class AliasAdmin(Bounded):
    """Other names, of whomever."""

    autocomplete_fields = ("person",)
    list_display = ("name", "person", "kind", "used_from", "used_to")
    list_select_related = ("person",)
    ordering = (Lower("name"), "id")
    search_fields = ("name", "person__name")
    search_help_text = "Parts of the name or of the person’s."

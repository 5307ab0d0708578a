"""Publications and sections in the admin."""

from django.contrib import admin
from django.db.models.functions import Lower

from articles.admin.base import Bounded
from articles.admin.forms import NamedForm
from articles.admin.listed import articles_of
from articles.models import Publication, Section


@admin.register(Publication)
class PublicationAdmin(Bounded):
    """Who published."""

    form = NamedForm
    list_display = ("name", "slug", "url", "articles")
    list_defer = ("description",)
    ordering = (Lower("name"),)
    search_fields = ("name",)

    @admin.display(description="articles")
    def articles(self, publication: Publication) -> str:
        """Return a link to the publication's articles."""
        return articles_of("publication", publication)


@admin.register(Section)
class SectionAdmin(Bounded):
    """Parts of the paper."""

    form = NamedForm
    list_display = ("name", "slug", "articles")
    ordering = (Lower("name"),)
    search_fields = ("name",)

    @admin.display(description="articles")
    def articles(self, section: Section) -> str:
        """Return a link to the section's articles."""
        return articles_of("section", section)

"""Topics in the admin."""

from django.contrib import admin
from django.db.models.functions import Lower

from articles.admin.forms import NamedForm
from articles.admin.listed import articles_of
from articles.admin.merging import Mergeable
from articles.admin.renaming import Renamable
from articles.admin.rows import TopicAliasInline
from articles.models import Topic


@admin.register(Topic)
class TopicAdmin(Mergeable, Renamable):
    """What articles are about."""

    form = NamedForm
    inlines = (TopicAliasInline,)
    autocomplete_fields = ("parent",)
    list_display = ("name", "slug", "parent", "articles")
    list_select_related = ("parent",)
    list_defer = ("description", "parent__description")
    ordering = (Lower("name"),)
    search_fields = ("name", "aliases__name", "parent__name")
    search_help_text = "Parts of the name, of another name or of the broader topic’s."
    fields = ("name", "slug", "parent", "description")

    @admin.display(description="articles")
    def articles(self, topic: Topic) -> str:
        """Return a link to the articles about the topic or a narrower one."""
        return articles_of("topic", topic)

"""Links from a record to the articles it belongs to."""

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html


def articles_of(parameter: str, record: Model, text: str = "articles") -> str:
    """Return a link to the list of articles, narrowed to a record."""
    return format_html(
        '<a href="{}?{}={}">{}</a>', reverse("admin:articles_article_changelist"), parameter, record.pk, text
    )

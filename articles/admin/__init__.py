"""The admin: where archivists and editors work. One module a record, and what bounds every list of theirs."""

from django.conf import settings
from django.contrib import admin

from articles.admin import (
    accounts,
    article,
    changes,
    curation,
    feeds,
    importruns,
    links,
    offices,
    people,
    proposals,
    publications,
    reviewing,
    topics,
)

__all__ = [
    "accounts",
    "article",
    "changes",
    "curation",
    "feeds",
    "importruns",
    "links",
    "offices",
    "people",
    "proposals",
    "publications",
    "reviewing",
    "topics",
]

admin.site.site_header = settings.ARCHIVE_NAME
admin.site.site_title = f"{settings.ARCHIVE_NAME} admin"
admin.site.index_title = "The archive"

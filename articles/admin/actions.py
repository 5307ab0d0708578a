"""Actions on many articles: one transaction each, and a line in the history of every changed article."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.tagging import chosen_person, chosen_topic
from articles.models import Article, ArticleTopic, Mention, Origin, Person, Status, Topic

MOST_AT_ONCE = 10_000
BATCH = 500
EDITED: dict[type[Model], str] = {Mention: "people", ArticleTopic: "topics"}
"""What an editor has changed of an article who changes links of this kind."""

Step = Callable[[list[int]], list[int]]
"""Changes the articles with these ids and returns the ids of those that were not so already."""


@admin.action(permissions=["change"], description="Publish")
def publish(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Let readers see the articles."""
    on_each(page, request, queryset, "Published", partial(set_status, Status.PUBLISHED))


@admin.action(permissions=["change"], description="Withdraw")
def withdraw(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Take the articles away from readers."""
    on_each(page, request, queryset, "Withdrawn", partial(set_status, Status.WITHDRAWN))


@admin.action(permissions=["change"], description="Back to draft")
def back_to_draft(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Make drafts of the articles."""
    on_each(page, request, queryset, "Made a draft", partial(set_status, Status.DRAFT))


@admin.action(permissions=["add_topic"], description="Add the topic")
def add_topic(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Tag the articles with the topic chosen beside the action."""
    tag_each(page, request, queryset, chosen_topic(request.POST), add_link)


@admin.action(permissions=["remove_topic"], description="Remove the topic")
def remove_topic(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Take the topic chosen beside the action off the articles."""
    tag_each(page, request, queryset, chosen_topic(request.POST), remove_link)


@admin.action(permissions=["add_person"], description="Add the person")
def add_person(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Note that the articles mention the person chosen beside the action."""
    tag_each(page, request, queryset, chosen_person(request.POST), add_link)


@admin.action(permissions=["remove_person"], description="Remove the person")
def remove_person(page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Note that the articles do not mention the person chosen beside the action."""
    tag_each(page, request, queryset, chosen_person(request.POST), remove_link)


ACTIONS = (publish, withdraw, back_to_draft, add_topic, remove_topic, add_person, remove_person)


def tag_each(
    page: admin.ModelAdmin,
    request: HttpRequest,
    queryset: QuerySet[Any],
    tag: Person | Topic | None,
    step: Callable[[Person | Topic, list[int]], list[int]],
) -> None:
    """Add or remove `tag`, if there is one."""
    if tag is None:
        page.message_user(
            request,
            "Nothing was changed: choose a topic or person, or type its exact name or slug.",
            messages.ERROR,
        )
        return
    done = "Added" if step is add_link else "Removed"
    on_each(page, request, queryset, f"{done} {tag._meta.verbose_name} “{tag}”", partial(step, tag))


def on_each(
    page: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any], done: str, step: Step
) -> None:
    """Take the step on all articles of `queryset`, note it in their history, and say how many it changed."""
    with transaction.atomic():
        ids = sorted(queryset.order_by().values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
        if len(ids) > MOST_AT_ONCE:
            page.message_user(
                request,
                f"Nothing was changed: at most {MOST_AT_ONCE:,} articles at once. Narrow the list.",
                messages.ERROR,
            )
            return
        changed = [
            pk
            for start in range(0, len(ids), BATCH)
            for pk in noted(request, done, step(ids[start : start + BATCH]))
        ]
    same = f"; {len(ids) - len(changed):,} needed no change" if len(changed) < len(ids) else ""
    page.message_user(
        request,
        f"{done}: {len(changed):,} article{'' if len(changed) == 1 else 's'}{same}.",
        messages.SUCCESS,
    )


def noted(request: HttpRequest, done: str, changed: list[int]) -> list[int]:
    """Write a line into the history of each changed article, and return them."""
    articles = Article.objects.filter(pk__in=changed).only("headline")
    LogEntry.objects.log_actions(int(request.user.pk or 0), articles, CHANGE, f"{done}.")
    return changed


def set_status(status: Status, ids: list[int]) -> list[int]:
    """Give the articles a status."""
    changed = list(Article.objects.filter(pk__in=ids).exclude(status=status).values_list("pk", flat=True))
    Article.objects.filter(pk__in=changed).update(status=status, updated_at=timezone.now())
    return changed


def mark_edited(ids: list[int], *names: str) -> None:
    """Keep imports from setting the people or topics of these articles again."""
    articles = Article.objects.filter(pk__in=ids).only("edited_fields")
    for article in articles:
        article.edited_fields = sorted({*article.edited_fields, *names})
    Article.objects.bulk_update(articles, ["edited_fields"])


def add_link(tag: Person | Topic, ids: list[int]) -> list[int]:
    """Link the articles with `tag`. A link that was there becomes the editor's: no import takes it away."""
    links = through(tag).objects.filter(tag=tag, content_object__in=ids)
    linked = set(links.values_list("content_object_id", flat=True))
    links.exclude(origin=Origin.EDITOR).update(origin=Origin.EDITOR)
    fresh = [pk for pk in ids if pk not in linked]
    through(tag).objects.bulk_create(
        [through(tag)(content_object_id=pk, tag=tag) for pk in fresh], ignore_conflicts=True
    )
    return fresh


def remove_link(tag: Person | Topic, ids: list[int]) -> list[int]:
    """Take the link with `tag` off the articles."""
    links = through(tag).objects.filter(tag=tag, content_object__in=ids)
    linked = list(links.values_list("content_object_id", flat=True))
    links.delete()
    mark_edited(linked, EDITED[through(tag)])
    return linked


def through(tag: Person | Topic) -> type[Mention] | type[ArticleTopic]:
    """Return the kind of link between articles and such a tag."""
    return Mention if isinstance(tag, Person) else ArticleTopic

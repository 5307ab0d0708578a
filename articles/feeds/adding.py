"""Follow another feed, or begin with one anew."""

from typing import Any

from django.db import IntegrityError, transaction

from articles.fetching import Refused
from articles.fetching.target import target_of
from articles.models import Feed, Publication, Section

LONGEST_NAME = 200


class NotAFeed(Exception):
    """What an operator names can't be followed; the message says why."""


def added(url: str, publication: str, section: str = "") -> Feed:
    """Return a new feed of a publication, which is made if there is none of the name; raises NotAFeed."""
    if not publication.strip():
        raise NotAFeed("a feed belongs to a publication: name it with --publication")
    if max(len(publication), len(section)) > LONGEST_NAME:
        raise NotAFeed(f"a name has at most {LONGEST_NAME} characters")
    try:
        target_of(url)
    except Refused as refusal:
        raise NotAFeed(str(refusal)) from refusal
    try:
        with transaction.atomic():
            return Feed.objects.create(
                url=url,
                publication=_named(Publication, publication),
                section=_named(Section, section) if section.strip() else None,
            )
    except IntegrityError as problem:
        raise NotAFeed(
            f"{url} is followed already, or another name has the same place in addresses"
        ) from problem


def forget(feed: Feed) -> None:
    """Set a feed, which is not saved, back to what it was before it was fetched first."""
    feed.etag = feed.last_modified = feed.problem = ""
    feed.failures, feed.next_check_at = 0, None


def _named(model: type[Publication] | type[Section], name: str) -> Any:
    name = " ".join(name.split())
    return model.objects.filter(name__iexact=name).first() or model.objects.create(name=name)

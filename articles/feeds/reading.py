"""Read what a feed's server sent: which format it is, and the entries it holds."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articles.fetching import Conditional, Fetched
from articles.importers import Found, Importer, Options, Unread, importer_for, json_feed
from articles.importers import feed as feeds
from articles.importers.streams import HEAD_SIZE
from articles.models import Feed
from articles.newsitem import ImportFailure, NewsItem, Rejection

FEEDS = (feeds, json_feed)
OTHERS = ("newsml", "ninjs", "nitf", "jsonl")
"""What else may be followed: documents of agencies. A page of HTML is an error message more often than an article."""
NO_FEED = "it is no feed: look for the address of the site’s RSS, Atom or JSON feed"
MOST_ENTRIES = 500
OWN = "sha256="
"""How a validator of the archive's own begins: no server's does, for theirs are in quotation marks."""


def conditional_of(feed: Feed) -> Conditional:
    """Return what to tell the server that is had already."""
    etag = "" if feed.etag.startswith(OWN) else feed.etag
    return Conditional(etag=etag, last_modified=feed.last_modified)


def validators_of(answer: Fetched) -> dict[str, object]:
    """Return the columns that tell what was had: the server's words, or the hash of its bytes if it has none."""
    return {"etag": answer.etag or own_validator(answer), "last_modified": answer.last_modified}


def own_validator(answer: Fetched) -> str:
    """Return what tells two answers apart of a server that does not."""
    return OWN + hashlib.sha256(answer.body).hexdigest()


def options_of(feed: Feed) -> Options:
    """Return what is true of every entry that does not say it itself."""
    return Options(publication=feed.publication.name, section=feed.section.name if feed.section else "")


def importer_of(answer: Fetched) -> Importer:
    """Return what reads the answer; raises ImportFailure if it is no feed."""
    if not answer.body:
        raise ImportFailure("it sends nothing")
    head = answer.body[:HEAD_SIZE]
    if own := next((importer for importer in FEEDS if importer.recognises(head, "")), None):
        return own
    try:
        importer = importer_for(head, "")
    except ImportFailure as failure:
        raise ImportFailure(NO_FEED) from failure
    if importer.NAME not in OTHERS:
        raise ImportFailure(NO_FEED)
    return importer


def entries_of(answer: Fetched, importer: Importer, feed: Feed) -> list[NewsItem | Rejection]:
    """Return the entries of a feed, all of its publication, the first 500; raises ImportFailure."""
    source, options = feed.url[:500], options_of(feed)
    found: Iterator[Found]
    if own := next((module for module in FEEDS if module.NAME == importer.NAME), None):
        found = own.parse(answer.body, source=source, url=answer.url, options=options)
    else:
        found = importer.read(io.BytesIO(answer.body), source=source, options=options)
    records = (record.item() if isinstance(record, Unread) else record for record in found)
    return [_of_feed(record, feed) for record in islice(records, MOST_ENTRIES)]


def _of_feed(record: NewsItem | Rejection, feed: Feed) -> NewsItem | Rejection:
    """Return a record as one of this feed: an option of another command is no remedy here."""
    if isinstance(record, Rejection):
        return replace(record, reason=record.reason.partition("; --")[0])
    return replace(record, publication=feed.publication.name)


def may_be_short(importer: Importer) -> bool:
    """Say whether entries of the format may have less text than their pages."""
    return any(module.NAME == importer.NAME for module in FEEDS)

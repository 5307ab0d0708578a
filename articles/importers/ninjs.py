"""ninjs, News in JSON of the IPTC (https://iptc.org/standards/ninjs/), versions 1.0 to 3.x: JSON Lines, arrays, one object.

Version 3 differs from 2 in the capitals of its names alone, as far as an article goes. An item is published when its
content was made, else when its first version was, else when this one was: IPTC's `contentcreated` is when "the content
was originally created", the others say when the object was. What is withheld comes in as a draft, what is embargoed as
scheduled; what is canceled is rejected. Items whose type is not text are no articles and are passed over, and so is what
is associated with an item. `uri` identifies an item and is no link: it is its reference, not its address.

Our own files (`articles.exports.ninjs`) tell more, in places that ninjs leaves to the provider: section, day, address.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from articles.exports.ninjs import AUTHOR, PUBLICATION, PUBLISHED_ON, SECTION, SOURCE_REF, SOURCE_URL
from articles.importers import dates
from articles.importers.agency import Told, item_of, joined
from articles.importers.base import Options, Unfit
from articles.importers.jsonrecords import Record, records
from articles.importers.ninjsfields import (
    Fields,
    alternatives,
    body_in,
    description_in,
    each,
    headline_in,
    lowered,
    text,
)
from articles.importers.streams import decoded_head
from articles.newsitem import NewsItem, Rejection

NAME = "ninjs"
SUFFIXES = (".ninjs",)
MAX_EXCERPT = 200

_BEGINNING = re.compile(r"[\s\ufeff]*[\[{]")
_IDENTITY = re.compile(r'"(?:uri|guid)"\s*:')
_NINJS = re.compile(
    r'"(?:versioncreated|firstcreated|contentcreated|pubstatus|representationtype|body_xhtml|body_text|headlines|bodies|'
    r'infosources?|\$standard|usageterms|copyrightnotice)"\s*:|"standard"\s*:\s*\{[^{}]*"ninjs"',
    re.I,
)


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file is JSON that has an item's identity and a field of no other format."""
    beginning = decoded_head(head)
    return bool(_BEGINNING.match(beginning) and _IDENTITY.search(beginning) and _NINJS.search(beginning))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each item that is text, in the file's order."""
    for record in records(stream):
        try:
            if found := article_in(record, source, options):
                yield found
        except Unfit as problem:
            excerpt = record.raw[:MAX_EXCERPT].decode("utf-8", "replace")
            yield Rejection(str(problem), source, record.number, excerpt)


def article_in(record: Record, source: str, options: Options) -> NewsItem | None:
    """Return the article of a record, None if it is no text. Raises Unfit."""
    if record.problem:
        raise Unfit(record.problem)
    fields = lowered(record.value)
    if not text(fields, "uri", "guid"):
        raise Unfit("it has no “uri”, which every item of ninjs has")
    if text(fields, "type") not in ("", "text"):
        return None
    known = alternatives(fields)
    day, created = known.get(PUBLISHED_ON, ""), text(fields, "contentcreated")
    is_day_alone = not created or created.startswith(f"{day}T00:00:00")
    told = told_by(fields, known, day if day and is_day_alone else created)
    item = item_of(told, record.raw, source=source, line=record.number, options=options)
    return replace(item, published_on=day_of(day)) if day else item


def told_by(fields: Fields, known: dict[str, str], created: str) -> Told:
    """Return what an item tells; `known` are its alternative identifiers, `created` is when its content was made."""
    subjects, parties = each(fields, "subjects", "subject"), each(fields, "infosources", "infosource")
    sections = [subject for subject in subjects if text(subject, "rel") == SECTION]
    return Told(
        headline=headline_in(fields),
        body=body_in(fields),
        dates=(created, text(fields, "firstcreated"), text(fields, "versioncreated")),
        status=text(fields, "pubstatus"),
        embargo=text(fields, "embargoed", "embargoeduntil") or None,
        standfirst=description_in(fields),
        byline=text(fields, "by", "byline") or joined(names_in(acting(parties, AUTHOR))),
        section=first_name(sections),
        publication=publication_of(parties),
        source_url=known.get(SOURCE_URL, ""),
        source_ref=known.get(SOURCE_REF, "") or text(fields, "uri", "guid"),
        language=text(fields, "language"),
        people=names_in(each(fields, "people", "person")),
        topics=names_in(subject for subject in subjects if text(subject, "rel") != SECTION),
    )


def publication_of(parties: list[Fields]) -> str:
    """Return the name of who made the content as a whole, else of the first party that is no author."""
    others = [party for party in parties if text(party, "role") != AUTHOR]
    return first_name(acting(parties, PUBLICATION)) or first_name(others)


def acting(parties: list[Fields], role: str) -> list[Fields]:
    """Return the parties with a role."""
    return [party for party in parties if text(party, "role") == role]


def first_name(entries: list[Fields]) -> str:
    """Return the name of the first entry that has one, "" for none."""
    return next(filter(None, names_in(entries)), "")


def names_in(entries: Iterable[Fields]) -> tuple[str, ...]:
    """Return the names of entries; what has none is only a code."""
    return tuple(text(entry, "name") for entry in entries)


def day_of(text: str) -> date:
    """Return the day that our own files give apart. Raises Unfit."""
    try:
        return dates.published(text)[0]
    except dates.NoDate as problem:
        raise Unfit(str(problem)) from problem

"""The articles of an archive in order of date, as the other engines take them in: the same text that ours is given."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Model

from articles.models import Article, ArticleTopic, Mention, Role
from articles.search.schema import sort_key

CHUNK = 2_000
ORDER = ("published_on", "published_at", "id")
COLUMNS = (*ORDER, "headline", "standfirst", "body", "byline")


@dataclass(frozen=True, slots=True)
class Streamed:
    """One article. `place` counts from 1 in order of date; `key` sorts the same way."""

    place: int
    id: int
    key: int
    published_on: date
    headline: str
    standfirst: str
    body: str
    byline: str
    people: tuple[int, ...]
    topics: tuple[int, ...]

    @property
    def month(self) -> int:
        """The month of the dateline: its year times twelve plus its number from 0."""
        return self.published_on.year * 12 + self.published_on.month - 1


def streamed(done: int = 0) -> Iterator[list[Streamed]]:
    """Yield the articles of the archive, a list of up to 2,000 at a time, the oldest first, from the place `done` on."""
    rows = Article.objects.order_by(*ORDER)[done:].values_list(*COLUMNS).iterator(CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        ids = [row[2] for row in chunk]
        people = links(Mention, ids, role=Role.MENTIONED)
        topics = links(ArticleTopic, ids)
        yield [
            Streamed(
                place=done + number,
                id=identity,
                key=sort_key(day, at, identity),
                published_on=day,
                headline=headline,
                standfirst=standfirst,
                body=body.text(),
                byline=byline,
                people=tuple(people[identity]),
                topics=tuple(topics[identity]),
            )
            for number, (day, at, identity, headline, standfirst, body, byline) in enumerate(chunk, 1)
        ]
        done += len(chunk)


def links(model: type[Model], ids: list[int], **wanted: str) -> dict[int, list[int]]:
    """Return the people or topics of each of these articles."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = model._default_manager.filter(content_object__in=ids, **wanted)
    for article, tag in rows.values_list("content_object_id", "tag_id"):
        found[article].append(tag)
    return found

"""The published part of the archive as a SQLite file of its own, to look into with any tool: read-only, and no secrets in it.

Drafts and what is scheduled or withdrawn are not in it, nor people, topics, sections and publications of which no
published article has any, save the topics that others stand under. Of the offices it has those of its people.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from articles.keeping import choosing
from articles.keeping.progress import Meter, Progress
from articles.keeping.records import IDS_AT_ONCE, ROWS_AT_ONCE
from articles.keeping.refusals import Refused
from articles.keeping.snapshots import one_state
from articles.keeping.targets import put_in_place
from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    Mention,
    Office,
    Organisation,
    Person,
    Post,
    Publication,
    Quotation,
    Section,
    Topic,
)

Rows = Generator[Sequence[Any], None, None]
Passing = Callable[[Rows], Iterator[Sequence[Any]]]
"""What rows are led through on their way, such as a meter."""
READ_ONLY = 0o444
TABLES, REST = (Path(__file__).parent / "published.sql").read_text("utf-8").split("-- next\n")
NAMES: tuple[tuple[str, type[models.Model], Sequence[str]], ...] = (
    ("publications", Publication, ("id", "slug", "name", "url", "description")),
    ("sections", Section, ("id", "slug", "name")),
    (
        "people",
        Person,
        ("id", "slug", "name", "sort_name", "description", "wikidata_id", "bioguide_id", "born", "died"),
    ),
    ("aliases", Alias, ("id", "person_id", "name", "kind", "used_from", "used_to")),
    ("organisations", Organisation, ("id", "slug", "name", "kind", "parent_id", "wikidata_id")),
    ("posts", Post, ("id", "slug", "title", "organisation_id", "rank", "principal", "styles")),
    (
        "offices",
        Office,
        (
            "id", "person_id", "post_id", "party", "state", "district", "manner", "held_from", "from_precision", "held_to",
            "to_precision", "source",
        ),
    ),
    ("topics", Topic, ("id", "slug", "name", "description", "parent_id")),
)  # fmt: skip
LINKS: tuple[tuple[str, type[models.Model], str, Sequence[str]], ...] = (
    (
        "mentions",
        Mention,
        "content_object",
        ("content_object_id", "tag_id", "role", "quoted", "count", "origin", "certainty"),
    ),
    ("article_topics", ArticleTopic, "content_object", ("content_object_id", "tag_id", "origin")),
    (
        "quotations",
        Quotation,
        "article",
        ("id", "article_id", "person_id", "speaker", "words", "verb", "start"),
    ),
)


def export(path: Path, *, year: int | None, progress: Progress) -> str:
    """Write what readers may see, of a year or of all, into a new database, and return what is in it.

    Raises Refused, OSError.
    """
    with put_in_place(path, READ_ONLY) as unfinished:
        try:
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy, one_state():
                return fill(copy, year, progress)
        except sqlite3.Error as problem:
            raise Refused(f"SQLite can’t write the file: {problem}") from problem


def fill(copy: sqlite3.Connection, year: int | None, progress: Progress) -> str:
    """Write all tables of an empty database, and return what is in it."""
    # nobody else knows the file yet: should writing it end early, it goes away as a whole
    copy.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + TABLES)
    choice = choosing.published(year)
    meter = Meter(sum(len(choice[name]) for name in ("articles", *(name for name, *_ in NAMES))), progress)
    for name, model, columns in NAMES:
        insert(copy, name, rows(model, choice[name], columns), meter.passing)
    insert(copy, "articles", articles(choice["articles"]), meter.passing)
    for name, model, article, columns in LINKS:
        insert(copy, name, rows(model, choice["articles"], columns, of=article))
    insert(copy, "metadata", about(len(choice["articles"]), year))
    copy.execute("COMMIT")
    copy.executescript(REST + "ANALYZE; VACUUM; PRAGMA journal_mode = DELETE;")
    counts = ((name, len(choice[name])) for name in ("articles", "people", "topics", "publications"))
    return ", ".join(f"{count:,} {name}" for name, count in counts)


def insert(copy: sqlite3.Connection, table: str, found: Rows, passing: Passing = iter) -> None:
    """Write rows into a table, one after the other."""
    columns = copy.execute(f"SELECT * FROM {table} LIMIT 0").description
    into = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"
    with closing(found):
        copy.executemany(into, (tuple(map(cell, row)) for row in passing(found)))


def rows(model: type[models.Model], ids: Sequence[int], columns: Sequence[str], *, of: str = "pk") -> Rows:
    """Yield the rows of a model whose column `of` is among these ids."""
    for start in range(0, len(ids), IDS_AT_ONCE):
        window = ids[start : start + IDS_AT_ONCE]
        found = model._default_manager.filter(**{f"{of}__in": window}).order_by("pk")
        yield from found.values_list(*columns).iterator(ROWS_AT_ONCE)


def articles(ids: Sequence[int]) -> Rows:
    """Yield the rows of articles."""
    columns = (
        "id", "published_on", "slug", "published_at", "time_known", "headline", "standfirst", "body", "byline",
        "section_id", "publication_id", "language", "word_count", "source_url", "source_ref",
    )  # fmt: skip
    for pk, day, slug, moment, is_known, headline, standfirst, body, *rest in rows(Article, ids, columns):
        permalink = reverse("article", args=[day.year, day.month, day.day, slug])
        yield (
            pk,
            settings.ARCHIVE_URL.rstrip("/") + permalink,
            day,
            moment if is_known else None,
            headline,
            standfirst,
            str(body),
            body.text(),
            *rest,
        )


def cell(value: Any) -> Any:
    """Return a value as SQLite has it: dates and moments as ISO 8601."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    return value.isoformat() if isinstance(value, date) else value


def about(articles: int, year: int | None) -> Rows:
    """Yield what the file says of itself."""
    yield "archive", settings.ARCHIVE_NAME
    yield "url", settings.ARCHIVE_URL
    yield "year", str(year or "")
    yield "articles", str(articles)
    yield "made_at", datetime.now(UTC).replace(microsecond=0)
    yield "program", f"Newsroom {settings.RELEASE}"

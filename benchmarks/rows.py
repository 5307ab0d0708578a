"""Fill an archive with finished rows: what an import of the corpus would leave, without the work of importing.

The change log is left out while the rows are written and ends with one word: everything changed.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from articles import changes
from articles.models import Article, ArticleTopic, Mention, Person, Publication, Role, Section, Topic
from articles.people.names import slug, sort_name
from benchmarks.loading import Place

BATCH, REPORT = 5_000, 100_000
PRAGMAS = ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000")
Row = tuple[Any, ...]


class Table:
    """The rows of one model, collected to be written together."""

    def __init__(self, model: type[Model], **same: object) -> None:
        fields = model._meta.concrete_fields
        self.defaults = {f.attname: f.get_db_prep_save(f.get_default(), connection) for f in fields} | same
        columns, marks = ", ".join(str(f.column) for f in fields), ", ".join(["%s"] * len(fields))
        self.statement = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})"
        self.rows: list[Row] = []

    def add(self, **values: object) -> None:
        """Note one row; what is not given is the field's default."""
        self.rows.append(tuple((self.defaults | values).values()))

    def write(self) -> None:
        """Write the rows that were noted."""
        with connection.cursor() as cursor:
            cursor.executemany(self.statement, self.rows)
        self.rows.clear()


class Names:
    """The records of one model by name; a new name becomes a record, made by Django for there are few."""

    def __init__(self, model: type[Model], more: Callable[[str], dict[str, str]] = lambda name: {}) -> None:
        self.model, self.more = model, more
        self.ids: dict[str, int] = {}
        self.records: list[Model] = []

    def id_of(self, name: str) -> int:
        """Return the id of the record with this name."""
        if name not in self.ids:
            self.ids[name] = number = len(self.ids) + 1
            self.records.append(self.model(id=number, name=name, slug=slug(name), **self.more(name)))
        return self.ids[name]

    def write(self) -> None:
        """Write the records that are new."""
        self.model._default_manager.bulk_create(self.records)
        self.records.clear()


class Loader:
    """Turns the articles of a corpus into rows of seven tables."""

    def __init__(self) -> None:
        self.people = Names(Person, lambda name: {"sort_name": sort_name(name)})
        self.topics, self.sections, self.publications = Names(Topic), Names(Section), Names(Publication)
        self.articles = Table(Article, publication_id=self.publications.id_of("Newsroom"), status="published")
        self.mentions, self.links = Table(Mention, origin="import"), Table(ArticleTopic, origin="import")

    def add(self, item: dict[str, Any]) -> None:
        """Note one article and its links."""
        number, published = item["id"], item["published"][:-1].replace("T", " ")
        self.articles.add(
            id=number,
            headline=item["headline"],
            slug=f"{slug(item['headline'])[:80].strip('-')}-{number}",
            standfirst=item["standfirst"],
            body=item["body_html"],
            byline="By " + " and ".join(item["byline"]),
            section_id=self.sections.id_of(item["section"]),
            published_on=published[:10],
            published_at=published,
            updated_at=published,
            source_url=item["source_url"],
            source_ref=str(number),
            word_count=words_in(item["body_html"]),
        )
        self.link(number, item)

    def link(self, number: int, item: dict[str, Any]) -> None:
        """Note who wrote an article, whom it names, and what it is about."""
        for role, names in ((Role.AUTHOR, item["byline"]), (Role.MENTIONED, item["people"])):
            for name in names:
                person = self.people.id_of(name)
                self.mentions.add(content_object_id=number, tag_id=person, role=str(role))
        for name in item["topics"]:
            self.links.add(content_object_id=number, tag_id=self.topics.id_of(name))

    def write(self) -> None:
        """Write everything noted, in one transaction."""
        with transaction.atomic():
            for names in (self.publications, self.sections, self.people, self.topics):
                names.write()
            for table in (self.articles, self.mentions, self.links):
                table.write()


def words_in(body: str) -> int:
    """Return the number of words in a body as the corpus writes it: a blank between two words, none around tags."""
    return body.count(" ") - body.count("<a ") + body.count("<p>") + body.count("<li>")


@contextmanager
def unlogged() -> Iterator[None]:
    """Write without triggers, without waiting for the disk; then let the log say that everything changed."""
    with connection.cursor() as cursor:
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'articles%%'", [])
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        changes.install(connection)
        cursor.execute("INSERT INTO articles_change (article_id) VALUES (NULL)")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def load(lines: Iterable[str]) -> int:
    """Write all articles of the corpus and return their number."""
    loader, done, rest = Loader(), 0, iter(lines)
    with unlogged():
        while batch := list(islice(rest, BATCH)):
            for line in batch:
                loader.add(json.loads(line))
            loader.write()
            done += len(batch)
            if not done % REPORT:
                print(f"{done:,} rows", flush=True)
    return done


def main() -> None:
    """Make the database of an archive with as many articles as the command line says."""
    place = Place(int(sys.argv[1]))
    for file in Path(place.archive).glob("newsroom.sqlite3*"):
        file.unlink()
    call_command("migrate", verbosity=0)
    with place.corpus.open(encoding="utf-8") as lines:
        load(lines)

"""SQLite's FTS5 as a search engine for the archive, in a file of its own.

The table is contentless: it keeps no text, since the archive has it, and is the smallest that answers all that is
asked. Its row ids are the places of the articles in order of date, so that the newest are read off in that order and
dates are ranges of row ids: the best case for FTS5, which a living archive could not keep up.
"""

import sqlite3
import sys
from pathlib import Path

from benchmarks.engines import SIZE, Answer, Ask, Engine, Middle, answer_of, facets_sql, ids_of, month_of
from benchmarks.loading import Place
from benchmarks.questions import BEST, FACETS, Question
from benchmarks.stream import Streamed, streamed

SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;
CREATE VIRTUAL TABLE words USING fts5(headline, standfirst, body, byline,
  content = '', tokenize = 'porter unicode61 remove_diacritics 2', detail = full);
INSERT INTO words(words, rank) VALUES ('rank', 'bm25(4.0, 2.0, 1.0, 1.0)');
INSERT INTO words(words, rank) VALUES ('hashsize', 67108864);
CREATE TABLE docs (doc INTEGER PRIMARY KEY, id INTEGER NOT NULL, month INTEGER NOT NULL);
CREATE TABLE mention (doc INTEGER, person INTEGER, PRIMARY KEY (doc, person)) WITHOUT ROWID;
CREATE TABLE subject (doc INTEGER, topic INTEGER, PRIMARY KEY (doc, topic)) WITHOUT ROWID;
"""
FINISH = """
CREATE INDEX docs_month ON docs (month, doc);
CREATE INDEX mention_person ON mention (person, doc);
CREATE INDEX subject_topic ON subject (topic, doc);
INSERT INTO words(words) VALUES ('optimize');
ANALYZE;
"""


class Fts5(Engine):
    """Asks the file."""

    name = "FTS5"

    def __init__(self, file: Path, middle: Middle) -> None:
        self.connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
        self.connection.executescript("PRAGMA cache_size = -400000; PRAGMA mmap_size = 2147418112;")
        self.bytes, self.middle = file.stat().st_size, middle

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def ask(self, question: Question) -> Ask | None:
        """Return a function that puts the question in SQL."""
        if question.only_ours or (question.text and not question.text.fts5):
            return None
        table, doc, where, values = self.conditions(question)
        found = f"FROM {table} WHERE {' AND '.join(where) or '1'}"
        if question.shows == FACETS:
            hits = f"SELECT {doc} AS doc {found}"
            counts = facets_sql(hits, "hit JOIN docs ON docs.doc = hit.doc")
            return lambda: answer_of(self.connection.execute(counts, values))
        order = "rank" if question.shows == BEST else f"{doc} DESC"
        some, total = f"SELECT {doc} {found}{{}} ORDER BY {order} LIMIT {SIZE}", f"SELECT count(*) {found}"
        some = some.format(f" AND {doc} < {self.middle.place}" if question.deep else "")
        return lambda: self.listed(some, total, values)

    def conditions(self, question: Question) -> tuple[str, str, list[str], list[object]]:
        """Return the table to begin with, its column of places, the conditions and their values."""
        sides = ids_of(question)
        where: list[str] = []
        values: list[object] = []
        table, doc = "docs", "docs.doc"
        if question.text:
            table, doc, where, values = "words", "words.rowid", ["words MATCH ?"], [question.text.fts5]
        elif sides:
            (table, column, identity), *sides = sides
            doc, where, values = f"{table}.doc", [f"{column} = ?"], [identity]
        for side, column, identity in sides:
            where.append(f"EXISTS (SELECT 1 FROM {side} WHERE {side}.doc = {doc} AND {column} = ?)")
            values.append(identity)
        if question.first and question.last:
            where.append(f"{doc} BETWEEN ? AND ?")
            values += self.places(month_of(question.first), month_of(question.last))
        return table, doc, where, values

    def places(self, first: int, last: int) -> tuple[int, int]:
        """Return the places of the first and the last article of these months."""
        asked = "SELECT min(doc), max(doc) FROM docs WHERE month BETWEEN ? AND ?"
        low, high = self.connection.execute(asked, (first, last)).fetchone()
        return low or 0, high or 0

    def listed(self, some: str, total: str, values: list[object]) -> Answer:
        """Return what a list's two statements say."""
        rows = self.connection.execute(some, values).fetchall()
        return Answer(self.connection.execute(total, values).fetchone()[0], len(rows))


def add(connection: sqlite3.Connection, chunk: list[Streamed]) -> None:
    """Write some articles."""
    execute = connection.executemany
    execute(
        "INSERT INTO words(rowid, headline, standfirst, body, byline) VALUES (?, ?, ?, ?, ?)",
        ((one.place, one.headline, one.standfirst, one.body, one.byline) for one in chunk),
    )
    execute("INSERT INTO docs VALUES (?, ?, ?)", ((one.place, one.id, one.month) for one in chunk))
    execute(
        "INSERT INTO mention VALUES (?, ?)", ((one.place, person) for one in chunk for person in one.people)
    )
    execute(
        "INSERT INTO subject VALUES (?, ?)", ((one.place, topic) for one in chunk for topic in one.topics)
    )


def main() -> None:
    """Make the file for the archive of the size that the command line says."""
    place = Place(int(sys.argv[1]))
    place.fts5.unlink(missing_ok=True)
    connection = sqlite3.connect(place.fts5)
    connection.executescript(SCHEMA)
    for number, chunk in enumerate(streamed(), 1):
        add(connection, chunk)
        if not number % 50:
            connection.commit()
            print(f"{chunk[-1].place:,} in FTS5", flush=True)
    connection.commit()
    connection.executescript(FINISH)
    connection.close()

"""PostgreSQL's own full text search for the archive: tsvectors in English under a GIN index, with side tables."""

import csv
import io
import sys
from collections.abc import Iterable

import psycopg2

from benchmarks.engines import SIZE, Answer, Ask, Engine, Middle, TooLong, answer_of, facets_sql, ids_of
from benchmarks.loading import Place
from benchmarks.questions import BEST, FACETS, Question
from benchmarks.servers import Absent, server
from benchmarks.stream import Streamed, streamed

PATIENCE = "120s"
REPORT = 100_000
TEXTS = (("headline", "A"), ("standfirst", "B"), ("body", "C"), ("byline", "D"))
VECTOR = " || ".join(f"setweight(to_tsvector('english', {text}), '{weight}')" for text, weight in TEXTS)
TABLES = """
CREATE TABLE IF NOT EXISTS docs
  (doc bigint NOT NULL, key bigint NOT NULL, published date NOT NULL, month int NOT NULL, tsv tsvector NOT NULL);
CREATE TABLE IF NOT EXISTS mention (doc bigint NOT NULL, person int NOT NULL);
CREATE TABLE IF NOT EXISTS subject (doc bigint NOT NULL, topic int NOT NULL);
CREATE TEMP TABLE staged (doc bigint, key bigint, published date, month int,
  headline text, standfirst text, body text, byline text);
"""
INDEXES = (
    "CREATE UNIQUE INDEX IF NOT EXISTS docs_doc ON docs (doc)",
    "CREATE INDEX IF NOT EXISTS docs_newest ON docs (key DESC)",
    "CREATE INDEX IF NOT EXISTS docs_published ON docs (published)",
    "CREATE UNIQUE INDEX IF NOT EXISTS mention_doc ON mention (doc, person)",
    "CREATE INDEX IF NOT EXISTS mention_person ON mention (person, doc)",
    "CREATE UNIQUE INDEX IF NOT EXISTS subject_doc ON subject (doc, topic)",
    "CREATE INDEX IF NOT EXISTS subject_topic ON subject (topic, doc)",
    "CREATE INDEX IF NOT EXISTS docs_words ON docs USING gin (tsv) WITH (fastupdate = off)",
)
BYTES = """
SELECT sum(pg_total_relation_size(oid)) FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""


class Postgresql(Engine):
    """Asks a server. Raise Absent if it can't be reached or has no tables."""

    name = "PostgreSQL"

    def __init__(self, address: str, articles: int, middle: Middle) -> None:
        self.middle = middle
        try:
            self.connection = psycopg2.connect(address)
        except psycopg2.OperationalError as problem:
            raise Absent(str(problem).strip()) from problem
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.cursor.execute(
            f"SET search_path TO {schema_of(articles)}; SET statement_timeout TO '{PATIENCE}'"
        )
        self.cursor.execute(BYTES)
        self.bytes = int(self.cursor.fetchone()[0] or 0)
        if not self.bytes:
            raise Absent("its tables were not prepared")

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def ask(self, question: Question) -> Ask | None:
        """Return a function that puts the question in SQL.

        The planner does not know what it costs to unpack every tsvector, and would go through the whole table for a
        word in most articles, twenty times as long as through the index.
        """
        if question.only_ours or (question.text and not question.text.postgresql):
            return None
        self.cursor.execute(f"SET enable_seqscan TO {'off' if question.text else 'on'}")
        where, values = self.conditions(question)
        found = f"FROM docs{', to_tsquery(%s, %s) AS asked' if question.text else ''} WHERE {' AND '.join(where) or 'true'}"
        if question.shows == FACETS:
            counts = facets_sql(f"SELECT doc, month {found}", "hit")
            return lambda: answer_of(self.rows(counts, values))
        order = "ts_rank(tsv, asked) DESC" if question.shows == BEST else "key DESC"
        beyond = f" AND key < {self.middle.key}" if question.deep else ""
        some, total = f"SELECT doc {found}{beyond} ORDER BY {order} LIMIT {SIZE}", f"SELECT count(*) {found}"
        return lambda: Answer(self.rows(total, values)[0][0], len(self.rows(some, values)))

    def conditions(self, question: Question) -> tuple[list[str], list[object]]:
        """Return the conditions and their values."""
        where: list[str] = []
        values: list[object] = []
        if question.text:
            where, values = ["tsv @@ asked"], ["english", question.text.postgresql]
        for side, column, identity in ids_of(question):
            where.append(f"doc IN (SELECT doc FROM {side} WHERE {column} = %s)")
            values.append(identity)
        if question.first and question.last:
            where.append("published BETWEEN %s AND %s")
            values += [question.first, question.last]
        return where, values

    def rows(self, statement: str, values: list[object]) -> list[tuple]:
        """Return what a statement yields. Raise TooLong if it takes more than two minutes."""
        try:
            self.cursor.execute(statement, values)
            return self.cursor.fetchall()
        except psycopg2.errors.QueryCanceled as tired:
            raise TooLong(PATIENCE) from tired


def schema_of(articles: int) -> str:
    """Return where the tables of one size stand."""
    return f"bench_{articles}"


def copy(cursor: "psycopg2.extensions.cursor", table: str, rows: Iterable[tuple]) -> None:
    """Write rows in PostgreSQL's own fast way."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    cursor.copy_expert(f"COPY {table} FROM STDIN (FORMAT csv, NULL '\\N')", text)


def add(cursor: "psycopg2.extensions.cursor", chunk: list[Streamed]) -> None:
    """Write some articles."""
    head = ((a.id, a.key, a.published_on, a.month, a.headline, a.standfirst, a.body, a.byline) for a in chunk)
    copy(cursor, "staged", head)
    cursor.execute(
        f"INSERT INTO docs SELECT doc, key, published, month, {VECTOR} FROM staged; TRUNCATE staged"
    )
    copy(cursor, "mention", ((a.id, person) for a in chunk for person in a.people))
    copy(cursor, "subject", ((a.id, topic) for a in chunk for topic in a.topics))


def load(address: str, articles: int) -> None:
    """Fill the tables, index them and let the server take their measure.

    What was broken off goes on where it was left; the time that is kept is then that of the rest alone.
    """
    connection = psycopg2.connect(address)
    cursor = connection.cursor()
    schema = schema_of(articles)
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}; SET search_path TO {schema}")
    cursor.execute(TABLES)
    cursor.execute("SELECT count(*) FROM docs")
    for chunk in streamed(cursor.fetchone()[0]):
        add(cursor, chunk)
        connection.commit()
        if not chunk[-1].place % REPORT:
            print(f"{chunk[-1].place:,} in PostgreSQL", flush=True)
    for statement in INDEXES:
        cursor.execute(statement)
        print(statement, flush=True)
    connection.commit()
    connection.autocommit = True
    cursor.execute("VACUUM (ANALYZE)")
    connection.close()


def main() -> None:
    """Fill a server with the archive of the size that the command line says."""
    place = Place(int(sys.argv[1]))
    try:
        with server(place, loading=True) as address:
            load(address, place.articles)
    except Absent as problem:
        sys.exit(str(problem))

"""An export sees one state of the archive and is in nobody's way; an import is killed and leaves nothing."""

import signal

import pytest
from django.db import connection

from articles.keeping.snapshots import one_state, one_write
from tests.archive import Archive, new_archive
from tests.keeping.files import a_person, an_archive_file, records_of

PAUSED = """
from pathlib import Path
from articles.keeping import importing, packing, published
def told(done, total):
    if done == {at}:
        print("paused", flush=True)
        while not Path({gate!r}).exists():
            time.sleep(0.05)
path = Path({path!r})
"""
EXPORT = "packing.export(path, year=None, with_files=True, progress=told)"
COPY = "published.export(path, year=None, progress=told)"
IMPORT = "importing.take_in(path, dry_run=False, progress=told)"
FILLED = """
from datetime import date
publication = Publication.objects.create(name="The Ledger")
Person.objects.bulk_create(Person(name=f"Person {n}", slug=f"person-{n}", sort_name="x") for n in range(150))
for n in range(120):
    article = Article.objects.create(
        headline=f"Number {n}", published_on=date(2017, 6, 9), publication=publication, status="published"
    )
    Mention.objects.create(content_object=article, tag_id=Person.objects.order_by("id").first().id + n)
"""
WRITING = """
began = time.monotonic()
Article.objects.create(headline="Late", published_on="2017-06-09", publication=Publication.objects.get(), status="published")
Article.objects.filter(headline="Number 119").update(headline="Changed")
Article.objects.filter(headline="Number 118").delete()
Person.objects.filter(slug="person-149").delete()
print(time.monotonic() - began < 5)
"""

pytestmark = pytest.mark.database


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "archive").mkdir()
    with new_archive(tmp_path / "archive") as archive:
        yield archive


def paused(archive, work, tmp_path, at, path="archive.zip"):
    head = PAUSED.format(at=at, gate=str(tmp_path / "gate"), path=str(tmp_path / path))
    program = archive.start(head + work)
    assert program.stdout.readline().strip() == "paused"
    return program


@pytest.mark.parametrize("work", [EXPORT, COPY], ids=["zip", "sqlite"])
def test_others_write_during_an_export_and_it_has_nothing_of_it(archive, tmp_path, work):
    archive.run(FILLED)
    program = paused(archive, work, tmp_path, at=100)
    assert archive.run(WRITING) == "True"
    (tmp_path / "gate").touch()
    program.communicate(timeout=60)
    assert program.returncode == 0
    if work == EXPORT:
        told = [record["headline"] for record in records_of(tmp_path / "archive.zip", "articles")]
        assert told == [f"Number {number}" for number in range(120)]
        assert len(records_of(tmp_path / "archive.zip", "people")) == 150


def test_import_that_is_killed_leaves_nothing_and_can_be_made_again(archive, tmp_path):
    people = [a_person(slug=f"person-{number}", name=f"Person {number}") for number in range(1_200)]
    path = an_archive_file(tmp_path / "archive.zip", people=people, extra={"files/a.jpg": b"JPEG"})
    program = paused(archive, IMPORT, tmp_path, at=1_100)
    program.send_signal(signal.SIGKILL)
    program.wait()
    assert archive.run("print(Person.objects.count(), Change.log.count())") == "0 0"
    assert not (archive.folder / "media").exists()
    assert archive.manage("import_archive", str(path)) == "1,200 people, 1 files.\n"
    assert archive.run("print(Person.objects.count())") == "1200"
    assert (archive.folder / "media/a.jpg").read_bytes() == b"JPEG"


def test_import_beside_another_is_refused(archive, tmp_path):
    people = [a_person(slug=f"person-{number}", name=f"Person {number}") for number in range(300)]
    path = an_archive_file(tmp_path / "archive.zip", people=people)
    program = paused(archive, IMPORT, tmp_path, at=200)
    hasty = archive.database_url or f"sqlite:///{archive.folder}/newsroom.sqlite3?timeout=1"
    printed = Archive(archive.folder, hasty).manage("import_archive", str(path), status=1)
    assert (
        "Another program is writing into this archive: try again when it is done; nothing was written"
        in printed
    )
    (tmp_path / "gate").touch()
    program.communicate(timeout=60)
    assert archive.run("print(Person.objects.count())") == "300"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_postgresql_looks_at_one_state_and_is_not_cut_off():
    if connection.vendor != "postgresql":
        pytest.skip("DATABASE_URL names no PostgreSQL")
    asked = (
        "transaction_isolation",
        "transaction_read_only",
        "statement_timeout",
        "idle_in_transaction_session_timeout",
    )
    with one_state(), connection.cursor() as cursor:
        assert [shown(cursor, name) for name in asked] == ["repeatable read", "on", "0", "0"]
    with one_write(["articles_article"]), connection.cursor() as cursor:
        assert [shown(cursor, name) for name in asked] == ["read committed", "off", "0", "0"]
    with connection.cursor() as cursor:
        assert shown(cursor, "idle_in_transaction_session_timeout") == "15s"


def shown(cursor, name):
    cursor.execute(f"SHOW {name}")
    return cursor.fetchone()[0]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_sqlite_takes_its_turn_again_after_a_look():
    with one_state():
        pass
    assert connection.transaction_mode == "IMMEDIATE"

"""`manage.py export_archive` and `import_archive`, as an archivist runs them: out of one database, into another, and back."""

import io
import sqlite3
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import indexing
from articles.checking import differences
from articles.models import Article, Publication
from tests.archive import Archive, new_archive
from tests.builders import a_publication, an_article
from tests.keeping.files import a_publication as a_publication_told
from tests.keeping.files import an_archive_file, contents_of, repacked


@pytest.fixture
def run(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"

    def run(command, *arguments, **options):
        printed = io.StringIO()
        try:
            call_command(command, *map(str, arguments), stdout=printed, stderr=printed, **options)
        except CommandError as error:
            printed.write(f"error: {error}")
        return printed.getvalue()

    return run


@pytest.fixture
def file(tmp_path):
    return tmp_path / "archive.zip"


@pytest.mark.django_db
def test_export_says_what_it_wrote_and_only_its_owner_may_read_it(run, file):
    an_article()
    assert run("export_archive", file) == (
        f"1 publications, 1 sections, 1 articles → {file} ({file.stat().st_size:,} bytes)\n"
    )
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_export_replaces_no_file_unless_told_to(run, file):
    file.write_text("before")
    assert run("export_archive", file) == f"error: {file} is there already: --force replaces it."
    assert file.read_text() == "before"
    assert run("export_archive", file, "--force").startswith("nothing → ")


@pytest.mark.django_db
def test_export_into_a_folder_that_is_not_there_is_told(run, tmp_path):
    assert "No such file or directory" in run("export_archive", tmp_path / "nowhere" / "archive.zip")


@pytest.mark.django_db
@pytest.mark.parametrize("year", ["0", "9999", "-5"])
def test_year_that_no_article_can_bear_is_told(run, file, year):
    assert f"There is no year {year} in the archive" in run("export_archive", file, f"--year={year}")
    assert not file.exists()


@pytest.mark.django_db
def test_export_of_a_year_has_that_year(run, file):
    an_article(on="2016-12-31")
    an_article("This year", on="2017-01-01")
    assert run("export_archive", file, "--year", "2017").startswith(
        "1 publications, 1 sections, 1 articles → "
    )


@pytest.mark.django_db
def test_export_for_sqlite_is_opened_with_sqlite(run, tmp_path):
    an_article("Shown")
    an_article("Hidden", status="draft")
    path = tmp_path / "archive.db"
    assert run("export_archive", path, "--sqlite").startswith(
        "1 articles, 0 people, 0 topics, 1 publications → "
    )
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as opened:
        assert opened.execute("SELECT headline FROM articles").fetchall() == [("Shown",)]


@pytest.mark.django_db
def test_quiet_export_says_nothing(run, file):
    assert run("export_archive", file, verbosity=0) == ""


@pytest.mark.django_db
def test_import_says_what_it_took_and_the_index_has_it(run, file):
    an_archive_file(file, publications=[a_publication_told()])
    assert run("import_archive", file) == "1 publications.\n"
    assert Publication.objects.get().slug == "ledger"
    assert not indexing.follower().is_behind()
    assert differences().none


@pytest.mark.django_db
def test_dry_run_says_so(run, file):
    an_archive_file(file, publications=[a_publication_told()])
    assert (
        run("import_archive", file, "--dry-run")
        == "1 publications: nothing was written, this was a dry run.\n"
    )
    assert not Publication.objects.exists()


@pytest.mark.django_db
def test_import_into_an_archive_that_is_not_empty_is_refused(run, file):
    a_publication("Mine")
    an_archive_file(file, publications=[a_publication_told()])
    assert run("import_archive", file) == (
        "error: This archive is not empty, it has publications: import into a new one, which manage.py migrate makes; "
        "nothing was written."
    )
    assert [publication.name for publication in Publication.objects.all()] == ["Mine"]


@pytest.mark.django_db
def test_file_that_is_not_there_is_told(run, tmp_path):
    assert run("import_archive", tmp_path) == f"error: {tmp_path} is no file; nothing was written."
    assert "nowhere.zip is no file" in run("import_archive", tmp_path / "nowhere.zip")


@pytest.mark.django_db
def test_tampered_file_is_told_and_nothing_is_written(run, file):
    an_archive_file(file, publications=[a_publication_told()])
    repacked(file, publications__jsonl=contents_of(file)["publications.jsonl"].replace(b"Ledger", b"Forger"))
    assert run("import_archive", file) == (
        "error: Its member 'publications.jsonl' is not what its manifest says: the file is damaged; nothing was written."
    )
    assert not Publication.objects.exists()


@pytest.mark.django_db
def test_wrong_record_is_told_with_its_place(run, file):
    an_archive_file(file, publications=[a_publication_told(), {"slug": "b"}])
    assert run("import_archive", file) == "error: publications.jsonl:2: it has no name; nothing was written."


def an_archive_on_sqlite(folder):
    folder.mkdir()
    archive = Archive(folder, "")
    archive.manage("migrate", "--verbosity", "0")
    return archive


@pytest.mark.database
def test_archive_goes_from_database_to_database_and_back_as_the_same_bytes(tmp_path):
    files = [tmp_path / name for name in ("first.zip", "middle.zip", "last.zip")]
    first = an_archive_on_sqlite(tmp_path / "first")
    first.run("from tests.keeping import nasty; nasty.make()")
    (tmp_path / "first/media").mkdir()
    (tmp_path / "first/media/photo.jpg").write_bytes(b"JPEG")
    first.manage("export_archive", str(files[0]))
    (tmp_path / "middle").mkdir()
    with new_archive(tmp_path / "middle") as middle:
        middle.manage("import_archive", str(files[0]))
        assert "the index agrees" in middle.manage("check_archive")
        middle.manage("export_archive", str(files[1]))
    last = an_archive_on_sqlite(tmp_path / "last")
    last.manage("import_archive", str(files[1]))
    last.manage("export_archive", str(files[2]))
    assert [Path(file).read_bytes() == files[0].read_bytes() for file in files] == [True, True, True]
    assert last.run("print(Article.objects.count())") == "16"


@pytest.mark.django_db
def test_import_keeps_when_an_article_was_added(run, file):
    article = an_article()
    Article.objects.filter(pk=article.pk).update(added_at="2001-02-03T04:05:06.000007Z")
    run("export_archive", file)
    Article.objects.all().delete()
    Publication.objects.all().delete()
    article.section.delete()
    run("import_archive", file)
    assert Article.objects.get().added_at.isoformat() == "2001-02-03T04:05:06.000007+00:00"

"""`manage.py import_articles`, as an archivist runs it."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportRun
from tests.builders import a_person

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).resolve().parent.parent.parent / "shared/samples/sessions-2017-06-09.txt"


@pytest.fixture
def run(capsys):
    def run(*arguments, **options):
        printed = io.StringIO()
        try:
            call_command("import_articles", *map(str, arguments), stdout=printed, stderr=printed, **options)
        except CommandError as error:
            printed.write(str(error))
        return printed.getvalue()

    return run


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "ledger.txt"
    path.write_text(
        "date 2017-06-09\nSenate passes budget\n\nThe vote was 51 to 49.\n\ndate 2017-06-10 House follows. It was late.\n"
    )
    return path


def test_file_with_several_articles_goes_in(run, ledger):
    assert (
        run(ledger, publication="The Capital Ledger", section="Congress", byline="By Staff")
        == "2 created, 0 updated, 0 unchanged, 0 rejected.\n"
    )
    article = Article.objects.get(published_on="2017-06-09")
    assert (article.headline, article.body, article.headline_made) == (
        "Senate passes budget",
        "<p>The vote was 51 to 49.</p>",
        False,
    )
    assert (article.publication.name, article.section.name, article.byline) == (
        "The Capital Ledger",
        "Congress",
        "By Staff",
    )
    other = Article.objects.get(published_on="2017-06-10")
    assert (other.headline, other.body, other.headline_made) == (
        "House follows",
        "<p>House follows. It was late.</p>",
        True,
    )


def test_second_import_changes_nothing(run, ledger):
    run(ledger)
    assert run(ledger) == "0 created, 0 updated, 2 unchanged, 0 rejected.\n"


def test_changed_text_updates_its_article_alone(run, ledger):
    run(ledger)
    ledger.write_text(ledger.read_text().replace("51 to 49", "52 to 48"))
    assert run(ledger) == "0 created, 1 updated, 1 unchanged, 0 rejected.\n"
    assert Article.objects.get(published_on="2017-06-09").body == "<p>The vote was 52 to 48.</p>"


def test_folder_is_imported_with_what_it_holds(run, ledger):
    (ledger.parent / "below").mkdir()
    (ledger.parent / "below/more.txt").write_text("date 2017-06-11\nA third one. It is short.")
    (ledger.parent / ".hidden").write_text("date 2017-06-12\nHidden. Never seen.")
    assert run(ledger.parent) == "3 created, 0 updated, 0 unchanged, 0 rejected.\n"
    assert (
        Article.objects.get(published_on="2017-06-11").source_ref == "below/more.txt#2017-06-11/a-third-one"
    )


def test_standard_input_is_imported(run, monkeypatch):
    monkeypatch.setattr(
        "sys.stdin",
        io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"date 2017-06-09\nFrom a pipe. It came in."))),
    )
    assert run("-") == "1 created, 0 updated, 0 unchanged, 0 rejected.\n"


def test_dry_run_writes_nothing(run, ledger):
    assert (
        run(ledger, dry_run=True)
        == "2 created, 0 updated, 0 unchanged, 0 rejected: nothing was written, this was a dry run.\n"
    )
    assert (Article.objects.count(), ImportRun.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bad.txt: the file is empty"),
        (b"  \n\n", "bad.txt: no line begins with a date"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bad.txt: the file looks binary"),
        (b"Just a text.\n", "bad.txt: no line begins with a date"),
        (b"date 2017-13-45\nText of no day.\n", "bad.txt:1: '2017-13-45' is not a date"),
        (b"date 9999-01-01\nText.\n", "bad.txt:1: the year 9999 is outside 1–9998"),
        (b"\n\ndate 2017-06-09\n\n\n", "bad.txt:3: no text after the date"),
        (b"date 2017-06-09\nGood.\n\xff\xfe\xfd bad\n", "bad.txt:1: not UTF-8 at line 3"),
    ],
)
def test_what_is_wrong_is_rejected_with_its_reason_and_the_rest_goes_in(run, ledger, content, said):
    bad = ledger.parent / "bad.txt"
    bad.write_bytes(content)
    printed = run(bad, ledger)
    assert said in printed
    assert "2 created" in printed
    assert "rejected, the rest went in" in printed


def test_missing_path_is_said_before_anything_is_written(run, ledger):
    assert "nowhere.txt: no such file or folder; nothing was imported." in run(
        ledger, ledger.parent / "nowhere.txt"
    )
    assert (Article.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_bad_record_between_good_ones_is_rejected_alone(run, tmp_path):
    path = tmp_path / "mixed.txt"
    path.write_text("date 2017-06-09 One. It is.\n\ndate 2017-02-30 Two.\n\ndate 2017-06-11 Three. It is.\n")
    printed = run(path)
    assert "mixed.txt:3: " in printed
    assert [str(day) for day in Article.objects.order_by("id").values_list("published_on", flat=True)] == [
        "2017-06-09",
        "2017-06-11",
    ]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample is not beside this checkout")
def test_sample_names_the_people_it_names_and_no_one_else(run):
    call_command("loaddata", "people", verbosity=0)
    a_person("Access Hollywood Host")
    run(SAMPLE)
    article = Article.objects.get()
    assert article.headline_made
    assert (
        article.headline
        == "Attorney General Jeff Sessions, once one of the most powerful insiders outside of the…"
    )
    assert sorted(article.people.names()) == [
        "Donald Trump", "James Comey", "Jared Kushner", "Jeff Sessions", "Michael Flynn", "Rod Rosenstein", "Sarah Huckabee Sanders",
        "Sean Spicer", "Sergey Kislyak", "Stephen Miller", "Steve Bannon",
    ]  # fmt: skip

"""`manage.py export_articles`, as an archivist or a researcher runs it."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from articles.exports import EXPORTS
from tests.archive import ROOT, new_archive
from tests.builders import an_article


@pytest.fixture
def run(db):
    def run(*arguments, **options):
        """Return what was printed and what was said."""
        printed, said = io.StringIO(newline=""), io.StringIO()
        try:
            call_command("export_articles", *map(str, arguments), stdout=printed, stderr=said, **options)
        except CommandError as error:
            said.write(f"{error}\n")
        return printed.getvalue(), said.getvalue()

    return run


@pytest.fixture
def archive(db):
    for number in range(3):
        an_article(f"Item {number}", people=["Jeff Sessions"], on=f"201{number}-06-09")
    an_article("Other", on="2017-06-09")
    for status in ("draft", "scheduled", "withdrawn"):
        an_article("Secret", status=status, people=["Jeff Sessions"])


def headlines(text):
    return [row["headline"] for row in csv.DictReader(io.StringIO(text))]


def test_everything_published_is_printed_as_csv(run, archive):
    printed, said = run()
    assert headlines(printed) == ["Other", "Item 2", "Item 1", "Item 0"]
    assert said == "4 articles written.\n"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/people/jeff-sessions/?from=2011&sort=oldest", ["Item 1", "Item 2"]),
        ("http://127.0.0.1:8000/people/jeff-sessions?to=2010", ["Item 0"]),
        ("/people/jeff-sessions.csv?limit=1", ["Item 2"]),
        ("/2017/", ["Other"]),
        ("other", ["Other"]),
        ("item -person:sessions", []),
    ],
)
def test_list_is_asked_for_by_its_address_or_as_a_search(run, archive, asked, expected):
    assert headlines(run(asked)[0]) == expected


@pytest.mark.parametrize("exporter", EXPORTS, ids=lambda exporter: exporter.NAME)
def test_file_is_of_the_kind_that_is_asked_for_or_that_its_name_says(run, archive, tmp_path, exporter):
    by_name, by_suffix = tmp_path / "one.dat", tmp_path / f"two.{exporter.SUFFIX}"
    assert run("--format", exporter.NAME, "--output", by_name) == ("", "4 articles written.\n")
    run("--output", by_suffix)
    undated = [re.sub(r"20[2-9]\d-\d\d-\d\d[T\d:.+Z]*|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} 20[2-9]\d [\d:]+", "", file.read_text()) for file in (by_name, by_suffix)]  # fmt: skip
    assert undated[0] == undated[1]
    assert "Other" in undated[0]
    assert "Secret" not in undated[0]


def test_address_says_the_kind_of_file_too(run, archive):
    printed, _ = run("/people/jeff-sessions.jsonl?limit=2")
    assert [json.loads(line)["headline"] for line in printed.splitlines()] == ["Item 2", "Item 1"]
    assert headlines(run("/people/jeff-sessions.jsonl", "--format", "csv")[0])[0] == "Item 2"


def test_first_articles_alone_are_written(run, archive):
    assert headlines(run("--limit", "2")[0]) == ["Other", "Item 2"]
    assert run("--limit", "1")[1] == "1 article written.\n"


def test_feed_has_summaries_if_that_is_asked(run, db):
    an_article("Recusal", body=f"<p>{'He spoke. ' * 200}The end.</p>")
    assert "The end." in run("--format", "rss")[0]
    assert "The end." not in run("--format", "rss", "--summaries")[0]
    assert "The end." not in run("/search.rss?text=summary")[0]


def test_addresses_are_the_public_ones_if_there_are_any(run, archive, settings):
    assert "http://127.0.0.1:8000/2017/06/09/other/" in run()[0]
    settings.ARCHIVE_URL = "https://archive.example"
    assert "https://archive.example/2017/06/09/other/" in run()[0]


def test_what_was_there_is_replaced_and_nothing_is_left_beside(run, archive, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("before")
    run("--output", path)
    assert headlines(path.read_text()) == ["Other", "Item 2", "Item 1", "Item 0"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["/nowhere/"], "/nowhere/ is no page of this archive."),
        (["/people/"], "/people/ is a page of this archive, but no list."),
        (["https://evil.example/search/"], "evil.example is not this archive."),
        (["/people/nobody/"], "The archive knows no person “nobody”."),
        (["/search/?from=yesterday"], "“from” was left out"),
        (["/search.csv?limit=0"], "“limit” can’t be “0”"),
        (["--limit", "0"], "a number from 1 on"),
        (["--limit", "x"], "a number from 1 on"),
        (["--format", "xlsx"], "invalid choice"),
        (["--output", "{}/list.xlsx"], "list.xlsx ends as no format does: name one by --format (csv, jsonl,"),
        (["--output", "{}/list.json"], "ends as no format does"),
        (["--output", "{}/none/list.csv"], "can’t be written: No such file or directory."),
        (["--output", "{}", "--format", "csv"], "can’t be written: no file."),
        (["--output", "/dev/null", "--format", "csv"], "can’t be written: no file."),
    ],
)
def test_what_cant_be_done_is_said_and_nothing_is_written(run, archive, tmp_path, arguments, said):
    printed, told = run(*(argument.format(tmp_path) for argument in arguments))
    assert said in told
    assert (printed, list(tmp_path.iterdir())) == ("", [])


def test_search_that_is_read_in_another_way_is_said(run, archive):
    printed, said = run("(other")
    assert headlines(printed) == ["Other"]
    assert len(said.splitlines()) == 2


def test_nothing_is_said_if_that_is_asked(run, archive, tmp_path):
    assert run("--output", tmp_path / "list.csv", verbosity=0) == ("", "")


@pytest.mark.database
def test_reader_who_goes_away_and_odd_terminals_are_no_failure(tmp_path):
    with new_archive(tmp_path) as installed:
        installed.run(
            "from tests.builders import an_article\nfor n in range(300): an_article(f'Rosselló {n}', body='<p>' + 'x' * 2000 + '</p>')"
        )
        environment = installed.environment | {"PYTHONIOENCODING": "ascii"}
        command = [sys.executable, "manage.py", "export_articles", "--format", "jsonl"]
        whole = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120)
        assert (whole.returncode, len(whole.stdout.splitlines())) == (0, 300)
        assert b"300 articles written." in whole.stderr
        cut = subprocess.run(
            f"{' '.join(command)} | head -c 100",
            shell=True,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=120,
        )
        assert len(cut.stdout) == 100
        assert b"The output was closed before the list was written." in cut.stderr
        assert b"Traceback" not in cut.stderr
        assert b"ignored" not in cut.stderr

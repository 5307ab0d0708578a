"""Imports that are killed, and imports at the same time: nothing is lost, nothing comes twice."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.archive import ROOT, new_archive
from tests.test_fingerprints import a_text

pytestmark = pytest.mark.database
DIGEST = """
import hashlib
rows = sorted(Article.objects.values_list("source_ref", "headline", "body", "byline", "published_at"))
names = sorted(Mention.objects.values_list("content_object__source_ref", "tag__name", "role", "count"))
print(len(rows), hashlib.sha256(repr((rows, names)).encode()).hexdigest()[:12], Person.objects.count())
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "pieces.jsonl"
    with path.open("w") as lines:
        for number in range(900):
            record = {
                "id": number,
                "headline": f"Piece {number}",
                "body_html": f"<p>{a_text(number % 600, 80)} {number}</p>",
                "published": f"2017-06-{number % 28 + 1:02}",
                "byline": f"By Dana Whitfield and Author Number{number % 50}x",
                "people": [f"Person {chr(65 + number % 26)}. Example", "Jeff Sessions"],
            }
            lines.write(json.dumps(record) + "\n")
    return path


def start(archive, *arguments):
    command = [sys.executable, "manage.py", "import_articles", *map(str, arguments)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=archive.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def test_import_that_is_killed_again_and_again_ends_like_one_that_is_not(tmp_path, corpus):
    with new_archive(tmp_path / "clean") as archive:
        archive.manage("import_articles", str(corpus))
        expected = archive.run(DIGEST)
    with new_archive(tmp_path / "killed") as archive:
        for pause in (1.5, 2.2, 3.0):
            program = start(archive, corpus)
            time.sleep(pause)
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
            assert "the index agrees" in archive.manage("check_archive", "--repair")
        archive.manage("import_articles", str(corpus))
        assert archive.run(DIGEST) == expected
        assert "900 unchanged" in archive.manage("import_articles", str(corpus))


def test_killed_import_goes_on_with_resume_and_counts_all(tmp_path, corpus):
    long = tmp_path / "long.jsonl"
    long.write_text("".join(repeated(corpus, 5)))
    with new_archive(tmp_path / "archive") as archive:
        program = start(archive, long, "--jobs", "1")
        while archive.run("print(Article.objects.count())") == "0" and program.poll() is None:
            time.sleep(0.1)
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        assert 0 < int(archive.run("print(Article.objects.count())")) < 4500
        printed = archive.manage("import_articles", str(long), "--resume", "--jobs", "1")
        assert "4500 created, 0 updated, 0 unchanged, 0 rejected." in printed
        assert archive.run("print(ImportRun.objects.count(), Article.objects.count())") == "1 4500"


def test_two_imports_of_the_same_file_at_once_make_each_article_once(tmp_path, corpus):
    with new_archive(tmp_path) as archive:
        programs = [start(archive, corpus), start(archive, corpus)]
        printed = [program.communicate(timeout=120)[0].decode() for program in programs]
        assert [program.returncode for program in programs] == [0, 0], printed
        assert archive.run("print(Article.objects.count(), Person.objects.count())") == "900 28"
        assert "the index agrees" in archive.manage("check_archive")


def test_workers_of_a_killed_import_end_too(tmp_path, corpus):
    with new_archive(tmp_path) as archive:
        big = tmp_path / "big.jsonl"
        big.write_text("".join(repeated(corpus, 5)))
        program = start(archive, big, "--jobs", "2")
        children = []
        while len(children) < 2 and program.poll() is None:
            time.sleep(0.1)
            children = children_of(program.pid)
        program.send_signal(signal.SIGKILL)
        program.wait()
        deadline = time.monotonic() + 20
        while any(os.path.exists(f"/proc/{child}") for child in children) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert [child for child in children if os.path.exists(f"/proc/{child}")] == []
        assert len(children) >= 2


def children_of(process):
    path = f"/proc/{process}/task/{process}/children"
    return open(path).read().split() if os.path.exists(path) else []


def repeated(corpus, times):
    """Yield the records of the corpus several times, each time as other articles."""
    for number in range(1, times + 1):
        for line in corpus.read_text().splitlines(keepends=True):
            yield line.replace('"id": ', f'"id": {number}000').replace("Piece ", f"Piece {number} of ")

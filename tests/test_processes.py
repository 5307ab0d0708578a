"""Several processes on one archive: what any of them commits is in the index after catching up."""

import signal
import threading
import time

import pytest
from django.db import connection, transaction

from articles import indexing
from articles.checking import differences
from articles.models import Article
from tests.archive import new_archive
from tests.builders import an_article

WRITER = """
from datetime import date
publication, _ = Publication.objects.get_or_create(name="The Capital Ledger")
for n in range({count}):
    article = Article.objects.create(
        headline=f"{name} {{n}}", published_on=date(2017, 6, 1 + n % 28), publication=publication, status="published"
    )
    article.people.add("Jeff Sessions")
    {after}
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with new_archive(tmp_path_factory.mktemp("archive")) as archive:
        archive.run(
            'Publication.objects.create(name="The Capital Ledger"); Person.objects.create(name="Jeff Sessions")'
        )
        yield archive


pytestmark = pytest.mark.database


def writer(name, count, after="pass"):
    return WRITER.format(name=name, count=count, after=after)


def test_two_processes_that_write_and_index_at_once_lose_nothing(archive):
    before = int(archive.run("print(Article.objects.count())"))
    programs = [archive.start(writer(name, 25, "indexing.catch_up()")) for name in ("first", "second")]
    assert [program.wait(timeout=120) for program in programs] == [0, 0]
    assert f"{before + 50} articles and 2 names compared: the index agrees." in archive.manage(
        "check_archive"
    )


def test_process_killed_between_commit_and_index_loses_nothing(archive):
    before = int(archive.run("print(Article.objects.count())"))
    program = archive.start(writer("killed", 1, "print('committed', flush=True); time.sleep(60)"))
    assert program.stdout.readline().strip() == "committed"
    program.send_signal(signal.SIGKILL)
    program.wait()
    assert archive.run("print(indexing.snapshot().size())") == str(before + 1)
    assert "the index agrees" in archive.manage("check_archive")


def test_process_killed_while_it_indexes_leaves_a_whole_index(archive):
    for pause in (0.4, 0.6, 0.8, 1.0):
        program = archive.start(writer("torn", 200, "indexing.catch_up()"))
        time.sleep(pause)
        program.send_signal(signal.SIGKILL)
        program.wait()
        assert "the index agrees" in archive.manage("check_archive")


def test_command_that_writes_leaves_the_index_up_to_date(archive):
    archive.manage(
        "shell", "-v", "0", "-c", "from articles.models import *; Article.objects.update(byline='By hand')"
    )
    assert archive.run("print(Change.log.is_ahead_of(indexing.follower().position()))") == "False"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_transactions_that_commit_out_of_order_are_both_followed():
    first = an_article(headline="First")
    indexing.catch_up()
    began, may_commit = threading.Event(), threading.Event()

    def write_slowly():
        with transaction.atomic():
            Article.objects.create(
                headline="Slow", published_on="2017-06-09", publication=first.publication, status="published"
            )
            began.set()
            may_commit.wait(30)
        connection.close()

    slow = threading.Thread(target=write_slowly)
    slow.start()
    began.wait(30)
    an_article(headline="Quick")
    assert indexing.catch_up() == 1
    assert indexing.catch_up() == 0
    assert indexing.snapshot().size() == 2
    may_commit.set()
    slow.join()
    assert indexing.catch_up() == 1
    assert indexing.snapshot().size() == 3
    assert differences().none

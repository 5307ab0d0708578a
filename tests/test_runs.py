"""An import is kept with what it did, and goes on where it stopped."""

import os
from contextlib import nullcontext
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from articles.arrivals import arrivals
from articles.importers import Options, Source
from articles.ingest import Ingest, recorded
from articles.models import Article, ImportRun
from articles.runs import NoRun, Place, begun, is_alive, place_of, resumed

pytestmark = pytest.mark.django_db


class Stopped(Exception):
    """Someone pressed Ctrl-C."""


def a_source(name: str, first: int, number: int) -> Source:
    lines = (
        f"date 2017-06-{n:02} Piece {n} of the paper. It is short.\n\n" for n in range(first, first + number)
    )
    return Source(name, lambda: nullcontext(BytesIO("".join(lines).encode())))


def the_sources():
    return [a_source("one.txt", 1, 7), a_source("two.txt", 8, 9), a_source("three.txt", 17, 5)]


def take(run, sources, stop_after=1000):
    def report(tally, problems):
        if tally.items >= stop_after:
            raise Stopped

    with recorded(run):
        place = place_of(run)
        return Ingest(run).take_arrivals(arrivals(sources, "text", Options(), place), report)


@pytest.mark.parametrize("stop_after", [1, 5, 7, 8, 12, 16, 20, 21])
def test_import_goes_on_where_it_stopped(monkeypatch, stop_after):
    monkeypatch.setattr("articles.ingest.BATCH", 3)
    run = begun(["folder"], "text", {})
    with pytest.raises(Stopped):
        take(run, the_sources(), stop_after)
    run = resumed(["folder"], "text", {})
    before = run.created
    tally = take(run, the_sources())
    assert (tally.created, tally.unchanged, Article.objects.count()) == (21, 0, 21)
    run.refresh_from_db()
    assert (run.state, run.created, before < 21 or stop_after >= 19) == ("finished", 21, True)


def test_source_that_was_taken_is_not_opened_again():
    run = begun(["folder"], "text", {})
    ImportRun.objects.filter(pk=run.pk).update(
        state="failed", position={"source": 1, "name": "two.txt", "taken": 4}
    )
    run.refresh_from_db()
    first = Source("one.txt", pytest.fail)
    tally = take(run, [first, *the_sources()[1:]])
    assert tally.created == 10


def test_other_files_in_the_place_of_those_before_are_refused():
    records = arrivals(the_sources(), "text", Options(), Place(1, "other.txt", 3))
    with pytest.raises(NoRun, match="“other.txt” is not where it was"):
        list(records)


def test_nothing_to_resume_is_said():
    with pytest.raises(NoRun, match="no import of these paths with these options is known"):
        resumed(["folder"], "", {})


def test_finished_import_is_not_resumed():
    with recorded(begun(["folder"], "", {})):
        pass
    with pytest.raises(NoRun, match="came to its end"):
        resumed(["folder"], "", {})


def test_import_with_other_options_is_another():
    run = begun(["folder"], "", {"publication": "The Wire"})
    ImportRun.objects.filter(pk=run.pk).update(state="failed")
    with pytest.raises(NoRun, match="no import of these paths"):
        resumed(["folder"], "", {"publication": ""})
    assert resumed(["folder"], "", {"publication": "The Wire"}).pk == run.pk


def test_import_that_goes_on_is_not_resumed():
    begun(["folder"], "", {})
    with pytest.raises(NoRun, match="is still going on"):
        resumed(["folder"], "", {})


def test_import_whose_process_is_gone_is_dead():
    run = begun(["folder"], "", {})
    assert is_alive(run)
    run.process = run.process.rpartition(" ")[0] + " 4194303"
    assert not is_alive(run)


def test_import_on_another_machine_is_dead_when_it_is_silent():
    run = begun(["folder"], "", {})
    run.process = f"elsewhere {os.getpid()}"
    assert is_alive(run)
    run.heartbeat_at = timezone.now() - timedelta(minutes=3)
    assert not is_alive(run)


def test_file_that_can_not_be_read_is_one_rejection_in_its_place():
    sources = [
        a_source("one.txt", 1, 2),
        Source("bad.txt", lambda: nullcontext(BytesIO(b"\0\0"))),
        a_source("two.txt", 3, 2),
    ]
    found = list(arrivals(sources, "text", Options(), Place()))
    assert [(place.name, place.taken) for place, _ in found] == [
        ("one.txt", 1),
        ("one.txt", 2),
        ("bad.txt", 1),
        ("two.txt", 1),
        ("two.txt", 2),
    ]
    assert found[2][1].reason == "the file looks binary: it is not text"

"""Take the people of files in: each file in one transaction, a batch of its records at a time."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice

from django.db import Error, transaction

from articles.importers import Source
from articles.newsitem import Rejection
from articles.peoplerecords.entries import Brought, Entry
from articles.peoplerecords.filling import fill, new_entry
from articles.peoplerecords.formats import records_in
from articles.peoplerecords.holding import add_offices
from articles.peoplerecords.homonyms import own_name
from articles.peoplerecords.matching import Clash, Known, Match
from articles.peoplerecords.posts import Posts
from articles.peoplerecords.records import PersonRecord
from articles.peoplerecords.report import Kind, Problem, Report, Tell
from articles.peoplerecords.writing import write

BATCH = 500
Passing = Callable[[int], object]
"""Is told how many records have passed since the last time."""


class Unwritable(Exception):
    """The database refused what was to be written; the message says why."""


def take_in(sources: Iterable[Source], tell: Tell, passing: Passing, *, dry_run: bool = False) -> Report:
    """Take in the people of each source and return what became of the records.

    A dry run does the same, and takes all of it back. Raises Unwritable; what of the file was written is taken back then.
    """
    report = Report()
    with all_or_nothing(taken_back=True) if dry_run else nullcontext():
        for source in sources:
            with all_or_nothing():
                taking = Taking(report, tell)
                for batch in batches(records_in(source)):
                    taking.take(batch)
                    passing(len(batch))
    return report


@contextmanager
def all_or_nothing(*, taken_back: bool = False) -> Iterator[None]:
    """Write all that is written within, or nothing. Raises Unwritable."""
    try:
        with transaction.atomic():
            yield
            if taken_back:
                transaction.set_rollback(True)
    except Error as problem:
        raise Unwritable(f"the database refused it: {problem}".splitlines()[0]) from problem


def batches(records: Iterator[PersonRecord | Rejection]) -> Iterator[list[PersonRecord | Rejection]]:
    """Yield the records, some hundred at a time."""
    while batch := list(islice(records, BATCH)):
        yield batch


class Taking:
    """The taking of one file."""

    def __init__(self, report: Report, tell: Tell) -> None:
        self.report = report
        self.tell = tell
        self.posts = Posts()
        self.brought: Brought = {}

    def take(self, batch: list[PersonRecord | Rejection]) -> None:
        """Take in some records: the number of queries does not grow with them, but for new posts and homonyms."""
        known = Known((record for record in batch if isinstance(record, PersonRecord)), self.brought)
        for record in batch:
            if isinstance(record, Rejection):
                self.report.rejected += 1
                shown = record.excerpt.split("\n")[0][:60]
                self.tell(Problem("rejected", record.reason, shown, record.source, record.line))
            else:
                self.take_record(record, known)
        write(known.entries)
        for entry in known.entries:
            if entry.brought:
                self.brought[entry.person.pk] = entry.brought

    def take_record(self, record: PersonRecord, known: Known) -> None:
        """Take in a record, or say why it is left."""
        for remark in record.remarks:
            self.say("left out", remark, record)
        try:
            match = known.match(record)
            name = record.name if match.entry else own_name(record, match.homonyms, known)
        except Clash as clash:
            self.report.left += 1
            self.clash(str(clash), record)
            return
        if match.entry is None:
            self.make(record, name, known)
        else:
            self.fill(match.entry, record, match, known)

    def make(self, record: PersonRecord, name: str, known: Known) -> None:
        """Make a person of a record."""
        entry = new_entry(record, name)
        for reason in add_offices(entry, record, self.posts):
            self.clash(reason, record)
        entry.brought = record.slug
        known.enter(entry)
        self.report.made += 1

    def fill(self, entry: Entry, record: PersonRecord, match: Match, known: Known) -> None:
        """Fill in what a person does not have."""
        before = entry.changes
        for reason in (*fill(entry, record), *add_offices(entry, record, self.posts)):
            self.clash(reason, record)
        entry.brought = record.slug or entry.brought
        known.identify(entry)
        for name in entry.names():
            known.name(entry, name)
        if entry.changes == before:
            self.report.unchanged += 1
            return
        self.report.filled += 1
        if match.by_name:
            self.report.merged += 1
            self.say("by name", f"taken for {entry.person.name} {entry.person.slug}".rstrip(), record)

    def clash(self, reason: str, record: PersonRecord) -> None:
        """Count and tell a contradiction."""
        self.report.clashes += 1
        self.say("clash", reason, record)

    def say(self, kind: Kind, reason: str, record: PersonRecord) -> None:
        """Tell a problem of a record."""
        self.tell(Problem(kind, reason, record.name, record.source, record.line))

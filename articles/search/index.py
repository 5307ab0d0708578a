"""The search index: a tantivy index in a folder, opened by any number of processes and written by one at a time."""

import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy
from tantivy import Query

from articles.search.ask import Snapshot, position_in
from articles.search.languages import MARKS, PLAIN
from articles.search.names import KINDS, IndexedName
from articles.search.position import Position
from articles.search.quotations import QUOTATIONS, SPOKEN
from articles.search.schema import POSITION_ID, SCHEMA, Entry, IndexedArticle, version

SMALL_HEAP, LARGE_HEAP = 30_000_000, 200_000_000


class IndexBusy(Exception):
    """Another process is writing the index."""


class IndexBroken(Exception):
    """The index can't be read: it has to be made anew."""


class Batch:
    """What one writer puts into the index; nothing of it is seen before `commit`. All raise IndexBroken.

    `coverage` counts in how many of the articles put in each record is, by the kind of its name and its id.
    """

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        """Clear away first what a writer that was killed left half-written: its names would be taken."""
        self.writer = writer
        self.coverage: Counter[tuple[str, int]] = Counter()
        with broken_if_unreadable():
            self.writer.garbage_collect_files()

    def clear(self) -> None:
        """Take everything out."""
        with broken_if_unreadable():
            self.writer.delete_all_documents()

    def remove(self, ids: Iterable[int]) -> None:
        """Take out the articles with these ids and the names with these numbers, if they are there."""
        query = Query.term_set_query(SCHEMA, "id", list(ids))
        with broken_if_unreadable():
            self.writer.delete_documents_by_query(query)

    def add(self, entries: Iterable[IndexedArticle | IndexedName | Entry]) -> None:
        """Put in articles and names that are not there."""
        for given in entries:
            entry = given if isinstance(given, Entry) else given.entry()
            self.coverage.update([number for number in entry.numbers if number[0] in KINDS])
            document = entry.document()
            with broken_if_unreadable():
                self.writer.add_document(document)

    def commit(self, position: Position) -> None:
        """Make the batch visible and durable, and with it, at once, the position it leads to."""
        self.remove([POSITION_ID])
        document = tantivy.Document()
        document.add_unsigned("id", POSITION_ID)
        document.add_bytes("position", position.to_bytes())
        with broken_if_unreadable():
            self.writer.add_document(document)
            self.writer.commit()


class SearchIndex:
    """The index in `folder`. Safe for threads; a process that forks opens it again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / version()
        self.lock = threading.Lock()
        self.index: tantivy.Index | None = None
        self.process = 0
        self.stamp: tuple[int, int] | None = None
        self.latest: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """Return the index as last committed by any process. Raise IndexBroken if it can't be read."""
        with self.lock, broken_if_unreadable():
            index = self.opened()
            stamp = self.committed()
            if self.latest is None or stamp != self.stamp:
                index.reload()
                searcher = index.searcher()
                self.latest, self.stamp = Snapshot(searcher, position_in(searcher)), stamp
            return self.latest

    @contextmanager
    def writing(self, *, large: bool = False) -> Iterator[Batch]:
        """Hold the index's only writer. Raise IndexBusy if another process or thread has it."""
        with self.lock, broken_if_unreadable():
            index = self.opened()
        try:
            writer = index.writer(LARGE_HEAP if large else SMALL_HEAP, 2 if large else 1)
        except ValueError as refusal:
            if "LockBusy" in str(refusal):
                raise IndexBusy(str(self.folder)) from refusal
            raise IndexBroken(str(refusal)) from refusal
        try:
            yield Batch(writer)
        finally:
            writer.wait_merging_threads()

    def discard(self) -> None:
        """Remove the index and those of other schemas: the next to open it finds it empty."""
        with self.lock:
            self.forget()
            shutil.rmtree(self.folder.parent, ignore_errors=True)

    def forget(self) -> None:
        """Drop what this process holds open."""
        self.index = self.latest = self.stamp = None

    def opened(self) -> tantivy.Index:
        """Return the open index, made empty if there is none."""
        if self.process != os.getpid() or not (self.folder / "meta.json").exists():
            self.forget()
        if self.index is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.index = tantivy.Index(SCHEMA, path=str(self.folder), reuse=True)
            self.index.register_tokenizer("plain", PLAIN)
            self.index.register_tokenizer("marks", MARKS)
            self.index.register_tokenizer("quotations", QUOTATIONS)
            self.index.register_tokenizer("spoken", SPOKEN)
            self.index.config_reader("manual")
            self.process = os.getpid()
        return self.index

    def committed(self) -> tuple[int, int]:
        """Return what changes with every commit."""
        status = (self.folder / "meta.json").stat()
        return status.st_mtime_ns, status.st_ino


@contextmanager
def broken_if_unreadable() -> Iterator[None]:
    """Say IndexBroken for the many ways in which tantivy and the file system report damage."""
    try:
        yield
    except (ValueError, OSError) as damage:
        raise IndexBroken(str(damage)) from damage

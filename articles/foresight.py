"""What an import would come to, without writing anything: what it would have made is kept in a temporary file."""

import sqlite3
from collections.abc import Iterator

from articles.addresses import key_of
from articles.matching import Plan
from articles.prepared import Prepared
from articles.versions import Known, Target, is_made


class Foresight:
    """The articles that a dry run would have made, by what tells them apart. Memory stays flat, whatever their number."""

    def __init__(self) -> None:
        self.kept = sqlite3.connect("")
        self.kept.execute("CREATE TABLE mark (key INTEGER PRIMARY KEY, target INTEGER)")
        self.kept.execute("CREATE TABLE target (id INTEGER PRIMARY KEY, words INTEGER)")

    def enter(self, known: Known, prepared: list[Prepared]) -> None:
        """Add to what the archive knows of the items what it would know by now."""
        targets: dict[int, Target] = {}
        for source in prepared:
            for kind, key in marks_of(source):
                if not (row := self.seen(key)):
                    continue
                target = targets.setdefault(row[0], Target(None, number=row[0], length=row[1]))
                if kind == "content":
                    known.contents.add((source.publication, source.item.content_sha256))
                elif kind == "reference":
                    known.references.setdefault((source.publication, source.item.source_ref), target)
                elif kind == "address":
                    known.addresses.setdefault((source.publication, source.address_key), target)
                else:
                    known.texts.setdefault((source.publication, source.text_key), target)

    def keep(self, plan: Plan) -> None:
        """Keep what a batch would have made."""
        for source, target in plan.met:
            if target.number is None:
                added = self.kept.execute("INSERT INTO target (words) VALUES (?)", (target.words,))
                target.number = added.lastrowid
            rows = [(key, target.number) for _, key in marks_of(source)]
            self.kept.executemany("INSERT OR IGNORE INTO mark VALUES (?, ?)", rows)
        words = [(target.words, target.number) for _, target in plan.met]
        self.kept.executemany("UPDATE target SET words = ? WHERE id = ?", words)

    def seen(self, key: int) -> tuple[int, int] | None:
        """Return the number and the words of the article with this mark that would have been made."""
        found = self.kept.execute(
            "SELECT id, words FROM mark JOIN target ON target.id = mark.target WHERE key = ?", (key,)
        )
        row: tuple[int, int] | None = found.fetchone()
        return row


def marks_of(source: Prepared) -> Iterator[tuple[str, int]]:
    """Yield what tells an item apart, each as a number: its record, its reference, its address and its text."""
    item = source.item
    marks = {
        "content": item.content_sha256,
        "reference": "" if is_made(item) else item.source_ref,
        "address": source.address_key,
        "text": source.text_key,
    }
    for kind, mark in marks.items():
        if mark and (key := key_of(f"{kind} {source.publication} {mark}")):
            yield kind, key

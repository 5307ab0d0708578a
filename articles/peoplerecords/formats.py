"""The formats that people come in and go out as."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

from articles.importers import Source, json_lines, peeked
from articles.newsitem import ImportFailure, Rejection
from articles.peoplerecords import json_records, legislators_out, table, yaml_records
from articles.peoplerecords.records import PersonRecord


class Reader(Protocol):
    """What turns the bytes of a file into people."""

    def read(self, stream: BinaryIO, *, source: str) -> Iterator[PersonRecord | Rejection]:
        """Yield what the file holds, in its order. Raises ImportFailure if it is not of the format."""


EXPORTS: dict[str, Callable[[Iterable[PersonRecord]], Iterator[str]]] = {
    "jsonl": json_records.write,
    "csv": table.write,
    "congress": legislators_out.write,
}
"""What writes a file, by the word an operator asks for it with."""


def records_in(source: Source) -> Iterator[PersonRecord | Rejection]:
    """Yield what a file holds, in its order; why it can't be read, or read on, is a Rejection."""
    try:
        with source.open() as stream:
            head, whole = peeked(stream)
            yield from reader_for(head, source.name).read(whole, source=source.name)
    except ImportFailure as failure:
        yield Rejection(str(failure), source.name)


def reader_for(head: bytes, name: str) -> Reader:
    """Return what reads a file that begins with `head`. Raises ImportFailure if nothing does."""
    if not head.strip():
        raise ImportFailure("the file is empty")
    if json_lines.recognises(head, name):
        return json_records
    if table.recognises(head):
        return table
    if yaml_records.recognises(head, name):
        return yaml_records
    raise ImportFailure(
        "no known format: it is neither JSON, nor a table with a column “name”, nor a list in YAML"
    )

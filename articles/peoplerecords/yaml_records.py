"""YAML: a list of records, read as a stream, one record in memory at a time. Scalars are text, and nothing is made of tags.

Aliases are refused: few bytes of them can stand for more than any memory holds, and files of records have none.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

import yaml

from articles.importers.base import MAX_RECORD
from articles.importers.jsonrecords import Record
from articles.importers.jsonvalues import too_large
from articles.newsitem import ImportFailure, Rejection
from articles.peoplerecords import json_records
from articles.peoplerecords.records import PersonRecord

SUFFIXES = (".yaml", ".yml")
LARGEST_FILE, LARGEST_BEGINNING = 64_000_000, 100_000
"""Bytes of a file, and of what stands before its first record: libyaml compares each directive with all before."""
MOST_NODES, DEEPEST = 20_000, 20
"""Values of one record, and lists within lists: a senator of fifty years has about 600, 4 deep."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*\n|\s*#[^\n]*\n|%YAML[^\n]*\n|---[^\n]*\n)*\s*- ")
_NOTHING = ("", "~", "null")


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file begins like a list, or is named as YAML."""
    return bool(_BEGINNING.match(head)) or name.lower().endswith(SUFFIXES)


def read(stream: BinaryIO, *, source: str) -> Iterator[PersonRecord | Rejection]:
    """Yield the people of a file in its order, a Rejection for what is none. Raises ImportFailure if it is no list."""
    yield from json_records.people(records(stream), source)


def records(stream: BinaryIO) -> Iterator[Record]:
    """Yield each record with the line on which it begins; where the file is no YAML there is a problem and the end."""
    bounded = _Bounded(stream)
    events = yaml.parse(bounded, Loader=_LOADER)
    line = 1
    try:
        _enter(events)
        bounded.begin_record()
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            line = event.start_mark.line + 1 if event.start_mark else line
            yield _record(event, events, line)
            bounded.begin_record()
    except yaml.YAMLError as problem:
        yield Record(
            _line_of(problem, line),
            b"",
            None,
            f"it is no YAML that is read: {_said(problem)}; nothing after it is read",
        )


class _Bounded:
    """A stream that gives no more than a file, and a record, may have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._whole = self._record = 0
        self._largest = LARGEST_BEGINNING

    def begin_record(self) -> None:
        """Count anew."""
        self._record, self._largest = 0, MAX_RECORD

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes. Raises ImportFailure beyond the bounds."""
        piece = self._stream.read(size)
        self._whole += len(piece)
        self._record += len(piece)
        if self._whole > LARGEST_FILE:
            raise ImportFailure(f"the file has more than {LARGEST_FILE:,} bytes: part it")
        if self._record > self._largest:
            raise ImportFailure(f"{too_large(self._largest)}: nothing after it is read")
        return piece


def _enter(events: Iterator[Any]) -> None:
    for event in events:
        if isinstance(event, yaml.SequenceStartEvent):
            return
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            raise ImportFailure("the file is no list of records: its first line would begin with “- ”")
    raise ImportFailure("the file is empty")


def _record(first: Any, events: Iterator[Any], line: int) -> Record:
    """Return the record that begins with an event, and go to its end. Raises YAMLError beyond DEEPEST."""
    kept, problem, depth = [], "", 0
    for number, event in enumerate(chain([first], events)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:  # libyaml takes a time that is quadratic in the depth
            raise yaml.YAMLError(f"its values are nested deeper than {DEEPEST}")
        if isinstance(event, yaml.AliasEvent):
            problem = "it has an alias of YAML, which is not read: write the value out"
        elif number > MOST_NODES:
            problem = f"it has more than {MOST_NODES:,} values"
        if not problem:
            kept.append(event)
        if not depth:
            break
    return Record(line, b"", None, problem) if problem else Record(line, b"", _value(iter(kept)))


def _value(events: Iterator[Any]) -> Any:
    """Return the next value; None for the end of a list."""
    event = next(events)
    if isinstance(event, yaml.ScalarEvent):
        return None if event.implicit[0] and event.value in _NOTHING else event.value
    values = list(_values(events))
    if isinstance(event, yaml.SequenceStartEvent):
        return values
    return {str(key): value for key, value in zip(values[::2], values[1::2], strict=True)}


def _values(events: Iterator[Any]) -> Iterator[Any]:
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield _value(chain([event], events))


def _line_of(problem: yaml.YAMLError, line: int) -> int:
    mark = getattr(problem, "problem_mark", None)
    return mark.line + 1 if mark else line


def _said(problem: yaml.YAMLError) -> str:
    said = getattr(problem, "problem", None) or getattr(problem, "reason", None) or problem
    return str(said)[:100]

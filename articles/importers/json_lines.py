"""JSON Lines (https://jsonlines.org/): one article an object, one object a line; or an array of such objects, or one.

The fields are those of `exchange`, others' fields by `Options.fields`. A line {"newsroom": …} that tells of the file, not of
an article, is passed over.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers import exchange, jsonrecords
from articles.importers.base import Found, Options, Unfit, Unread
from articles.newsitem import NewsItem, Rejection

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson", ".json")

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_OF_OURSELVES = re.compile(rb"\{\s*\"newsroom\"\s*:")


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file begins like an object or an array of objects, or is named as JSON."""
    return bool(_BEGINNING.match(head)) or name.lower().endswith(SUFFIXES)


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[Found]:
    """Yield an Unread for each record, in the file's order, a Rejection for what is not even one.

    `line` is the number of the line in JSON Lines, that of the record elsewhere. Raises ImportFailure if the file is empty,
    no JSON, or not UTF-8, or if `options.fields` names no field of ours.
    """
    exchange.check_fields(options.fields)
    for record in jsonrecords.unparsed(stream):
        if record.problem:
            yield exchange.rejection(record.problem, record.raw, source=source, line=record.number)
        elif not _tells_of_the_file(record.raw):
            yield Unread(reader=item_of, raw=record.raw, source=source, line=record.number, options=options)


def item_of(record: Unread) -> NewsItem | Rejection:
    """Return the article that the bytes of one record hold."""
    try:
        value = jsonrecords.parsed(record.raw)
        return exchange.item_of(
            value, record.raw, source=record.source, line=record.line, options=record.options
        )
    except (Unfit, jsonrecords.NotJson) as problem:
        return exchange.rejection(str(problem), record.raw, source=record.source, line=record.line)


def _tells_of_the_file(raw: bytes) -> bool:
    if not _OF_OURSELVES.match(raw):
        return False
    try:
        return len(jsonrecords.parsed(raw)) == 1
    except jsonrecords.NotJson:
        return False

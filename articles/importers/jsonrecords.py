"""Read records of JSON (RFC 8259) one after the other: JSON Lines, an array of objects, or objects over many lines."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, NoReturn

from articles.importers.base import MAX_RECORD
from articles.importers.jsonvalues import PIECE, cut_short, goes_on, too_large, values
from articles.importers.streams import peeked
from articles.newsitem import ImportFailure

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEEN = 8_192
_CONTROLS = bytes({*range(32)} - {*b"\t\n\r"})
_LINE_WITH_OBJECT = re.compile(rb"(?:^|[\r\n])\s*[{\[]")
_END_OF_LINE = re.compile(rb"[\r\n]")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number, its own bytes, what they say.

    `number` is that of the line, counted from 1, in JSON Lines; elsewhere the record is the number-th of the file.
    `problem` says why there is no `value`; `raw` is then what is known of the record, at most its beginning.
    """

    number: int
    raw: bytes
    value: Any = None
    problem: str = ""


class NotJson(ValueError):
    """Bytes that are no JSON; the message says why."""


def records(stream: BinaryIO, *, largest: int = MAX_RECORD) -> Iterator[Record]:
    """Yield each record of a file, in its order, in flat memory; `largest` is what one may have, in bytes.

    A record that is wrong has a problem, and the rest goes on. Raises ImportFailure if the file is empty or no JSON.
    """
    for record in unparsed(stream, largest=largest):
        if record.problem:
            yield record
            continue
        try:
            yield replace(record, value=parsed(record.raw))
        except NotJson as problem:
            yield replace(record, problem=str(problem))


def unparsed(stream: BinaryIO, *, largest: int = MAX_RECORD) -> Iterator[Record]:
    """Yield what `records` does without parsing it: `parsed(record.raw)` does that, in any process."""
    head, stream = peeked(stream)
    if head.startswith(_BOM):
        stream.read(len(_BOM))
    beginning = head.removeprefix(_BOM).lstrip()
    if not beginning:
        raise ImportFailure("the file is empty")
    if head.startswith(_UTF_16) or _looks_binary(head[:_SEEN]):
        raise ImportFailure("the file is not UTF-8, as JSON must be: save it as UTF-8")
    if not _LINE_WITH_OBJECT.search(beginning):
        raise ImportFailure("the file is no JSON: no line of its beginning opens an object or an array")
    if beginning.startswith(b"[") or _goes_over_lines(beginning):
        yield from _numbered(values(stream, largest))
    else:
        yield from _lines(stream, largest)


def parsed(raw: bytes) -> Any:
    """Return the value that a record's bytes write; of a key that repeats the last counts. Raises NotJson."""
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_refused)
    except NotJson:
        raise
    except UnicodeDecodeError as problem:
        raise NotJson(f"it is not UTF-8 at byte {problem.start + 1:,}: save the file as UTF-8") from problem
    except json.JSONDecodeError as problem:
        raise NotJson(f"it is not JSON: {problem.msg} at character {problem.pos + 1:,}") from problem
    except RecursionError as problem:
        raise NotJson("its values are nested too deeply") from problem
    except ValueError as problem:
        raise NotJson("it holds a number with too many digits") from problem


def _refused(constant: str) -> NoReturn:
    raise NotJson(f"it is not JSON: {constant} is no number")


def _looks_binary(head: bytes) -> bool:
    """Say whether more than a twentieth are control characters, as in UTF-16 without its mark."""
    return (len(head) - len(head.translate(None, _CONTROLS))) * 20 > len(head)


def _goes_over_lines(beginning: bytes) -> bool:
    """Say whether an object goes on after its first line, which is not just a line of JSON Lines that was cut."""
    line, _, rest = (_END_OF_LINE.sub(b"\n", beginning)).partition(b"\n")
    opens_object = rest.lstrip().startswith(b"{") and not line.rstrip().endswith((b"[", b":"))
    return bool(rest.strip()) and line.startswith(b"{") and goes_on(line) and not opens_object


def _numbered(found: Iterator[tuple[bytes, str]]) -> Iterator[Record]:
    for number, (raw, problem) in enumerate(found, 1):
        yield Record(number, raw, None, problem)


def _lines(stream: BinaryIO, largest: int) -> Iterator[Record]:
    """Yield each line that is not blank; of one that is too long, its beginning."""
    number, size, kept = 1, 0, list[bytes]()
    for part in _parts(stream):
        size += len(part)
        if size <= largest or not kept:
            kept.append(part)
        if part.endswith((b"\n", b"\r")):
            yield from _line(number, kept, size, largest)
            number, size, kept = number + 1, 0, []
    yield from _line(number, kept, size, largest)


def _line(number: int, kept: list[bytes], size: int, largest: int) -> Iterator[Record]:
    raw = b"".join(kept).strip()
    if size > largest:
        yield Record(number, cut_short(raw), None, too_large(largest))
    elif raw:
        yield Record(number, raw)


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines with their ends, CR, LF or CRLF; a long one in parts."""
    held = b""
    while piece := stream.read(PIECE):
        piece = held + piece
        held = b"\r" if piece.endswith(b"\r") else b""
        yield from piece[: len(piece) - len(held)].splitlines(keepends=True)
    if held:
        yield held

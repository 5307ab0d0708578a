"""Part an object or an array of JSON without parsing what is in it: a hostile value costs no more than its bytes."""

import json
import re
from collections.abc import Iterator

from articles.importers.jsonvalues import MAX_DEPTH
from articles.newsitem import ImportFailure

_STRING = r"\"(?:[^\"\\]++|\\.)*+\"?"
_NAME = re.compile(rf"\s*+({_STRING})\s*+:\s*+".encode(), re.S)
_SCALAR = re.compile(rf"{_STRING}|[^\s,\[\]{{}}\"]++".encode(), re.S)
_FLAT = r"[^\[\]{}\"]++|" + _STRING
_WITHIN = re.compile(rf"(?:{_FLAT}|[\[{{](?:{_FLAT})*+[\]}}])*+".encode(), re.S)
_BETWEEN = re.compile(rb"\s*+(,?+)\s*+")


def members_of(raw: bytes) -> dict[str, bytes]:
    """Return the bytes of each member's value by its name; of a name that repeats the last counts.

    Raises ImportFailure if what `raw` begins with is not one whole object. Whether a value is JSON is left to be found out.
    """
    members = {}
    place = _after_opening(raw, b"{")
    while raw[place : place + 1] != b"}":
        name = _NAME.match(raw, place)
        if not name:
            raise _broken(raw, place)
        place = _end_of_value(raw, name.end())
        members[_text(name[1])] = raw[name.end() : place]
        place = _after_comma(raw, place, b"}")
    return members


def values_of(raw: bytes) -> Iterator[bytes]:
    """Yield the bytes of each value of an array. Raises ImportFailure where the array is broken."""
    place = _after_opening(raw, b"[")
    while raw[place : place + 1] != b"]":
        end = _end_of_value(raw, place)
        yield raw[place:end]
        place = _after_comma(raw, end, b"]")


def _after_opening(raw: bytes, bracket: bytes) -> int:
    start = len(raw) - len(raw.lstrip())
    if raw[start : start + 1] != bracket:
        raise ImportFailure(f"the file is no JSON that begins with “{bracket.decode()}”")
    return _after(_BETWEEN, raw, start + 1)


def _after_comma(raw: bytes, place: int, closing: bytes) -> int:
    """Return where the next value or the closing bracket stands."""
    found = _BETWEEN.match(raw, place)
    place = found.end() if found else place
    if not found or not (found[1] or raw[place : place + 1] == closing):
        raise _broken(raw, place)
    return place


def _end_of_value(raw: bytes, place: int) -> int:
    if raw[place : place + 1] not in (b"[", b"{"):
        end = _after(_SCALAR, raw, place)
        if end == place:
            raise _broken(raw, place)
        return end
    depth = 0
    while place < len(raw):
        depth += 1 if raw[place : place + 1] in (b"[", b"{") else -1
        place += 1
        if not depth:
            return place
        if depth > MAX_DEPTH:
            raise ImportFailure(f"its values are nested deeper than {MAX_DEPTH:,}")
        place = _after(_WITHIN, raw, place)
    raise _broken(raw, place)


def _after(pattern: re.Pattern[bytes], raw: bytes, place: int) -> int:
    found = pattern.match(raw, place)
    return found.end() if found else place


def _text(raw: bytes) -> str:
    try:
        return str(json.loads(raw.decode()))
    except ValueError as problem:
        raise ImportFailure(f"it is not JSON: {raw[:40].decode('utf-8', 'replace')} is no name") from problem


def _broken(raw: bytes, place: int) -> ImportFailure:
    if place >= len(raw):
        return ImportFailure("the JSON ends in the middle: it was cut off there")
    return ImportFailure(f"it is not JSON at byte {place + 1:,}")

"""The fields of ninjs, whichever version wrote them: names in any capitals, one value or a list of them with roles."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from articles.importers.base import Unfit
from articles.markup import from_text, plain_text

Fields = Mapping[str, Any]

_MARKED_UP = re.compile(r"\s*<[A-Za-z][^<>]*>.*>\s*", re.S)
_OTHER_FORMATS = ("nitf", "json", "newsml", "markdown")


def lowered(value: object) -> Fields:
    """Return an object with its names in lower case. Raises Unfit if it is none."""
    if not isinstance(value, dict):
        raise Unfit("it is not an object with named fields")
    return {str(name).lower(): field for name, field in value.items()}


def text(fields: Fields, *names: str) -> str:
    """Return the first of the fields that is not empty, "" for none. Raises Unfit if it is no text."""
    for name in names:
        if (value := fields.get(name)) is not None and value != "":
            if not isinstance(value, str):
                raise Unfit(f"“{name}” is not text")
            return value
    return ""


def each(fields: Fields, *names: str) -> list[Fields]:
    """Return the objects listed in the first of the fields that is there. Raises Unfit if it lists anything else."""
    for name in names:
        if (value := fields.get(name)) is not None:
            if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
                raise Unfit(f"“{name}” is not a list of objects")
            return [lowered(entry) for entry in value]
    return []


def headline_in(fields: Fields) -> str:
    """Return the main headline, else any, else the item's title."""
    listed = each(fields, "headlines")
    listed.sort(key=lambda entry: text(entry, "role").rpartition(":")[2].lower() not in ("", "main"))
    written = [plain_text(value) if is_html else value for is_html, value in map(value_in, listed)]
    return text(fields, "headline") or next(filter(str.strip, written), "") or text(fields, "title")


def description_in(fields: Fields) -> str:
    """Return the summary, else the first description, as plain text."""
    listed = each(fields, "descriptions")
    listed.sort(key=lambda entry: text(entry, "role").rpartition(":")[2].lower() != "summary")
    found = [*map(value_in, listed), *in_names(fields, "description_")]
    return next((plain_text(value) if is_html else value for is_html, value in found if value.strip()), "")


def body_in(fields: Fields) -> str:
    """Return the text as HTML: that with markup if there is one."""
    found = [*map(value_in, each(fields, "bodies")), *in_names(fields, "body_")]
    found.sort(key=lambda candidate: not candidate[0])
    return next((value if is_html else from_text(value) for is_html, value in found if value.strip()), "")


def value_in(entry: Fields) -> tuple[bool, str]:
    """Return whether an entry's value is HTML, and the value; "" if it is neither that nor plain text.

    Where an entry does not say what it is, its value tells.
    """
    kind = f"{text(entry, 'contenttype')} {text(entry, 'role')}".lower()
    value = text(entry, "value")
    if any(other in kind for other in _OTHER_FORMATS):
        return False, ""
    is_plain = "text/plain" in kind
    return not is_plain and ("html" in kind or bool(_MARKED_UP.fullmatch(value))), value


def in_names(fields: Fields, beginning: str) -> Iterator[tuple[bool, str]]:
    """Yield the values of ninjs 1, whose formats stand in the fields' names: body_xhtml, body_text."""
    for name in fields:
        if name.startswith(beginning):
            role = name.removeprefix(beginning)
            yield value_in(
                {
                    "role": role,
                    "contenttype": "text/plain" if role == "text" else "",
                    "value": text(fields, name),
                }
            )


def alternatives(fields: Fields) -> dict[str, str]:
    """Return the alternative identifiers by their roles."""
    if isinstance(fields.get("altids"), dict):
        return {name: value for name, value in lowered(fields["altids"]).items() if isinstance(value, str)}
    return {text(entry, "role"): text(entry, "value") for entry in each(fields, "altids")}

"""The formats that can be imported, and the files they are read from."""

from articles.importers import json_lines, text
from articles.importers.base import Found, Importer, Options, Unread
from articles.importers.sources import Source, open_sources
from articles.importers.streams import peeked
from articles.newsitem import ImportFailure

__all__ = [
    "FORMATS",
    "Found",
    "Importer",
    "Options",
    "Source",
    "Unread",
    "importer_for",
    "importer_named",
    "open_sources",
    "peeked",
]

FORMATS: tuple[Importer, ...] = (json_lines, text)
"""In the order in which they are asked whether they recognise a file."""


def importer_named(name: str) -> Importer:
    """Return the importer of the format `name`; raises ImportFailure if there is none."""
    for importer in FORMATS:
        if name == importer.NAME:
            return importer
    raise ImportFailure(f"unknown format {name!r}; known are: {_known()}")


def importer_for(head: bytes, name: str) -> Importer:
    """Return the first importer that recognises a file by its first bytes and its name.

    Raises ImportFailure if the file is empty or no importer recognises it.
    """
    if not head:
        raise ImportFailure("the file is empty")
    for importer in FORMATS:
        if importer.recognises(head, name):
            return importer
    raise ImportFailure(f"no known format; name one of them: {_known()}")


def _known() -> str:
    return ", ".join(importer.NAME for importer in FORMATS)

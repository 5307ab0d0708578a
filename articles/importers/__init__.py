"""The formats that can be imported, and the files they are read from."""

from articles.importers import csv, feed, html, json_feed, json_lines, newsml, ninjs, nitf, text, warc, wxr
from articles.importers.base import Found, Importer, Options, Unread
from articles.importers.containers import Source
from articles.importers.sources import open_sources
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

FORMATS: tuple[Importer, ...] = (warc, wxr, nitf, newsml, feed, json_feed, ninjs, json_lines, html, csv, text)
"""In the order in which they are asked whether they recognise a file."""


def importer_named(name: str) -> Importer:
    """Return the importer of the format `name`; raises ImportFailure if there is none."""
    for importer in FORMATS:
        if name == importer.NAME:
            return importer
    raise ImportFailure(f"unknown format {name!r}; known are: {_known()}")


def importer_for(head: bytes, name: str) -> Importer:
    """Return the first importer that recognises a file by its first bytes and its name.

    Raises ImportFailure if the file is empty, no importer recognises it, or it is a web page named as something else.
    """
    if not head:
        raise ImportFailure("the file is empty")
    if html.is_page(head):
        _refuse_other_name(name)
    for importer in FORMATS:
        if importer.recognises(head, name):
            return importer
    raise ImportFailure(f"no known format; name one of them: {_known()}")


def _refuse_other_name(name: str) -> None:
    """Raise ImportFailure for a web page with the suffix of another format: what a server sent in place of a file."""
    others = [
        ".xml",
        *(suffix for importer in FORMATS if importer is not html for suffix in importer.SUFFIXES),
    ]
    if suffix := next((suffix for suffix in others if name.lower().endswith(suffix)), ""):
        raise ImportFailure(f"it is named {suffix} but holds a web page; --format html reads it as one")


def _known() -> str:
    return ", ".join(importer.NAME for importer in FORMATS)

"""Importers: one module a format. `FORMATS` is the order in which they are asked whether a file is theirs."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from articles.importers import json_lines, text
from articles.importers.base import Importer
from articles.newsitem import ImportFailure

FORMATS: tuple[Importer, ...] = (json_lines, text)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, or standard input. `name` is its name in references: for a file of a folder, its path below it."""

    name: str
    path: Path | None
    stream: BinaryIO | None = None

    def open(self) -> AbstractContextManager[BufferedReader]:
        """Return the opened file."""
        if self.path is None:
            return nullcontext(cast(BufferedReader, self.stream))
        return self.path.open("rb")


def importer_named(name: str) -> Importer:
    """Return the importer of a format. Raise ImportFailure if there is none."""
    found = next((importer for importer in FORMATS if importer.NAME == name), None)
    if found is None:
        raise ImportFailure(f"there is no format {name!r}: it can be {', '.join(known.NAME for known in FORMATS)}")
    return found


def importer_for(head: bytes, name: str) -> Importer:
    """Return the importer for a file that begins with `head`. Raise ImportFailure if it is empty or of no known format."""
    if not head.strip():
        raise ImportFailure("the file is empty")
    found = next((importer for importer in FORMATS if importer.recognises(head, name)), None)
    if found is None:
        raise ImportFailure("the file looks binary: no known format begins like this")
    return found


def open_sources(paths: Iterable[str], stdin: BinaryIO) -> Iterator["Source | ImportFailure"]:
    """Yield the files that the paths name, in order; a folder's files in the order of their names, hidden ones left out.

    What is no file yields the ImportFailure that says so, and the rest goes on.
    """
    for named in paths:
        path = Path(named)
        if named == "-":
            yield Source("", None, stdin)
        elif path.is_dir():
            yield from files_below(path)
        elif path.is_file():
            yield Source(path.name, path)
        else:
            yield ImportFailure(f"{named}: there is no such file or folder" if not path.exists() else f"{named}: this is not a file")


def files_below(folder: Path) -> Iterator["Source | ImportFailure"]:
    """Yield the files of a folder and its folders; links that lead out of it are not followed."""
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if any(part.startswith(".") for part in inner.parts) or path.is_dir():
            continue
        if path.is_file() and path.resolve().is_relative_to(home):
            yield Source(inner.as_posix(), path)
        else:
            yield ImportFailure(f"{inner}: this is not a file of the folder")

"""Find the files an operator names: files, folders of files, or standard input."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from articles.newsitem import ImportFailure

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import: its name for the archive ("" for standard input), and how to open it."""

    name: str
    path: Path | None = None
    stdin: BinaryIO | None = field(default=None, repr=False)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it for reading; standard input stays open afterwards.

        Raises ImportFailure if it cannot be read or is not a regular file: a pipe could wait for ever, a
        device never end.
        """
        if self.stdin is not None:
            yield self.stdin
            return
        with os.fdopen(_opened(self.path or Path(self.name)), "rb") as stream:
            yield stream


def open_sources(paths: Iterable[str | Path], stdin: BinaryIO) -> Iterator[Source]:
    """Return the sources that `paths` name, in their order, "-" being standard input.

    A folder gives its files at any depth in sorted order, without hidden ones; their names are relative to
    it. A symbolic link in a folder is followed to a file of that folder only. Raises ImportFailure at once,
    before anything is read, if a path is missing.
    """
    named = [Path(path) for path in paths]
    for path in named:
        if str(path) != STANDARD_INPUT:
            _status(path)
    return _sources(named, stdin)


def _sources(paths: list[Path], stdin: BinaryIO) -> Iterator[Source]:
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield Source("", stdin=stdin)
        elif path.is_dir():
            yield from _members(path)
        else:
            yield Source(_shown(path.name), path)


def _members(folder: Path) -> Iterator[Source]:
    root = folder.resolve()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path.is_symlink():
            target = path.resolve()
            if target.is_relative_to(root) and not target.is_dir():
                yield Source(_shown(path.relative_to(root).as_posix()), target)
        elif path.is_dir():
            waiting.extend(sorted(_listed(path), reverse=True))
        else:
            yield Source(_shown(path.relative_to(root).as_posix()), path)


def _listed(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        raise ImportFailure(f"{_shown(str(folder))}: {error.strerror}") from error


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise ImportFailure(f"{_shown(str(path))}: no such file or folder") from error
    except (OSError, ValueError) as error:
        raise ImportFailure(f"{_shown(str(path))}: {getattr(error, 'strerror', '') or error}") from error


def _opened(path: Path) -> int:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise ImportFailure(f"{_shown(str(path))}: {error.strerror}") from error
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise ImportFailure(f"{_shown(str(path))}: not a regular file; give a pipe as standard input, with -")


def _shown(name: str) -> str:
    """Return a file name as text: names are bytes, and need not be UTF-8."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))

"""Find the files an operator names: files, folders of files, or standard input, and what containers among them hold."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from articles.importers.containers import Source, sources_in
from articles.importers.streams import Steady
from articles.newsitem import ImportFailure

STANDARD_INPUT = "-"


def open_sources(paths: Iterable[str | Path], stdin: BinaryIO, *, large: bool = False) -> Iterator[Source]:
    """Return the sources that `paths` name, in their order, "-" being standard input.

    A folder gives its files at any depth in sorted order, without hidden ones; their names are relative to
    it. A symbolic link in a folder is followed to a file of that folder only. A container gives what it holds;
    `large` says that it is trusted to have any size. Raises ImportFailure at once, before anything is read, if a path
    is missing.
    """
    named = [Path(path) for path in paths]
    for path in named:
        if str(path) != STANDARD_INPUT:
            _status(path)
    return _sources(named, stdin, large=large)


def _sources(paths: list[Path], stdin: BinaryIO, *, large: bool) -> Iterator[Source]:
    for path in paths:
        if str(path) == STANDARD_INPUT:
            stream = Steady(stdin)
            yield from sources_in(Source("", partial(_kept_open, stream)), stream, large=large)
        elif path.is_dir():
            for member in _members(path):
                yield from _within(*member, large=large)
        else:
            yield from _within(_shown(path.name), path, large=large)


def _within(name: str, path: Path, *, large: bool) -> Iterator[Source]:
    """Yield the file, or what it holds. One that can't be opened now can't be later, and says so then."""
    itself = Source(name, partial(_reading, path))
    try:
        descriptor = _opened(path)
    except ImportFailure:
        yield itself
        return
    with os.fdopen(descriptor, "rb") as file:
        yield from sources_in(itself, Steady(file), large=large, file=file)


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    """Open a file. A pipe could wait for ever, a device never end: both are refused."""
    with os.fdopen(_opened(path), "rb") as stream:
        yield stream


@contextmanager
def _kept_open(stream: Steady) -> Iterator[BinaryIO]:
    yield cast(BinaryIO, stream)


def _members(folder: Path) -> Iterator[tuple[str, Path]]:
    root = folder.resolve()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path.is_symlink():
            target = path.resolve()
            if target.is_relative_to(root) and not target.is_dir():
                yield _shown(path.relative_to(root).as_posix()), target
        elif (paths := _listed(path)) is not None:
            waiting.extend(sorted(paths, reverse=True))
        else:
            yield _shown(path.relative_to(root).as_posix()), path


def _listed(path: Path) -> list[Path] | None:
    """Return what is in a folder, None for a file and for a folder that can't be read: opening it tells why."""
    try:
        return [entry for entry in path.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return None


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

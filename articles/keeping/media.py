"""The files that belong to the archive: which there are, and how one is put in its place."""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from articles.keeping.refusals import Refused

LONGEST_PART, LONGEST_PATH = 255, 1_000
"""Bytes of a name, and of all the names that lead to a file."""
DEEPEST = 20
"""How many names may lead to a file."""
UNFINISHED = ".unfinished-import"
_FOREIGN = frozenset({"\\", "\x7f", *map(chr, range(32))})


def paths_in(folder: Path) -> Iterator[str]:
    """Yield the regular files in a folder, at any depth, as paths relative to it, in one order everywhere.

    Symbolic links are passed over. Raises Refused for a name that could not be put back.
    """
    found = [
        path.relative_to(folder).as_posix()
        for root, _, names in os.walk(folder)
        for path in (Path(root, name) for name in names)
        if stat.S_ISREG(path.lstat().st_mode) and path.suffix != UNFINISHED
    ]
    for relative in sorted(found, key=os.fsencode):
        if not is_plain(relative):
            shown = os.fsencode(relative).decode("utf-8", "replace")
            raise Refused(f"The name of the file {shown!r} can’t be kept: rename it, or use --no-files")
        yield relative


def is_plain(relative: str) -> bool:
    """Return whether a path leads to one place within a folder, on every system, and is UTF-8."""
    try:
        parts = relative.encode().split(b"/")
    except UnicodeEncodeError:
        return False
    return (
        len(relative.encode()) <= LONGEST_PATH
        and len(parts) <= DEEPEST
        and _FOREIGN.isdisjoint(relative)
        and all(part not in (b"", b".", b"..") and len(part) <= LONGEST_PART for part in parts)
    )


def place_of(relative: str, folder: Path) -> Path:
    """Return where a file belongs. Raises Refused if that is taken, or a link on the way leads out of the folder."""
    path = folder / relative
    within = os.path.realpath(folder)
    if os.path.commonpath([within, os.path.realpath(path.parent)]) != within:
        raise Refused(f"{path.parent} is a link that leads out of {folder}")
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Refused(f"{path} is there already, and is no file")
    return path


def is_there(path: Path, sha256: str) -> bool:
    """Return whether this very file is there, of an import that was killed. Raises Refused if it is another."""
    if not path.exists():
        return False
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
            raise Refused(f"{path} is there already, with another content")
    return True


def put(stream: BinaryIO, path: Path) -> None:
    """Write a file into its place, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{hashlib.sha256(path.name.encode()).hexdigest()[:16]}{UNFINISHED}")
    with unfinished.open("wb") as written:
        shutil.copyfileobj(stream, written)
        written.flush()
        os.fsync(written.fileno())
    unfinished.replace(path)

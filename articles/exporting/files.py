"""Files as they are sent or written: in pieces worth the way, and whole or not at all."""

import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

BLOCK = 1 << 16
"""Characters that are worth sending at once."""


def blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces, put together to what is worth sending."""
    kept, size = [], 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(kept)
            kept, size = [], 0
    yield "".join(kept)


def write_whole(pieces: Iterable[str], path: Path) -> None:
    """Write a file beside `path` and put it in its place when it is complete: what fails changes nothing.

    Raises OSError if it can't be written; what stands at `path` must be a file or nothing.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise FileExistsError(None, "no file", str(path))
    part = target.with_name(f".export-{uuid.uuid4().hex}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            file.writelines(blocks(pieces))
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

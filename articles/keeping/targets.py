"""A new file appears whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER_ONLY = 0o600


@contextmanager
def put_in_place(path: Path, mode: int = OWNER_ONLY) -> Iterator[Path]:
    """Yield the path of an empty file beside `path` to write to; it takes the place of `path` if all goes well.

    Raises OSError.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".unfinished", dir=path.parent)
    unfinished = Path(name)
    try:
        yield unfinished
        os.fsync(descriptor)
        os.fchmod(descriptor, mode)
        unfinished.replace(path)
    finally:
        os.close(descriptor)
        unfinished.unlink(missing_ok=True)

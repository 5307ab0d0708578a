"""The secret key of an installation: read from a file, or made once and kept."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

SHORTEST, FEWEST_CHARACTERS = 50, 5


class SecretRefused(Exception):
    """A secret key, or the file that holds it, can't be trusted."""


def found_secret(key: str, file: str, folder: Path) -> str:
    """Return the key from the environment, from the file it names, or from the data folder.

    Raise SecretRefused if the key can't be trusted, OSError if it can't be read or written.
    """
    if key:
        return checked_secret(key, "SECRET_KEY")
    return read_secret(Path(file)) if file else kept_secret(folder / "secret-key")


def checked_secret(key: str, place: str) -> str:
    """Return the key found at `place`. Raise SecretRefused if it could be guessed."""
    if len(key) < SHORTEST or len(set(key)) < FEWEST_CHARACTERS:
        raise SecretRefused(
            f"{place} holds {len(key)} characters, {len(set(key))} of them different: "
            f"a secret key needs {SHORTEST}, {FEWEST_CHARACTERS} different; without one, it is made"
        )
    return key


def read_secret(path: Path) -> str:
    """Return the key kept in `path`. Raise SecretRefused if others may read it or it is too short."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SecretRefused(
            f"{path} can be read by others: run chmod 600 on it, or remove it to have a new key made"
        )
    return checked_secret(path.read_text("ascii", errors="replace").strip(), str(path))


def kept_secret(path: Path) -> str:
    """Return the key kept in `path`, made now if there is none.

    Two processes that start at once agree: the key is written aside, then linked into place, once.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            write_secret(aside)
            with suppress(FileExistsError):  # another process was first: its key is the key
                os.link(aside, path)
        finally:
            aside.unlink(missing_ok=True)
    return read_secret(path)


def write_secret(path: Path) -> None:
    """Write a new key to `path`, which only its owner can read. Raise FileExistsError if it is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())

"""The secret key of an installation: read from a file, or made once and kept."""

import os
import secrets
import stat
from pathlib import Path


class SecretRefused(Exception):
    """The file that holds the secret key can't be trusted."""


def read_secret(path: Path) -> str:
    """Return the key kept in `path`; raise SecretRefused if others may read it or it is too short."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SecretRefused(f"{path} can be read by others: run chmod 600 on it, or remove it to have a new key made")
    key = path.read_text("ascii", errors="replace").strip()
    if len(key) < 50:
        raise SecretRefused(f"{path} holds {len(key)} characters, a secret key needs 50: remove it to have a new one made")
    return key


def kept_secret(path: Path) -> str:
    """Return the key kept in `path`, made now if there is none.

    Two processes that start at once agree: the key is written aside and linked into place, and the first link wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)
        except FileExistsError:
            pass  # another process was first: its key is the key
        finally:
            aside.unlink()
    return read_secret(path)

"""A PostgreSQL server for the tests alone: made in a temporary folder, gone when they are done."""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import free_port


def programs() -> Path | None:
    """Return the folder with the newest PostgreSQL server's programs, None if there is none."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else []
    folders += [
        Path(folder) for folder in glob.glob("/usr/lib/postgresql/*/bin") if Path(folder, "initdb").exists()
    ]
    return max(
        folders,
        key=lambda folder: [int(part) for part in folder.parts if part.isdigit()] or [0],
        default=None,
    )


def unprivileged() -> dict[str, object]:
    """Return how to start a program as a user that PostgreSQL accepts: it refuses to run as root."""
    if os.geteuid():
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def server() -> Iterator[str]:
    """Start a server and yield its address; it keeps nothing safe, which makes it fast."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-"))
    who, bin_folder, port = unprivileged(), programs(), free_port()
    if who:
        os.chown(folder, who["user"], who["group"])
    options = f"-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60 -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
    run = lambda *command: subprocess.run(command, check=True, cwd=folder, capture_output=True, **who)  # noqa: E731
    run(
        bin_folder / "initdb",
        "-D",
        folder / "data",
        "-U",
        "newsroom",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )
    try:
        # the server's own output goes to a file: a pipe that is kept open would make this wait for ever
        run(bin_folder / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        yield f"postgres://newsroom@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(
            [bin_folder / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"],
            cwd=folder,
            capture_output=True,
            **who,
        )
        shutil.rmtree(folder, ignore_errors=True)

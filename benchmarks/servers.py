"""The PostgreSQL server that is measured: the one BENCH_DATABASE_URL names, else one of our own.

Our own keeps its cluster in the folder of the measurement and runs only while it is needed.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.loading import Place
from tests.postgres import programs, unprivileged
from tests.serving import free_port

SETTINGS = {
    "shared_buffers": "1GB", "work_mem": "64MB", "maintenance_work_mem": "1GB", "effective_cache_size": "8GB",
    "random_page_cost": "1.1", "jit": "off", "max_wal_size": "4GB", "listen_addresses": "127.0.0.1",
}  # fmt: skip
LOADING = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class Absent(Exception):
    """There is no server and none can be started."""


@contextmanager
def server(place: Place, *, loading: bool = False) -> Iterator[str]:
    """Yield the address of the server that is named or, while it is needed, of our own. Raise Absent."""
    if address := os.environ.get("BENCH_DATABASE_URL"):
        yield address
        return
    folder, port = cluster(place.postgresql), free_port()
    control(folder, "start", "-l", folder / "log", "-o", options(folder, port, loading=loading))
    try:
        yield f"postgres://newsroom@127.0.0.1:{port}/postgres"
    finally:
        control(folder, "stop", "-m", "fast")


def options(folder: Path, port: int, *, loading: bool) -> str:
    """Return the server's settings as its command line has them; while loading it keeps nothing safe."""
    settings = SETTINGS | (LOADING if loading else {})
    settings |= {"port": str(port), "unix_socket_directories": str(folder)}
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def control(folder: Path, action: str, *arguments: object) -> None:
    """Start or stop our own server."""
    run(folder, "pg_ctl", "-D", folder / "data", "-w", "-t", "600", *arguments, action)


def cluster(folder: Path) -> Path:
    """Return the folder of our own server, made now if there is none. Raise Absent."""
    if programs() is None:
        raise Absent("no server is named in BENCH_DATABASE_URL, and no PostgreSQL is installed")
    if not (folder / "data/PG_VERSION").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        if who := unprivileged():
            os.chown(folder, who["user"], who["group"])
        names = ("-U", "newsroom", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run(folder, "initdb", "-D", folder / "data", *names)
    return folder


def run(folder: Path, program: str, *arguments: object) -> None:
    """Run one of PostgreSQL's programs as a user it accepts. Raise Absent if it fails."""
    command = [str(part) for part in ((programs() or folder) / program, *arguments)]
    try:
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **unprivileged())
    except (subprocess.CalledProcessError, OSError) as problem:
        raise Absent(f"PostgreSQL can't be run in {folder}: {problem}") from problem

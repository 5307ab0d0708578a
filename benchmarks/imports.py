"""Measure the import beside writing the same finished rows, on SQLite and PostgreSQL, in the same run.

    python -m benchmarks.imports [--articles 100000] [--jobs 2] [--only sqlite|postgresql]

First the corpus is imported, as `manage.py import_articles` does it, but for the index, which is timed by itself. Then an
empty database is given the same rows by `bulk_create`, 400 articles with all that hangs on them in each transaction, and
nothing else. Each is a process of its own; the memory is that of the process and of those it started, together.
PostgreSQL is the server that BENCH_DATABASE_URL names, or one made for the time.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from benchmarks.loading import MAKER, ROOT, in_django
from tests import postgres

LOOK = 0.1
"""Seconds between two looks at the memory."""
COLUMNS = ("seconds", "articles/s", "peak MB", "of bare rows")


@dataclass(frozen=True, slots=True)
class Stage:
    """How one process went."""

    seconds: float
    articles: int
    peak_mb: float

    @property
    def rate(self) -> float:
        """Articles in a second."""
        return self.articles / self.seconds


def arguments() -> argparse.Namespace:
    """Return what the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000, metavar="N", help="(100000)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="(the cores)")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="leave the other database out")
    return parser.parse_args()


def memory_of(process: int) -> float:
    """Return the memory in MB of a process and those it started; what they share counts once."""
    total = 0
    for number in (process, *children_of(process)):
        try:
            rollup = Path(f"/proc/{number}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


def children_of(process: int) -> list[int]:
    """Return the processes that a process started, and those they started."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for number in map(int, task.read_text().split()):
            found += [number, *children_of(number)]
    return found


def run(module: str, stage: str, *options: str, environment: dict[str, str]) -> Stage:
    """Run one stage in a process of its own and return how it went."""
    with tempfile.NamedTemporaryFile() as kept:
        command = in_django(module, stage, kept.name, *options)
        process = subprocess.Popen(command, cwd=ROOT, env=environment)
        peaks = [0.0]
        done = threading.Event()
        watcher = threading.Thread(target=watch, args=(process.pid, peaks, done))
        watcher.start()
        status = process.wait()
        done.set()
        watcher.join()
        if status:
            sys.exit(f"{stage} failed: status {status}")
        told = json.loads(Path(kept.name).read_text())
    return Stage(told["seconds"], told["articles"], peaks[0])


def watch(process: int, peaks: list[float], done: threading.Event) -> None:
    """Keep the most memory that a process and those it started have."""
    while not done.wait(LOOK):
        try:
            peaks[0] = max(peaks[0], memory_of(process))
        except OSError:
            return


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the addresses of two empty databases of a kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/imported.sqlite3", f"sqlite:///{folder}/bare.sqlite3"
        return
    named = os.environ.get("BENCH_DATABASE_URL", "")
    with nullcontext(named) if named else postgres.server() as server:
        yield made(server, "newsroom_imported"), made(server, "newsroom_bare")


def made(server: str, name: str) -> str:
    """Return the address of a new database on a server."""
    connection = psycopg2.connect(server)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def measured(kind: str, corpus: Path, jobs: int, folder: Path) -> dict[str, Stage]:
    """Return how each stage went on one kind of database."""
    with databases(kind, folder) as (imported, bare):
        folders = {"NEWSROOM_DATA_DIR": str(folder / kind), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        environment = os.environ | folders
        for address in (imported, bare):
            command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(command, cwd=ROOT, env=environment | {"DATABASE_URL": address}, check=True)
        ours = environment | {"DATABASE_URL": imported}
        return {
            "import": run("importing", "take", str(corpus), str(jobs), environment=ours),
            "import again": run("importing", "take", str(corpus), str(jobs), environment=ours),
            "index": run("importing", "index", str(jobs), environment=ours),
            "bare rows": run("importing", "copy", bare, environment=ours),
        }


def lines(kind: str, stages: dict[str, Stage]) -> Iterator[str]:
    """Yield what was measured as a table."""
    yield f"| {kind} | {' | '.join(COLUMNS)} |"
    yield f"| --- |{' ---: |' * len(COLUMNS)}"
    bare = stages["bare rows"].rate
    for name, stage in stages.items():
        cells = (
            f"{stage.seconds:,.1f}",
            f"{stage.rate:,.0f}",
            f"{stage.peak_mb:,.0f}",
            f"{stage.rate / bare:.0%}",
        )
        yield f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Make the corpus, measure, and print a table for each kind of database."""
    options = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        corpus = folder / "corpus.jsonl"
        command = [sys.executable, str(MAKER), "--articles", str(options.articles), "--out", str(corpus)]
        subprocess.run(command, check=True)
        for kind in (options.only,) if options.only else ("sqlite", "postgresql"):
            began = time.monotonic()
            print("\n".join(lines(kind, measured(kind, corpus, options.jobs, folder))), flush=True)
            print(f"\n{options.articles:,} articles, {time.monotonic() - began:,.0f} s in all.\n", flush=True)


if __name__ == "__main__":
    main()

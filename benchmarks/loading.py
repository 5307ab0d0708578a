"""What the measurements of the search stand on, made once for each size and kept: corpus, archive, index, other engines.

Each stage is a process of its own, so that its time and its memory can be told; how long it took is kept beside
what it made.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from articles.search.schema import version

ROOT = Path(__file__).resolve().parent.parent
MAKER = ROOT.parent / "shared/corpus/make_corpus.py"
STAGES = ("corpus", "rows", "index", "fts5", "postgresql")
OURS = ("corpus", "rows", "index")


@dataclass(frozen=True, slots=True)
class Preparation:
    """How one stage went: seconds, the most memory its process held in MB, and how low its priority was.

    `kind` is the version of what was made: rows or an index of another version have to be made anew.
    """

    seconds: float
    peak_mb: float
    niceness: int
    bytes: int
    kind: str = ""


class Unprepared(Exception):
    """A stage failed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where everything about the archive of one size is kept."""

    articles: int

    @property
    def folder(self) -> Path:
        """The folder of this size, below NEWSROOM_BENCH_DIR or var/benchmarks."""
        return Path(os.environ.get("NEWSROOM_BENCH_DIR") or ROOT / "var/benchmarks") / str(self.articles)

    @property
    def corpus(self) -> Path:
        """The JSON Lines."""
        return self.folder / "corpus.jsonl"

    @property
    def archive(self) -> Path:
        """The data folder of the archive."""
        return self.folder / "archive"

    @property
    def fts5(self) -> Path:
        """The file in which FTS5 keeps its index."""
        return self.folder / "fts5.sqlite3"

    @property
    def postgresql(self) -> Path:
        """The folder of the PostgreSQL server, if none is named."""
        return self.folder / "postgresql"

    @property
    def kept(self) -> Path:
        """The file that tells which stages are done, and how they went."""
        return self.folder / "prepared.json"

    def environment(self) -> dict[str, str]:
        """Return the environment in which Django finds the archive."""
        ours = {"NEWSROOM_DATA_DIR": str(self.archive), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        return {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | ours


def preparations(place: Place) -> dict[str, Preparation]:
    """Return how each stage that is done went."""
    if not place.kept.exists():
        return {}
    return {stage: Preparation(**kept) for stage, kept in json.loads(place.kept.read_text("utf-8")).items()}


def prepare(place: Place, stages: tuple[str, ...], say: Callable[[str], None]) -> None:
    """Make what is not there yet. Raise Unprepared if a stage fails."""
    place.archive.mkdir(parents=True, exist_ok=True)
    for stage in stages:
        done = preparations(place).get(stage)
        if done and done.kind == kind_of(stage):
            continue
        say(f"{place.articles:,}: {stage} …")
        done = prepared(place, stage)
        keep(place, stage, done)
        say(f"{place.articles:,}: {stage} took {done.seconds:,.0f} s, {done.bytes / 1e6:,.0f} MB")


def keep(place: Place, stage: str, done: Preparation) -> None:
    """Note that a stage is done; new rows have no index yet."""
    kept = preparations(place) | {stage: done}
    if stage == "rows":
        kept.pop("index", None)
    place.kept.write_text(json.dumps(listed(kept), indent=1) + "\n", "utf-8")


def listed(stages: dict[str, Preparation]) -> dict[str, dict[str, object]]:
    """Return the preparations as JSON knows them."""
    return {stage: asdict(done) for stage, done in stages.items()}


def prepared(place: Place, stage: str) -> Preparation:
    """Do one stage in a process of its own and return how it went."""
    began = time.monotonic()
    process = subprocess.Popen(command_of(place, stage), cwd=ROOT, env=place.environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Unprepared(f"{stage} of {place.articles:,} articles failed: status {process.returncode}")
    seconds = time.monotonic() - began
    peak = round(usage.ru_maxrss / 1024, 1)
    return Preparation(round(seconds, 1), peak, os.nice(0), made_by(place, stage), kind_of(stage))


def command_of(place: Place, stage: str) -> list[str]:
    """Return the command that does a stage."""
    match stage:
        case "corpus":
            return [sys.executable, str(MAKER), "--articles", str(place.articles), "--out", str(place.corpus)]
        case "index":
            return [sys.executable, "manage.py", "index", "--rebuild"]
        case _:
            return in_django(stage, str(place.articles))


def in_django(module: str, *arguments: str) -> list[str]:
    """Return the command that runs `main` of one of these modules where Django's models can be imported."""
    start = f"import django; django.setup(); from benchmarks.{module} import main; main()"
    return [sys.executable, "-c", start, *arguments]


def made_by(place: Place, stage: str) -> int:
    """Return the bytes on disk that a stage made; of PostgreSQL's, its engine tells."""
    match stage:
        case "corpus":
            return place.corpus.stat().st_size
        case "rows":
            return (place.archive / "newsroom.sqlite3").stat().st_size
        case "index":
            return bytes_in(place.archive / "index" / version())
        case "fts5":
            return place.fts5.stat().st_size
    return 0


def bytes_in(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def kind_of(stage: str) -> str:
    """Return the version of what a stage makes, "" if it has none: of the index its own, of the rows the database's."""
    if stage == "index":
        return version()
    if stage != "rows":
        return ""
    migrations = sorted((ROOT / "articles/migrations").glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in migrations)).hexdigest()[:12]

"""Measure the search beside SQLite's FTS5 and PostgreSQL, on the same articles, in the same run.

    python -m benchmarks.search [--articles 10000 100000 1000000] [--rounds 15] [--only ours] [--json FILE]
    python -m benchmarks.search --articles 1000000 --prepare [corpus rows index fts5 postgresql]

What is measured is made once for each size, below NEWSROOM_BENCH_DIR or var/benchmarks, and kept. PostgreSQL is
the server that BENCH_DATABASE_URL names, or one that is made there and runs only while it is needed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import tables
from benchmarks.loading import OURS, ROOT, STAGES, Place, Unprepared, in_django, listed, preparations, prepare


def arguments() -> argparse.Namespace:
    """Return what the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[10_000], metavar="N", help="sizes (10000)"
    )
    parser.add_argument("--rounds", type=int, default=15, help="how often each question is asked (15)")
    parser.add_argument("--only", choices=("ours",), help="leave the other engines out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep everything measured in this file")
    parser.add_argument(
        "--prepare",
        nargs="*",
        choices=STAGES,
        metavar="STAGE",
        help=f"only prepare: all, or some of {', '.join(STAGES)}",
    )
    return parser.parse_args()


def ready(place: Place, stages: tuple[str, ...]) -> None:
    """Prepare what is not there; go on without PostgreSQL if there is none, and stop for anything else."""
    for stage in stages:
        try:
            prepare(place, (stage,), lambda line: print(line, file=sys.stderr, flush=True))
        except Unprepared as problem:
            if stage != "postgresql":
                sys.exit(str(problem))
            print(problem, file=sys.stderr)


def measured(place: Place, rounds: int, only: str | None) -> tables.Result:
    """Return what one process measured of the archive of one size."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = in_django("measuring", str(place.articles), str(rounds), file.name, f"only-{only}")
        subprocess.run(command, cwd=ROOT, env=place.environment(), check=True)
        return json.loads(Path(file.name).read_text("utf-8"))


def main() -> None:
    """Prepare, measure, and print a table for each size."""
    options = arguments()
    stages = tuple(options.prepare or (OURS if options.only else STAGES))
    results = []
    for articles in options.articles:
        place = Place(articles)
        ready(place, stages)
        if options.prepare is None:
            results.append(measured(place, options.rounds, options.only))
            print("\n".join(tables.lines(results[-1], preparations(place))), flush=True)
    if len(results) > 1:
        print("\n".join(tables.growth(results)))
    if options.json:
        kept = {place.articles: place for place in map(Place, options.articles)}
        told = [result | {"prepared": listed(preparations(kept[result["articles"]]))} for result in results]
        options.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

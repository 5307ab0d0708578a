"""Measure the pages of an archive of made-up articles, served by gunicorn, beside the cheapest page there is.

    python -m benchmarks [--articles 10000] [--rounds 60] [--corpus FILE]

The archive is made once for each size, below var/benchmarks (or with DATABASE_URL, in that database), and kept.
"""

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.serving import served

ROOT = Path(__file__).resolve().parent.parent
MAKER = ROOT.parent / "shared/corpus/make_corpus.py"
PAGES = {
    "bound: /healthz": "/healthz",
    "front page": "/",
    "day": "/2017/06/09/",
    "month": "/2017/06/",
    "year": "/2017/",
    "people": "/people/",
    "person": "/people/jeff-sessions/",
    "topics": "/topics/",
    "topic": "/topics/immigration/",
    "publication": "/publications/newsroom/",
    "search: a word in most articles": "/search/?q=officials",
    "search: a phrase": "/search/?q=%22the+federal+report%22",
    "search: word, person, dates": "/search/?q=senate&person=donald-trump&from=2016&to=2018-06",
    "search: everything, by date": "/search/",
    "search: nothing found": "/search/?q=xylophonist",
    "about": "/about/",
}


def prepared(articles: int, corpus: Path | None) -> Path:
    """Return the data folder of an archive with that many articles, made now if there is none."""
    folder = Path(os.environ.get("NEWSROOM_DATA_DIR") or ROOT / "var/benchmarks" / str(articles))
    os.environ["NEWSROOM_DATA_DIR"] = str(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "prepared").exists():
        return folder
    if not corpus:
        corpus = folder / "corpus.jsonl"
        subprocess.run([sys.executable, MAKER, "--articles", str(articles), "--out", corpus], check=True)
    for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True)
    began = time.monotonic()
    subprocess.run([sys.executable, "manage.py", "import_articles", str(corpus)], cwd=ROOT, check=False)
    print(f"Imported and indexed in {time.monotonic() - began:.0f} s.")
    (folder / "prepared").touch()
    return folder


def timed(port: int, path: str, rounds: int) -> tuple[list[float], int, int]:
    """Return the milliseconds each of `rounds` requests took, the status and the bytes of the last."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    took, status, size = [], 0, 0
    for _ in range(rounds):
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        status, size = answer.status, len(answer.read())
        took.append((time.perf_counter() - began) * 1000)
    return took, status, size


def article_path(port: int) -> str:
    """Return the address of some article, read off the search page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/search/?from=2017-06-09&to=2017-06-09")
    page = connection.getresponse().read().decode()
    start = page.find('href="/2017/06/09/')
    return page[start + 6 : page.find('"', start + 6)] if start > 0 else "/"


def main() -> None:
    """Print a table: page, status, bytes, median and 95th percentile in milliseconds, and the ratio to the bound."""
    parser = argparse.ArgumentParser(description="Measure the pages of an archive of made-up articles.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, help="a corpus that was made before")
    options = parser.parse_args()
    if not options.corpus and not MAKER.exists():
        sys.exit(f"There is no {MAKER}: name a corpus with --corpus.")
    prepared(options.articles, options.corpus)
    with served(os.environ) as port:
        pages = PAGES | {"article": article_path(port)}
        for path in pages.values():
            timed(port, path, 6)
        bound = 0.0
        print(f"| page, {options.articles:,} articles | status | bytes | median ms | p95 ms | × bound |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for name, path in pages.items():
            took, status, size = timed(port, path, options.rounds)
            median, late = statistics.median(took), sorted(took)[int(len(took) * 0.95)]
            bound = bound or median
            print(f"| {name} | {status} | {size:,} | {median:.1f} | {late:.1f} | {median / bound:.1f} |")


if __name__ == "__main__":
    main()

"""Measure how fast known people are found in the archive's articles.

    NEWSROOM_DATA_DIR=… python -m benchmarks.recognition [PEOPLE]

The archive must hold a corpus. People are added until there are PEOPLE of them (10,000), every one with an office, then
recognition runs over all articles three times: as they came, again, when there is nothing to write, and alone, in one
process without the database's part, which tells the time for an article. The bound is how long it takes to read the same
articles' texts from the database.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from typing import Any

import django

SAMPLE = 4_000
FIRST = (date(2009, 1, 1), date(2013, 1, 1), date(2017, 1, 20))


@contextmanager
def timed(label: str, articles: Callable[[], int]) -> Iterator[None]:
    """Print how many articles a second were read."""
    began = time.perf_counter()
    yield
    seconds = time.perf_counter() - began
    print(f"{label}: {seconds:.1f} s, {articles() / seconds:,.0f} articles/s", flush=True)


def fill_up(wanted: int) -> None:
    """Add people with offices until there are so many."""
    from articles.models import Office, Organisation, Person, Post  # noqa: PLC0415 - Django is set up by now

    organisation = Organisation.objects.get_or_create(name="United States Senate")[0]
    post = Post.objects.get_or_create(title="Senator", organisation=organisation)[0]
    known = set(Person.objects.values_list("name", flat=True))
    names = (f"{first}{end} {family}" for family, first, end in product(FAMILIES, GIVEN, ENDS))
    new = [name for name in names if name not in known][: max(0, wanted - len(known))]
    Person.objects.bulk_create(
        Person(name=name, slug=f"bench-{number}", sort_name=", ".join(reversed(name.split())))
        for number, name in enumerate(new)
    )
    held = set(Office.objects.values_list("person", flat=True))
    Office.objects.bulk_create(
        Office(person_id=person, post=post, held_from=FIRST[person % 3], state="AL")
        for person in Person.objects.exclude(pk__in=held).values_list("pk", flat=True)
    )


GIVEN = (
    "Ada",
    "Cy",
    "Dee",
    "Eve",
    "Fay",
    "Gus",
    "Hal",
    "Ike",
    "Kay",
    "Lou",
    "Mae",
    "Ned",
    "Ola",
    "Pia",
    "Ray",
    "Sid",
    "Ted",
)
ENDS = ("", "belle", "rick", "ton", "mina", "son", "line", "wyn")
TREES = ("Alder", "Birch", "Cedar", "Dun", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper")
PLACES = ("acre", "bank", "combe", "dale", "edge", "fold", "garth", "hurst", "lea", "mere")
FAMILIES = [tree + place for tree, place in product(TREES, PLACES)]


def read_texts(ids: list[int]) -> int:
    """Read the texts of articles as recognition does, and do nothing with them."""
    from articles.models import Article  # noqa: PLC0415 - Django is set up by now
    from articles.recognition.reading import COLUMNS  # noqa: PLC0415

    read = 0
    for start in range(0, len(ids), 250):
        rows: Any = Article.objects.filter(id__in=ids[start : start + 250]).values_list(*COLUMNS)
        read += sum(len(row[3].text()) > 0 for row in rows)
    return read


def measure_alone(ids: list[int]) -> None:
    """Print how fast one process reads the texts alone, makes the recogniser, and recognises without writing."""
    from articles.recognition.reading import recogniser, sighted  # noqa: PLC0415 - Django is set up by now

    with timed("reading the texts alone, one process", lambda: len(ids)):
        read_texts(ids)
    began = time.perf_counter()
    recogniser("benchmark")
    print(f"making the recogniser: {time.perf_counter() - began:.1f} s")
    some = ids[:SAMPLE]
    with timed(f"recognising {len(some):,}, one process, nothing written", lambda: len(some)):
        for start in range(0, len(some), 250):
            sighted(some[start : start + 250], "benchmark")


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up by now

    from articles.models import Article, Person  # noqa: PLC0415

    fill_up(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    total = Article.objects.count()
    print(f"{total:,} articles, {Person.objects.count():,} people, {os.cpu_count()} cores")
    measure_alone(list(Article.objects.order_by("id").values_list("id", flat=True)))
    for label in ("recognise_people", "recognise_people again"):
        with timed(label, lambda: total):
            call_command("recognise_people", verbosity=0)


if __name__ == "__main__":
    main()

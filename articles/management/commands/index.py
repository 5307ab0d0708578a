"""Bring the search index up to date, make it anew, or keep it up to date."""

import os
import sys
import time
from argparse import ArgumentParser
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.filling import Progress
from articles.publishing import publish_due
from articles.search.index import IndexBusy

SECONDS_BETWEEN_LINES = 10


class Command(BaseCommand):
    help = "Bring the search index up to date with the database. Exit status: 1 if another process holds the index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        cores = os.cpu_count() or 1
        parser.add_argument("--rebuild", action="store_true", help="make the index anew from the database")
        parser.add_argument(
            "--follow", action="store_true", help="stay, follow every change, and publish what is due"
        )
        parser.add_argument(
            "--jobs", type=int, default=cores, metavar="N", help=f"processes that make a new index ({cores})"
        )
        parser.add_argument(
            "--every", type=float, default=1.0, metavar="SECONDS", help="how often --follow looks (1)"
        )

    def handle(self, **options: Any) -> None:
        with tqdm(unit=" articles", disable=None if options["verbosity"] else True, file=sys.stderr) as bar:
            try:
                written = indexing.catch_up(
                    rebuild=options["rebuild"], progress=self.progress(bar, **options), jobs=options["jobs"]
                )
            except IndexBusy as busy:
                raise CommandError(
                    "Another process has been writing the index for 20 seconds; try again when it is done."
                ) from busy
        if options["verbosity"]:
            size = indexing.follower().index.snapshot().size()
            self.stdout.write(f"The index holds {size:,} articles; {written:,} were written now.")
        while options["follow"]:
            self.follow(options["every"])

    def follow(self, seconds: float) -> None:
        """Look once at what is due and what changed, then rest."""
        try:
            if due := publish_due():
                self.stdout.write(f"{due} scheduled were published.")
            if written := indexing.catch_up():
                self.stdout.write(f"{written} written.")
        except IndexBusy:
            self.stderr.write("Another process is writing the index: it follows the changes meanwhile.")
        time.sleep(seconds)

    def progress(self, bar: "tqdm[Any]", **options: Any) -> Progress:
        """Return what moves the bar on; where there is none, a line is written now and then."""
        if not bar.disable or not options["verbosity"]:
            return lambda done, total: moved(bar, done, total)
        said = Pace(time.monotonic())
        return lambda done, total: (
            self.stdout.write(f"{done:,} of {total:,} articles") if said.is_time() else None
        )


def moved(bar: "tqdm[Any]", done: int, total: int) -> None:
    """Move the bar on."""
    bar.total = total
    bar.update(done - bar.n)


@dataclass
class Pace:
    """Says when it is time for another line."""

    last: float

    def is_time(self) -> bool:
        """Return whether ten seconds went by since the last time."""
        is_time = time.monotonic() - self.last >= SECONDS_BETWEEN_LINES
        self.last = time.monotonic() if is_time else self.last
        return is_time

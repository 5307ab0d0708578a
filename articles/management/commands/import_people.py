"""Import people and their offices from files or standard input."""

import sys
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.importers import open_sources
from articles.newsitem import ImportFailure
from articles.peoplerecords import Problem, Unwritable, take_in
from articles.search.index import IndexBusy

SHOWN = 50
"""Problems of each kind that are listed without being asked for."""


class Command(BaseCommand):
    help = (
        "Import people, their other names and their offices: JSON Lines and CSV as export_people writes them, or the YAML and "
        "JSON of congress-legislators. What is empty is filled in, what is there stays, contradictions are listed; a file goes "
        "in whole or not at all, but for what is rejected. Exit status: 0 if every record could be read, 1 if not."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input"
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and report the same")

    def handle(self, *args: str, paths: list[str], dry_run: bool, verbosity: int, **options: Any) -> None:
        try:
            sources = open_sources(paths, sys.stdin.buffer)
            with tqdm(unit=" people", disable=None if verbosity else True) as bar:
                teller = Teller(self, bar, verbosity)
                report = take_in(sources, teller.tell, bar.update, dry_run=dry_run)
        except ImportFailure as failure:
            raise CommandError(f"{failure}; nothing was imported.") from failure
        except Unwritable as failure:
            raise CommandError(f"{str(failure)[:500]}; nothing of that file was imported.") from failure
        teller.conclude()
        if verbosity:
            self.stdout.write(f"{report}{': nothing was written, this was a dry run' if dry_run else ''}.")
        if not dry_run:
            self.bring_index_up()
        if report.rejected:
            raise CommandError(f"{report.rejected} rejected: the reasons are above.")

    def bring_index_up(self) -> None:
        """Let the search index follow."""
        try:
            indexing.catch_up()
        except IndexBusy:
            self.stderr.write(
                "Another process is writing the search index: manage.py index brings it up to date."
            )


class Teller:
    """Lists problems as they are met: the first of each kind, or all."""

    def __init__(self, command: Command, bar: "tqdm[Any]", verbosity: int) -> None:
        self.command, self.bar, self.verbosity = command, bar, verbosity
        self.met: Counter[str] = Counter()

    def tell(self, problem: Problem) -> None:
        """List a problem."""
        self.met[problem.kind] += 1
        if self.verbosity > 1 or (self.verbosity and self.met[problem.kind] <= SHOWN):
            self.bar.write(str(problem), file=self.command.stdout._out)

    def conclude(self) -> None:
        """Say how many were not listed."""
        if self.verbosity != 1:
            return
        for kind, number in self.met.items():
            if number > SHOWN:
                self.command.stdout.write(f"{kind}: {number - SHOWN:,} more, which --verbosity 2 lists")

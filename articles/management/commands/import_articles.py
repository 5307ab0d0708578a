"""Import articles from files, folders or standard input, and take an import back."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.arrivals import arrivals
from articles.importers import FORMATS, Options, open_sources
from articles.ingest import Ingest, Report, recorded
from articles.management.options import CHECKED, SEVERAL, SWITCHES, TEXTS, day, jobs, mapping
from articles.models import ImportRun
from articles.newsitem import ImportFailure, Rejection
from articles.pool import WorkerLost
from articles.runs import NoRun, Place, begun, place_of, resumed
from articles.tally import Tally
from articles.undoing import undo

KEPT = ("publication", "section", "byline", "language", "topic", "date", "field", "draft", "large")
"""The options that a run keeps: those that change what becomes of a record."""


class Command(BaseCommand):
    help = (
        "Import articles from files, folders or standard input (-). Importing the same again changes nothing; an import that "
        "was killed goes on with --resume. Exit status: 0 if everything went in, 1 if anything was rejected."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input"
        )
        names = [module.NAME for module in FORMATS]
        parser.add_argument("--format", default="", choices=names, help="instead of recognising it")
        for name, said in TEXTS.items():
            parser.add_argument(f"--{name}", default="", help=said, type=CHECKED.get(name, str))
        parser.add_argument("--date", type=day, help="the date of what bears none, like 2017-06-09")
        for name, shape, said in SEVERAL:
            checked = CHECKED.get(name, str)
            parser.add_argument(
                f"--{name}", action="append", default=[], metavar=shape, help=said, type=checked
            )
        for name, said in SWITCHES.items():
            parser.add_argument(f"--{name}", action="store_true", help=said)
        cores = os.cpu_count() or 1
        parser.add_argument(
            "--jobs", type=jobs, default=cores, metavar="N", help=f"processes that read and clean ({cores})"
        )
        parser.add_argument(
            "--undo", type=int, metavar="RUN", help="take back what an import made, if untouched since"
        )

    def handle(self, *paths: str, **options: Any) -> None:
        with said_plainly():
            if options["undo"] is not None:
                self.undo(**options)
            elif not options["paths"]:
                raise CommandError("Name a file, a folder, or - for standard input.")
            else:
                self.take(**options)

    def take(self, **options: Any) -> None:
        """Import what the paths hold."""
        sources = open_sources(options["paths"], sys.stdin.buffer, large=options["large"])
        fields = mapping(options["field"])
        run = self.run_of(**options)
        ingest = Ingest(run, jobs=options["jobs"], draft=options["draft"], topics=tuple(options["topic"]))
        texts = {name: options[name] for name in TEXTS}
        told = Options(published_on=options["date"], fields=fields, **texts)
        records = arrivals(sources, options["format"], told, place_of(run) if run else Place())
        with recorded(run), tqdm(unit=" articles", disable=None if options["verbosity"] else True) as bar:
            tally = ingest.take_arrivals(records, self.reporter(bar))
        if run:
            indexing.catch_up()
        self.conclude(tally, run, options["verbosity"])

    def run_of(self, **options: Any) -> ImportRun | None:
        """Return the record of the import that begins or goes on, none for a dry run."""
        kept = {
            name: str(options[name]) if name == "date" else options[name] for name in KEPT if options[name]
        }
        asked = (options["paths"], options["format"], kept)
        if options["dry_run"] and options["resume"]:
            raise NoRun("a dry run keeps nothing that could be resumed: leave out --resume or --dry-run")
        if options["dry_run"]:
            return None
        return resumed(*asked) if options["resume"] else begun(*asked)

    def undo(self, **options: Any) -> None:
        """Take an import back."""
        undone = undo(options["undo"], dry=options["dry_run"])
        if not options["dry_run"]:
            indexing.catch_up()
        said = ": nothing was written, this was a dry run" if options["dry_run"] else ""
        self.stdout.write(f"{undone}{said}.")

    def reporter(self, bar: "tqdm[Any]") -> Report:
        """Return what is called after every batch: it moves the bar on and prints the problems."""

        def report(tally: Tally, problems: list[Rejection]) -> None:
            bar.update(tally.items - bar.n)
            for problem in problems:
                place = ":".join(str(part) for part in (problem.source, problem.line) if part)
                bar.write(f"{place + ': ' if place else ''}{problem.reason}", file=self.stderr._out)

        return report

    def conclude(self, tally: Tally, run: ImportRun | None, verbosity: int) -> None:
        """Say what was done, and end with status 1 if anything was rejected."""
        if not tally.items:
            self.stderr.write("Nothing was found to import: is this the right path?")
        if verbosity:
            self.stdout.write(f"{tally}." if run else f"{tally}: nothing was written, this was a dry run.")
        if tally.rejected:
            kept = f" and kept with import {run.pk} in the admin" if run else ""
            raise CommandError(f"{tally.rejected} rejected, the rest went in: the reasons are above{kept}.")


@contextmanager
def said_plainly() -> Iterator[None]:
    """Say what the operator can mend in one line."""
    try:
        yield
    except ImportFailure as failure:
        raise CommandError(f"{failure}; nothing was imported.") from failure
    except NoRun as refusal:
        raise CommandError(f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.") from refusal
    except WorkerLost as loss:
        raise CommandError(
            f"{loss}. What was written stays; the same command with --resume and --jobs 1 goes on."
        ) from loss

"""Put a whole archive into this empty one."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.keeping import importing
from articles.keeping.progress import told_to
from articles.keeping.refusals import Refused
from articles.search.index import IndexBusy


class Command(BaseCommand):
    help = (
        "Put everything that export_archive wrote into this archive, which must be empty: all of it or nothing. "
        "Exit status: 1 if nothing was written."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="what export_archive wrote")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and report the same")

    def handle(self, **options: Any) -> None:
        path, is_dry = options["file"], options["dry_run"]
        if not path.is_file():
            raise CommandError(f"{path} is no file; nothing was written.")
        try:
            with tqdm(unit=" records", disable=None if options["verbosity"] else True) as bar:
                taken = importing.take_in(path, dry_run=is_dry, progress=told_to(bar))
        except (Refused, OSError) as problem:
            raise CommandError(f"{problem}; nothing was written.") from problem
        if options["verbosity"]:
            self.stdout.write(f"{taken}{': nothing was written, this was a dry run' if is_dry else ''}.")
        if not is_dry:
            self.bring_index_up()

    def bring_index_up(self) -> None:
        """Make the search index anew: that is quicker than to follow every change."""
        try:
            indexing.catch_up(rebuild=True, jobs=os.cpu_count() or 1)
        except IndexBusy:
            self.stderr.write(
                "Another process is writing the search index: manage.py index brings it up to date."
            )

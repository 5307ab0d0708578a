"""Export people and their offices as one file."""

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.exporting import blocks, write_whole
from articles.peoplerecords import EXPORTS, NoSuchPerson, leaving

STANDARD_OUTPUT = "-"


class Command(BaseCommand):
    help = (
        "Export people with their other names and offices, in the order of their addresses: what import_people takes. "
        "Exit status: 0 if the file was written; if not, 1, and a file of that name is as it was before."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "slugs", nargs="*", metavar="SLUG", help="people, as their addresses name them (all)"
        )
        parser.add_argument(
            "--format",
            choices=list(EXPORTS),
            help="congress: those in Congress or the White House, as congress-legislators has them, in JSON "
            "(what the file’s name ends in, else jsonl)",
        )
        parser.add_argument("--out", default=STANDARD_OUTPUT, metavar="FILE", help="- is standard output (-)")

    def handle(self, *args: str, slugs: list[str], out: str, verbosity: int, **options: Any) -> None:
        written = EXPORTS[options["format"] or ("csv" if out.lower().endswith(".csv") else "jsonl")]
        try:
            people = leaving(slugs)
        except NoSuchPerson as unknown:
            raise CommandError(f"Nobody has the address /people/{unknown}/.") from unknown
        with tqdm(people, unit=" people", disable=None if verbosity else True) as passing:
            try:
                self.write(written(passing), out)
            except OSError as problem:
                raise CommandError(f"{out} can’t be written: {problem.strerror}.") from problem

    def write(self, pieces: Iterable[str], out: str) -> None:
        """Write the file where it belongs; standard output in UTF-8 whatever the terminal speaks."""
        if out != STANDARD_OUTPUT:
            write_whole(pieces, Path(out))
            return
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        try:
            for block in blocks(pieces):
                self.stdout.write(block, ending="")
            self.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise

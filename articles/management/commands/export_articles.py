"""Export any list of articles, whole, as one file."""

import io
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.exporting import Asked, NoSuchList, Place, blocks, exported, place_of, write_whole
from articles.exports import EXPORTS, Exporter, exporter_named
from articles.found import unknown_in_words
from articles.outgoing import Outgoing
from articles.search.index import IndexBusy

LOCAL = "http://127.0.0.1:8000/"
STANDARD_OUTPUT = "-"
NAMES = [exporter.NAME for exporter in EXPORTS]


class Command(BaseCommand):
    help = (
        "Export a list of articles, all of it and in its order, as one file. Exit status: 0 if it was written; if not, 1, "
        "and a file of that name is as it was before."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "listing",
            nargs="?",
            default="/search/",
            metavar="LISTING",
            help="the address of a list, as /people/jeff-sessions/?from=2017, or a search as it is typed (all articles)",
        )
        parser.add_argument(
            "--format", choices=NAMES, help=f"what the address or the file’s name ends in, else {NAMES[0]}"
        )
        parser.add_argument(
            "--output",
            default=STANDARD_OUTPUT,
            metavar="FILE",
            help="once complete, takes the place of what has the name; - is standard output (-)",
        )
        parser.add_argument("--limit", type=positive, metavar="N", help="the first N articles only")
        parser.add_argument("--summaries", action="store_true", help="feeds without the whole texts")

    def handle(self, listing: str, **options: Any) -> None:
        place = found_place(listing)
        exporter = chosen(options["format"], place.exporter, options["output"])
        asked = Asked.read(place.parameters, exporter)
        self.bring_up_to_date()
        self.refuse(place, asked.problems)
        counter = Counter(is_silent=not options["verbosity"])
        heading, pieces = exported(
            place.listing,
            exporter,
            base_url=settings.ARCHIVE_URL or LOCAL,
            limit=options["limit"] or asked.limit,
            full=asked.full and not options["summaries"],
            passing=counter.passing,
        )
        counter.total = heading.total
        self.write(pieces, options["output"])
        if options["verbosity"]:
            self.stderr.write(f"{counter}", str)

    def bring_up_to_date(self) -> None:
        """Bring the index up to date, so that nothing committed is missing from the file."""
        try:
            indexing.catch_up()
        except IndexBusy as busy:
            raise CommandError("Another process has been writing the index for 20 seconds.") from busy

    def refuse(self, place: Place, problems: tuple[str, ...]) -> None:
        """Refuse what names nothing or can't be read; say what of a search was read in another way."""
        listing = place.listing
        if refused := listing.problems + problems + unknown_in_words(listing):
            raise CommandError(" ".join(refused))
        for remark in listing.understood.problems:
            self.stderr.write(remark)

    def write(self, pieces: Iterable[str], output: str) -> None:
        """Write the file where it belongs."""
        if output == STANDARD_OUTPUT:
            self.print(pieces)
            return
        try:
            write_whole(pieces, Path(output))
        except OSError as problem:
            raise CommandError(f"{output} can’t be written: {problem.strerror}.") from problem

    def print(self, pieces: Iterable[str]) -> None:
        """Write the file to standard output, in UTF-8 whatever the terminal speaks."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        try:
            for block in blocks(pieces):
                self.stdout.write(block, ending="")
            self.stdout.flush()
        except BrokenPipeError as gone:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CommandError("The output was closed before the list was written.") from gone
        except OSError as problem:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CommandError(f"The list can’t be written: {problem.strerror}.") from problem


class Counter:
    """Counts the articles on their way into the file, and shows it on a terminal."""

    def __init__(self, *, is_silent: bool) -> None:
        self.is_silent = is_silent
        self.number = self.total = 0

    def passing(self, articles: Iterable[Outgoing]) -> Iterator[Outgoing]:
        """Yield the articles as they come."""
        with tqdm(total=self.total, unit=" articles", disable=True if self.is_silent else None) as bar:
            for article in articles:
                self.number += 1
                bar.update()
                yield article

    def __str__(self) -> str:
        gone = self.total - self.number
        number = f"{self.number:,} article{'s' if self.number != 1 else ''} written"
        return f"{number}; {gone:,} withdrawn meanwhile." if gone else f"{number}."


def found_place(listing: str) -> Place:
    """Return the list that was asked for."""
    try:
        return place_of(listing)
    except NoSuchList as problem:
        raise CommandError(str(problem)) from problem


def chosen(name: str | None, by_address: Exporter | None, output: str) -> Exporter:
    """Return what writes the file: as it was asked for, as its list's address ends, or its own name."""
    if by_address and not name:
        return by_address
    if name or output == STANDARD_OUTPUT or not Path(output).suffix:
        return exporter_named(name or "") or EXPORTS[0]
    ends = {f".{end}": exporter for exporter in EXPORTS for end in (exporter.NAME, exporter.SUFFIX)}
    fitting = [end for end in ends if output.lower().endswith(end)]
    if not fitting:
        raise CommandError(f"{output} ends as no format does: name one by --format ({', '.join(NAMES)}).")
    return ends[max(fitting, key=len)]


def positive(text: str) -> int:
    """Return a number from 1 on. Raises ArgumentTypeError for any other text."""
    if not text.isascii() or not text.isdigit() or not int(text[:20]):
        raise ArgumentTypeError("a number from 1 on")
    return int(text[:20])

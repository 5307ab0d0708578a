"""Import articles from files, folders or standard input."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.importers import (
    FORMATS,
    Options,
    Source,
    Unread,
    importer_for,
    importer_named,
    open_sources,
    peeked,
)
from articles.ingest import Ingest, recorded
from articles.models import ImportRun
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.tally import Tally


class Command(BaseCommand):
    help = (
        "Import articles from files, folders or standard input (-). Importing the same again changes nothing; a run that "
        "was killed goes on when it is started again. Exit status: 0 if everything went in, 1 if anything was rejected."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
        )
        parser.add_argument(
            "--format", choices=[module.NAME for module in FORMATS], help="instead of recognising it"
        )
        parser.add_argument(
            "--publication", default="", help="who published what names no publication (default: the archive)"
        )
        parser.add_argument("--section", default="", help="the section of what names none")
        parser.add_argument("--byline", default="", help="the byline of what has none, exactly as printed")
        parser.add_argument(
            "--topic", action="append", default=[], help="a topic of every article; may be repeated"
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and report the same")

    def handle(self, *paths: str, **options: Any) -> None:
        self.options = Options(**{name: options[name] for name in ("publication", "section", "byline")})
        self.format = options["format"]
        try:
            sources = open_sources(options["paths"], sys.stdin.buffer)
        except ImportFailure as failure:
            raise CommandError(f"{failure}; nothing was imported.") from failure
        run = None if options["dry_run"] else self.begun(options)
        with recorded(run), tqdm(unit=" articles", disable=None if options["verbosity"] else True) as bar:
            items = with_topics(self.items(sources), tuple(options["topic"]))
            tally = Ingest(run).take(items, self.reporter(bar))
        if run:
            indexing.catch_up()
        self.conclude(tally, run, options["verbosity"])

    def begun(self, options: dict[str, Any]) -> ImportRun:
        """Return the record of the run that begins."""
        kept = {
            name: options[name] for name in ("publication", "section", "byline", "topic") if options[name]
        }
        return ImportRun.objects.create(
            sources="\n".join(options["paths"]), format=self.format or "", options=kept
        )

    def items(self, sources: Iterator[Source]) -> Iterator[NewsItem | Rejection]:
        """Yield what the sources hold; a file that can't be read as what it is counts as one rejection."""
        for source in sources:
            try:
                with source.open() as stream:
                    head, whole = peeked(stream)
                    importer = importer_named(self.format) if self.format else importer_for(head, source.name)
                    found = importer.read(whole, source=source.name, options=self.options)
                    yield from (record.item() if isinstance(record, Unread) else record for record in found)
            except ImportFailure as failure:
                yield Rejection(reason=str(failure), source=source.name)

    def reporter(self, bar: "tqdm[Any]") -> Any:
        """Return what is called after every batch: it moves the bar on and prints what was rejected."""

        def report(tally: Tally, rejections: list[Rejection]) -> None:
            bar.update(tally.items - bar.n)
            for rejection in rejections:
                place = ":".join(str(part) for part in (rejection.source, rejection.line) if part)
                bar.write(f"{place + ': ' if place else ''}{rejection.reason}", file=self.stderr._out)

        return report

    def conclude(self, tally: Tally, run: ImportRun | None, verbosity: int) -> None:
        """Say what was done, and end with status 1 if anything was rejected."""
        if verbosity:
            self.stdout.write(f"{tally}." if run else f"{tally}: nothing was written, this was a dry run.")
        if tally.rejected:
            kept = f" and kept with import {run.pk} in the admin" if run else ""
            raise CommandError(f"{tally.rejected} rejected, the rest went in: the reasons are above{kept}.")


def with_topics(
    items: Iterator[NewsItem | Rejection], topics: tuple[str, ...]
) -> Iterator[NewsItem | Rejection]:
    """Yield the items, each with these topics beside its own."""
    for item in items:
        yield replace(item, topics=item.topics + topics) if topics and isinstance(item, NewsItem) else item

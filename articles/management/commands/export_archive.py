"""Write the whole archive into one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.keeping import packing, published
from articles.keeping.progress import told_to
from articles.keeping.refusals import Refused


class Command(BaseCommand):
    help = (
        "Write everything there is into one zip: articles of every status, people, topics, publications, imports, files; "
        "import_archive puts it into an empty archive. Or with --sqlite what readers may see, as a database to look into. "
        "What others change meanwhile is not in it. Exit status: 1 if nothing was written."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="what to write: archive.zip")
        parser.add_argument(
            "--year", type=int, metavar="YYYY", help="the articles of one year, with all that they name"
        )
        parser.add_argument(
            "--sqlite", action="store_true", help="the published part alone, as a read-only SQLite file"
        )
        parser.add_argument("--no-files", action="store_true", help="leave out the files of the archive")
        parser.add_argument("--force", action="store_true", help="replace FILE if it is there")

    def handle(self, **options: Any) -> None:
        path, year = options["file"], options["year"]
        if path.exists() and not (options["force"] and path.is_file()):
            raise CommandError(f"{path} is there already: --force replaces it.")
        if year is not None and not 1 <= year <= 9998:
            raise CommandError(f"There is no year {year} in the archive: it goes from 1 to 9998.")
        try:
            with tqdm(unit=" records", disable=None if options["verbosity"] else True) as bar:
                if options["sqlite"]:
                    written: object = published.export(path, year=year, progress=told_to(bar))
                else:
                    written = packing.export(
                        path, year=year, with_files=not options["no_files"], progress=told_to(bar)
                    )
        except (Refused, OSError) as problem:
            raise CommandError(f"{problem}; nothing was written.") from problem
        if options["verbosity"]:
            self.stdout.write(f"{written} → {path} ({path.stat().st_size:,} bytes)")

"""Prove that the index holds what the database holds, and mend it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.checking import described, differences, repair


class Command(BaseCommand):
    help = (
        "Compare the search index with the database: ids, counts and a checksum of every article and every name. "
        "Exit status: 0 if they agree or --repair made them agree, 1 if they differ."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="write what differs into the index again")

    def handle(self, **options: Any) -> None:
        found = differences()
        if options["verbosity"]:
            self.stdout.write(str(found))
        if found.none:
            return
        for name in ("missing", "foreign", "different"):
            if ids := sorted(getattr(found, name)):
                self.stdout.write(
                    f"{name}: {', '.join(map(described, ids[:20]))}{' …' if len(ids) > 20 else ''}"
                )
        if not options["repair"]:
            raise CommandError("The index and the database differ: check_archive --repair mends the index.")
        repair(found)
        if not differences().none:
            raise CommandError(
                "They still differ after the repair: manage.py index --rebuild makes the index anew."
            )
        self.stdout.write("Repaired.")

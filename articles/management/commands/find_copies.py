"""Find near-copies among the articles that no import has looked at."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles import copies


class Command(BaseCommand):
    help = (
        "Find near-copies among articles that came in otherwise than by an import: by the admin, a fixture, an older release. "
        "Imports do it for theirs."
    )

    def handle(self, **options: Any) -> None:
        total = copies.unread().count()
        quiet = None if options["verbosity"] else True
        with tqdm(unit=" articles", total=total, disable=quiet) as bar:
            for number in copies.catch_up():
                bar.update(number)
        if options["verbosity"]:
            self.stdout.write(
                f"{total:,} articles were looked at; {copies.number():,} are near-copies of others."
            )

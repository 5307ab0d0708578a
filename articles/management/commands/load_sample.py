"""Load the sample archive into an empty database."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article

FIXTURES = ("publications", "topics", "people", "articles-1868", "articles-2017", "articles-2018")


class Command(BaseCommand):
    help = "Load the sample archive from fixtures/ if the archive has no article yet."

    def handle(self, **options: Any) -> None:
        if Article.objects.exists():
            if options["verbosity"] > 1:
                self.stdout.write("The archive has articles already: nothing was loaded.")
            return
        call_command("loaddata", *FIXTURES, verbosity=0)
        if options["verbosity"]:
            self.stdout.write(f"The sample archive is loaded: {Article.objects.count()} articles.")

"""Load the sample archive into an empty database."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article, Change

FIXTURES = ("publications", "topics", "people", "offices", "articles-1868", "articles-2017", "articles-2018")


class Command(BaseCommand):
    help = "Load the sample archive from fixtures/ if nothing was ever written to this one."

    def handle(self, **options: Any) -> None:
        if Change.log.exists():
            if options["verbosity"] > 1:
                self.stdout.write("The archive is in use already: nothing was loaded.")
            return
        call_command("loaddata", *FIXTURES, verbosity=0)
        call_command("find_copies", verbosity=0)
        call_command("recognise_people", jobs=1, verbosity=0)
        if options["verbosity"]:
            self.stdout.write(f"The sample archive is loaded: {Article.objects.count()} articles.")

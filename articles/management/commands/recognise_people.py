"""Find the known people in the archive's articles."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.exporting import NoSuchList, place_of
from articles.found import unknown_in_words
from articles.listing import Listing
from articles.management.options import day, jobs
from articles.pool import WorkerLost
from articles.recognition.walking import Asked, NothingToResume, number, recognise
from articles.recognition.writing import Outcome
from articles.search.index import IndexBusy


class Command(BaseCommand):
    help = (
        "Find the known people in articles: who is named, how often, in which role, what they say. What is sure becomes a "
        "mention, what is not waits for an editor, and what an editor decided stays. Run again, it changes nothing. "
        "Exit status: 1 if it could not be done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        cores = os.cpu_count() or 1
        parser.add_argument(
            "listing",
            nargs="?",
            default="",
            metavar="LISTING",
            help="the address of a list, as /2017/06/ or /people/jeff-sessions/, or a search (every article, drafts too)",
        )
        parser.add_argument(
            "--since", type=day, metavar="DATE", help="only articles added or changed on this day or later"
        )
        parser.add_argument(
            "--jobs", type=jobs, default=cores, metavar="N", help=f"processes that read ({cores})"
        )
        parser.add_argument(
            "--resume", action="store_true", help="go on where the same run over the archive stopped"
        )

    def handle(self, listing: str, **options: Any) -> None:
        asked = Asked(listing, options["since"])
        try:
            indexing.catch_up()
            wanted = listing_at(listing) if listing else None
            self.walk(asked, wanted, **options)
        except IndexBusy as busy:
            raise CommandError("Another process has been writing the index for 20 seconds.") from busy
        except NothingToResume as problem:
            raise CommandError("No such run was interrupted: leave --resume out.") from problem
        except WorkerLost as loss:
            raise CommandError(f"It was not finished: {loss}; --resume goes on where it stopped.") from loss

    def walk(self, asked: Asked, listing: Listing | None, **options: Any) -> None:
        """Read the articles, with a bar on a terminal, and say what it came to."""
        outcome = Outcome()
        quiet = None if options["verbosity"] else True
        with tqdm(unit=" articles", total=number(asked, listing), disable=quiet) as bar:
            for done in recognise(asked, listing, jobs=options["jobs"], resume=options["resume"]):
                outcome += done
                bar.update(done.articles)
        if options["verbosity"]:
            self.stdout.write(f"{outcome}.")


def listing_at(address: str) -> Listing:
    """Return the list at an address; raise CommandError if there is none, or if it is not understood."""
    try:
        listing = place_of(address).listing
    except NoSuchList as problem:
        raise CommandError(str(problem)) from problem
    if problems := listing.problems + listing.understood.problems + unknown_in_words(listing):
        raise CommandError(" ".join(problems))
    return listing

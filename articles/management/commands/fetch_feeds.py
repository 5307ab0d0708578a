"""Fetch the feeds that are due, and take in what is new."""

import signal
from argparse import ArgumentParser
from collections.abc import Iterable
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from articles import indexing
from articles.feeds.adding import NotAFeed, added
from articles.feeds.following import follow
from articles.feeds.schedule import claim, due
from articles.feeds.visiting import new_visitor
from articles.models import Feed
from articles.search.index import IndexBusy


class Command(BaseCommand):
    help = (
        "Fetch the feeds that are due, and take in what is new. A feed that fails is asked later and later again, and harms "
        "no other. Exit status: 1 if a feed of the last round failed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        when = parser.add_mutually_exclusive_group()
        when.add_argument("--once", action="store_true", help="one round, then end (the default)")
        when.add_argument(
            "--every", type=float, metavar="MIN", help="stay, and look for feeds that are due so often"
        )
        parser.add_argument(
            "--feed",
            action="append",
            default=[],
            metavar="URL",
            help="only this feed, at first even if it is not due; may be repeated",
        )
        parser.add_argument("--add", metavar="URL", help="follow a new feed, and fetch it")
        parser.add_argument("--publication", default="", metavar="NAME", help="whose feed --add names")
        parser.add_argument(
            "--section", default="", metavar="NAME", help="of entries that name none, for --add"
        )

    def handle(self, **options: Any) -> None:
        if options["every"] is not None and options["every"] <= 0:
            raise CommandError("--every takes minutes, more than 0.")
        named = self.named([*options["feed"], *self.added(**options)])
        self.stopped = Event()
        before = signal.signal(signal.SIGTERM, lambda number, frame: self.stopped.set())
        try:
            failed = self.round(named or due(timezone.now()), options["verbosity"])
            while options["every"] and not self.stopped.wait(options["every"] * 60):
                close_old_connections()
                waiting = due(timezone.now())
                only = waiting.filter(pk__in=[feed.pk for feed in named]) if named else waiting
                failed = self.round(only, options["verbosity"])
        finally:
            signal.signal(signal.SIGTERM, before)
        if failed:
            raise CommandError(f"{failed} failed: the reasons are above, and with the feeds in the admin.")

    def added(self, **options: Any) -> list[str]:
        """Add the feed that --add names, and return its address."""
        if not options["add"]:
            return []
        try:
            feed = added(options["add"], options["publication"], options["section"])
        except NotAFeed as problem:
            raise CommandError(f"{problem}; nothing was added.") from problem
        return [feed.url]

    def named(self, urls: list[str]) -> list[Feed]:
        """Return the feeds at these addresses."""
        found = list(Feed.objects.filter(url__in=urls, active=True).select_related("publication", "section"))
        if missing := set(urls) - {feed.url for feed in found}:
            raise CommandError(f"No active feed has the address {min(missing)}: add it with --add.")
        return found

    def round(self, feeds: Iterable[Feed], verbosity: int) -> int:
        """Fetch each of the feeds that no one else has taken, with a line for each; return how many failed."""
        visitor, failed = new_visitor(), 0
        for feed in list(feeds):
            if self.stopped.is_set():
                break
            if not claim(feed, timezone.now()):
                continue
            outcome = follow(feed, visitor)
            failed += bool(outcome.failure)
            if verbosity or outcome.failure:
                (self.stderr if outcome.failure else self.stdout).write(str(outcome))
        try:
            indexing.catch_up()
        except IndexBusy:
            self.stderr.write("Another process is writing the index: it follows the changes meanwhile.")
        return failed

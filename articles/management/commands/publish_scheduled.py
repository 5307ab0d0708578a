"""Publish the scheduled articles whose time has come."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing import publish_due


class Command(BaseCommand):
    help = "Publish the scheduled articles whose time has come; run it every minute, or keep index --follow running."

    def handle(self, **options: Any) -> None:
        published = publish_due()
        if options["verbosity"]:
            self.stdout.write(f"{published} published.")

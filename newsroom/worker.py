"""Where a process begins that another one starts to share its work."""

import os

import django


def start() -> None:
    """Set Django up, before anything that needs it is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()

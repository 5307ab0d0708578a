"""Where a process begins that another one starts to share its work."""

import multiprocessing
import os
import threading

import django


def start() -> None:
    """Set Django up, before anything that needs it is imported; end when the process that shares its work is gone."""
    threading.Thread(target=end_with_parent, name="newsroom-parent", daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()


def end_with_parent() -> None:
    """Wait until the parent ends, however it does, and end too: whoever kills an import leaves no worker behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

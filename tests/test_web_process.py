"""What serves pages loads none of what only imports need: that would cost each worker a second and 150 MB."""

import subprocess
import sys

from tests.archive import ROOT

HEAVY = {"numpy", "py3langid", "trafilatura", "lxml", "feedparser", "warcio"}
SERVE = """
import sys
from newsroom.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_web_worker_loads_nothing_that_only_imports_need(tmp_path):
    environment = {
        "NEWSROOM_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "PATH": "",
    }
    command = [sys.executable, "-c", SERVE]
    loaded = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert HEAVY & set(loaded.stdout.split()) == set()

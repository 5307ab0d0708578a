"""A facet is one line in `facets.py`, and everything else follows from it."""

import subprocess
import sys

from tests.archive import ROOT, new_archive

ASK = """
import sys, types
facets = types.ModuleType("articles.facets")
facets.__file__ = "articles/facets.py"
sys.modules["articles.facets"] = facets
lines = open("articles/facets.py").read()
exec(lines.replace('FACETS = (\\n', 'FACETS = (\\n    Facet("paper", "Papers", "publication", record="Publication"),\\n'), facets.__dict__)

import os, django
django.setup()
from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
from articles.models import Article, Publication
for name in ("Ledger", "Courier"):
    Article.objects.create(headline=name, body="<p>Text.</p>", published_on="2017-06-09", status="published", publication=Publication.objects.create(name=name))
reader = Client()
for path in ("/search/", "/search/?paper=ledger", "/search/?-paper=ledger", "/search/paper/", "/2017/06/?paper=ledger"):
    response = reader.get(path)
    print(path, response.status_code, response.context["found"].total, "Papers" in response.text, "paper=courier" in response.text)
"""  # noqa: E501


def test_one_line_adds_a_facet_to_panel_page_and_address(tmp_path):
    with new_archive(tmp_path) as archive:
        done = subprocess.run(
            [sys.executable, "-c", ASK],
            cwd=ROOT,
            env=archive.environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "/search/ 200 2 True True",
        "/search/?paper=ledger 200 1 True False",
        "/search/?-paper=ledger 200 1 True True",
        "/search/paper/ 200 2 True True",
        "/2017/06/?paper=ledger 200 1 True False",
    ]

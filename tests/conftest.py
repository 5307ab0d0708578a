"""What every test stands on: an index of its own, plain static files, and passwords that are quick to check."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from articles import indexing
from articles.templatetags.newsroom import sections_in

IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


@pytest.fixture(autouse=True)
def own_index(settings):
    """Give each test an index folder that no other test has, in memory where there is room for it."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-test-", dir=IN_MEMORY))
    settings.INDEX_DIR = folder / "index"
    settings.INDEX_CHECK_SECONDS = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    yield
    indexing.follower_of.cache_clear()
    sections_in.cache_clear()
    shutil.rmtree(folder, ignore_errors=True)


def pytest_collection_modifyitems(items):
    """Mark the tests that open the database, so that they can be run on another."""
    for item in items:
        if item.get_closest_marker("django_db") or {"db", "transactional_db", "client", "admin_client"} & set(
            item.fixturenames
        ):
            item.add_marker("database")


def pytest_sessionfinish(session):
    """With REQUIRE_ALL=1 a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("REQUIRE_ALL") == "1" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

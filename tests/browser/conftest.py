"""A real Chromium in front of a real server with the sample archive, as `make serve` starts it."""

import os
from dataclasses import dataclass

import pytest
from playwright.sync_api import sync_playwright

from tests.archive import ROOT, Archive, new_archive
from tests.serving import served

PASSWORD = "a-long-enough-passphrase"
SCREENSHOTS = ROOT / "tests/screenshots"


@dataclass(frozen=True)
class Site:
    """The served archive."""

    archive: Archive
    address: str


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with new_archive(tmp_path_factory.mktemp("site")) as archive:
        archive.manage("load_sample")
        archive.manage("collectstatic", "--noinput", "--verbosity", "0")
        archive.run(
            f'from django.contrib.auth.models import User; User.objects.create_superuser("editor", "", "{PASSWORD}")'
        )
        with served(archive.environment) as port:
            yield Site(archive, f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(site, chromium):
    """Return what opens a page of the archive; everything the browser complains about fails the test."""
    contexts, complaints = [], []

    def open_one(
        path="/", *, width=1440, height=1000, scheme="light", javascript=True, touch=False, status=200
    ):
        context = chromium.new_context(
            base_url=site.address,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            has_touch=touch,
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type in ("error", "warning") and status == 200
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: (
                complaints.append(f"{request.url}: {request.failure}")
                if request.failure != "net::ERR_ABORTED"
                else None
            ),
        )
        assert page.goto(path).status == status
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []

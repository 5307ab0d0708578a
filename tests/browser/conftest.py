"""A real Chromium in front of a real server with the sample archive, as `make serve` starts it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass

import pytest
from playwright.sync_api import sync_playwright

from tests.archive import ROOT, Archive, new_archive

PASSWORD = "a-long-enough-passphrase"
SCREENSHOTS = ROOT / "tests/screenshots"


@dataclass(frozen=True)
class Site:
    """The served archive."""

    archive: Archive
    address: str


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(port):
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("the server did not become ready")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with new_archive(tmp_path_factory.mktemp("site")) as archive:
        archive.manage("load_sample")
        archive.manage("collectstatic", "--noinput", "--verbosity", "0")
        archive.run(
            f'from django.contrib.auth.models import User; User.objects.create_superuser("editor", "", "{PASSWORD}")'
        )
        port = free_port()
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "--config",
            "newsroom/gunicorn.py",
            "--bind",
            f"127.0.0.1:{port}",
            "newsroom.wsgi",
        ]
        server = subprocess.Popen(command, cwd=ROOT, env=archive.environment, stderr=subprocess.DEVNULL)
        try:
            wait_until_ready(port)
            yield Site(archive, f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()


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

    def open_one(path="/", *, width=1440, height=1000, scheme="light", javascript=True, status=200):
        context = chromium.new_context(
            base_url=site.address,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
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

"""The archive served by gunicorn, as `make serve` starts it, on a port that is free."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = (sys.executable, "-m", "gunicorn", "--config", "newsroom/gunicorn.py", "newsroom.wsgi")


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[int]:
    """Serve the archive that the environment names, and yield the port when it is ready."""
    port = free_port()
    command = [*SERVER, "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, env=dict(environment), stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """Return a port that no one listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(port: int) -> None:
    """Wait until the server says that it is ready; fail after some twenty seconds."""
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

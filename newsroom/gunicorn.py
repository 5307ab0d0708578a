"""How gunicorn serves the archive: few processes, threads in each, and limits on what a request may be."""

import os
import sys


def count(name: str, value: str) -> int:
    """Return a number of processes or threads; end the start with one clear line if it is none."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1000):
        sys.exit(f"newsroom: {name} is {value!r}: it must be a number from 1 to 1000")
    return int(value)


workers = count("WEB_WORKERS", os.environ.get("WEB_WORKERS", "2"))
threads = count("WEB_THREADS", os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
# Settings that can't be used end the start once, instead of every worker in turn for ever.
preload_app = True
timeout = 30
graceful_timeout = 30
max_requests = 2000
max_requests_jitter = 200
# As long as gunicorn allows: what is too long for the archive then gets its own page, with its headers.
limit_request_line = 8190
accesslog = os.environ.get("WEB_ACCESS_LOG") or None
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 - a heartbeat file, kept off the disk
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "")
forwarder_headers = ""
control_socket_disable = True

"""Run everything there is to test on this machine, and say what was left out and why.

The unit tests and SQLite first, then PostgreSQL, then a browser. With REQUIRE_ALL=1 nothing may be left out.
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import nullcontext
from functools import partial

from tests import postgres

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
WORKERS = str(min(4, os.cpu_count() or 1))
NOT_FOR_TESTS = ("DATABASE_URL", "SECRET_KEY", "DEBUG", "NEWSROOM_HTTPS")
NO_POSTGRESQL = "no server programs were found; install PostgreSQL, or name a server in TEST_DATABASE_URL"
NO_CHROMIUM = "no Chromium was found; install it, or name it in CHROMIUM"


def run(title: str, *arguments: str, **environment: str) -> bool:
    """Run pytest and return whether all went well."""
    print(f"\n== {title}", flush=True)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", WORKERS, *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in NOT_FOR_TESTS}
    code = subprocess.run(command, env=kept | environment).returncode
    print(f"== {title}: {time.monotonic() - began:.0f} s", flush=True)
    return code == 0


def on_postgresql() -> bool:
    """Run what opens the database on PostgreSQL: on the server that is named, or on one of the tests' own."""
    named = os.environ.get("TEST_DATABASE_URL", "")
    with nullcontext(named) if named else postgres.server() as address:
        return run("PostgreSQL", "-m", "database and not browser and not sqlite", DATABASE_URL=address)


def chromium() -> str | None:
    """Return the path of a Chromium, None if there is none."""
    named = os.environ.get("CHROMIUM", "")
    return next(
        (
            path
            for name in (named, "chromium", "chromium-browser", "google-chrome")
            if name and (path := shutil.which(name))
        ),
        None,
    )


def main() -> int:
    """Run the parts one after the other, which on two cores is faster than side by side; return 0 if none failed."""
    passed, left_out, later = [run("Unit tests and SQLite", "-m", "not browser and not postgresql")], [], []
    if os.environ.get("TEST_DATABASE_URL") or postgres.programs():
        later.append(on_postgresql)
    else:
        left_out.append(f"PostgreSQL: {NO_POSTGRESQL}")
    if path := chromium():
        later.append(partial(run, "Browser", "-m", "browser", CHROMIUM=path))
    else:
        left_out.append(f"Browser: {NO_CHROMIUM}")
    passed += [part() for part in later]
    for reason in left_out:
        print(f"Left out: {reason}.")
    failed = not all(passed) or (REQUIRE_ALL and bool(left_out))
    print("Something failed or was left out." if failed else "Everything passed.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

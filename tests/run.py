"""Run everything there is to test on this machine, and say what was left out and why.

The unit tests and SQLite first, then PostgreSQL, then a browser. With REQUIRE_ALL=1 nothing may be left out.
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import nullcontext

from tests import postgres

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
WORKERS = str(min(4, os.cpu_count() or 1))


def run(title: str, *arguments: str, **environment: str) -> bool:
    """Run pytest and return whether all went well."""
    print(f"\n== {title}", flush=True)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "SECRET_KEY", "DEBUG", "NEWSROOM_HTTPS")
    }
    code = subprocess.run(command, env=kept | environment).returncode
    print(f"== {title}: {time.monotonic() - began:.0f} s", flush=True)
    return code == 0


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
    """Run the parts and return 0 if nothing failed."""
    parts, left_out = (
        [run("Unit tests and SQLite", "-n", WORKERS, "-m", "not browser and not postgresql")],
        [],
    )
    named = os.environ.get("TEST_DATABASE_URL", "")
    if named or postgres.programs():
        with nullcontext(named) if named else postgres.server() as address:
            parts.append(
                run(
                    "PostgreSQL",
                    "-n",
                    WORKERS,
                    "-m",
                    "database and not browser and not sqlite",
                    DATABASE_URL=address,
                )
            )
    else:
        left_out.append(
            "PostgreSQL: no server programs were found; install PostgreSQL, or name a server in TEST_DATABASE_URL"
        )
    if path := chromium():
        parts.append(run("Browser", "-n", WORKERS, "-m", "browser", CHROMIUM=path))
    else:
        left_out.append("Browser: no Chromium was found; install it, or name it in CHROMIUM")
    for reason in left_out:
        print(f"Left out: {reason}.")
    failed = not all(parts) or (REQUIRE_ALL and bool(left_out))
    print("Something failed or was left out." if failed else "Everything passed.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

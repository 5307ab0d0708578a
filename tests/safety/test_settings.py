"""Settings are safe by themselves; those that can't be used end the start, each with one clear line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "correct-horse-battery-staple-0123456789-abcdefghijk"
SHOW = """
import json
from django.conf import settings
names = {names!r}
print(json.dumps({{name: getattr(settings, name) for name in names}}))
"""


def run(folder, *command, **environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    own = {"NEWSROOM_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | own | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def start(folder, **environment):
    return run(folder, "-c", "from django.conf import settings; settings.DEBUG", **environment)


def show(folder, *names, **environment):
    done = run(folder, "-c", SHOW.format(names=names), **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_has_to_be_set(tmp_path):
    assert show(tmp_path, "DEBUG", "ALLOWED_HOSTS", "SECURE_PROXY_SSL_HEADER", "SESSION_COOKIE_HTTPONLY") == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "SECURE_PROXY_SSL_HEADER": None,
        "SESSION_COOKIE_HTTPONLY": True,
    }


def test_no_secret_key_stands_in_the_code(tmp_path):
    first, second = (show(tmp_path / name, "SECRET_KEY")["SECRET_KEY"] for name in "ab")
    assert first != second
    assert (tmp_path / "a/secret-key").read_text() == first


def test_empty_settings_are_as_good_as_none(tmp_path):
    empty = dict.fromkeys(
        (
            "SECRET_KEY",
            "SECRET_KEY_FILE",
            "DATABASE_URL",
            "NEWSROOM_URL",
            "NEWSROOM_FETCH_ALLOW",
            "CSRF_TRUSTED_ORIGINS",
        ),
        "",
    )
    assert start(tmp_path, **empty).returncode == 0


def test_https_makes_cookies_secure_and_redirects_all_but_the_health_checks(tmp_path):
    assert show(
        tmp_path,
        "SECURE_SSL_REDIRECT",
        "SECURE_REDIRECT_EXEMPT",
        "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        NEWSROOM_HTTPS="true",
    ) == {
        "SECURE_SSL_REDIRECT": True,
        "SECURE_REDIRECT_EXEMPT": ["^healthz$", "^readyz$"],
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
    }


def test_proxy_is_believed_only_when_asked_for(tmp_path):
    assert show(tmp_path, "SECURE_PROXY_SSL_HEADER", NEWSROOM_TRUST_PROXY="true") == {
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"]
    }


def test_spaces_in_lists_are_left_out(tmp_path):
    assert show(
        tmp_path,
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        ALLOWED_HOSTS="a.org, b.org",
        CSRF_TRUSTED_ORIGINS=" https://a.org",
    ) == {"ALLOWED_HOSTS": ["a.org", "b.org"], "CSRF_TRUSTED_ORIGINS": ["https://a.org"]}


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"DEBUG": "perhaps"}, "DEBUG can't be used: Not a valid boolean."),
        ({"NEWSROOM_HTTPS": "2"}, "NEWSROOM_HTTPS can't be used: Not a valid boolean."),
        (
            {"NEWSROOM_STATEMENT_TIMEOUT": "5s"},
            "NEWSROOM_STATEMENT_TIMEOUT can't be used: Not a valid integer.",
        ),
        (
            {"NEWSROOM_INDEX_CHECK_SECONDS": "-1"},
            "NEWSROOM_INDEX_CHECK_SECONDS can't be used: Must be greater than or equal to 0.",
        ),
        (
            {"NEWSROOM_SQLITE_SYNCHRONOUS": "OFF"},
            "NEWSROOM_SQLITE_SYNCHRONOUS can't be used: Must be one of: FULL, NORMAL, EXTRA.",
        ),
        (
            {"NEWSROOM_LOG_LEVEL": "loud"},
            "NEWSROOM_LOG_LEVEL can't be used: Must be one of: DEBUG, INFO, WARNING, ERROR.",
        ),
        (
            {"TIME_ZONE": "Mars/Olympus"},
            "TIME_ZONE can't be used: Must be a time zone like UTC or America/New_York.",
        ),
        (
            {"TIME_ZONE": "../../etc/passwd"},
            "TIME_ZONE can't be used: Must be a time zone like UTC or America/New_York.",
        ),
        (
            {"ALLOWED_HOSTS": "*"},
            "ALLOWED_HOSTS is *, which answers to any name: name the hosts this archive is served under",
        ),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is empty: name the hosts this archive is served under"),
        (
            {"CSRF_TRUSTED_ORIGINS": "archive.example.org"},
            "CSRF_TRUSTED_ORIGINS must start with http:// or https://, each of them",
        ),
        (
            {"NEWSROOM_URL": "archive.example.org"},
            "NEWSROOM_URL is 'archive.example.org': it must start with http:// or https://",
        ),
        (
            {"NEWSROOM_URL": "https://archive.example.org"},
            "NEWSROOM_URL is 'https://archive.example.org' but NEWSROOM_HTTPS is False: they must agree",
        ),
        (
            {"NEWSROOM_URL": "http://archive.example.org", "NEWSROOM_HTTPS": "true"},
            "NEWSROOM_URL is 'http://archive.example.org' but NEWSROOM_HTTPS is True: they must agree",
        ),
        (
            {"NEWSROOM_FETCH_ALLOW": "intra.example.org, 0.0.0.0/0"},
            "NEWSROOM_FETCH_ALLOW can't be used: '0.0.0.0/0' is too wide: /8 is the widest",
        ),
        (
            {"DEBUG": "true", "NEWSROOM_HTTPS": "true"},
            "DEBUG and NEWSROOM_HTTPS are both on: an archive that is served shows its inside to nobody",
        ),
        (
            {"SECRET_KEY": KEY, "SECRET_KEY_FILE": "/dev/null"},
            "SECRET_KEY and SECRET_KEY_FILE are both set: keep one",
        ),
        (
            {"SECRET_KEY": "hunter2"},
            "SECRET_KEY holds 7 characters, 7 of them different: "
            "a secret key needs 50, 5 different; without one, it is made",
        ),
        ({"DATABASE_URL": "mysql://u:hunter2@h/d"}, "DATABASE_URL must name sqlite:///… or postgres://…"),
        (
            {"DATABASE_URL": "postgres://u:hunter2@h:port/d"},
            "DATABASE_URL can't be read: it must be like sqlite:///… or postgres://…",
        ),
    ],
)
def test_setting_that_can_not_be_used_ends_the_start_with_one_line(tmp_path, environment, line):
    done = start(tmp_path, **environment)
    assert (done.returncode, done.stderr) == (1, f"newsroom: {line}\n")


def test_all_problems_are_told_at_once(tmp_path):
    wrong = {"DEBUG": "perhaps", "TIME_ZONE": "Mars", "NEWSROOM_LOG_LEVEL": "loud", "ALLOWED_HOSTS": "*"}
    lines = start(tmp_path, **wrong).stderr.splitlines()
    assert [line.split()[1] for line in lines] == [
        "DEBUG",
        "NEWSROOM_LOG_LEVEL",
        "TIME_ZONE",
        "ALLOWED_HOSTS",
    ]


def test_key_file_that_others_can_read_ends_the_start(tmp_path):
    (tmp_path / "key").write_text(KEY)
    (tmp_path / "key").chmod(0o644)
    done = start(tmp_path, SECRET_KEY_FILE=str(tmp_path / "key"))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"newsroom: {tmp_path}/key can be read by others: "
        "run chmod 600 on it, or remove it to have a new key made"
    ]


def test_missing_key_file_ends_the_start(tmp_path):
    done = start(tmp_path, SECRET_KEY_FILE=str(tmp_path / "key"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_data_folder_that_can_not_be_made_ends_the_start(tmp_path):
    (tmp_path / "file").touch()
    done = start(tmp_path / "file" / "folder", SECRET_KEY=KEY)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_data_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "50% off? #1 ü"
    done = run(folder, "manage.py", "migrate", "--verbosity", "0")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "newsroom.sqlite3").exists()


@pytest.mark.parametrize("environment", [{"DEBUG": "perhaps"}, {"WEB_WORKERS": "many"}, {"WEB_THREADS": "0"}])
def test_server_ends_at_once_when_a_setting_can_not_be_used(tmp_path, environment):
    server = ("-m", "gunicorn", "--config", "newsroom/gunicorn.py", "--bind", "127.0.0.1:0", "newsroom.wsgi")
    done = run(tmp_path, *server, **environment)
    lines = [line for line in done.stderr.splitlines() if line.startswith("newsroom: ")]
    assert (done.returncode, len(lines)) == (1, 1)
    assert "Traceback" not in done.stderr


def test_deployment_check_is_clean_and_silences_nothing(tmp_path):
    checked = run(
        tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", NEWSROOM_HTTPS="true"
    )
    assert (checked.returncode, checked.stdout) == (0, "System check identified no issues (0 silenced).\n")

"""The secret key is made once, is read by its owner only, and is the same for every process."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.secret import SecretRefused, found_secret, kept_secret, read_secret

ROOT = Path(__file__).resolve().parents[2]
KEY = "correct-horse-battery-staple-0123456789-abcdefghijk"


def test_key_is_made_once(tmp_path):
    first = kept_secret(tmp_path / "secret-key")
    assert len(first) >= 64
    assert kept_secret(tmp_path / "secret-key") == first


def test_every_installation_has_a_key_of_its_own(tmp_path):
    assert kept_secret(tmp_path / "a") != kept_secret(tmp_path / "b")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_key_is_for_its_owner_only(tmp_path, umask):
    before = os.umask(umask)
    try:
        kept_secret(tmp_path / "secret-key")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_making_a_key_leaves_nothing_else(tmp_path):
    kept_secret(tmp_path / "secret-key")
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_at_once_agree(tmp_path):
    code = (
        "import sys, time; from pathlib import Path; from newsroom.secret import kept_secret\n"
        "print('ready', flush=True); sys.stdin.readline(); print(kept_secret(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "deep" / "secret-key")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    programs = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(8)]
    for program in programs:
        program.stdout.readline()
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    keys = {program.communicate(timeout=30)[0].strip() for program in programs}
    assert len(keys) == 1
    assert len(keys.pop()) >= 64


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o602, 0o601])
def test_key_that_others_can_reach_is_refused(tmp_path, mode):
    (tmp_path / "key").write_text(KEY)
    (tmp_path / "key").chmod(mode)
    with pytest.raises(SecretRefused, match="chmod 600"):
        read_secret(tmp_path / "key")


@pytest.mark.parametrize("key", ["", "short", "a" * 100, "abab" * 20])
def test_key_that_can_be_guessed_is_refused(tmp_path, key):
    (tmp_path / "key").write_text(key)
    (tmp_path / "key").chmod(0o600)
    with pytest.raises(SecretRefused, match="a secret key needs 50"):
        read_secret(tmp_path / "key")


def test_refusal_never_tells_the_key(tmp_path):
    with pytest.raises(SecretRefused) as refusal:
        found_secret("hunter2", "", tmp_path)
    assert "hunter2" not in str(refusal.value)


def test_key_of_the_environment_comes_first(tmp_path):
    assert found_secret(KEY, "", tmp_path) == KEY
    assert list(tmp_path.iterdir()) == []


def test_key_of_a_named_file_is_read_and_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        found_secret("", str(tmp_path / "nowhere"), tmp_path)
    (tmp_path / "key").write_text(KEY + "\n")
    (tmp_path / "key").chmod(0o600)
    assert found_secret("", str(tmp_path / "key"), tmp_path) == KEY

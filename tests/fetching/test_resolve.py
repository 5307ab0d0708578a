"""Looking up names."""

import time

import pytest

from articles.fetching import FetchFailed
from articles.fetching.resolve import resolved


def test_address_stands_for_itself():
    assert resolved("127.0.0.1", 5) == ["127.0.0.1"]
    assert resolved("::1", 5) == ["::1"]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "017700000001"])
def test_address_in_disguise_is_seen_through(host):
    assert resolved(host, 5) == ["127.0.0.1"]


def test_name_of_nobody_fails():
    with pytest.raises(FetchFailed, match="no-such-host.invalid: there is no such host"):
        resolved("no-such-host.invalid", 20)


def test_look_up_that_takes_too_long_is_left_behind(monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *arguments, **options: time.sleep(3) or [])
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="not found in time"):
        resolved("example.org", 0.1)
    assert time.monotonic() - began < 1

"""Addresses, taken apart and refused."""

import pytest

from articles.fetching import Refused
from articles.fetching.target import Target, redirected, target_of


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://example.org", Target("http", "example.org", 80, "/")),
        ("https://Example.ORG./feed?a=1&b=%20#top", Target("https", "example.org", 443, "/feed?a=1&b=%20")),
        ("http://example.org:8080/a b/ü?q=ü", Target("http", "example.org", 8080, "/a%20b/%C3%BC?q=%C3%BC")),
        ("http://bücher.example/", Target("http", "xn--bcher-kva.example", 80, "/")),
        ("http://[::1]:8000/", Target("http", "::1", 8000, "/")),
        ("http://[::FFFF:127.0.0.1]/", Target("http", "::ffff:7f00:1", 80, "/")),
        (" https://example.org/x ", Target("https", "example.org", 443, "/x")),
        ("http://my_host.example/", Target("http", "my_host.example", 80, "/")),
    ],
)
def test_address_is_taken_apart(url, target):
    assert target_of(url) == target


def test_address_is_put_together_again():
    assert target_of("https://Example.org:443/a?b#c").url == "https://example.org/a?b"
    assert target_of("http://[::1]:8000/a").url == "http://[::1]:8000/a"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "'' is no address of the web"),
        ("example.org/feed", "is no address of the web: it must begin with http:// or https://"),
        ("file:///etc/passwd", "is no address of the web"),
        ("ftp://example.org/", "is no address of the web"),
        ("gopher://example.org/", "is no address of the web"),
        ("data:text/xml,<rss/>", "is no address of the web"),
        ("http://user@example.org/", "a user name or a password, which are never sent"),
        ("http://user:secret@example.org/", "a user name or a password, which are never sent"),
        ("http://@example.org/", "a user name or a password"),
        ("http:///feed", "'' is no name of a host"),
        ("http://:80/", "'' is no name of a host"),
        ("http://exa mple.org/", "is no name of a host"),
        ("http://example..org/", "is no name of a host"),
        ("http://example.org%00.evil.example/", "is no name of a host"),
        ("http://" + "a" * 300 + ".org/", "is no name of a host"),
        ("http://" + "ü" * 70 + ".org/", "is no name of a host"),
        ("http://[::1/", "is no address: "),
        ("http://[:::::1]/", "is no "),
        ("http://example.org:99999/", "is no address: Port out of range"),
        ("http://example.org:x/", "is no address: "),
        ("http://example.org:22/", "the port 22 is not asked: 80, 443 and those from 1024 are"),
        ("http://example.org:0/", "the port 0 is not asked"),
        ("http://example.org/\ud800", "is no address"),
        ("http://example.org/" + "x" * 2000, "longer than 2,000 characters"),
    ],
)
def test_address_that_is_none_of_the_web_is_refused(url, said):
    with pytest.raises(Refused) as refusal:
        target_of(url)
    assert said in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_control_characters_can_not_end_a_request_line():
    assert target_of("http://example.org/a\r\nHost: evil\x00\x0b!").path == "/aHost:%20evil%00%0B!"


@pytest.mark.parametrize(
    ("location", "reached"),
    [
        ("/new", "https://example.org/new"),
        ("new", "https://example.org/a/new"),
        ("//other.example/x", "https://other.example/x"),
        ("?page=2", "https://example.org/a/b?page=2"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_redirect_leads_on(location, reached):
    assert redirected(target_of("https://example.org/a/b"), location).url == reached


@pytest.mark.parametrize(
    "location",
    [
        "http://example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "https://u:p@x.example/",
        "https://[",
    ],
)
def test_redirect_out_of_the_web_or_from_https_is_refused(location):
    with pytest.raises(Refused):
        redirected(target_of("https://example.org/"), location)

"""What robots.txt allows, as RFC 9309 has it."""

import time

import pytest

from articles.fetching.robots import fits, rules_for

FILE = b"""\xef\xbb\xbf# the house rules
User-agent: *
Disallow: /private
Allow: /private/open$
Disallow: /*.pdf$
Crawl-delay: 3

User-agent: Other
User-agent: newsroom   # us
Disallow: /secret/
Allow: /secret/press
Crawl-delay: 60

User-Agent: NEWSROOM/2.0
disallow: /later
Sitemap: https://example.org/sitemap.xml
"""


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/private", True),
        ("/secret/x", False),
        ("/secret/press/1", True),
        ("/later", False),
        ("/a.pdf", True),
    ],
)
def test_group_that_names_the_agent_holds_alone_wherever_it_stands(path, may):
    assert rules_for("Newsroom", FILE).allow(path) is may


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/private", False),
        ("/privateer", False),
        ("/private/open", True),
        ("/private/open/1", False),
        ("/x/a.pdf", False),
        ("/x/a.pdf?1", True),
        ("/secret/x", True),
    ],
)
def test_others_keep_to_the_group_for_all(path, may):
    assert rules_for("Elsewhere", FILE).allow(path) is may


def test_delay_is_read_and_bounded():
    assert (rules_for("Elsewhere", FILE).delay, rules_for("Newsroom", FILE).delay) == (3.0, 10.0)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n",
        b"User-agent: *\nDisallow:\n",
        b"Disallow: /\n",
        b"<html><body>Not found</body></html>",
        b"\xff\xfe\x00\x00",
    ],
)
def test_file_without_a_rule_allows_all(raw):
    assert rules_for("Newsroom", raw).allow("/any")


@pytest.mark.parametrize(
    "raw", [b"User-agent: *\nDisallow: /", b"user-agent:*\r\ndisallow:/\r\n", b"USER-AGENT: * \rDISALLOW: / "]
)
def test_whole_site_can_be_closed(raw):
    assert not rules_for("Newsroom", raw).allow("/any")


def test_longest_rule_decides_and_allows_at_a_tie():
    assert rules_for("Newsroom", b"User-agent: *\nDisallow: /\nAllow: /feed").allow("/feed/")
    assert rules_for("Newsroom", b"User-agent: *\nDisallow: /feed\nAllow: /feed").allow("/feed")


def test_escapes_are_compared_as_what_they_stand_for():
    rules = rules_for("Newsroom", "User-agent: *\nDisallow: /über\nDisallow: /a%7eb".encode())
    assert not rules.allow("/%C3%BCber")
    assert not rules.allow("/a~b")


@pytest.mark.parametrize(
    ("pattern", "path", "is_fitting"),
    [
        ("/a*b", "/axxb", True),
        ("/a*b", "/axxbc", True),
        ("/a*b$", "/axxbc", False),
        ("/a*b$", "/abab", True),
        ("/a*", "/a", True),
        ("/a*$", "/axyz", True),
        ("*x", "/1x", True),
        ("/$", "/", True),
        ("/$", "/a", False),
        ("/a*a$", "/a", False),
    ],
)
def test_pattern_fits(pattern, path, is_fitting):
    assert fits(pattern, path) is is_fitting


@pytest.mark.parametrize(
    "raw",
    [
        b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"$",
        b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*b\n" * 20_000,
        b"User-agent: *\n" + b"Disallow: /" + b" " * 400_000 + b"x",
        b"User-agent: x\n" * 30_000 + b"Disallow: /",
        b" " * 500_000 + b":" * 100_000,
        b"a" * 2_000_000,
    ],
)
def test_hostile_file_takes_no_time(raw):
    began = time.process_time()
    rules_for("Newsroom", raw).allow("/" + "a" * 1_900)
    assert time.process_time() - began < 2

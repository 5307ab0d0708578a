"""Visits that keep to a site's own rules."""

import pytest

from articles.fetching import FetchFailed, Refused, Visitor
from tests.fetching.site import Page, a_client, serving


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.now = 1_000.0
        self.slept = []

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visitor(clock):
    return Visitor(a_client(), clock=clock.time, sleep=clock.sleep)


def test_robots_are_asked_once_and_first(site, visitor):
    site.pages |= {"/a": Page(b"a"), "/b": Page(b"b")}
    assert (visitor.get(f"{site.url}/a").body, visitor.get(f"{site.url}/b").body) == (b"a", b"b")
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_what_robots_forbid_is_not_asked(site, visitor):
    site.pages |= {"/robots.txt": Page(b"User-agent: *\nDisallow: /secret"), "/secret": Page(b"x")}
    with pytest.raises(Refused, match="asks programs not to read /secret"):
        visitor.get(f"{site.url}/secret")
    assert site.paths() == ["/robots.txt"]


def test_redirect_to_what_robots_forbid_is_not_followed(site, visitor):
    site.pages |= {
        "/robots.txt": Page(b"User-agent: Newsroom\nDisallow: /secret"),
        "/open": Page(status=302, headers={"Location": "/secret"}),
        "/secret": Page(b"x"),
    }
    with pytest.raises(Refused, match="asks programs not to read /secret"):
        visitor.get(f"{site.url}/open")
    assert site.paths() == ["/robots.txt", "/open"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_site_without_robots_allows_all(site, visitor, status):
    site.pages |= {"/robots.txt": Page(status=status), "/a": Page(b"a")}
    assert visitor.get(f"{site.url}/a").body == b"a"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_site_whose_robots_can_not_be_had_is_left_for_later(site, visitor, status):
    site.pages |= {"/robots.txt": Page(status=status), "/a": Page(b"a")}
    for _ in range(2):
        with pytest.raises(
            FetchFailed, match=f"its robots.txt can’t be read: .* answers {status}"
        ) as failure:
            visitor.get(f"{site.url}/a")
        assert not isinstance(failure.value, Refused)
    assert site.paths() == ["/robots.txt"]


def test_robots_that_redirect_into_the_network_are_not_followed(site, visitor):
    site.pages["/robots.txt"] = Page(status=302, headers={"Location": "http://169.254.169.254/"})
    with pytest.raises(Refused, match="its robots.txt can’t be read: 169.254.169.254 is at 169.254.169.254"):
        visitor.get(f"{site.url}/a")


def test_only_the_beginning_of_large_robots_is_read(site, visitor):
    site.pages |= {
        "/robots.txt": Page(b"User-agent: *\nDisallow: /secret\n" + b"# more\n" * 200_000 + b"Disallow: /a"),
        "/a": Page(b"a"),
    }
    assert visitor.get(f"{site.url}/a").body == b"a"


def test_a_second_passes_between_two_requests_to_a_host(site, visitor, clock):
    site.pages |= {"/a": Page(b"a"), "/b": Page(status=302, headers={"Location": "/a"})}
    visitor.get(f"{site.url}/a")
    assert clock.slept == [1.0]
    clock.now += 0.75
    visitor.get(f"{site.url}/b")
    assert clock.slept == [1.0, 0.25, 1.0]
    clock.now += 5
    visitor.get(f"{site.url}/a")
    assert clock.slept == [1.0, 0.25, 1.0]


@pytest.mark.parametrize(
    ("delay", "pause"), [("3", 3.0), ("0", 1.0), ("0.5", 1.0), ("3600", 10.0), ("x", 1.0)]
)
def test_crawl_delay_is_respected_up_to_ten_seconds(site, visitor, clock, delay, pause):
    site.pages |= {"/robots.txt": Page(f"User-agent: *\nCrawl-delay: {delay}".encode()), "/a": Page(b"a")}
    visitor.get(f"{site.url}/a")
    visitor.get(f"{site.url}/a")
    assert clock.slept == [pause, pause]


def test_pauses_are_no_part_of_the_time_limit(site, clock):
    site.pages |= {"/robots.txt": Page(b"User-agent: *\nCrawl-delay: 10"), "/a": Page(b"a")}
    visitor = Visitor(a_client(limits={"seconds": 1}), clock=clock.time, sleep=clock.sleep)
    assert visitor.get(f"{site.url}/a").body == b"a"


def test_each_site_has_its_own_robots(site, visitor):
    site.pages |= {"/robots.txt": Page(b"User-agent: *\nDisallow: /")}
    with serving() as other:
        other.pages["/a"] = Page(b"a")
        assert visitor.get(f"{other.url}/a").body == b"a"
    with pytest.raises(Refused):
        visitor.get(f"{site.url}/a")

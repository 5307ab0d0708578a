"""Fetching an address from a real server: what comes back, where redirects may lead, how long it may take."""

import socket
import time
from email.utils import formatdate

import pytest

from articles.fetching import Conditional, FetchFailed, Refused, allowed_places, fetch
from tests.fetching.site import HERE, Page, a_client


def failure_of(url, client=None, **options):
    with pytest.raises(FetchFailed) as failure:
        fetch(url, client or a_client(), **options)
    return failure.value


def test_answer_is_told_whole(site):
    modified = formatdate(1_500_000_000, usegmt=True)
    headers = {"Content-Type": "application/rss+xml; charset=utf-8", "ETag": '"1"', "Last-Modified": modified}
    site.pages["/feed?a=1"] = Page(b"<rss/>", headers=headers)
    answer = fetch(f"{site.url}/feed?a=1#top", a_client())
    assert (answer.status, answer.url, answer.body) == (200, f"{site.url}/feed?a=1", b"<rss/>")
    assert (answer.content_type, answer.charset) == ("application/rss+xml", "utf-8")
    assert (answer.etag, answer.last_modified, answer.moved_to) == ('"1"', modified, "")
    assert site.asked[0].headers["User-Agent"] == "Newsroom/0 (test)"
    assert site.asked[0].headers["Host"] == f"127.0.0.1:{site.port}"
    assert "Cookie" not in site.asked[0].headers


def test_what_is_had_is_not_sent_again(site):
    site.pages["/feed"] = lambda asked: Page(status=304 if asked.get("If-None-Match") == '"1"' else 200)
    had = Conditional(etag='"1"', last_modified="Fri, 14 Jul 2017 02:40:00 GMT")
    answer = fetch(f"{site.url}/feed", a_client(), conditional=had)
    assert (answer.not_modified, answer.body) == (True, b"")
    assert site.asked[0].headers["If-Modified-Since"] == "Fri, 14 Jul 2017 02:40:00 GMT"


@pytest.mark.parametrize("status", [204, 206, 403, 404, 410, 500, 503])
def test_other_answers_come_back_without_a_body(site, status):
    site.pages["/feed"] = Page(b"" if status == 204 else b"Sorry", status, {"Retry-After": "120"})
    answer = fetch(f"{site.url}/feed", a_client())
    assert (answer.status, answer.body, answer.retry_after) == (status, b"", 120)


def redirect(to, status=302):
    return Page(status=status, headers={"Location": to})


@pytest.mark.parametrize(
    ("statuses", "moved_to"), [((301, 308), "/3"), ((301, 302), "/2"), ((302, 301), ""), ((303, 307), "")]
)
def test_redirects_are_followed_and_permanent_ones_told(site, statuses, moved_to):
    site.pages |= {"/1": redirect("/2", statuses[0]), "/2": redirect("/3", statuses[1]), "/3": Page(b"here")}
    answer = fetch(f"{site.url}/1", a_client())
    assert (answer.body, answer.url) == (b"here", f"{site.url}/3")
    assert answer.moved_to == (site.url + moved_to if moved_to else "")


def test_five_redirects_are_followed_and_no_sixth(site):
    site.pages |= {f"/{number}": redirect(f"/{number - 1}") for number in range(1, 7)} | {"/0": Page(b"here")}
    assert fetch(f"{site.url}/5", a_client()).body == b"here"
    assert "redirects more than 5 times" in str(failure_of(f"{site.url}/6"))


def test_redirect_to_itself_ends(site):
    site.pages["/"] = redirect("/")
    assert "redirects more than 5 times" in str(failure_of(f"{site.url}/"))
    assert len(site.asked) == 6


def test_redirect_to_nowhere_is_an_answer(site):
    site.pages["/"] = Page(status=302)
    assert fetch(f"{site.url}/", a_client()).status == 302


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.2:{port}/",
        "http://10.0.0.1/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost:{port}/",
        "http://0.0.0.0:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.0.0.1:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/",
        "//127.0.0.3:{port}/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:{port}/",
        "http://user:secret@127.0.0.1:{port}/",
        "http://127.0.0.1:22/",
    ],
)
def test_redirect_into_the_network_is_refused_though_the_first_host_is_allowed(site, to):
    site.pages["/"] = redirect(to.format(port=site.port))
    site.pages["/feed"] = redirect("/")
    assert isinstance(failure_of(f"{site.url}/feed"), Refused)
    assert site.paths() == ["/feed", "/"]


def test_private_address_is_refused_unless_it_is_named(site):
    refusal = failure_of(f"{site.url}/", a_client(allowed=allowed_places([])))
    assert str(refusal) == (
        "127.0.0.1 is at 127.0.0.1, which is no public address: name the host in NEWSROOM_FETCH_ALLOW if it is yours"
    )
    assert site.asked == []


class Rebinding:
    """A name server that tells a good address first and a bad one then."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, host, seconds):
        self.asked.append(host)
        return self.answers.pop(0)


def test_name_is_looked_up_once_and_the_checked_address_connected_to(site):
    site.pages["/"] = Page(b"here")
    resolve = Rebinding(["127.0.0.1"], ["10.0.0.1"])
    client = a_client(allowed=allowed_places(["127.0.0.1/32"]), resolve=resolve)
    assert fetch(f"http://feeds.example:{site.port}/", client).body == b"here"
    assert resolve.asked == ["feeds.example"]
    assert site.asked[0].headers["Host"] == f"feeds.example:{site.port}"


def test_name_that_changes_its_address_on_a_redirect_is_checked_again(site):
    site.pages["/"] = redirect("/next")
    resolve = Rebinding(["127.0.0.1"], ["10.0.0.1"])
    client = a_client(allowed=allowed_places(["127.0.0.1/32"]), resolve=resolve)
    refusal = failure_of(f"http://feeds.example:{site.port}/", client)
    assert str(refusal).startswith("feeds.example is at 10.0.0.1, which is no public address")
    assert site.paths() == ["/"]


def test_one_private_address_among_public_ones_is_refused(site):
    client = a_client(allowed=HERE, resolve=lambda host, seconds: ["93.184.215.14", "127.0.0.1"])
    assert isinstance(failure_of(f"http://feeds.example:{site.port}/", client), Refused)


def test_next_address_is_tried_when_one_does_not_answer(site):
    site.pages["/"] = Page(b"here")
    client = a_client(
        allowed=allowed_places(["127.0.0.0/8"]), resolve=lambda host, seconds: ["127.0.0.9", "127.0.0.1"]
    )
    assert fetch(f"http://feeds.example:{site.port}/", client).body == b"here"


def test_name_without_an_address_fails():
    assert "it has no address" in str(
        failure_of("http://a.example/", a_client(resolve=lambda host, seconds: []))
    )


def test_nobody_there_fails():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        failure = failure_of(f"http://127.0.0.1:{port}/")
    assert str(failure) == f"127.0.0.1:{port}: no connection: Connection refused"
    assert not isinstance(failure, Refused)


def drip(connection):
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.05)


def drip_head(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    drip(connection)


def drip_chunks(connection):
    for _ in range(200):
        connection.sendall(b"1\r\nx\r\n")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "page",
    [
        Page(sends=drip),
        Page(raw=drip),
        Page(raw=drip_head),
        Page(headers={"Transfer-Encoding": "chunked"}, sends=drip_chunks),
        Page(raw=lambda connection: time.sleep(3)),
        Page(headers={"Content-Length": "5"}, sends=lambda connection: time.sleep(3)),
    ],
)
def test_slow_server_is_left_at_the_end_of_the_time(site, page):
    site.pages["/"] = page
    began = time.monotonic()
    failure = failure_of(f"{site.url}/", a_client(limits={"seconds": 0.4}))
    assert time.monotonic() - began < 1.5
    assert "0.4 seconds" in str(failure)
    assert not isinstance(failure, Refused)


def test_time_is_one_for_all_redirects(site):
    def slowly(asked):
        time.sleep(0.25)
        return redirect("/")

    site.pages["/"] = slowly
    began = time.monotonic()
    failure_of(f"{site.url}/", a_client(limits={"seconds": 0.6}))
    assert time.monotonic() - began < 1.5


def test_time_before_a_request_does_not_count(site):
    site.pages["/"] = Page(b"here")
    client = a_client(limits={"seconds": 0.5})
    assert fetch(f"{site.url}/", client, before=lambda target: time.sleep(0.7)).body == b"here"


def sends(raw):
    return Page(raw=lambda connection: connection.sendall(raw))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n\r\n",
        b"<html>no head</html>",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/2 200\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 99 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 90_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"y" * 60_000 + b"\r\n") * 20 + b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000,
        b"\x16\x03\x01\x00\x05hello",
        b"\x00" * 10_000,
    ],
)
def test_answer_that_is_no_http_fails(site, raw):
    site.pages["/"] = sends(raw)
    failure_of(f"{site.url}/")


@pytest.mark.parametrize(
    "header",
    [
        b"Location: \xff\xfe",
        b"Content-Type: \xff; charset=\x00",
        b"Content-Type: text/x; charset*=a\x00b'en'x",
        b"ETag: \x01",
        b": x",
        b"=?utf-8?q?x?=",
    ],
)
def test_odd_headers_do_no_harm(site, header):
    site.pages["/"] = sends(b"HTTP/1.1 200 OK\r\n" + header + b"\r\nContent-Length: 4\r\n\r\nhere")
    assert fetch(f"{site.url}/", a_client()).status == 200


@pytest.mark.parametrize(
    "location",
    ["http://[", "//", "http://a b/", "http://" + "x" * 5000, "http://127.0.0.1:99999/"],
)
def test_odd_redirect_is_refused_or_answered(site, location):
    site.pages["/"] = sends(f"HTTP/1.1 302 Found\r\nLocation: {location}\r\n\r\n".encode("latin-1"))
    failure_of(f"{site.url}/")

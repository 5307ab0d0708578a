"""Bodies as servers pack them, and as they should not."""

import gzip
import zlib

import pytest

from articles.fetching import FetchFailed, Refused, fetch
from tests.fetching.site import Page, a_client

TEXT = b"<rss>" + b"The committee met on Friday. " * 2_000 + b"</rss>"
RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(TEXT) + RAW.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("GZip", gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:])),
        ("gzip", gzip.compress(TEXT) + b"\0" * 40),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", DEFLATED),
    ],
)
def test_packed_body_is_unpacked(site, encoding, body):
    site.pages["/feed"] = Page(body, headers={"Content-Encoding": encoding} if encoding else {})
    assert fetch(f"{site.url}/feed", a_client()).body == TEXT
    assert site.asked[0].headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "body", "said"),
    [
        ("br", b"x", "packed by 'br', which was not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(TEXT)), "packed by 'gzip, gzip'"),
        ("gzip", TEXT, "what it is packed in is broken"),
        ("gzip", gzip.compress(TEXT)[:-9], "cut short"),
        ("gzip", gzip.compress(TEXT) + gzip.compress(TEXT)[:50], "cut short"),
        ("deflate", b"\xff" * 100, "what it is packed in is broken"),
        ("deflate", zlib.compress(TEXT)[:-5], "cut short"),
    ],
)
def test_badly_packed_body_fails(site, encoding, body, said):
    site.pages["/feed"] = Page(body, headers={"Content-Encoding": encoding})
    with pytest.raises(FetchFailed, match=said):
        fetch(f"{site.url}/feed", a_client())


def test_gzip_bomb_is_refused_before_it_goes_off(site):
    bomb = gzip.compress(b"\0" * 60_000_000, 1)
    site.pages["/feed"] = Page(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="unpacks to more than 100 times its size"):
        fetch(f"{site.url}/feed", a_client())


def test_bomb_in_many_parts_is_refused(site):
    site.pages["/feed"] = Page(gzip.compress(b"") * 400_000, headers={"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="more than 100 parts"):
        fetch(f"{site.url}/feed", a_client())


def test_body_of_the_largest_size_is_taken_and_one_byte_more_refused(site):
    site.pages["/fits"], site.pages["/large"] = Page(b"x" * 10_000_000), Page(b"x" * 10_000_001)
    assert len(fetch(f"{site.url}/fits", a_client()).body) == 10_000_000
    with pytest.raises(Refused, match="more than 10,000,000 bytes|sends more than it may"):
        fetch(f"{site.url}/large", a_client())


def test_body_that_unpacks_to_more_than_fits_is_refused(site):
    site.pages["/feed"] = Page(gzip.compress(TEXT * 50, 1), headers={"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="more than 1,000,000 bytes"):
        fetch(f"{site.url}/feed", a_client(limits={"size": 1_000_000}))


def test_body_is_cut_where_that_is_asked(site):
    site.pages["/robots.txt"] = Page(TEXT)
    client = a_client(limits={"size": 100, "cut": True})
    assert fetch(f"{site.url}/robots.txt", client).body == TEXT[:100]


def test_endless_body_is_refused(site):
    def pour(connection):
        while True:
            connection.sendall(b"x" * 65_536)

    site.pages["/feed"] = Page(sends=pour)
    with pytest.raises(Refused, match="more than 10,000,000 bytes|sends more than it may"):
        fetch(f"{site.url}/feed", a_client())


def test_body_shorter_than_announced_fails(site):
    site.pages["/feed"] = Page(TEXT, headers={"Content-Length": str(len(TEXT) + 7)})
    with pytest.raises(FetchFailed, match="cut short: 7 bytes are missing"):
        fetch(f"{site.url}/feed", a_client())


@pytest.mark.parametrize("length", ["-1", "x", "9" * 5000, "1e3"])
def test_length_that_is_none_is_passed_over(site, length):
    site.pages["/feed"] = Page(TEXT, headers={"Content-Length": length})
    assert fetch(f"{site.url}/feed", a_client()).body == TEXT


def chunks(site, body):
    site.pages["/feed"] = Page(body, headers={"Transfer-Encoding": "chunked"})


def test_chunks_are_put_together(site):
    chunks(site, b"3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nTrailer: x\r\n\r\n")
    assert fetch(f"{site.url}/feed", a_client()).body == b"abcdefg"


@pytest.mark.parametrize(
    "body",
    [
        b"5\r\nabc",
        b"3\r\nabc\r\n",
        b"zz\r\nabc\r\n0\r\n\r\n",
        b"\r\n",
        b"3\r\nabcdef\r\n0\r\n\r\n",
        b"fffffffffffffffff\r\nabc",
        b"1" * 70_000,
    ],
)
def test_chunks_that_lie_fail(site, body):
    chunks(site, body)
    with pytest.raises(FetchFailed):
        fetch(f"{site.url}/feed", a_client())


@pytest.mark.parametrize("begin", [b"-5\r\n", b"-1\r\n", b"0\r\n", b"1\r\nx\r\n0\r\n"])
def test_chunks_that_lie_about_their_end_are_bounded(site, begin):
    def pour(connection):
        connection.sendall(begin)
        while True:
            connection.sendall(b"Trailer: x\r\n" * 5_000)

    site.pages["/feed"] = Page(headers={"Transfer-Encoding": "chunked"}, sends=pour)
    with pytest.raises(FetchFailed):
        fetch(f"{site.url}/feed", a_client())

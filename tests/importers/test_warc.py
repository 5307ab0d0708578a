"""Crawls become pages, one for each response of HTML, whatever else stands in them and whatever they say of themselves."""

import gzip
import io
import random
import tracemalloc
import zlib
from datetime import UTC, date, datetime

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from articles.importers import importer_for, warc
from articles.importers.base import Options, Unread
from articles.newsitem import ImportFailure, NewsItem, Rejection

URL = "https://ledger.example/2017/06/09/budget"
TEXT = "The committee met on Friday to hear what the department had spent on travel, and put off the vote."
PAGE = (
    f"<!doctype html><title>Budget passes</title><article><p>{TEXT}</p><p>{TEXT[::-1]}</p></article>".encode()
)


def http(body=PAGE, status="200 OK", kind="text/html; charset=utf-8", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}"] + [
        f"{name.replace('_', '-')}: {value}" for name, value in headers.items()
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    block=None,
    *,
    kind="response",
    url=URL,
    length=None,
    version="1.0",
    at="2018-01-02T03:04:05Z",
    content="application/http",
    **more,
):
    block = http() if block is None else block
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": at,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "Content-Type": content,
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": len(block) if length is None else length,
    }
    lines = [f"WARC/{version}", *(f"{name}: {value}" for name, value in headers.items() if value is not None)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def read(content, **options):
    found = warc.read(io.BytesIO(content), source="a.warc", options=Options(**options))
    return [each.item() if isinstance(each, Unread) else each for each in found]


def reasons(content):
    return [getattr(each, "reason", each) for each in read(content)]


def lines(content):
    return [(each.line, type(each)) for each in read(content)]


def crawl(form, *, gzipped):
    """Return a crawl as warcio writes one: information, a request, a page, a picture, a redirect, a page met before."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzipped, warc_version=form)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a crawler"}))
    page = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=iso-8859-1")], protocol="HTTP/1.1"
    )
    picture = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    moved = StatusAndHeaders(
        "301 Moved", [("Content-Type", "text/html"), ("Location", URL)], protocol="HTTP/1.1"
    )
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "ledger.example")], is_http_request=True)
    dates = {"warc_headers_dict": {"WARC-Date": "2018-01-02T03:04:05Z"}}
    caf = PAGE.replace(b"Budget", "Caf\u00e9".encode("latin-1"))
    for kind, headers, body in (
        ("request", asked, b""),
        ("response", page, caf),
        ("response", picture, b"\x89PNG" * 999),
        ("response", moved, PAGE),
    ):
        writer.write_record(
            writer.create_warc_record(URL, kind, payload=io.BytesIO(body), http_headers=headers, **dates)
        )
    writer.write_record(
        writer.create_revisit_record(URL, "sha1:A", URL, "2017-01-01T00:00:00Z", http_headers=page)
    )
    writer.write_record(
        writer.create_warc_record(
            URL, "resource", payload=io.BytesIO(PAGE), warc_content_type="text/html", **dates
        )
    )
    return stream.getvalue()


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("form", ["1.0", "1.1"])
def test_crawl_gives_its_pages_and_nothing_else(form, gzipped):
    first, second = read(crawl(form, gzipped=gzipped))
    assert first == NewsItem(
        headline="Caf\u00e9 passes",
        body=first.body,
        published_on=date(2017, 6, 9),
        published_at=None,
        publication="ledger.example",
        source_url=URL,
        source_ref=URL,
        captured_at=datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC),
        capture_url=URL,
        content_sha256=first.content_sha256,
        source="a.warc",
        line=3,
    )
    assert TEXT in first.body
    assert (second.headline, second.line) == ("Budget passes", 7)


@pytest.mark.parametrize("gzipped", [True, False])
def test_arc_is_read(gzipped):
    version = b"1 0 crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    parts = [b"filedesc://a.arc 0.0.0.0 20180102030405 text/plain %d\n" % len(version) + version]
    for block, kind in (
        (http(), b"text/html"),
        (http(b"\x89PNG", kind="image/png"), b"image/png"),
        (http(), b"text/html"),
    ):
        parts.append(
            f"{URL} 192.0.2.1 20180102030405 ".encode() + kind + b" %d\n" % len(block) + block + b"\n"
        )
    content = b"".join(gzip.compress(part) for part in parts) if gzipped else b"".join(parts)
    first, second = read(content)
    assert (first.headline, first.published_on, first.line) == ("Budget passes", date(2017, 6, 9), 2)
    assert (first.captured_at, first.capture_url) == (datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC), URL)
    assert second.line == 4


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"WARC/1.0\r\n", "", True),
        (b"WARC/9.9\r\n", "", True),
        (b"filedesc://a.arc 0.0.0.0", "", True),
        (b"\x1f\x8b\x08", "a.WARC.GZ", True),
        (b"\x1f\x8b\x08", "a.jsonl.gz", False),
        (b"WARC is a format", "", False),
        (b"<!doctype html>", "", False),
    ],
)
def test_crawl_is_recognised(head, name, expected):
    assert warc.recognises(head, name) is expected
    if expected:
        assert importer_for(head, name) is warc


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "neither WARC nor ARC"),
        (b"\x00" * 100_000, "neither WARC nor ARC"),
        (gzip.compress(b"\x00" * 100_000), "neither WARC nor ARC"),
        (record(version="9.9"), "WARC/9.9 is not known; 1.0 and 1.1 are"),
        (gzip.compress(record())[:-20], "the gzip was cut off"),
        (gzip.compress(b"WARC/1.0\r\n" + b"\0" * 50_000_000), "more than 100 times its size"),
    ],
)
def test_file_that_is_no_crawl_fails_with_one_clear_line(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (record(length=-5), "its length is '-5'"),
        (record(length="many"), "its length is 'many'"),
        (record(length="\u0661\u0662"), "its length is '\u0661\u0662'"),
        (record(length=10**20), "its length is '100000000000000000000'"),
        (record(Content_Length=None, length=""), "its length is ''"),
        (record(length=5), "its length is wrong: no record follows after 5 bytes"),
        (record(length=len(http()) - 30), f"its length is wrong: no record follows after {len(http()) - 30:,} bytes"),
        (record(b"junk"), "it does not begin with the header of an HTTP response"),
        (record(b""), "it does not begin with the header of an HTTP response"),
        (record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"), "the header of its HTTP response has no end"),
        (record(url="file:///etc/passwd"), "its address is 'file:///etc/passwd', which is none of the web"),
        (record(url="javascript:alert(1)"), "its address is 'javascript:alert(1)', which is none of the web"),
        (record(url="https://[bad/"), "its address is 'https://[bad/', which is none of the web"),
        (record(url=None), "its address is '', which is none of the web"),
        (record(at="9999-99-99T00:00:00Z"), "its capture is dated '9999-99-99T00:00:00Z' is no date"),
        (record(at=None), "its capture is dated '' is no date"),
        (record(X="a" * 1_000_000), "its header has more than 100,000 bytes"),
        (record(version="0.99"), "its header is none that is known"),
        (record(http(b"x" * 10_000_001)), "the page has more than 10,000,000 bytes"),
        (record(WARC_Truncated="length"), "the crawler kept only its beginning (length)"),
        (record(http(b"FFFFFFFFFFFF\r\nx", Transfer_Encoding="chunked")), "it is cut off: a chunk has 281,474,976,710,655 bytes, 1 are there"),
        (record(http(b"5\r\nabcde\r\n", Transfer_Encoding="chunked")), "it is cut off between two chunks"),
        (record(http(gzip.compress(b"\0" * 20_000_000), Content_Encoding="gzip")), "it unpacks to more than 10,000,000 bytes"),
        (record(http(brotli.compress(b"\0" * 20_000_000), Content_Encoding="br")), "it unpacks to more than 10,000,000 bytes"),
        (record(http(gzip.compress(PAGE)[:-20], Content_Encoding="gzip")), "its compressed text is cut off"),
        (record(http(brotli.compress(PAGE)[:-9], Content_Encoding="br")), "its compressed text is cut off"),
        (record(http(b"\x1f\x8b junk", Content_Encoding="gzip")), "its gzip is damaged"),
        (record(http(b"\xff\xff\xff\xff", Content_Encoding="br")), "its br is damaged"),
        (record(http(b"\xff\xff\xff\xff", Content_Encoding="deflate")), "its deflate is damaged"),
        (record(http(b"\x28\xb5\x2f\xfd", Content_Encoding="zstd")), "its encoding, zstd, is not known"),
        (record(http(b"x", Content_Encoding=", ".join(["gzip"] * 9))), "it is encoded 9 times"),
    ],
)  # fmt: skip
def test_broken_record_is_rejected_with_its_number_and_the_rest_is_read(wrong, reason):
    before, rejected, after = read(record() + wrong + record())
    assert (rejected.reason, rejected.source, rejected.line) == (reason, "a.warc", 2)
    assert (before.line, after.line) == (1, 3)
    assert (before.headline, after.headline) == ("Budget passes", "Budget passes")


def test_record_that_the_file_cuts_off_is_rejected():
    whole = record()
    assert read(whole + whole[:-200]) == [
        read(whole)[0],
        Rejection(
            f"it is cut off: of {len(http()):,} bytes {len(http()) - 196:,} are there", "a.warc", 2, URL
        ),
    ]
    assert reasons(record(length=10**17))[0].startswith("it is cut off: of 100,000,000,000,000,000 bytes")


@pytest.mark.parametrize(
    "passed_over",
    [
        record(kind="request"),
        record(kind="revisit"),
        record(kind="metadata", content="application/warc-fields"),
        record(kind="warcinfo", url=None),
        record(kind="conversion"),
        record(kind=None),
        record(http(status="404 Not Found")),
        record(http(status="302 Found")),
        record(http(status="206 Partial Content")),
        record(http(kind="application/pdf")),
        record(http(kind="")),
        record(http(kind="html")),
        record(http(b"x" * 12_000_000, kind="video/mp4")),
        record(b"text", url="dns:ledger.example", content="text/dns"),
        record(b"text", kind="resource", url="urn:x", content="application/json"),
        record(b"", kind="response", url="whois:x", content="text/plain"),
    ],
)
def test_what_is_no_page_is_passed_over_without_a_word(passed_over):
    assert lines(record() + passed_over + record()) == [(1, NewsItem), (3, NewsItem)]


@pytest.mark.parametrize(
    "block",
    [
        http(),
        http(kind="application/xhtml+xml"),
        http(kind='TEXT/HTML;Charset="UTF-8"'),
        http(b"%X\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), Transfer_Encoding="chunked"),
        http(
            b"5;x=y\r\n%s\r\n%x\r\n%s\r\n0\r\n" % (PAGE[:5], len(PAGE) - 5, PAGE[5:]),
            Transfer_Encoding="Chunked",
        ),
        http(gzip.compress(PAGE), Content_Encoding="gzip"),
        http(gzip.compress(PAGE), Content_Encoding="X-GZIP"),
        http(zlib.compress(PAGE), Content_Encoding="deflate"),
        http(zlib.compress(PAGE)[2:-4], Content_Encoding="deflate"),
        http(brotli.compress(PAGE), Content_Encoding="br"),
        http(gzip.compress(brotli.compress(PAGE)), Content_Encoding="br, gzip"),
        http(Content_Encoding="identity"),
        http(Content_Encoding="gzip"),
        http(Content_Encoding="br"),
        http(Content_Encoding="UTF-8"),
        http(Transfer_Encoding="chunked"),
        http().replace(b"\r\n", b"\n"),
        http().replace(b"HTTP/1.1", b"HTTP/2"),
    ],
)
def test_page_is_the_same_however_it_was_transferred(block):
    (found,) = read(record(block))
    assert (found.headline, found.content_sha256) == ("Budget passes", read(record())[0].content_sha256)


def test_charset_of_the_transfer_counts():
    page = PAGE.replace(b"Budget", "\u041c\u043e\u0441\u043a\u0432\u0430".encode("koi8-r"))
    assert (
        read(record(http(page, kind="text/html; charset=koi8-r")))[0].headline
        == "\u041c\u043e\u0441\u043a\u0432\u0430 passes"
    )


def test_same_page_captured_twice_is_two_items():
    first, second = read(record() + record(at="2019-01-01T00:00:00Z"))
    assert (first.source_ref, first.content_sha256) == (second.source_ref, second.content_sha256)
    assert second.captured_at == datetime(2019, 1, 1, tzinfo=UTC)


def test_address_of_the_page_goes_before_that_of_its_capture():
    page = PAGE.replace(b"<article>", b"<link rel=canonical href=/2017/06/09/the-budget><article>")
    (found,) = read(record(http(page), url=f"<{URL}?share=1>"))
    assert (found.source_url, found.capture_url) == (
        "https://ledger.example/2017/06/09/the-budget",
        f"{URL}?share=1",
    )


def test_page_without_a_date_is_rejected_and_its_capture_gives_it_none():
    assert reasons(record(url="https://ledger.example/budget")) == ["it bears no date; --date gives one"]
    (found,) = read(record(url="https://ledger.example/budget"), published_on=date(2017, 6, 9))
    assert found.published_on == date(2017, 6, 9)


def test_records_need_no_blank_lines_between_them():
    assert lines((record()[:-4] + record()[:-4]) + b"\r\n" * 50 + record()) == [
        (1, NewsItem),
        (2, NewsItem),
        (3, NewsItem),
    ]


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes((record() + record(http(b"x" * 3_000_000, kind="image/png"))) * 20)
    tracemalloc.start()
    with path.open("rb") as stream:
        found = warc.read(stream, source="a.warc", options=Options())
        count = sum(isinstance(each, Unread) for each in found)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20
    assert peak < 8_000_000


@pytest.mark.parametrize("seed", range(100))
def test_damaged_crawl_gives_pages_and_reasons(seed):
    rng = random.Random(seed)
    content = bytearray(crawl("1.0", gzipped=rng.random() < 0.3) + record())
    for _ in range(rng.randint(1, 30)):
        place = rng.randrange(8, len(content))
        content[place : place + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
    try:
        found = read(bytes(content), published_on=date(2017, 6, 9))
    except ImportFailure:
        return
    assert all(isinstance(each, NewsItem | Rejection) for each in found)

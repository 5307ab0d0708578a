"""Files that are web pages are known as such, and each is one article."""

import codecs
import io
import pickle
import subprocess
import sys

import pytest

from articles.importers import html, importer_for, importer_named
from articles.importers.base import Options, Unread
from articles.newsitem import ImportFailure, Rejection

PAGE = b"<!doctype html><title>Budget</title><meta name=date content=2017-06-09><p>The committee met on Friday.</p>"


def read(content, **options):
    return list(html.read(io.BytesIO(content), source="a.html", options=Options(**options)))


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"<!doctype html>", "", True),
        (b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "", True),
        (b"\xef\xbb\xbf\r\n <html lang=en>", "", True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", "", True),
        (b"<!-- saved from url=(0014)about:internet -->\n<HTML>", "", True),
        (codecs.BOM_UTF16_LE + "<!doctype html>".encode("utf-16-le"), "", True),
        (b"<head><title>x", "", True),
        (b"GIF89a<script>", "page.HTML", True),
        (b"Text", "a/b/page.htm", True),
        (b"<?xml version='1.0'?><rss>", "", False),
        (b"<htmlx>", "", False),
        (b"<header>", "", False),
        (b"<p>Text", "", False),
        (b"Text about <html>", "notes", False),
        (b"<!--" * 10_000, "", False),
        (b" " * 60_000, "", False),
        (b"", "", False),
    ],
)
def test_web_page_is_recognised(head, name, expected):
    assert html.recognises(head, name) is expected


@pytest.mark.parametrize(
    "name", ["feed.xml", "a.json", "table.csv", "a.rss", "A.TXT", "x.jsonl", "crawl.warc"]
)
def test_web_page_named_as_another_format_is_not_taken_silently(name):
    with pytest.raises(
        ImportFailure, match=r"but holds a web page; --format html reads it as one"
    ) as failure:
        importer_for(PAGE, name)
    assert str(failure.value).startswith("it is named .")


def test_web_page_is_read_under_any_name_that_says_nothing_else():
    for name in ("page.html", "page", "", "page.php", "2017.06.09"):
        assert importer_for(PAGE, name) is html
    assert importer_named("html") is html


def test_file_is_one_page_that_any_process_can_read():
    (record,) = read(PAGE)
    assert isinstance(record, Unread)
    item = pickle.loads(pickle.dumps(record)).item()  # noqa: S301
    assert (item.headline, item.source, item.line, item.source_ref) == ("Budget", "a.html", 1, "a.html")
    assert (item.captured_at, item.capture_url) == (None, "")
    assert item.content_sha256 == "5d623593a0e3947a837ca36318f8df5b979ce29e09080f7cf93601da6a052242"


def test_page_of_more_than_ten_million_bytes_is_rejected():
    assert read(b"<p>word</p>" * 1_000_000) == [
        Rejection("the page has more than 10,000,000 bytes", "a.html", 1)
    ]


def test_naming_the_formats_does_not_load_what_reads_pages():
    seen = "import sys, articles.importers; print('trafilatura' in sys.modules, 'lxml.html' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)  # noqa: S603
    assert answer.stdout.strip() == "False False"

"""Web crawls: WARC (ISO 28500, https://iipc.github.io/warc-specifications/) and ARC; each page of HTML is an article.

A page is a response, with status 200, or a resource. Other records are passed over: requests, redirects, pictures, what was
met before. The time of its capture is kept as provenance, and is never the date of an article. Files may be packed by gzip.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO, cast

from articles.addresses import canonical
from articles.importers import unread
from articles.importers.base import MAX_PAGE, Options, Unread
from articles.importers.crawls.records import Broken, Record, Records
from articles.importers.crawls.transfer import Unreadable, content_of, header_of, type_of
from articles.importers.dates import NoDate, published
from articles.importers.gzips import Gunzipped
from articles.importers.streams import peeked
from articles.importers.unpacking import Unpacking
from articles.newsitem import ImportFailure, Rejection

NAME = "warc"
SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")

_GZIP = b"\x1f\x8b"
_BEGINNING = re.compile(rb"WARC/\d|filedesc://")
_KNOWN_VERSION = re.compile(rb"WARC/(?:1\.[01]|0\.1[78])\s|filedesc://")
_VERSION = re.compile(rb"WARC/[\d.]{1,10}")
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_MAX_HTTP_HEADER = 100_000
_FOURTEEN_DIGITS = re.compile(r"\d{14}", re.ASCII)


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file begins with a record of a crawl, or is named as one."""
    return bool(_BEGINNING.match(head)) or name.lower().endswith(SUFFIXES)


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[Unread | Rejection]:
    """Yield each page, in the file's order, and a Rejection for each record that should be one and is broken.

    `line` is the number of the record. Raises ImportFailure if the file is no crawl, or one of a version that is not known.
    """
    head, whole = peeked(stream)
    if head.startswith(_GZIP):
        head, whole = peeked(cast(BinaryIO, Gunzipped(whole, Unpacking(large=True))))
    if not _BEGINNING.match(head):
        raise ImportFailure("the file is neither WARC nor ARC")
    if not _KNOWN_VERSION.match(head):
        version = _VERSION.match(head)
        raise ImportFailure(
            f"{version[0].decode() if version else 'its version'} is not known; 1.0 and 1.1 are"
        )
    records = Records(whole)
    for record in records:
        if isinstance(record, Broken):
            yield Rejection(record.reason, source, record.number, record.beginning)
        elif found := _found(record, records, source, options):
            yield found


def _found(record: Record, records: Records, source: str, options: Options) -> Unread | Rejection | None:
    """Return the page that a record holds, what is wrong with it, or None for what is no page."""
    try:
        page, problem = _page(record, source, options), ""
    except Unreadable as unreadable:
        page, problem = None, str(unreadable)
    wrong = records.problem_after(record)
    if problem or wrong:
        return Rejection(wrong or problem, source, record.number, _address(record)[:200])
    return page


def _page(record: Record, source: str, options: Options) -> Unread | None:
    if record.kind not in ("response", "resource"):
        return None
    if record.kind == "response":
        media_type, charset, content = _response(record)
    else:
        media_type, charset = type_of(record.header("Content-Type"))
        content = _block(record) if media_type in _HTML else b""
    if media_type not in _HTML:
        return None
    facts = {
        "url": _page_address(record),
        "captured_at": _captured_at(record).isoformat(),
        "charset": charset,
    }
    return Unread(
        reader=unread.page, raw=content, source=source, line=record.number, options=options, facts=facts
    )


def _response(record: Record) -> tuple[str, str, bytes]:
    """Return type, charset and content of a response; the content only of a page."""
    is_of_web = _address(record).lower().startswith(("http:", "https:"))
    if not is_of_web and type_of(record.header("Content-Type"))[0] != "application/http":
        return "", "", b""
    beginning = record.block.read(_MAX_HTTP_HEADER)
    header, end = header_of(beginning)
    media_type, charset = type_of(header.get_header("Content-Type") or "")
    if header.get_statuscode() != "200" or media_type not in _HTML:
        return "", "", b""
    return media_type, charset, content_of(beginning[end:] + _block(record), header)


def _block(record: Record) -> bytes:
    """Return what is left of the block. Raises Unreadable if that is more than a page, or was cut by the crawler."""
    if reason := record.header("WARC-Truncated"):
        raise Unreadable(f"the crawler kept only its beginning ({reason[:20]})")
    if record.block.left > MAX_PAGE:
        raise Unreadable(f"the page has more than {MAX_PAGE:,} bytes")
    return record.block.read(MAX_PAGE)


def _address(record: Record) -> str:
    return record.header("WARC-Target-URI", "uri").strip("<>")


def _page_address(record: Record) -> str:
    address = _address(record)
    if not canonical(address):
        raise Unreadable(f"its address is {address[:80]!r}, which is none of the web")
    return address


def _captured_at(record: Record) -> datetime:
    """Return when a record was made. Raises Unreadable."""
    written = record.header("WARC-Date", "archive-date")
    if _FOURTEEN_DIGITS.fullmatch(written):
        written = f"{written[:8]}T{written[8:]}Z"
    try:
        day, moment = published(written)
    except NoDate as problem:
        raise Unreadable(f"its capture is dated {problem}") from problem
    return moment or datetime(day.year, day.month, day.day, tzinfo=UTC)

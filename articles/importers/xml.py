"""Read XML as a stream and safely: no document type is loaded, no entity is expanded, nothing is fetched."""

import codecs
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from articles.importers.base import MAX_RECORD
from articles.importers.streams import HEAD_SIZE, peeked
from articles.newsitem import ImportFailure

PIECE = 16_384
MAX_BETWEEN = 4 * MAX_RECORD
"""Bytes that may pass from one record to the end of the next: a record and what stands around it."""
MAX_ATTRIBUTES = 1_000

_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)", re.A)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+[^\s\[>]+\s*(PUBLIC\b|SYSTEM\s*[\"']?(\w+:)?)?[^\[>]*([\[>]|$)", re.I)
_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.S)
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)")
_ENCODINGS = re.compile(
    r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|latin-?1|(windows|cp)-?125\d|koi8-[ru]"
    r"|gb2312|gbk|gb18030|big5|euc-(jp|kr)|shift_jis|macintosh",
    re.I,
)


def root_of(head: bytes) -> tuple[str, str]:
    """Return the local name of a file's root element and its attributes as written; ("", "") if it is no XML."""
    text = _COMMENT.sub("", _decoded(head))
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return "", ""
    found = _ROOT.search(text)
    return (found[1], found[2]) if found else ("", "")


def elements(
    stream: BinaryIO, names: frozenset[str], *, without: frozenset[str] = frozenset()
) -> Iterator[etree._Element]:
    """Yield each complete element whose local name is among `names`, in the file's order, in flat memory.

    Each, and all before it, is emptied once the next is asked for. One inside another is not yielded by itself; one named in
    `without` is empty, and makes no record larger. Raises ImportFailure if the file is no or unsafe XML, or a record too large.
    """
    head, stream = peeked(stream, HEAD_SIZE)
    refuse_unsafe(head)
    parser = etree.XMLPullParser(("start", "end"), **_SAFE)
    passed = depth = 0
    for piece in iter(lambda: stream.read(PIECE), b""):
        passed += len(piece)
        for event, element in _events(parser, piece):
            if depth and event == "end" and _local_name(element) in without:
                passed -= _emptied(element)
            elif _local_name(element) in names:
                depth += 1 if event == "start" else -1
                if not depth:
                    yield element
                    passed = 0
                    _forget(element)
        _refuse_large(passed)
    _fed(parser, b"")


def refuse_unsafe(head: bytes) -> None:
    """Raise ImportFailure if a file that begins with `head` declares entities, or an encoding that it does not have."""
    if not head.strip():
        raise ImportFailure("the file is empty")
    text = _COMMENT.sub("", _decoded(head))
    if found := _DOCTYPE.search(text):
        if found[3] != ">" or "<!ENTITY" in text:
            raise ImportFailure("the XML declares a document type of its own, which is never read: remove it")
        if found[2]:
            raise ImportFailure("the XML names a document type on another computer: remove its DOCTYPE")
    declared = _DECLARATION.match(text.lstrip("\ufeff"))
    if declared and not _ENCODINGS.fullmatch(declared[1]):
        raise ImportFailure(f"the XML declares the encoding {declared[1]}: save it as UTF-8")
    if declared and declared[1].lower().startswith("utf-16") and b"\0" not in head[:64]:
        raise ImportFailure("the XML says that it is UTF-16, and is not: save it as UTF-8")


def text_of(element: etree._Element | None) -> str:
    """Return all text in an element, white space collapsed; "" for none."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _decoded(head: bytes) -> str:
    if head.startswith(_UTF_16):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _events(parser: etree.XMLPullParser, piece: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Yield the starts and ends of elements in the next piece."""
    _fed(parser, piece)
    for event, element in parser.read_events():
        if event == "start" and len(element.attrib) > MAX_ATTRIBUTES:
            raise ImportFailure(
                f"an element has {len(element.attrib):,} attributes, {MAX_ATTRIBUTES} is the most"
            )
        yield event, element


def _refuse_large(passed: int) -> None:
    if passed > MAX_BETWEEN:
        raise ImportFailure(f"a record has more than {MAX_BETWEEN:,} bytes")


def _fed(parser: etree.XMLPullParser, piece: bytes) -> None:
    """Give the parser a piece, the last of which is empty."""
    try:
        if piece:
            parser.feed(piece)
        else:
            parser.close()
    except etree.XMLSyntaxError as problem:
        raise ImportFailure(f"the XML is broken: {problem}") from problem


def _local_name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _emptied(element: etree._Element) -> int:
    """Empty an element; return the number of characters that were in it."""
    size = sum(map(len, element.itertext()))
    element.clear(keep_tail=True)
    return size


def _forget(element: etree._Element) -> None:
    """Empty an element and drop what stands before it and before those around it."""
    element.clear()
    for ancestor in [element, *element.iterancestors()]:
        while ancestor.getprevious() is not None and ancestor.getparent() is not None:
            del ancestor.getparent()[0]

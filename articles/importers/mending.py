"""Mend, as a stream, what otherwise good XML of feeds and exports gets wrong, before it is parsed.

Browsers and feed readers forgive it, so much of it is published: HTML's own entities, a bare "&", control characters, a blank
line before the XML declaration, Windows's characters under the name of ISO-8859-1. What is no character at all, such as a
byte that is not UTF-8, becomes MARK: whoever reads a record that holds it can reject that record and go on.

The elements themselves are not mended: where they are not well nested nobody knows what belongs to which record.
"""

import codecs
import io
import re
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO, cast

from articles.importers.streams import HEAD_SIZE, peeked
from articles.importers.xml import refuse_unsafe
from articles.newsitem import ImportFailure

MARK = "\ufdd0"
"""Unicode's word for nothing ("noncharacter"), which XML may hold."""

_LONGEST_REFERENCE = 40
_LITERAL = re.compile(r"(<!\[CDATA\[|\]\]>)")
_REFERENCE = re.compile(
    r"&(?!(?:amp|[lg]t|quot|apos);)"
    r"(?:#(?:[xX](?P<hex>[0-9A-Fa-f]{1,8})|(?P<number>[0-9]{1,10}));|(?P<name>[A-Za-z][A-Za-z0-9]{1,30};))?"
)
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0\ufffe\uffff]")
_MAY_GO_ON = re.compile(r"[&<\]]")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,400}?\?>")
_ENCODING = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)")
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""What is published under a name is often what Windows added to it (https://encoding.spec.whatwg.org/#names-and-labels)."""

codecs.register_error("marked", lambda error: (MARK, getattr(error, "end", 0)))


def mended(stream: BinaryIO) -> BinaryIO:
    """Return the XML of a stream as UTF-8 without a declaration; the lines keep their numbers.

    Raises ImportFailure if it is empty, declares entities, or an encoding that it does not have or nobody knows.
    """
    head, stream = peeked(stream, HEAD_SIZE)
    refuse_unsafe(head)
    decoder = codecs.getincrementaldecoder(_encoding(head))("marked")
    return cast(BinaryIO, _Bytes(_pieces(stream, decoder)))


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = _ENCODING.match(head)
    if head.startswith(codecs.BOM_UTF8) or not declared:
        return "utf-8-sig"
    name = declared[1].decode("ascii").lower()
    try:
        known = codecs.lookup(name.replace("windows-", "cp")).name
    except LookupError as problem:
        raise ImportFailure(f"the XML declares the encoding {name}: save it as UTF-8") from problem
    return _LARGER.get(known, known)


def _pieces(stream: BinaryIO, decoder: codecs.IncrementalDecoder) -> Iterator[bytes]:
    """Yield the mended text; what may be the beginning of something waits for the next piece."""
    mender, rest, is_first = _Mender(), "", True
    for raw in iter(lambda: stream.read(HEAD_SIZE), b""):
        piece = rest + decoder.decode(raw)
        if is_first:
            is_first, piece = False, _undeclared(piece)
        begun = _MAY_GO_ON.search(piece, max(0, len(piece) - _LONGEST_REFERENCE))
        cut = begun.start() if begun else len(piece)
        rest = piece[cut:]
        yield mender.mended(piece[:cut])
    yield mender.mended(rest + decoder.decode(b"", True))


def _undeclared(text: str) -> str:
    declaration = _DECLARATION.match(text)
    return "\n" * declaration[0].count("\n") + text[declaration.end() :] if declaration else text


class _Mender:
    """Knows whether the text read so far ends within a CDATA section, where nothing but characters can be wrong."""

    def __init__(self) -> None:
        self._is_literal = False

    def mended(self, text: str) -> bytes:
        written = []
        for part in _LITERAL.split(text):
            if part in ("<![CDATA[", "]]>"):
                self._is_literal = part == "<![CDATA["
            elif not self._is_literal:
                part = _REFERENCE.sub(_right, part)
            written.append(part)
        return _NO_CHARACTER.sub(_marked, "".join(written)).encode("utf-8", "replace")


def _right(reference: re.Match[str]) -> str:
    """Return a reference that XML knows, to the same character, for one that HTML knows, or for an "&" alone."""
    if name := reference["name"]:
        characters = html5.get(name)
        return _written(characters) if characters else f"&amp;{name}"
    number = reference["hex"] or reference["number"]
    return _written(_numbered(int(number, 16 if reference["hex"] else 10))) if number else "&amp;"


def _marked(character: re.Match[str]) -> str:
    return MARK if character[0] in ("\x00", MARK) else ""


def _numbered(number: int) -> str:
    """Return the character of a number as browsers read it; MARK if there is none."""
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("cp1252", "ignore")
    if number == 0 or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        return MARK
    return "" if number < 0x20 and chr(number) not in "\t\n\r" or number in (0xFFFE, 0xFFFF) else chr(number)


def _written(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


class _Bytes(io.RawIOBase):
    """A stream of pieces. A read gives one or a part of it, so that none is lost where the next can't be read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._piece:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._piece = memoryview(piece)
        count = min(len(buffer), len(self._piece))
        buffer[:count] = self._piece[:count]
        self._piece = self._piece[count:]
        return count

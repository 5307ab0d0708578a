"""Pages as a server sent them: the header of the response (RFC 9112), and what its encodings stand for (RFC 9110)."""

import io
import re
import zlib
from collections.abc import Callable
from email.message import Message

import brotli
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from articles.importers.base import MAX_PAGE

MAX_ENCODINGS = 3
_VERSIONS = ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"]
_GZIP, _RAW_DEFLATE = 31, -15
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_HEADER_ENDS = re.compile(rb"\r?\n\r?\n")


class Unreadable(ValueError):
    """A response that can't be read; the message says why."""


def header_of(beginning: bytes) -> tuple[StatusAndHeaders, int]:
    """Return the header of a response and its length. Raises Unreadable if it begins with none, or with half of one."""
    stream = io.BytesIO(beginning)
    try:
        header = StatusAndHeadersParser(_VERSIONS).parse(stream)
    except (StatusAndHeadersParserException, EOFError) as problem:
        raise Unreadable("it does not begin with the header of an HTTP response") from problem
    if not _HEADER_ENDS.search(beginning):
        raise Unreadable("the header of its HTTP response has no end")
    return header, stream.tell()


def type_of(written: str) -> tuple[str, str]:
    """Return the media type and the charset that a Content-Type names, in lower case; "" for what it does not."""
    message = Message()
    message["content-type"] = written.replace("\r", " ").replace("\n", " ")[:1_000]
    if "/" not in written:
        return "", ""
    charset = message.get_param("charset", "")
    return message.get_content_type(), charset.lower() if isinstance(charset, str) else ""


def content_of(body: bytes, header: StatusAndHeaders) -> bytes:
    """Return what a body stands for. Raises Unreadable if it is damaged, or more than MAX_PAGE bytes.

    Some crawlers keep the header of an encoding that they have undone: a body that begins a page is taken as it is.
    """
    if "chunked" in (header.get_header("Transfer-Encoding") or "").lower():
        body = _without_chunks(body)
    encodings = [name.strip() for name in (header.get_header("Content-Encoding") or "").lower().split(",")]
    encodings = [name for name in encodings if name not in ("", "identity")]
    if len(encodings) > MAX_ENCODINGS:
        raise Unreadable(f"it is encoded {len(encodings)} times")
    for name in reversed(encodings):
        body = _decoded(body, name)
    return body


def _decoded(body: bytes, name: str) -> bytes:
    decode = _DECODERS.get(name)
    try:
        if decode is None:
            raise Unreadable(f"its encoding, {name[:20]}, is not known")
        content = decode(body)
    except (Unreadable, zlib.error, brotli.error) as problem:
        if body.lstrip()[:1] == b"<":
            return body
        raise (
            problem if isinstance(problem, Unreadable) else Unreadable(f"its {name} is damaged")
        ) from problem
    if len(content) > MAX_PAGE:
        raise Unreadable(f"it unpacks to more than {MAX_PAGE:,} bytes")
    return content


def _gunzipped(body: bytes) -> bytes:
    return _inflated(body, _GZIP)


def _undeflated(body: bytes) -> bytes:
    try:
        return _inflated(body, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(body, _RAW_DEFLATE)


def _inflated(body: bytes, form: int) -> bytes:
    unpacking = zlib.decompressobj(form)
    content = unpacking.decompress(body, MAX_PAGE + 1)
    if not unpacking.eof and len(content) <= MAX_PAGE:
        raise Unreadable("its compressed text is cut off")
    return content


def _unbrotlied(body: bytes) -> bytes:
    unpacking = brotli.Decompressor()
    content: bytes = unpacking.process(body, output_buffer_limit=MAX_PAGE + 1)
    if not unpacking.is_finished() and len(content) <= MAX_PAGE:
        raise Unreadable("its compressed text is cut off")
    return content


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _undeflated,
    "br": _unbrotlied,
}


def _without_chunks(body: bytes) -> bytes:
    """Return what is sent in chunks; a body that does not begin with one was put together by the crawler."""
    pieces: list[bytes] = []
    place = 0
    while found := _CHUNK.match(body, place):
        size = int(found[1], 16)
        if not size:
            return b"".join(pieces)
        if found.end() + size > len(body):
            raise Unreadable(
                f"it is cut off: a chunk has {size:,} bytes, {len(body) - found.end():,} are there"
            )
        pieces.append(body[found.end() : found.end() + size])
        place = found.end() + size
    if pieces:
        raise Unreadable("it is cut off between two chunks")
    return body

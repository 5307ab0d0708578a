"""The body of an answer: read in pieces, unpacked, and never more than fits."""

import zlib
from collections.abc import Iterable, Iterator
from http.client import HTTPResponse

from articles.fetching.client import Limits
from articles.fetching.failures import FetchFailed, Refused

ENCODINGS = "gzip, deflate"
PIECE = 16_384
MOST_MEMBERS = 100
RATIO = 100
UNPACKED_FREELY = 1_000_000
"""Bytes up to which nobody asks how tightly they were packed."""

_GZIP = zlib.MAX_WBITS | 16


def body_of(response: HTTPResponse, limits: Limits) -> bytes:
    """Return the whole body, unpacked; cut if the limits say so.

    Raises Refused if it is too large, FetchFailed if it is cut short or badly packed, and what `http.client` and the
    connection raise.
    """
    kept = bytearray()
    for piece in _unpacked(_pieces(response), response.headers.get("Content-Encoding") or "", limits):
        kept += piece
        if len(kept) > limits.size:
            if limits.cut:
                return bytes(kept[: limits.size])
            raise Refused(f"it has more than {limits.size:,} bytes")
    return bytes(kept)


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    while piece := _read(response):
        yield piece
    if response.length:
        raise FetchFailed(f"it was cut short: {response.length:,} bytes are missing")


def _read(response: HTTPResponse) -> bytes:
    try:
        return response.read(PIECE)
    except ValueError as problem:  # a chunk of less than no bytes
        raise FetchFailed("it tells the length of its chunks wrongly") from problem


def _unpacked(pieces: Iterable[bytes], encoding: str, limits: Limits) -> Iterator[bytes]:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return iter(pieces)
    if encoding in ("gzip", "x-gzip"):
        return _bounded(pieces, (_GZIP,), limits)
    if encoding == "deflate":
        return _bounded(pieces, (zlib.MAX_WBITS, -zlib.MAX_WBITS), limits)
    raise FetchFailed(f"it is packed by {encoding[:50]!r}, which was not asked for")


def _bounded(pieces: Iterable[bytes], windows: tuple[int, ...], limits: Limits) -> Iterator[bytes]:
    """Yield what the pieces unpack to; raises Refused where they swell as no text does."""
    packed = unpacked = 0
    inflater = _Inflater(windows, limits.size + 1)
    for piece in pieces:
        packed += len(piece)
        for swollen in inflater.feed(piece):
            unpacked += len(swollen)
            if unpacked > max(UNPACKED_FREELY, RATIO * packed):
                raise Refused(f"it unpacks to more than {RATIO} times its size")
            yield swollen
    if not inflater.is_done:
        raise FetchFailed("it was cut short: what it is packed in does not end")


class _Inflater:
    """Unpacks zlib's formats. Of `windows` the first that fits is taken: some servers send deflate without its head."""

    def __init__(self, windows: tuple[int, ...], most: int) -> None:
        self._windows = windows
        self._most = most
        self._members = 0
        self._inflater = zlib.decompressobj(windows[0])
        self._began = False

    @property
    def is_done(self) -> bool:
        """Whether what was packed came to its end."""
        return self._inflater.eof or not self._began

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what a piece unpacks to; raises FetchFailed if it is not packed so."""
        while piece:
            if self._inflater.eof and not self._next_member(piece):
                return
            yield self._inflated(piece)
            piece = self._inflater.unused_data

    def _next_member(self, piece: bytes) -> bool:
        """Begin anew if another member follows; bytes that are none are padding."""
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise Refused(f"it is packed in more than {MOST_MEMBERS} parts")
        if self._windows[0] != _GZIP or not piece.startswith(b"\x1f"):
            return False
        self._inflater = zlib.decompressobj(_GZIP)
        return True

    def _inflated(self, piece: bytes) -> bytes:
        windows = self._windows if not self._began else self._windows[:1]
        self._began = True
        for window in windows:
            try:
                return self._inflater.decompress(piece, self._most)
            except zlib.error:
                if window == windows[-1]:
                    raise FetchFailed("what it is packed in is broken") from None
                self._inflater = zlib.decompressobj(windows[-1])
        raise AssertionError("unreachable")

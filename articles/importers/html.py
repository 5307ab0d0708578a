"""Web pages saved as files (https://html.spec.whatwg.org/): each file is one article.

What the page declares of itself comes first, in JSON-LD, meta elements and marked-up elements; the text is found by
trafilatura. The date is one that the page or its address declares, and is never guessed.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers import unread
from articles.importers.base import MAX_PAGE, Options, Unread
from articles.importers.streams import decoded_head
from articles.newsitem import Rejection

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_LOOKED_AT = 4_096
_PAGE = re.compile(
    r"\ufeff?(?:\s|<!--.{0,2000}?-->|<\?xml\b[^>]{0,200}>)*+<(?:!doctype\s+html\b|html\b|head\b)", re.I | re.S
)


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file begins like a web page, or is named as one."""
    return is_page(head) or name.lower().endswith(SUFFIXES)


def is_page(head: bytes) -> bool:
    """Say whether a file begins like a web page, whatever its name."""
    return bool(_PAGE.match(decoded_head(head[:_LOOKED_AT])))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[Unread | Rejection]:
    """Yield the page, or a Rejection if it has more than MAX_PAGE bytes."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(65_536):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_PAGE:
            yield Rejection(f"the page has more than {MAX_PAGE:,} bytes", source, 1)
            return
    yield Unread(reader=unread.page, raw=b"".join(pieces), source=source, line=1, options=options)

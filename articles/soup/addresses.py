"""Addresses: which may be linked from the archive, and where they stand in plain text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

MAX_ADDRESS = 4_000
"""Characters."""

_IGNORED_BY_BROWSERS = re.compile("[\t\n\r]")
_PERMITTED = re.compile(r"https?://[^/\\?#\s@:][^\s\\`]*|mailto:[^\s\\`]+")
_SCHEME = re.compile("[A-Za-z]+:")
_IN_TEXT = re.compile(r"(?<![A-Za-z0-9])https?://[^\s<>\"“”„«»\\`{}|^]+", re.IGNORECASE)
_TRAILING = frozenset(".,;:!?'’‘…*_~–—")
_BRACKETS = {")": "(", "]": "["}


@lru_cache(maxsize=1_000)
def web_address(address: str) -> str | None:
    """Return `address` as it may be linked, or None if it may not be.

    Permitted are http, https and mailto with something after them; `//host/path` is taken as https. Relative
    and malformed addresses, every other scheme, and more than MAX_ADDRESS characters are not permitted.
    """
    address = _IGNORED_BY_BROWSERS.sub("", address[: MAX_ADDRESS + 100]).strip("".join(map(chr, range(33))))
    if address.startswith("//"):
        address = f"https:{address}"
    address = _SCHEME.sub(lambda scheme: scheme[0].lower(), address, count=1).replace(" ", "%20")
    if len(address) > MAX_ADDRESS or not _PERMITTED.fullmatch(address):
        return None
    try:
        urlsplit(address)
    except ValueError:
        return None
    return address


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every http and https address in plain text, without the punctuation after it."""
    for found in _IN_TEXT.finditer(text):
        address = _without_trailing(found[0])
        if web_address(address):
            yield found.start(), found.start() + len(address)


def _without_trailing(address: str) -> str:
    surplus = {close: address.count(close) - address.count(opening) for close, opening in _BRACKETS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if last in surplus and surplus[last] > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]

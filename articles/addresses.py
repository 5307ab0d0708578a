"""Addresses of web pages: what two ways of writing one have in common."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LONGEST = 2_000
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|smid|cmpid", re.A)
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """Return the address without what does not tell pages apart; "" if it is no address of a web page.

    Scheme and "www." are dropped: a page that moved to HTTPS is the same page. So are a fragment (unless it begins with "!"
    or "/", by which scripts tell pages apart), a slash at the end and the parameters by which visitors are counted; the
    others are sorted.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not host or len(url) > LONGEST:
        return ""
    place = host.lower().removeprefix("www.").rstrip(".")
    if port and port != _PORTS[parts.scheme]:
        place = f"{place}:{port}"
    asked = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])
    )
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit(("", place, parts.path.rstrip("/"), urlencode(asked), fragment))


def page_key(url: str) -> int | None:
    """Return a number that stands for the page at an address; None for none, and for a site's first page, which changes."""
    page = canonical(url)
    return key_of(page) if "/" in page.removeprefix("//") or "?" in page or "#" in page else None


def key_of(text: str) -> int | None:
    """Return a number of 63 bits that stands for a text in an index, None for none."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> 1 if text else None

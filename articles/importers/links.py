"""Make the links of a text absolute: away from its page, nobody knows what they are relative to."""

import re
from html import escape
from urllib.parse import urljoin

from articles.characters import without_controls
from articles.soup.addresses import MAX_ADDRESS
from articles.soup.tokens import Tag, decoded, tokens

_LINKING = frozenset({"href", "src", "cite"})
_MAY_LINK = re.compile("(?:href|src|cite)", re.I)
_ABSOLUTE = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]{0,30}:")


def absolute(html: str, base: str, *, page: str = "") -> str:
    """Return HTML with its relative addresses resolved against `base`; those of a place on the `page` itself, against it."""
    if not base or not _MAY_LINK.search(html):
        return html
    pieces = tokens(without_controls(html))
    return "".join(
        piece if isinstance(piece, str) else _resolved(piece, base, page or base) for piece in pieces
    )


def joined(base: str, address: str) -> str:
    """Return an address as it is meant where `base` is; as it is written if that can't be told."""
    address = address.strip()
    if not base or not address or len(address) > MAX_ADDRESS:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _resolved(tag: Tag, base: str, page: str) -> str:
    """Return a tag as it is written, but for its relative addresses."""
    start = f"<{'/' if tag.is_end else ''}{tag.name}"
    values = tag.values() if _MAY_LINK.search(tag.attributes) else {}
    relative = {name for name in _LINKING & values.keys() if not _ABSOLUTE.match(values[name])}
    if tag.is_end or not relative:
        return f"{start}{tag.attributes}>"
    for name in relative:
        address = decoded(values[name])
        values[name] = escape(joined(page if address.startswith("#") else base, address))
    return (
        start
        + "".join(f' {name}="{value.replace(chr(34), "&quot;")}"' for name, value in values.items())
        + ">"
    )

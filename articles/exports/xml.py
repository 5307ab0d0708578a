"""Write XML 1.0 in pieces: whatever a text holds, what is written is well-formed."""

from collections.abc import Mapping

from articles.characters import without_controls

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def escaped(text: str) -> str:
    """Return the text as an element holds it; characters that XML forbids are left out."""
    return without_controls(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def opening(name: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return a start tag; an attribute that is empty is left out."""
    written = (
        f' {attribute}="{_in_quotes(value)}"' for attribute, value in (attributes or {}).items() if value
    )
    return f"<{name}{''.join(written)}>"


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element that holds text, on its own line."""
    start = opening(name, attributes)
    return f"{start}{escaped(text)}</{name}>\n" if text else f"{start[:-1]}/>\n"


def _in_quotes(text: str) -> str:
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")

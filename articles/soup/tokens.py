"""Read HTML of any quality as tokens, in time linear in its length.

The tokens are the HTML Standard's (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), except
that comments, code and media come as one token with all they hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_SPACE = r"[ \t\n]"
_ATTRIBUTE = re.compile(
    rf"(?:{_SPACE}|/)*+(?P<name>[^ \t\n/>][^ \t\n/>=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?P<value>\"[^\"]*+\"?|'[^']*+'?|[^ \t\n>\"'][^ \t\n>]*+)?+)?+"
)
_ATTRIBUTES = rf"(?:{re.sub(r'[?]P<[a-z]+>', '?:', _ATTRIBUTE.pattern)})*+(?:{_SPACE}|/)*+"
_NAME_ENDS = r"(?=[ \t\n/>]|\Z)"
_TOKEN = re.compile(
    rf"""
    <!--(?:-?>|.*?(?:--!?>|\Z)) | <[!?][^>]*+>? | </(?=[^A-Za-z])[^>]*+>?
    | <(?P<code>script|style){_NAME_ENDS}{_ATTRIBUTES}(?:>.*?(?:</(?P=code){_NAME_ENDS}[^>]*+>?|\Z)|\Z)
    | <(?P<media>iframe|textarea|select|title|template|svg|math|video|audio|canvas|object|applet){_NAME_ENDS}
      {_ATTRIBUTES}(?:(?<=/)>|>.*?(?:</(?P=media){_NAME_ENDS}[^>]*+>?|\Z)|\Z)
    | <(?P<end>/?)(?P<name>[A-Za-z][^ \t\n/>]*+)(?P<attributes>{_ATTRIBUTES})(?P<closed>>|\Z)
    | (?P<text>[^<]++|<)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_HUGE_NUMBER = re.compile(r"&#[0-9]{1000,};?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag: its name in lower case, its attributes as written."""

    name: str
    is_end: bool
    attributes: str

    def values(self) -> dict[str, str]:
        """Return the values as written, without quotes, by lower-case name; of a repeated one the first."""
        values: dict[str, str] = {}
        for found in _ATTRIBUTE.finditer(self.attributes):
            values.setdefault(found["name"].lower(), _unquoted(found["value"] or ""))
        return values


def tokens(html: str) -> Iterator[Tag | str]:
    """Yield tags, and text between them as written, with entities; comments, code and media are left out.

    Expects line feeds as the only line ends. A tag that the end of the text cuts off is left out too.
    """
    for found in _TOKEN.finditer(html):
        if text := found["text"]:
            yield text
        elif found["closed"]:
            yield Tag(found["name"].lower(), bool(found["end"]), found["attributes"])


def decoded(text: str) -> str:
    """Return `text` with its entities decoded.

    html.unescape() alone raises ValueError at a number of more than 4,300 digits.
    """
    return unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _unquoted(value: str) -> str:
    quote = value[:1]
    return value.strip(quote) if quote in ("'", '"') else value

"""In which characters a page is written: by its byte order mark, its transfer, its own word, else UTF-8 or windows-1252.

As in the HTML Standard (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding), with
fewer encodings: one that hides markup, as UTF-7 does, is never used.
"""

import codecs
import re

from articles.characters import without_controls

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_HEAD = 4_096
_DECLARED = re.compile(
    rb"<meta\s[^>]{0,500}?charset\s{0,9}=[\s\"']{0,9}([A-Za-z][\w:.-]{1,30})"
    rb"|<\?xml\s[^>]{0,200}?encoding\s{0,9}=[\s\"']{0,9}([A-Za-z][\w:.-]{1,30})",
    re.I,
)
_WESTERN = "windows-1252"
_SINGLE_BYTE = re.compile(r"iso-?8859-?\d+|windows-125\d|koi8-[ru]|macintosh")
_PERMITTED = re.compile(
    rf"utf-8|{_SINGLE_BYTE.pattern}|gb18030|big5|big5hkscs|euc-jp|cp932|cp949|iso-2022-jp"
)
_MEANT = {
    **dict.fromkeys(("utf8", "unicode", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(
        ("ascii", "us-ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "cp1252"), _WESTERN
    ),
    **{f"cp125{number}": f"windows-125{number}" for number in range(9)},
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    "euc-kr": "cp949",
    "mac": "macintosh",
}
"""What browsers take a name for; a page that could say "utf-16" in ASCII is none."""


def decoded(raw: bytes, declared: str) -> str:
    """Return the text of a page that came with this charset declared, "" for none; no control characters are in it."""
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return without_controls(raw.decode(encoding, "replace"))
    encoding = permitted(declared) or declared_within(raw)
    as_utf_8 = _strictly(raw, "utf-8")
    if as_utf_8 is not None and (encoding in ("", "utf-8") or _SINGLE_BYTE.fullmatch(encoding)):
        return without_controls(as_utf_8)
    if encoding == "utf-8":
        return without_controls(_mostly_utf_8(raw))
    return without_controls(raw.decode(encoding or _WESTERN, "replace"))


def declared_within(raw: bytes) -> str:
    """Return the encoding that a page names itself, "" if it names none that is permitted."""
    names = (found[1] or found[2] for found in _DECLARED.finditer(raw[:_HEAD]))
    return next(filter(None, (permitted(name.decode("ascii")) for name in names)), "")


def permitted(name: str) -> str:
    """Return the encoding that is meant by a name, "" if it is not used."""
    name = name.strip(" \t\"'").lower()
    meant = _MEANT.get(name, name)
    if not _PERMITTED.fullmatch(meant):
        return ""
    try:
        return meant if codecs.lookup(meant) else ""
    except LookupError:
        return ""


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mostly_utf_8(raw: bytes) -> str:
    """Return what says it is UTF-8 and is not altogether: windows-1252 if less of it fits than does not."""
    text = raw.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    fitting = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    return text if fitting > wrong else raw.decode(_WESTERN, "replace")

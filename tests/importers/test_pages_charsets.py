"""Pages are decoded as browsers do it, and never in a way that hides markup."""

import codecs

import pytest

from articles.importers.pages.charsets import decoded

TEXT = "Caf\u00e9 \u2014 \u201cno\u201d"


@pytest.mark.parametrize(
    ("raw", "declared", "expected"),
    [
        (TEXT.encode(), "", TEXT),
        (TEXT.encode(), "utf-8", TEXT),
        (TEXT.encode(), " UTF8 ", TEXT),
        (TEXT.encode("cp1252"), "", TEXT),
        (TEXT.encode("cp1252"), "iso-8859-1", TEXT),
        (TEXT.encode("cp1252"), "utf-8", TEXT),
        (b"<meta charset=windows-1252>" + TEXT.encode("cp1252"), "", "<meta charset=windows-1252>" + TEXT),
        ("\u041c\u043e\u0441\u043a\u0432\u0430".encode("koi8-r"), "KOI8-R", "\u041c\u043e\u0441\u043a\u0432\u0430"),
        ("\u65b0\u805e".encode("big5"), "big5", "\u65b0\u805e"),
        ("\u65b0\u95fb".encode("gb2312"), "gb2312", "\u65b0\u95fb"),
        ("\u65b0\u805e".encode("shift_jis"), "Shift_JIS", "\u65b0\u805e"),
        (TEXT.encode(), "iso-8859-1", TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "windows-1252", TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-8", TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "", TEXT),
        (b"<meta charset=utf-16>" + TEXT.encode(), "", "<meta charset=utf-16>" + TEXT),
        ("\u4e00\u4e8c\u4e09".encode() + b"\xff", "utf-8", "\u4e00\u4e8c\u4e09\ufffd"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\xed", "", "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\u041c"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>\xb1", "", "<?xml version='1.0' encoding='iso-8859-2'?>\u0105"),
        (b"a\x00b\x07c\r\nd", "", "abc\nd"),
    ],
)  # fmt: skip
def test_page_is_decoded(raw, declared, expected):
    assert decoded(raw, declared) == expected


@pytest.mark.parametrize(
    "charset",
    ["utf-7", "utf7", "hz", "iso-2022-kr", "iso-2022-cn", "x-user-defined", "base64", "zlib", "rot13", "idna", "punycode", "undefined",
     "unicode_escape", "cp037", "utf-32", "scsu", "mbcs", "../x", "x" * 5_000, "\x00", "", "windows-1259"],
)  # fmt: skip
def test_charset_that_hides_markup_or_is_none_is_passed_over(charset):
    raw = b"+ADw-script+AD4-caf\xc3\xa9"
    assert decoded(raw, charset) == "+ADw-script+AD4-caf\u00e9"
    assert decoded(b"<meta charset='" + charset.encode() + b"'>" + raw, "").endswith(
        "+ADw-script+AD4-caf\u00e9"
    )


def test_charset_declared_within_a_page_counts_at_its_beginning_only():
    assert decoded(b" " * 5_000 + b"<meta charset=koi8-r>\xe9", "").endswith("\u00e9")


def test_many_meta_elements_take_no_time():
    assert decoded(b"<meta " * 1_000_000, "").startswith("<meta ")

"""What feeds' XML commonly gets wrong is mended; what is right, and what stands in CDATA, stays as it is."""

import io

import pytest

from articles.importers.mending import MARK, mended
from articles.newsitem import ImportFailure


def mend(content):
    content = content if isinstance(content, bytes) else content.encode()
    return mended(io.BytesIO(content)).read().decode()


@pytest.mark.parametrize(
    "content",
    [
        "<a b='1 &amp; 2'>caf\u00e9 &lt;p&gt; &quot;x&quot; &apos; &#8217;</a>",
        "<a><![CDATA[R&D &nbsp; &#0; <b>]]></a>",
        "<a>\r\n\t\u0085\u2028</a>",
    ],
)
def test_right_xml_stays_as_it_is(content):
    assert mend(content) == content


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("R&D", "R&amp;D"),
        ("a & b && c&", "a &amp; b &amp;&amp; c&amp;"),
        ("x?a=1&b=2", "x?a=1&amp;b=2"),
        ("&nbsp;&eacute;&hellip;", "&#160;&#233;&#8230;"),
        ("&LT;", "&#60;"),
        ("&nosuch; &amp", "&amp;nosuch; &amp;amp"),
        ("&#146;&#x93;", "&#8217;&#8220;"),
        ("&#X41;", "&#65;"),
        ("&#7;\x07\x0b", ""),
        ("&#129;", ""),
        ("&#0;", f"&#{ord(MARK)};"),
        ("&#xD800;&#x110000;", f"&#{ord(MARK)};" * 2),
        ("&#99999999999999;", "&amp;#99999999999999;"),
        ("\x00", MARK),
        ("<![CDATA[\x00\x07 & ]]> & ", f"<![CDATA[{MARK} & ]]> &amp; "),
    ],
)
def test_wrong_characters_and_references_are_mended(wrong, right):
    assert mend(f"<a>{wrong}</a>") == f"<a>{right}</a>"


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (b"<a>caf\xe9</a>", f"<a>caf{MARK}</a>"),
        (b"<a>\xed\xa0\x80</a>", f"<a>{MARK * 3}</a>"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "<a/>"),
        (b"\n\n<?xml version='1.1'\nencoding='utf-8'?>\n<a/>", "\n\n\n\n<a/>"),
        (
            b"<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xe9 \x93x\x94 \x81</a>",
            f"<a>café “x” {MARK}</a>",
        ),
        (b"<?xml version='1.0' encoding='US-ASCII'?><a>\x92</a>", "<a>’</a>"),
        (b"<?xml version='1.0' encoding='windows-1251'?><a>\xcf\xf0</a>", "<a>Пр</a>"),
        ("<?xml version='1.0' encoding='GB2312'?><a>\u9555</a>".encode("gb18030"), "<a>\u9555</a>"),
        ("<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"), "<a>é</a>"),
        ("<a>é</a>".encode("utf-16") + b"x", f"<a>é</a>{MARK}"),
    ],
)
def test_every_encoding_becomes_utf_8_without_a_declaration(content, right):
    assert mend(content) == right


@pytest.mark.parametrize("before", range(60))
def test_nothing_is_cut_between_two_pieces(before):
    filling = "y" * (65_536 - before)
    content = f"<a>{filling}<![CDATA[ & ]]> & &rarr;é</a>"
    assert mend(content) == f"<a>{filling}<![CDATA[ & ]]> &amp; &#8594;é</a>"


def test_file_with_an_encoding_that_nobody_knows_fails_clearly():
    with pytest.raises(ImportFailure, match="declares the encoding iso-8859-99: save it as UTF-8"):
        mend("<?xml version='1.0' encoding='ISO-8859-99'?><a/>")


def test_what_comes_before_an_unreadable_part_is_not_lost():
    class Broken(io.RawIOBase):
        parts = iter([b"<a>" + b"x" * 100])

        def read(self, size=-1):
            if piece := next(self.parts, None):
                return piece
            raise ImportFailure("cut")

    stream = mended(Broken())
    assert stream.read(200) == b"<a>" + b"x" * 100
    with pytest.raises(ImportFailure, match="cut"):
        stream.read(200)

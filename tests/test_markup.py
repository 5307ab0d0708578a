"""Markup of every kind comes out safe, well nested and stable."""

import re
import time
from html.parser import HTMLParser

import bleach
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import markup
from articles.markup import MarkupTooLarge, clean, from_text, plain_text, word_count
from articles.soup.canonical import is_canonical
from tests.thorough import rounds

ELEMENTS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "td", "th",
    "em", "strong", "b", "i", "a", "br", "hr", "sub", "sup", "code", "pre", "figure", "figcaption", "abbr", "cite",
    "q", "dl", "dt", "dd",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "scope"},
    "th": {"colspan", "rowspan", "scope"},
}

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>alert(1)",
    "<script/x>alert(1)</script>",
    "<script><!--<script>alert(1)</script>--></script>",
    "<style>body{background:url(javascript:alert(1))}</style>",
    "<style>@import 'https://evil.example/alert(1).css'",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<img src=x onerror=alert(1)>",
    "<img src='javascript:alert(1)'>",
    "<IMG SRC=JaVaScRiPt:alert(1)>",
    "<img src=https://e.example/i.png onload=alert(1)>",
    "<image src=https://e.example/i.png onerror=alert(1)>",
    "<img src=data:image/svg+xml;base64,PHN2Zz4=>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='javascript:123'>x</a>",
    "<a href='data:1'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:9'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java\x00script:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61script:alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='java&NewLine;script:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='&#0000106avascript:alert(1)'>x</a>",
    "<a href='https://ok.example' href='javascript:alert(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='blob:https://e.example/1'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:https://e.example'>x</a>",
    "<a href='\\\\evil.example'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='http:///evil.example'>x</a>",
    "<a href='https://[::1'>x</a>",
    "<a href=https://e.example/ onclick=alert(1) style=color:red id=x class=y target=_blank>x</a>",
    "<a href=\"https://e.example/?a=1&quot; onmouseover=&quot;alert(1)\">x</a>",
    "<a title='\"><script>alert(1)</script>' href=https://e.example/>x</a>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>",
    "<q cite='data:text/html,x'>x</q>",
    "<p onclick=alert(1)>x</p>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p/onclick=alert(1)>x",
    "<p \x0conclick=alert(1)>x",
    "<p id=x name=y data-x=z aria-label=w>x</p>",
    "<table background='javascript:alert(1)'><tr><td background=x onfocus=alert(1) colspan='1 onx=1'>x</table>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='data:text/html,<script>alert(1)</script>'><embed src=x></object>",
    "<embed src='javascript:alert(1)'>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio autoplay onplay=alert(1) src=x></audio>",
    "<form action='javascript:alert(1)'><input autofocus onfocus=alert(1)><button formaction=x>b</button></form>",
    "<select><option><script>alert(1)</script></select>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<textarea><script>alert(1)</script>",
    "<title><img src=x onerror=alert(1)></title>",
    "<template><script>alert(1)</script></template>",
    "<base href='javascript:alert(1)//'><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
    "<body onload=alert(1)><frameset onload=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<x onclick=alert(1)>x</x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!doctype html><p>x",
    "<plaintext><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "<p>\u0338<b>x</b>\u0338<script>\u0338y</script>",
    "<p>\ud83d\ude00 \x00 \x08 \ufffe x</p>",
    "<a href='https://e.example/",
    "<p title=\"</p><script>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "</script><svg/onload=alert(1)>",
    "<li><dd><li><table><td><a href=https://e.example/><table><tr><a href=https://e.example/>",
]  # fmt: skip


class Judge(HTMLParser):
    """Reads markup as a third party and notes whatever an article may not hold."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if tag not in ELEMENTS or not set(names) <= ATTRIBUTES.get(tag, set()) | {"lang", "dir"}:
            self.wrong.append((tag, attrs))
        if tag == "a" and (not dict(attrs).get("href") or dict(attrs).get("rel") != "nofollow noopener"):
            self.wrong.append((tag, attrs))
        for name, value in attrs:
            if name in ("href", "cite") and not re.match(r"https?://[^/\\\s]|mailto:[^\s]", value or ""):
                self.wrong.append((tag, attrs))

    def handle_comment(self, data):
        self.wrong.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def faults(html):
    judge = Judge()
    judge.feed(html)
    judge.close()
    return judge.wrong


OTHERS = ["div", "span", "h1", "h6", "script", "style", "svg", "math", "img", "font", "section", "form", "x"]
names = st.sampled_from([*sorted(ELEMENTS), *OTHERS])
attributes = st.sampled_from(
    [
        "", "", "", " href=https://e.example/a?b&c=d", " href=//e.example", " href=/a", " href=javascript:1",
        " title='a\"b'", " lang=en", " dir=x", " cite=https://e.example/", " colspan=2", " src=https://e.example/i",
        " alt='<b>'", " onclick=x", " x='", " =\"",
    ]
)  # fmt: skip
texts = st.sampled_from(
    [
        "a",
        "b c",
        " ",
        "\n",
        "&amp;",
        "&lt;i&gt;",
        "&nbsp;",
        "<",
        ">",
        "&",
        "\u0338",
        "e\u0301",
        "&#824;",
        "\x00",
        "\ud800",
    ]
    + ["<!--", "-->", "]]>", "</", "'", '"', "&#13;", "&#0;", "\u2028", "&notit;"]
) | st.text(max_size=5)
pieces = (
    st.tuples(names, attributes).map(lambda parts: f"<{parts[0]}{parts[1]}>")
    | names.map(lambda name: f"</{name}>")
    | texts
)
soups = st.lists(pieces, max_size=25).map("".join)


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_markup_comes_out_harmless(html):
    cleaned = clean(f"<p>before</p>{html}<p>after</p>")
    assert faults(cleaned) == []
    assert "<p>before</p>" in cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    "html", [html for html in HOSTILE if html.lower().startswith(("<script", "<style", "<svg><s"))]
)
def test_code_is_never_left_as_text(html):
    assert "alert" not in clean(html)


@settings(max_examples=rounds(300), deadline=None)
@given(soups)
@example("<pre>\n\n\nx</pre>")
@example("<p>\u0338</p>\u0338")
@example("<b><p>x</b>y</p><table>z<tr><a href=//e.example><td><a href=//e.example>")
def test_any_markup_comes_out_permitted_stable_and_as_both_cleaners_leave_it(html):
    cleaned = clean(html)
    assert faults(cleaned) == []
    assert clean(cleaned) == cleaned
    assert markup._judged(cleaned) == cleaned
    if is_canonical(cleaned):
        assert markup._SIEVE.clean(cleaned) == cleaned


@settings(max_examples=rounds(100), deadline=None)
@given(st.text())
def test_paragraphs_made_of_text_are_clean_already(text):
    assert clean(from_text(text)) == from_text(text)


@settings(max_examples=rounds(100), deadline=None)
@given(soups)
def test_plain_text_has_single_spaces_and_no_blank_lines(html):
    text = plain_text(html)
    assert all(line == " ".join(line.split()) != "" for line in text.split("\n")) or text == ""


def test_bleach_judges_what_nh3_leaves_unless_it_would_return_it(monkeypatch):
    judged = []
    monkeypatch.setattr(bleach, "clean", lambda html, **_: judged.append(html) or html)
    clean("<p onclick=x>Plain <b>article</b>.</p>")
    assert judged == []
    clean("<b><p onclick=x>One<x></p></b>")
    assert judged[0] == "<b><p>One</p></b>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Title</h1><h5>Small</h5>", "<h2>Title</h2><h4>Small</h4>"),
        ("<div><p>One</p></div>", "<p>One</p>"),
        ("<div>One</div><section>Two <b>bold</b></section>", "<p>One</p><p>Two <b>bold</b></p>"),
        ("<li><div>One</div><div>Two</div></li>", "<li>One Two</li>"),
        ("<p>One<p>Two", "<p>One</p><p>Two</p>"),
        ("<ul><li>One<li>Two</ul>", "<ul><li>One</li><li>Two</li></ul>"),
        ("<p>One <span class=x>two</span> <font>three</font></p>", "<p>One two three</p>"),
        ("<p>One<script>two</script><style>three</style></p>", "<p>One</p>"),
        ("<p>&nbsp;</p><p>One</p><div><br></div><p></p>", "<p>One</p>"),
        ("<p>5 < 6 & 7 > 3", "<p>5 &lt; 6 &amp; 7 &gt; 3</p>"),
        ("<p lang=en dir=rtl id=x>One</p>", '<p lang="en" dir="rtl">One</p>'),
        ("<td>One</td><td>Two</td>", "One Two"),
        (
            "<table><tr><th scope=col colspan=2>A<td colspan=0>B</table>",
            '<table><tbody><tr><th scope="col" colspan="2">A</th><td>B</td></tr></tbody></table>',
        ),
        ("<q cite=https://e.example/a>One</q>", '<q cite="https://e.example/a">One</q>'),
        ("<p>e&#769;\u2126\x00\ud800</p>", "<p>\u00e9\u03a9</p>"),
        ("<pre>\n\n  One\n  two</pre>", "<pre>  One\n  two</pre>"),
        ("", ""),
    ],
)
def test_markup_is_brought_into_the_archives_form(html, expected):
    assert clean(html) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://e.example/a?b=1&copy=2", "https://e.example/a?b=1&amp;copy=2"),
        ("HTTP://e.example", "http://e.example"),
        ("mailto:desk@e.example", "mailto:desk@e.example"),
        ("//e.example/a", "https://e.example/a"),
        (" https://e.example/a b ", "https://e.example/a%20b"),
        ("https://e.example/\n\ta", "https://e.example/a"),
    ],
)
def test_permitted_address_stays_a_link(address, expected):
    assert clean(f'<a href="{address}">x</a>') == f'<a href="{expected}" rel="nofollow noopener">x</a>'


@pytest.mark.parametrize(
    "address", ["/a", "a.html", "#top", "?q=1", "", "javascript:123", "data:1", "vbscript:9", "http:x"]
)
def test_other_address_leaves_its_text(address):
    assert clean(f'<p><a href="{address}">x</a></p>') == "<p>x</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<img src=https://e.example/i.png alt='The Capitol'>",
            '<a href="https://e.example/i.png" rel="nofollow noopener">The Capitol</a>',
        ),
        (
            "<img src=https://e.example/i.png>",
            '<a href="https://e.example/i.png" rel="nofollow noopener">Image</a>',
        ),
        ("<img src=https://e.example/p.gif width=1 height=1>", ""),
        ("<img src=/local.png alt='The Capitol'>", "The Capitol"),
        ("<img src=data:image/png;base64,AA==>", ""),
        (
            "<p>One<img src=https://e.example/i.png>two</p>",
            '<p>One <a href="https://e.example/i.png" rel="nofollow noopener">Image</a> two</p>',
        ),
        (
            "<a href=https://e.example/><img src=https://e.example/i.png></a>",
            '<a href="https://e.example/" rel="nofollow noopener">Image</a>',
        ),
        ("<video src=x>fallback</video><iframe src=x></iframe><svg><p>x</svg>One", "One"),
    ],
)
def test_image_becomes_a_link_and_other_media_go(html, expected):
    assert clean(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "x" * 2_000_001,
        "<div>" * 101,
        "<div>" * 300_000,
        "<li><dd><ul>" * 50,
        "<b><i>" * 51,
        "<br>" * 100_001,
        "&" * 401_000,
    ],
    ids=[
        "characters",
        "depth",
        "great depth",
        "depth in lists",
        "depth in phrases",
        "tags",
        "characters that grow",
    ],
)
def test_markup_beyond_the_bounds_is_refused(html):
    with pytest.raises(MarkupTooLarge):
        clean(html)


@pytest.mark.parametrize(
    "html",
    [
        "<a href='" * 100_000,
        "<!--" * 100_000,
        "<" * 100_000,
        "<svg><math>" * 50_000,
        "<p " + "a=1 " * 200_000 + ">",
        "a" + "\u0315\u0300\u0323" * 100_000,
        "&#" + "9" * 200_000 + ";",
        "&amp;" * 200_000,
        "<b lang=a><i lang=b>" * 40 + "<p>x" * 5_000,
        "<li><dd>" * 1_500,
        "<a href=https://e.example>" * 20_000,
        "http://" + "a." * 100_000,
        "<td>" * 20_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_size_is_answered_quickly(html):
    begun = time.process_time()
    clean(html)
    plain_text(html)
    from_text(html)
    assert time.process_time() - begun < 5


def test_depth_of_one_hundred_is_kept():
    assert clean("<blockquote>" * 99 + "<p>x") == "<blockquote>" * 99 + "<p>x</p>" + "</blockquote>" * 99


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One\n two</p><p>Three</p>", "One two\nThree"),
        ("<h2>A</h2><ul><li>B</li><li>C</li></ul>D<br>E", "A\nB\nC\nD\nE"),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC"),
        ("<p>R&amp;D &lt;b&gt; &eacute;&nbsp;x</p>", "R&D <b> \u00e9 x"),
        ("on<b>e</b> w<span>or</span>d<script>no</script>", "one word"),
        ("", ""),
    ],
)
def test_plain_text_has_a_line_for_each_block(html, expected):
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two-thirds, don\u2019t -- stop.", 4),
        ("black\u2014white", 2),
        ("caf\u00e9 cafe\u0301 \u0939\u093f\u0928\u094d\u0926\u0940", 3),
        ("\u4f60\u597d world", 3),
        ("51 to 49", 3),
        (" \n ", 0),
    ],
)
def test_words_are_counted_in_every_script(text, expected):
    assert word_count(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo\n\n  Three\r\n\r\nFour", "<p>One two</p>\n<p>Three</p>\n<p>Four</p>"),
        ('5 < 6 & "x"', '<p>5 &lt; 6 &amp; "x"</p>'),
        (
            "See https://e.example/a_(b)?c=1&d=2.",
            '<p>See <a href="https://e.example/a_(b)?c=1&amp;d=2" rel="nofollow noopener">https://e.example/a_(b)?c=1&amp;d=2</a>.</p>',
        ),
        (
            "(http://e.example/x), then",
            '<p>(<a href="http://e.example/x" rel="nofollow noopener">http://e.example/x</a>), then</p>',
        ),
        ("javascript:1 ftp://e.example http:// me@e.example www.e.example", None),
        ("", ""),
    ],
)
def test_text_becomes_paragraphs_with_links(text, expected):
    assert from_text(text) == (f"<p>{text}</p>" if expected is None else expected)

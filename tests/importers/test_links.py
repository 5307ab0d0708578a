"""Relative addresses in a text become absolute, and nothing else of it changes."""

import pytest

from articles.importers.links import absolute, joined

BASE = "https://e.org/2018/feed"


@pytest.mark.parametrize(
    ("html", "resolved"),
    [
        ("<p>No link</p>", "<p>No link</p>"),
        ('<a href="a?x=1&amp;y=2">a</a>', '<a href="https://e.org/2018/a?x=1&amp;y=2">a</a>'),
        ("<A HREF=/a TITLE='x \"y\"'>a</A>", '<a href="https://e.org/a" title="x &quot;y&quot;">a</a>'),
        ('<img src="//cdn.e.org/a.png" alt="href=x">', '<img src="https://cdn.e.org/a.png" alt="href=x">'),
        ('<q cite="../q">q</q>', '<q cite="https://e.org/q">q</q>'),
        ('<a href="#n1">1</a>', '<a href="https://e.org/page#n1">1</a>'),
        ('<a href="https://x.org/"  class=b>x</a>', '<a href="https://x.org/"  class=b>x</a>'),
        ('<a href="javascript:alert(1)">x</a>', '<a href="javascript:alert(1)">x</a>'),
        ('<a href="http://[">x</a> 1 < 2', '<a href="http://[">x</a> 1 < 2'),
        ('<p title="src=x">a</p>', '<p title="src=x">a</p>'),
    ],
)
def test_relative_addresses_are_resolved(html, resolved):
    assert absolute(html, BASE, page="https://e.org/page") == resolved


def test_without_a_base_a_text_stays_as_it_is():
    assert absolute('<a href="a">a</a>', "") == '<a href="a">a</a>'


@pytest.mark.parametrize(
    ("base", "address", "whole"),
    [
        (BASE, " a ", "https://e.org/2018/a"),
        (BASE, "", ""),
        ("", "a", "a"),
        (BASE, "//[", "//["),
        (BASE, "x" * 5_000, "x" * 5_000),
    ],
)
def test_address_is_joined_with_its_base(base, address, whole):
    assert joined(base, address) == whole

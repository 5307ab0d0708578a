"""A post's content becomes HTML with its paragraphs, and nothing of the editor's own."""

import time

import pytest

from articles.importers.wordpress import html_of


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("One\ntwo\n\nThree", "<p>One<br>two</p>\n<p>Three</p>"),
        ("One<br />\ntwo\r\n\r\n\r\nThree", "<p>One<br>two</p>\n<p>Three</p>"),
        ("One\n\n&nbsp;\n\n<br>\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("<em>One</em>\n<h2>Two</h2>\nThree", "<p><em>One</em></p><h2>Two</h2><p>Three</p>"),
        ("<p>kept\nas is</p>\n\nloose", "<p>kept\nas is</p><p>loose</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p></blockquote>"),
        ("<ul>\n<li>a</li>\n<li>b\n\nc</li>\n</ul>", "<ul>\n<li>a</li>\n<li><p>b</p>\n<p>c</p></li>\n</ul>"),
        ("a\n<hr />\nb", "<p>a</p><hr /><p>b</p>"),
        ("<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("a<!--more-->\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a <!-- never closed", "<p>a</p>"),
        ("", ""),
    ],
)
def test_blank_lines_part_paragraphs(content, html):
    assert html_of(content) == html


@pytest.mark.parametrize(
    ("content", "html"),
    [
        (
            '[caption width="300"]<img src="a.jpg" /> The <em>room</em>[/caption]',
            '<figure><img src="a.jpg" /><figcaption>The <em>room</em></figcaption></figure>',
        ),
        (
            "[caption width='300' caption='R &amp; D']<a href=\"b\"><img src=\"a.jpg\"></a>[/caption]",
            '<figure><a href="b"><img src="a.jpg"></a><figcaption>R &amp; D</figcaption></figure>',
        ),
        ("[wp_caption]no image[/wp_caption]", "<figure><figcaption>no image</figcaption></figure>"),
        ("[caption]never closed", "<p>never closed</p>"),
        ("never opened[/caption]", "<p>never opened</p>"),
        ('a [gallery ids="1,2"] b', "<p>a  b</p>"),
        ('[chart id="1"]x[/chart] [sic]', '<p>[chart id="1"]x[/chart] [sic]</p>'),
        ("[[gallery]] [[1]]", "<p>[gallery] [[1]]</p>"),
        ('[audio mp3="https://e.org/a.mp3"][/audio]', '<p><a href="https://e.org/a.mp3">https://e.org/a.mp3</a></p>'),
        ('[video src="javascript:alert(1)"]', ""),
        ("see [embed]https://e.org/v?a=1&amp;b=2[/embed]", '<p>see <a href="https://e.org/v?a=1&amp;b=2">https://e.org/v?a=1&amp;b=2</a></p>'),
        ("a\n\n https://e.org/v \n\nb", '<p>a</p>\n<p><a href="https://e.org/v">https://e.org/v</a></p>\n<p>b</p>'),
    ],
)  # fmt: skip
def test_shortcodes_become_what_readers_saw(content, html):
    assert html_of(content) == html


@pytest.mark.parametrize(
    "content",
    [
        "[caption]" * 200_000,
        "[caption]<a " * 150_000 + "[/caption]",
        "<!--" * 500_000,
        "<div " * 400_000,
        "<div>" * 400_000,
        "</div>" * 300_000,
        "[[" * 900_000,
        "[caption " + 'a="' * 600_000 + "]",
        "\n \t" * 600_000,
        "<br" * 600_000,
        "https://e.org/ x\n" * 100_000,
    ],
    ids=range(11),
)
def test_hostile_content_takes_time_in_proportion_to_its_length(content):
    began = time.process_time()
    html_of(content)
    assert time.process_time() - began < 15

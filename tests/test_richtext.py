"""Clean HTML gives its text quickly, and the same text."""

from hypothesis import given
from hypothesis import strategies as st

from articles.markup import clean, plain_text
from articles.richtext import CleanHtml

MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<h2>",
            "</h2>",
            "<table><tr><td>",
            "</td><td>",
            "</table>",
            "<ul><li>",
            "</ul>",
        ]
        + [
            '<a href="https://example.org/?a=1&b=2">',
            "</a>",
            "&amp;lt;",
            "&nbsp;",
            " ",
            "\n",
            "word",
            "é",
            "<",
            ">",
            "&",
            "<img src=x alt=y>",
        ]
    ),
    max_size=30,
).map("".join)


@given(MARKUP)
def test_text_of_clean_html_is_its_plain_text(markup):
    html = clean(markup)
    assert CleanHtml(html).text() == plain_text(html)


def test_clean_html_is_not_escaped_again():
    assert CleanHtml("<p>A &amp; B</p>").__html__() == "<p>A &amp; B</p>"

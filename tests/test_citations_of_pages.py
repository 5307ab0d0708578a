"""A page of the archive in a bibliography."""

import pytest

from articles.citations import STYLES
from articles.citations.pages import citations_of_page

URL = "https://archive.example/people/maren-oldfield/"


def test_a_page_is_cited_in_every_style_of_an_article():
    cited = citations_of_page("Maren Oldfield", "Newsroom", URL)
    assert [label for label, _ in cited] == [label for _, label, _ in STYLES]


def test_no_citation_tells_when_it_was_read():
    assert [text for _, text in citations_of_page("Maren Oldfield", "Newsroom", URL)] == [
        f"Newsroom. (n.d.). Maren Oldfield. {URL}",
        f"Newsroom. “Maren Oldfield.” {URL}.",
        "“Maren Oldfield.” Newsroom, archive.example/people/maren-oldfield/.",
    ]


@pytest.mark.parametrize("title", ["Ira Munson Jr.", "The “Trade” Talks", "Two\nlines", "\u202eturned"])
def test_any_name_stays_on_one_line_and_ends_once(title):
    for _, text in citations_of_page(title, "News, Inc.", URL):
        assert "\n" not in text
        assert ".." not in text

"""Bibliographies in plain text: what list it is, then a citation a line."""

import pytest
from hypothesis import given

from articles.exports import apa, chicago, mla
from tests.exports.builders import REMARK, an_outgoing, hostile, hostile_outgoing, written

SECOND = an_outgoing(
    id=18,
    headline="What now?",
    authors=("Ann Lee",),
    permalink="https://archive.example.org/2017/06/09/what-now/",
)


@pytest.mark.parametrize(
    ("exporter", "first", "second"),
    [
        (
            apa,
            "Whitfield, D., & Raman, P. (2017, June 9). Budget passes. The Capital Ledger. "
            "https://archive.example.org/2017/06/09/budget-passes/",
            "Lee, A. (2017, June 9). What now? The Capital Ledger. https://archive.example.org/2017/06/09/what-now/",
        ),
        (
            chicago,
            "Whitfield, Dana, and Priya Raman. “Budget passes.” Capital Ledger, June 9, 2017. "
            "https://archive.example.org/2017/06/09/budget-passes/.",
            "Lee, Ann. “What now?” Capital Ledger, June 9, 2017. https://archive.example.org/2017/06/09/what-now/.",
        ),
        (
            mla,
            "Whitfield, Dana, and Priya Raman. “Budget passes.” The Capital Ledger, 9 June 2017, "
            "archive.example.org/2017/06/09/budget-passes/.",
            "Lee, Ann. “What now?” The Capital Ledger, 9 June 2017, archive.example.org/2017/06/09/what-now/.",
        ),
    ],
)
def test_list_is_written_in_its_order(exporter, first, second):
    remark = REMARK.replace("1 article", "2 articles")
    assert written(exporter, an_outgoing(), SECOND) == f"{remark}\n\n{first}\n{second}\n"


@pytest.mark.parametrize("exporter", [apa, chicago, mla])
@given(hostile)
def test_citation_is_one_line_whatever_the_article_holds(exporter, text):
    file = written(exporter, hostile_outgoing(text), an_outgoing(), question=text)
    assert len(file.splitlines()) == 4

"""CSV (RFC 4180): a row for each article, lists in a cell parted by "; ", no cell that a spreadsheet would run.

A table of what is known about the articles; their texts are too long for a spreadsheet's cells, and are in JSON Lines.
The column "people_offices" says what each of "people" was on the article's date, in their order.
The column "list" of the first row says which list it is: a remark above the header would be a header to most programs.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from articles.outgoing import Heading, Outgoing
from articles.spreadsheets import safe

NAME, LABEL, SUFFIX, MEDIA_TYPE = "csv", "CSV", "csv", "text/csv; charset=utf-8"
IS_FEED = False

COLUMNS = (
    "id", "permalink", "headline", "standfirst", "byline", "authors", "section", "publication", "published_on",
    "published_at", "language", "word_count", "people", "people_offices", "topics", "source_url", "source_ref", "list",
)  # fmt: skip


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield the header, then a row for each article; the column "list" of the first row says what the file is."""
    yield row_of(COLUMNS)
    remark = heading.sentence
    for article in articles:
        yield row_of((*_cells(article), remark))
        remark = ""


def row_of(cells: Iterable[str]) -> str:
    """Return a line of CSV, its cells safe for a spreadsheet."""
    line = io.StringIO()
    csv.writer(line).writerow(map(safe, cells))
    return line.getvalue()


def _cells(article: Outgoing) -> Iterator[str]:
    for name in COLUMNS[:-1]:
        value = getattr(article, name)
        if isinstance(value, tuple):
            yield "; ".join(value) if any(value) else ""
        elif value is None:
            yield ""
        else:
            yield value.isoformat() if hasattr(value, "isoformat") else str(value)

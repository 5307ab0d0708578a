"""CSV (RFC 4180): a row for each article, lists in a cell parted by "; ", no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator

from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "csv", "CSV", "csv", "text/csv; charset=utf-8"
IS_FEED = False

COLUMNS = (
    "id", "permalink", "headline", "standfirst", "byline", "authors", "section", "publication", "published_on",
    "published_at", "language", "word_count", "people", "topics", "source_url", "source_ref", "list",
)  # fmt: skip
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


class _Line:
    """What the csv module writes to: the last row."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield the header, then a row for each article; the column "list" of the first row says what the file is."""
    line = _Line()
    writer = csv.writer(line)
    writer.writerow(COLUMNS)
    yield line.text
    remark = heading.sentence
    for article in articles:
        writer.writerow([safe(cell) for cell in (*_cells(article), remark)])
        yield line.text
        remark = ""


def safe(cell: str) -> str:
    """Return the cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_RUN_BY_SPREADSHEETS) else cell


def _cells(article: Outgoing) -> Iterator[str]:
    for name in COLUMNS[:-1]:
        value = getattr(article, name)
        if isinstance(value, tuple):
            yield "; ".join(value)
        elif value is None:
            yield ""
        else:
            yield value.isoformat() if hasattr(value, "isoformat") else str(value)

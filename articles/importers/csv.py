"""CSV and TSV with a header: a row for each article, its columns named as in `exchange` or mapped by `Options.fields`.

Commas, semicolons, tabs or bars part the cells, as the header shows, or Excel's line "sep=;". Lists in a cell are parted
by semicolons or bars. The text is UTF-8, or UTF-16 with a byte order mark. What is in an older code page is rejected: which
one, nothing in the file says, and a name with a wrong letter would be wrong for ever, while a spreadsheet can save its
table again as "CSV UTF-8".
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.importers import exchange
from articles.importers.base import Options, Unfit
from articles.importers.csvrows import Row, cells_of, rows
from articles.importers.streams import Line, decoded_head, lines_of
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.spreadsheets import unguarded

NAME = "csv"
SUFFIXES = (".csv", ".tsv")
MAX_COLUMNS = 500
DELIMITERS = ",;\t|"

_SEPARATOR = re.compile(r"sep=(.)", re.I)
_KNOWN = frozenset[str]().union(*exchange.NAMES.values())
_NEEDED = (exchange.NAMES["headline"], exchange.NAMES["published"])


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file is named as a table, or its first line names a headline and a date among its columns."""
    if name.lower().endswith(SUFFIXES):
        return True
    line = next(iter(decoded_head(head).lstrip().splitlines()), "")
    columns = set(map(exchange.folded, cells_of(line, _delimiter(line))))
    return all(not columns.isdisjoint(names) for names in _NEEDED)


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each row that is not blank, in the file's order.

    `line` is the line on which the row begins. Raises ImportFailure if the file is empty or looks binary, or if its first
    line is no header: it must name a column that is known, none twice, and at most MAX_COLUMNS.
    """
    exchange.check_fields(options.fields)
    lines = lines_of(stream)
    columns, delimiter = _header(lines, options)
    is_sound = True
    for row in rows(lines, delimiter):
        try:
            record = _record(row, columns, may_be_short=is_sound)
            raw = row.text.encode("utf-8", "replace")
            yield exchange.item_of(record, raw, source=source, line=row.number, options=options)
        except Unfit as problem:
            shown = row.text[: exchange.MAX_EXCERPT].encode("utf-8", "replace")
            yield exchange.rejection(str(problem), shown, source=source, line=row.number)
        # after a row that could not be read what looks like one may be the middle of it
        is_sound = not row.problem and (is_sound or len(row.cells) == len(columns))


def _header(lines: Iterator[Line], options: Options) -> tuple[tuple[str, ...], str]:
    """Return the names of the columns and what parts them."""
    first = next((line for line in lines if line.text.strip()), Line(0, ""))
    declared = _SEPARATOR.fullmatch(first.text.strip())
    if declared:
        first = next(lines, Line(0, ""))
    if first.problem:
        raise ImportFailure(first.problem)
    delimiter = declared[1] if declared else _delimiter(first.text)
    columns = tuple(" ".join(cell.split()) for cell in cells_of(first.text, delimiter))
    _check_columns(columns, options)
    return columns, delimiter


def _check_columns(columns: tuple[str, ...], options: Options) -> None:
    if len(columns) > MAX_COLUMNS:
        raise ImportFailure(f"the table has {len(columns):,} columns, {MAX_COLUMNS} is the most")
    named = [column for column in columns if column]
    if twice := {column for column in named if named.count(column) > 1}:
        raise ImportFailure(f"two columns have the name “{min(twice)[:50]}”: rename one")
    if not _KNOWN & set(map(exchange.folded, named)) and not set(options.fields.values()) & set(named):
        shown = ", ".join(named)[:200] or "nothing"
        raise ImportFailure(
            f"the first line names no column that is known, but {shown}; --field headline=NAME says which it is"
        )


def _delimiter(line: str) -> str:
    """Return what parts the cells of a header: that which gives the most names that are known, then the most cells."""

    def likeness(delimiter: str) -> tuple[int, int]:
        cells = cells_of(line, delimiter)
        return len(_KNOWN & set(map(exchange.folded, cells[:MAX_COLUMNS]))), len(cells)

    return max(DELIMITERS, key=likeness)


def _record(row: Row, columns: tuple[str, ...], *, may_be_short: bool) -> dict[str, str]:
    """Return the cells by the names of their columns. Raises Unfit if they are too many, or too few where all must be."""
    if row.problem:
        raise Unfit(row.problem)
    is_short = len(row.cells) < len(columns) and not may_be_short
    if is_short or any(cell.strip() for cell in row.cells[len(columns) :]):
        raise Unfit(f"the row has {len(row.cells):,} cells, the header {len(columns)}")
    cells = (unguarded(cell) for cell in row.cells)
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column}

"""Part a table of CSV (RFC 4180) or TSV into rows, in flat memory and linear time.

A quotation mark that is never closed would swallow the file. The row that begins with it is refused then, and the next
line is read as a row again; only if that has happened so often that reading twice would take long, all is passed over.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from articles.importers.base import MAX_RECORD
from articles.importers.streams import MAX_LINE, Line

FREE_READING = 10 * MAX_RECORD
"""Characters that may be read a second time before it is counted against what was read once."""

csv.field_size_limit(2 * MAX_RECORD + MAX_LINE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, its cells, the text it was read from; `problem` says why it has no cells."""

    number: int
    cells: tuple[str, ...]
    text: str
    problem: str = ""


def rows(lines: Iterator[Line], delimiter: str) -> Iterator[Row]:
    """Yield the rows that are not blank, in the order of the lines."""
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter, skipinitialspace=True, strict=True)
    while feed.begin():
        try:
            cells = next(reader)
        except csv.Error as problem:
            yield feed.refused(str(problem))
        else:
            yield from feed.row(cells)


def cells_of(line: str, delimiter: str) -> tuple[str, ...]:
    """Return the cells of a line that is a row, none if it is not."""
    try:
        return tuple(next(csv.reader([line], delimiter=delimiter, skipinitialspace=True, strict=True), ()))
    except csv.Error:
        return ()


class _Feed:
    """The lines that the csv module reads a row from, so that they can be read again."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._waiting: deque[Line] = deque()
        self._size = 0
        self._may_reread = FREE_READING
        self.taken: list[Line] = []

    def begin(self) -> bool:
        """Begin a row; say whether there is a line for it."""
        self.taken, self._size = [], 0
        return self._has_line()

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        """Return the next line, with its end; the lines of a row end where it would be too large."""
        if self._size > MAX_RECORD or not self._has_line():
            raise StopIteration
        line = self._waiting.popleft()
        self.taken.append(line)
        self._size += len(line.text) + 1
        return f"{line.text}\n"

    def row(self, cells: list[str]) -> Iterator[Row]:
        """Yield the row that was read, unless it is blank. What it cost may be spent on reading twice."""
        self._may_reread = min(FREE_READING, self._may_reread + self._size)
        first = self.taken[0]
        problem = next((line.problem for line in self.taken if line.problem), "")
        if problem or any(cell.strip() for cell in cells):
            text = "\n".join(line.text for line in self.taken)
            yield Row(first.number, () if problem else tuple(cells), text, problem)

    def refused(self, problem: str) -> Row:
        """Return a row that can't be read; what follows its first line is read again."""
        first, *others = self.taken
        reason = first.problem or _reason(problem)
        cost = self._size - len(first.text) - 1
        if cost <= self._may_reread:
            self._may_reread -= cost
            self._waiting.extendleft(reversed(others))
        else:
            reason = f"{reason}; nothing up to line {others[-1].number} could be read"
        return Row(first.number, (), first.text, reason)

    def _has_line(self) -> bool:
        if not self._waiting and (line := next(self._lines, None)):
            self._waiting.append(line)
        return bool(self._waiting)


def _reason(problem: str) -> str:
    if "expected after" in problem:
        return "a quotation mark stands within a cell: there it is written twice"
    return f"a quotation mark opens a cell and never closes it, or the cell has more than {MAX_RECORD:,} characters"

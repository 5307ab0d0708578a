"""CSV and TSV with a header: a row for each office, or for a person without one; other names parted by semicolons.

Rows of one person that follow one another are one record. Cells are guarded against spreadsheets, as in every table of ours.
Of other names the table tells the name alone; one with a semicolon would be two, and is not in it.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from articles.exports.csv import row_of
from articles.importers.base import Unfit
from articles.importers.csvrows import Row, cells_of, rows
from articles.importers.exchange import MAX_EXCERPT, folded, rejection
from articles.importers.streams import Line, decoded_head, lines_of
from articles.models import Alias
from articles.newsitem import ImportFailure, Rejection
from articles.peoplerecords import ours
from articles.peoplerecords.records import HeldOffice, OtherName, PersonRecord, repeated
from articles.peoplerecords.told import MOST_ENTRIES, Told, held_office
from articles.spreadsheets import unguarded

PERSON = (*ours.PERSON, "aliases")
COLUMNS = (*PERSON, *ours.OFFICE)
DELIMITERS = ",;\t|"

_COLUMNS = {folded(column): column for column in COLUMNS}


def recognises(head: bytes) -> bool:
    """Say whether the first line names columns of ours, among them the name."""
    line = next(iter(decoded_head(head).lstrip().splitlines()), "")
    return "name" in columns_of(line, delimiter_of(line))


def read(stream: BinaryIO, *, source: str) -> Iterator[PersonRecord | Rejection]:
    """Yield the people of a table in its order, a Rejection for a row that can't be read.

    Raises ImportFailure if the file is empty or binary, or its first line is no header.
    """
    lines = lines_of(stream)
    first = next((line for line in lines if line.text.strip()), Line(0, ""))
    delimiter = delimiter_of(first.text)
    columns = columns_of(first.text, delimiter)
    if twice := repeated(filter(None, columns)):
        raise ImportFailure(f"two columns have the name “{twice}”: rename one")
    if "name" not in columns:
        raise ImportFailure(f"the first line names no column “name”; known are: {', '.join(COLUMNS)}")
    yield from _people(rows(lines, delimiter), columns, source)


def columns_of(line: str, delimiter: str) -> tuple[str, ...]:
    """Return our columns that a header names, "" for each that is none."""
    return tuple(_COLUMNS.get(folded(cell.strip()), "") for cell in cells_of(line, delimiter))


def delimiter_of(line: str) -> str:
    """Return what parts the cells of a header: that which gives the most columns of ours."""
    return max(DELIMITERS, key=lambda delimiter: len(set(columns_of(line, delimiter))))


def _people(
    found: Iterable[Row], columns: tuple[str, ...], source: str
) -> Iterator[PersonRecord | Rejection]:
    gathered: _Gathered | None = None
    for row in found:
        try:
            cells = _cells(row, columns)
            told = Told(cells)
            office = _office(told)
            if gathered is None or not gathered.takes(cells):
                finished, gathered = gathered, _Gathered(cells, source, row.number)
                if finished:
                    yield finished.person()
            gathered.offices += [office] if office else []
            gathered.remarks += told.remarks
        except Unfit as problem:
            shown = row.text[:MAX_EXCERPT].encode("utf-8", "replace")
            yield rejection(str(problem), shown, source=source, line=row.number)
    if gathered:
        yield gathered.person()


class _Gathered:
    """The rows of one person so far."""

    def __init__(self, cells: dict[str, str], source: str, line: int) -> None:
        self.cells, self.source, self.line = cells, source, line
        self.offices: list[HeldOffice] = []
        self.remarks: list[str] = []

    def takes(self, cells: dict[str, str]) -> bool:
        """Return whether a row is about the same person."""
        return len(self.offices) < MOST_ENTRIES and all(
            cells.get(name) == self.cells.get(name) for name in PERSON
        )

    def person(self) -> PersonRecord | Rejection:
        """Return the person that the rows tell of."""
        try:
            names = dict.fromkeys(" ".join(name.split()) for name in self.cells.get("aliases", "").split(";"))
            aliases = [_alias(Told({"name": name}, self.remarks)) for name in names if name]
            told = Told(self.cells, self.remarks)
            return ours.person_of(told, aliases, self.offices, source=self.source, line=self.line)
        except Unfit as problem:
            shown = self.cells.get("name", "")[:MAX_EXCERPT].encode("utf-8", "replace")
            return rejection(str(problem), shown, source=self.source, line=self.line)


def _cells(row: Row, columns: tuple[str, ...]) -> dict[str, str]:
    if row.problem:
        raise Unfit(row.problem)
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        raise Unfit(f"the row has {len(row.cells):,} cells, the header {len(columns)}")
    named = zip(columns, row.cells, strict=False)
    return {column: unguarded(cell) for column, cell in named if column}


def _office(told: Told) -> HeldOffice | None:
    is_told = any(told.record.get(name, "").strip() for name in ours.OFFICE)
    return held_office(told) if is_told else None


def _alias(told: Told) -> OtherName:
    return OtherName(name=told.line("name", required=True), kind=Alias.Kind.SPELLING)


def write(people: Iterable[PersonRecord]) -> Iterator[str]:
    """Yield the header, then the rows of each person."""
    yield row_of(COLUMNS)
    for person in people:
        names = "; ".join(alias.name for alias in person.aliases if ";" not in alias.name)
        fields = ours.fields_of(person) | {"aliases": names}
        for office in person.offices or (None,):
            told = fields | (ours.office_fields_of(office) if office else {})
            yield row_of(told.get(column) or "" for column in COLUMNS)

"""A list of names as a table for spreadsheets: a row for each name given, known or not."""

from collections.abc import Iterator

from articles.exports.csv import row_of
from articles.roster.page import Roster

COLUMNS = ("given", "name", "slug", "status", "total")


def written(roster: Roster) -> Iterator[str]:
    """Yield the header, then a row for each name in the order given: known, ambiguous or unknown, and how many articles.

    Its last columns are the years or months as lists write them: 2017, 2017-06.
    """
    times = roster.span.columns
    yield row_of((*COLUMNS, *(column.slug for column in times)))
    for answer in roster.answers:
        person = answer.person
        if person is None:
            yield row_of((answer.line.given, "", "", answer.status, "", *("" for _ in times)))
            continue
        counts = [roster.counts[person].get(column.number, 0) for column in times]
        known = answer.line.given, person.name, person.slug, answer.status
        yield row_of((*known, str(sum(counts)), *map(str, counts)))

"""A list of names as a table for spreadsheets: a row for each name given, known or not."""

from collections.abc import Iterator

from articles.exports.csv import row_of
from articles.roster.page import Roster
from articles.roster.resolving import Answer

COLUMNS = ("given", "name", "slug", "status", "candidates", "remark", "total")


def written(roster: Roster) -> Iterator[str]:
    """Yield the header, then a row for each name in the order given: known, ambiguous, doubtful or unknown, how many articles.

    Its last columns are the years or months as lists write them: 2017, 2017-06.
    """
    times = roster.span.columns
    yield row_of((*COLUMNS, *(column.slug for column in times)))
    for answer in roster.answers:
        person, given = answer.person, answer.line.given
        if person is None:
            asked = given, "", "", answer.status, candidates(answer), answer.remark
            yield row_of((*asked, "", *("" for _ in times)))
            continue
        counts = [roster.counts[person].get(column.number, 0) for column in times]
        known = given, person.name, person.slug, answer.status, "", answer.remark
        yield row_of((*known, str(sum(counts)), *map(str, counts)))


def candidates(answer: Answer) -> str:
    """Return who may be meant, each with the slug by which a list chooses them: Donald Trump = donald-trump; …"""
    told = [f"{person.name} = {person.slug}" for person in answer.offered]
    others = len(answer.people) - len(answer.offered)
    return "; ".join([*told, f"and {others} more"] if others > 0 else told)

"""The records of all sources of an import in their order, each with its place, so that an import can go on from there."""

from collections.abc import Iterable, Iterator
from itertools import islice

from articles.importers import Found, Options, Source, importer_for, importer_named, peeked
from articles.newsitem import ImportFailure, Rejection
from articles.runs import NoRun, Place

Arrival = tuple[Place, Found]


def arrivals(sources: Iterable[Source], kind: str, options: Options, after: Place) -> Iterator[Arrival]:
    """Yield what the sources hold from the place `after` on; a file that can't be read as what it is, is one rejection.

    `kind` is the format if one was named. Raises NoRun if another source stands at the place than did before.
    """
    for number, source in enumerate(sources):
        if number < after.source:
            continue
        is_begun = number == after.source and after.taken > 0
        if is_begun and source.name != after.name:
            raise NoRun(f"“{after.name}” is not where it was, other files are: start without --resume")
        skipped = after.taken if is_begun else 0
        records = islice(records_of(source, kind, options), skipped, None)
        for taken, (name, found) in enumerate(records, start=skipped + 1):
            yield Place(number, source.name, taken, name), found


def records_of(source: Source, kind: str, options: Options) -> Iterator[tuple[str, Found]]:
    """Yield what one source holds, each record with the name of its format."""
    try:
        with source.open() as stream:
            head, whole = peeked(stream)
            importer = importer_named(kind) if kind else importer_for(head, source.name)
            for record in importer.read(whole, source=source.name, options=options):
                yield importer.NAME, record
    except ImportFailure as failure:
        yield "", Rejection(reason=str(failure), source=source.name)

"""Take a whole archive in from its file: all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction

from articles.keeping import media
from articles.keeping.linking import link
from articles.keeping.manifest import FILES, Manifest, Member
from articles.keeping.progress import Meter, Progress
from articles.keeping.refusals import Refused
from articles.keeping.restoring import occupied, restore
from articles.keeping.snapshots import one_write
from articles.keeping.tables import TABLES
from articles.keeping.unpacking import Unpacked, unpacked


def take_in(path: Path, *, dry_run: bool, progress: Progress) -> Manifest:
    """Put the archive in a file into this empty one and return what went in; on a dry run, what would.

    Raises Refused, and OSError, with nothing written: all records are one transaction, and the files go into their
    places at its end.
    """
    refuse_if_occupied()
    with unpacked(path) as source, gone_on_failure() as written:
        places = places_of(source.contents)
        with one_write(table.model._meta.db_table for table in TABLES):
            refuse_if_occupied()
            write_records(source, progress)
            if dry_run:
                transaction.set_rollback(True)
                return source.contents
            for member, place in places.items():
                written.append(place)
                with source.file(member) as stream:
                    media.put(stream, place)
    return source.contents


def refuse_if_occupied() -> None:
    """Raise Refused unless the archive is empty."""
    if table := occupied():
        raise Refused(
            f"This archive is not empty, it has {table}: import into a new one, which manage.py migrate makes"
        )


def write_records(source: Unpacked, progress: Progress) -> None:
    """Write the records of every table."""
    meter = Meter(source.contents.records, progress)
    for table in TABLES:
        restore(table, meter.passing(source.lines(table.member)))
        if table.later:
            link(table, table.later, source.lines(table.member))


def places_of(contents: Manifest) -> dict[Member, Path]:
    """Return where the files go that are not there yet. Raises Refused if something else is."""
    folder = Path(settings.MEDIA_ROOT)
    places = {member: media.place_of(member.name.removeprefix(FILES), folder) for member in contents.files}
    return {member: place for member, place in places.items() if not media.is_there(place, member.sha256)}


@contextmanager
def gone_on_failure() -> Iterator[list[Path]]:
    """Yield a list for the paths of new files, which are removed unless all goes well."""
    written: list[Path] = []
    is_well = False
    try:
        yield written
        is_well = True
    finally:
        for path in () if is_well else written:
            path.unlink(missing_ok=True)

"""Write the archive's file: in one pass, in flat memory, the same content always as the same bytes."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.conf import settings

from articles.keeping import choosing, manifest, media
from articles.keeping.manifest import Manifest, Member
from articles.keeping.progress import Meter, Progress
from articles.keeping.records import line, records, within_year
from articles.keeping.snapshots import one_state
from articles.keeping.tables import TABLES
from articles.keeping.targets import put_in_place

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold."""
PIECE = 1 << 20


def export(path: Path, *, year: int | None, with_files: bool, progress: Progress) -> Manifest:
    """Write the archive, or a year of it, into a new file and return what is in it. Raises Refused, OSError."""
    with put_in_place(path) as unfinished, ZipFile(unfinished, "w") as packed:
        with one_state():
            members = [*tables(packed, year, progress)]
        if with_files and year is None:
            members += files(packed, Path(settings.MEDIA_ROOT))
        contents = Manifest(settings.ARCHIVE_NAME, year, tuple(members))
        add(packed, manifest.NAME, [contents.written()])
    return contents


def tables(packed: ZipFile, year: int | None, progress: Progress) -> Iterator[Member]:
    """Write the records of every table."""
    choice = choosing.everything() if year is None else choosing.of_year(year)
    meter = Meter(sum(map(len, choice.values())), progress)
    for table in TABLES:
        with closing(records(table, choice[table.name])) as found:
            told = found if year is None else (within_year(record, year) for record in found)
            yield add(packed, table.member, map(line, meter.passing(told)))


def files(packed: ZipFile, folder: Path) -> Iterator[Member]:
    """Write the files in a folder, as they are: most kinds are packed already."""
    for relative in media.paths_in(folder):
        with (folder / relative).open("rb") as stream:
            pieces = iter(partial(stream.read, PIECE), b"")
            member = add(packed, manifest.FILES + relative, pieces, packing=ZIP_STORED)
        yield replace(member, records=None)


def add(packed: ZipFile, name: str, pieces: Iterable[bytes], *, packing: int = ZIP_DEFLATED) -> Member:
    """Write one member and return what it came to; each piece counts as a record."""
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type = packing
    entry.create_system, entry.external_attr = 3, 0o600 << 16
    size, number, digest = 0, 0, hashlib.sha256()
    # ZIP64 always: how large a member will be is not known when it begins
    with packed.open(entry, "w", force_zip64=True) as stream:
        for piece in pieces:
            stream.write(piece)
            digest.update(piece)
            size, number = size + len(piece), number + 1
    return Member(name, size, digest.hexdigest(), number)

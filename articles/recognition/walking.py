"""Recognition over the archive, or over a list of it: by several processes, and from where a run before it stopped."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from articles import indexing
from articles.listing import Listing
from articles.models import Article
from articles.pool import shared
from articles.querysets import ArticleQuerySet
from articles.recognition.proposing import Names, replace_text
from articles.recognition.reading import sighted
from articles.recognition.writing import Outcome, write
from articles.search.schema import id_of

AT_ONCE = 250
NAMES_EVERY = 20
"""Chunks after which the names counted are kept: a run that is resumed misses those of fewer at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles are to be read: those of a list, by the address as it is typed, and those added or changed since a day."""

    listing: str = ""
    since: date | None = None


class NothingToResume(Exception):
    """No run of this kind was interrupted."""


def recognise(
    asked: Asked, listing: Listing | None, *, jobs: int = 1, resume: bool = False
) -> Iterator[Outcome]:
    """Read the articles asked for and write what is seen; yield what each chunk came to. Raises NothingToResume, WorkerLost.

    A chunk is a transaction. Where a run stopped is kept beside the database; `resume` goes on there.
    """
    after = stopped_at(asked) if resume else 0
    names = Names.read(beside(asked, "names")) if resume else Names()
    work = partial(sighted, run=str(uuid4()))
    for number, seen in enumerate(shared(work, chunks(asked, listing, after), jobs=jobs), 1):
        yield write(seen)
        names.take(seen)
        if seen and not listing:
            if number % NAMES_EVERY == 0:
                names.write(beside(asked, "names"))
            note(asked, max(seen))
    names.propose()
    for kind in ("place", "names"):
        beside(asked, kind).unlink(missing_ok=True)


def chunks(asked: Asked, listing: Listing | None, after: int) -> Iterator[list[int]]:
    """Yield the ids of the articles asked for, some at a time."""
    if listing is None:
        yield from by_id(asked, after)
        return
    for ids in found(listing):
        wanted = Article.objects.filter(id__in=ids)
        yield list((since(wanted, asked.since)).order_by("id").values_list("id", flat=True))


def by_id(asked: Asked, after: int) -> Iterator[list[int]]:
    """Yield the ids of all articles of whatever status, beyond `after`, in order."""
    articles = since(Article.objects.all(), asked.since).order_by("id")
    while ids := list(articles.filter(id__gt=after).values_list("id", flat=True)[:AT_ONCE]):
        yield ids
        after = ids[-1]


def since(articles: ArticleQuerySet, day: date | None) -> ArticleQuerySet:
    """Return the articles that were added or changed on a day or later."""
    return articles.filter(updated_at__date__gte=day) if day else articles


def found(listing: Listing) -> Iterator[list[int]]:
    """Yield the ids of a list's articles, the newest first."""
    snapshot, beyond = indexing.snapshot(), None
    while keys := snapshot.keys(listing.conditions, size=AT_ONCE, newest=True, beyond=beyond):
        yield [id_of(key) for key in keys]
        beyond = keys[-1]


def number(asked: Asked, listing: Listing | None) -> int:
    """Return how many articles are asked for, or a few more."""
    if listing is not None:
        return indexing.snapshot().total(listing.conditions)
    return since(Article.objects.all(), asked.since).count()


def beside(asked: Asked, kind: str) -> Path:
    """Return where is kept how far a run came, or which names it counted: beside the database, for each question its own."""
    told = hashlib.blake2b(json.dumps(question(asked)).encode(), digest_size=6).hexdigest()
    return Path(settings.DATA_DIR) / f"recognition-{told}-{kind}.json"


def note(asked: Asked, last: int) -> None:
    """Keep that all articles asked for are read up to the id `last`."""
    replace_text(beside(asked, "place"), json.dumps({"last": last}))


def stopped_at(asked: Asked) -> int:
    """Return the last id that an interrupted run of the same articles read. Raises NothingToResume."""
    try:
        return int(json.loads(beside(asked, "place").read_text("utf-8"))["last"])
    except (OSError, ValueError, KeyError, TypeError) as nothing:
        raise NothingToResume from nothing


def question(asked: Asked) -> dict[str, str]:
    """Return what was asked, in words that a file holds."""
    return {name: str(value or "") for name, value in asdict(asked).items()}

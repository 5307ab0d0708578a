"""The stages of the measurement of the import, each run where Django's models can be imported."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import dj_database_url
from django.conf import settings
from django.db import connections, transaction
from django.db.models import Model, Q

from articles import indexing
from articles.arrivals import arrivals
from articles.importers import Options, open_sources
from articles.ingest import Ingest, recorded
from articles.models import (
    Article,
    ArticleTopic,
    Fingerprint,
    ImportRun,
    Mention,
    OtherSource,
    Person,
    Publication,
    Section,
    Topic,
)
from articles.runs import Place, begun

BATCH = 400
NAMES: tuple[type[Model], ...] = (ImportRun, Publication, Section, Topic, Person)
HANGING: tuple[type[Model], ...] = (Mention, ArticleTopic, OtherSource)


def take(corpus: str, jobs: str) -> int:
    """Import a file as the command does."""
    run = begun([corpus], "", {})
    sources = open_sources([corpus], sys.stdin.buffer)
    with recorded(run):
        records = arrivals(sources, "", Options(), Place())
        return Ingest(run, jobs=int(jobs)).take_arrivals(records, lambda tally, problems: None).items


def index(jobs: str) -> int:
    """Make the index."""
    return indexing.catch_up(jobs=int(jobs))


def batches() -> Iterator[list[list[Model]]]:
    """Yield the finished rows: the names first, then 400 articles at a time with all that hangs on them."""
    yield [list(model._default_manager.order_by("pk")) for model in NAMES]
    last = 0
    while articles := list(Article.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = articles[-1].pk
        ids = [article.pk for article in articles]
        hanging = [
            list(model._default_manager.filter(Q(**{f"{owner(model)}__in": ids})).order_by("pk"))
            for model in (*HANGING, Fingerprint)
        ]
        yield [articles, *hanging]


def owner(model: type[Model]) -> str:
    """Return the column that names the article a row hangs on."""
    return "content_object" if model in (Mention, ArticleTopic) else "article"


def copy(address: str) -> float:
    """Write the finished rows to another database and return the seconds that writing took."""
    connections.databases["bare"] = connections.databases["default"] | dj_database_url.parse(address)
    connections.databases["bare"]["OPTIONS"] = settings.DATABASES["default"]["OPTIONS"]
    seconds = 0.0
    for batch in batches():
        began = time.perf_counter()
        with transaction.atomic(using="bare"):
            for rows in batch:
                if rows:
                    type(rows[0])._base_manager.using("bare").bulk_create(rows)
        seconds += time.perf_counter() - began
    return seconds


def main() -> None:
    """Do one stage and keep how long it took."""
    stage, kept, *options = sys.argv[1:]
    began = time.perf_counter()
    if stage == "copy":
        seconds, number = copy(*options), Article.objects.count()
    else:
        number = {"take": take, "index": index}[stage](*options)
        seconds = time.perf_counter() - began
    Path(kept).write_text(json.dumps({"seconds": seconds, "articles": number}))

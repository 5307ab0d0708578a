"""Follow one feed: ask whether it has changed, read what is new, give it to the archive, note when to ask again."""

from dataclasses import dataclass

from django.db import DatabaseError
from django.utils import timezone

from articles.feeds.archived import archived
from articles.feeds.completing import Completed, Completer
from articles.feeds.outcome import Outcome
from articles.feeds.reading import (
    conditional_of,
    entries_of,
    importer_of,
    may_be_short,
    options_of,
    own_validator,
)
from articles.feeds.schedule import keep
from articles.fetching import Fetched, FetchFailed, Visitor
from articles.importers import Importer
from articles.ingest import Ingest
from articles.models import Feed, ImportProblem
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.runs import begun, recorded
from articles.tally import Tally


class NotTaken(Exception):
    """What the server answered is nothing to take in; the message says why."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a feed: entries to write, entries that can't be read, and how many wait for their pages."""

    importer: Importer
    completed: Completed
    rejections: list[Rejection]


def follow(feed: Feed, visitor: Visitor) -> Outcome:
    """Fetch a feed that was claimed, take in what is new, and note in its record what became of it."""
    answer = None
    try:
        answer = visitor.get(feed.url, conditional_of(feed))
        outcome = taken(feed, answer, visitor)
    except (FetchFailed, ImportFailure, NotTaken) as failure:
        outcome = Outcome(url=feed.url, failure=str(failure))
    except DatabaseError as failure:
        outcome = Outcome(url=feed.url, failure=f"the archive could not write it: {failure}")
    keep(feed, outcome, timezone.now(), answer)
    return outcome


def taken(feed: Feed, answer: Fetched, visitor: Visitor) -> Outcome:
    """Take in what an answer holds; raises NotTaken, ImportFailure, DatabaseError."""
    if answer.not_modified or (answer.status == 200 and feed.etag == own_validator(answer)):
        return Outcome(url=feed.url, is_unmodified=True)
    if answer.status == 410:
        raise NotTaken("it answers 410: it is gone for good, and switched off here")
    if answer.status != 200:
        raise NotTaken(f"it answers {answer.status}")
    news = news_in(feed, answer, visitor)
    tally = written(feed, news) if news.completed.items else None
    return Outcome(url=feed.url, tally=tally, waiting=news.completed.waiting, remarks=remarks_of(news, tally))


def news_in(feed: Feed, answer: Fetched, visitor: Visitor) -> News:
    """Return what of a feed's entries the archive does not have as they are now; raises ImportFailure."""
    importer = importer_of(answer)
    entries = entries_of(answer, importer, feed)
    items = [entry for entry in entries if isinstance(entry, NewsItem)]
    known = archived(feed, items)
    if feed.pages and may_be_short(importer):
        completed = Completer(known, visitor).complete(items)
    else:
        completed = Completed([item for item in items if not known.has(item)])
    return News(importer, completed, [entry for entry in entries if isinstance(entry, Rejection)])


def written(feed: Feed, news: News) -> Tally:
    """Write what is new, as an import of its own, with notes on what its pages did not give."""
    options = options_of(feed)
    kept = {"publication": options.publication, "section": options.section}
    run = begun([feed.url], news.importer.NAME, kept)
    with recorded(run):
        tally = Ingest(run).take(
            [*news.completed.items, *news.rejections], lambda tally, problems: None, kind=news.importer.NAME
        )
    number = run.problems.count()
    ImportProblem.objects.bulk_create(
        ImportProblem(
            run=run,
            number=number + place,
            kind=ImportProblem.Kind.NOTE,
            source=note.source[:500],
            line=note.line,
            reason=note.reason[:500],
            excerpt=note.excerpt,
        )
        for place, note in enumerate(news.completed.notes, start=1)
    )
    return tally


def remarks_of(news: News, tally: Tally | None) -> tuple[str, ...]:
    """Return what is to be said of a feed that is well otherwise."""
    remarks = []
    rejected = tally.rejected if tally else len(news.rejections)
    if rejected:
        first = f": {news.rejections[0].reason}" if news.rejections else ""
        remarks.append(f"{rejected} of its entries can’t be taken{first}")
    if news.completed.notes:
        notes = news.completed.notes
        remarks.append(f"{len(notes)} without the text of their pages, the first because {notes[0].reason}")
    return tuple(remarks)

"""What comes in is read, cleaned and measured before it meets the archive: by several processes where it is much."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from articles.addresses import page_key
from articles.arrivals import Arrival
from articles.fingerprints import bands
from articles.importers import Found, Unread
from articles.languages import language_of
from articles.markup import MarkupTooLarge, clean, word_count
from articles.newsitem import NewsItem, Rejection
from articles.people.bylines import may_be_person
from articles.pool import shared
from articles.prepared import Prepared, Repeated, text_key
from articles.richtext import CleanHtml
from articles.runs import Place

TASK, LARGEST_TASK = 40, 1_000_000
"""Records that one process is given at once, and the bytes at which a task is full."""
LONGEST = {
    "headline": 500,
    "standfirst": 2000,
    "byline": 300,
    "section": 200,
    "publication": 200,
    "source_ref": 500,
    "source_url": 2000,
    "capture_url": 2000,
    "language": 35,
}
LONGEST_SOURCE, LONGEST_NAME = 500, 200
LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
DEFAULT_LANGUAGE = "en"
STATUSES = ("", "draft", "scheduled", "published")


Outcome = Prepared | Rejection | Repeated
Taken = tuple[Place, Outcome]
Task = list[tuple[Place, Found | Repeated]]


def prepared(
    records: Iterable[Arrival],
    *,
    publication: str,
    topics: tuple[str, ...] = (),
    jobs: int = 1,
    sift: Callable[[list[Arrival]], Task],
) -> Iterator[Taken]:
    """Yield the records in order, each ready to be written or rejected, or repeated as `sift` finds.

    `publication` is for those that name none, `topics` are for all. What takes longer than two seconds is shared by `jobs`
    processes. Raises `articles.pool.WorkerLost`.
    """
    work = partial(prepare_all, publication=publication, topics=topics)
    for done in shared(work, map(sift, tasks(records)), jobs=jobs):
        yield from done


def tasks(records: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    """Yield the records in lists that one process takes at once."""
    task: list[Arrival] = []
    size = 0
    for place, found in records:
        task.append((place, found))
        size += size_of(found)
        if len(task) == TASK or size >= LARGEST_TASK:
            yield task
            task, size = [], 0
    if task:
        yield task


def size_of(found: Found | Prepared) -> int:
    """Return about how much memory a record takes."""
    if isinstance(found, Unread):
        return len(found.raw)
    if isinstance(found, Prepared):
        return len(found.body)
    return len(found.body) if isinstance(found, NewsItem) else 0


def prepare_all(task: Task, publication: str, topics: tuple[str, ...]) -> list[Taken]:
    """Return the records of one task, each ready to be written, rejected or repeated."""
    return [
        (place, found if isinstance(found, Repeated) else prepare(found, publication, topics, place.kind))
        for place, found in task
    ]


def prepare(
    found: Found, publication: str, topics: tuple[str, ...] = (), kind: str = ""
) -> Prepared | Rejection:
    """Return one record ready to be written, or why it can't be taken."""
    item = found.item() if isinstance(found, Unread) else found
    if isinstance(item, Rejection):
        return item
    item = replace(
        item,
        source=item.source[:LONGEST_SOURCE],
        headline=in_one_line(item.headline),
        byline=in_one_line(item.byline),
        section=in_one_line(item.section),
        publication=in_one_line(item.publication) or publication,
        people=tuple(filter(may_be_person, item.people)),
        topics=tuple(dict.fromkeys((*item.topics, *topics))),
    )
    if reason := unfit(item):
        return rejected(item, reason)
    try:
        body = CleanHtml(clean(item.body))
    except MarkupTooLarge as problem:
        return rejected(item, str(problem))
    return measured(item, body, kind)


def in_one_line(text: str) -> str:
    """Return a text with its white space collapsed."""
    return " ".join(text.split())


def unfit(item: NewsItem) -> str:
    """Return why the archive can't hold an item, "" if it can."""
    for name, longest in LONGEST.items():
        if (count := len(getattr(item, name))) > longest:
            return f"its {name} has {count:,} characters, {longest:,} is the most"
    if name := next((name for name in (*item.people, *item.topics) if len(name) > LONGEST_NAME), ""):
        return f"it names “{name[:40]}…”, {LONGEST_NAME} characters are the most"
    if item.status not in STATUSES:
        return f"its status is {item.status[:50]!r}"
    return "" if item.headline else "it has no headline"


def measured(item: NewsItem, body: CleanHtml, kind: str) -> Prepared:
    """Return the item with everything that is made of its text."""
    text = body.text()
    status = item.status
    declared = item.language if LANGUAGE.fullmatch(item.language) else ""
    if status == "scheduled" and (item.published_at or datetime.max.replace(tzinfo=UTC)) <= datetime.now(UTC):
        status = ""
    return Prepared(
        item=replace(
            item, body="", status=status, language=declared or language_of(text) or DEFAULT_LANGUAGE
        ),
        kind=kind,
        body=body,
        text=text,
        words=word_count(text),
        bands=bands(text),
        address_key=page_key(item.source_url),
        text_key=text_key(item.published_on, item.headline, text),
    )


def rejected(item: NewsItem, reason: str) -> Rejection:
    """Return the rejection of an item, with its place."""
    return Rejection(reason=reason, source=item.source, line=item.line, excerpt=item.headline[:200])

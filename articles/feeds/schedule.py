"""When a feed is fetched: soon after something new, later after nothing, ever later while it fails."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from articles.feeds.outcome import Outcome
from articles.feeds.reading import validators_of
from articles.fetching import Fetched
from articles.models import Feed

BUSY, QUIET = timedelta(minutes=15), timedelta(hours=1)
"""The time to the next look after one that brought something, and after one that did not."""
LEASE = timedelta(minutes=15)
"""How long a feed is its fetcher's alone. One that was killed leaves the feed to others after that."""
LONGEST = timedelta(days=1)
MOST_DOUBLINGS = 10
LONGEST_URL = 1_000
LONGEST_PROBLEM = 500


def due(now: datetime) -> QuerySet[Feed]:
    """Return the feeds to be fetched at `now`, those that wait longest first."""
    when = Q(next_check_at__isnull=True) | Q(next_check_at__lte=now)
    waiting = Feed.objects.filter(when, active=True).select_related("publication", "section")
    return waiting.order_by(F("next_check_at").asc(nulls_first=True), "pk")


def claim(feed: Feed, now: datetime) -> bool:
    """Take a feed for this fetcher; return False if another took it, or changed it, since `feed` was read."""
    same = Feed.objects.filter(pk=feed.pk, url=feed.url, next_check_at=feed.next_check_at, active=True)
    return bool(same.update(next_check_at=now + LEASE))


def keep(feed: Feed, outcome: Outcome, now: datetime, answer: Fetched | None = None) -> None:
    """Write into a feed's record what became of it; `answer` is the server's, if there was one.

    A record of which somebody has changed the address meanwhile is left alone.
    """
    changes: dict[str, object] = {"checked_at": now, "problem": outcome.problem[:LONGEST_PROBLEM]}
    if outcome.failure:
        changes |= _after_failure(feed, now, answer)
    else:
        changes |= {"failures": 0, "next_check_at": now + (BUSY if outcome.tally else QUIET)}
        changes |= _validators(outcome, answer)
    Feed.objects.filter(pk=feed.pk, url=feed.url).update(**changes)
    if answer and answer.moved_to and not outcome.failure:
        _move(feed, answer.moved_to)


def _after_failure(feed: Feed, now: datetime, answer: Fetched | None) -> dict[str, object]:
    wait = BUSY * 2 ** min(feed.failures + 1, MOST_DOUBLINGS)
    if answer and answer.retry_after:
        wait = max(wait, timedelta(seconds=min(answer.retry_after, LONGEST.total_seconds())))
    changes: dict[str, object] = {
        "failures": feed.failures + 1,
        "next_check_at": now + min(wait, LONGEST),
    }
    return changes | ({"active": False} if answer and answer.status == 410 else {})


def _validators(outcome: Outcome, answer: Fetched | None) -> dict[str, object]:
    """Return by what the next look tells that nothing has changed: by nothing while articles wait for their pages."""
    if outcome.waiting:
        return {"etag": "", "last_modified": ""}
    return validators_of(answer) if answer and not outcome.is_unmodified else {}


def _move(feed: Feed, url: str) -> None:
    """Note the new address of a feed that moved for good; one that is followed there already is followed no more."""
    if url == feed.url or len(url) > LONGEST_URL:
        return
    same = Feed.objects.filter(pk=feed.pk, url=feed.url)
    try:
        with transaction.atomic():
            same.update(url=url)
    except IntegrityError:
        problem = f"It moved to {url}, which the archive follows already: it is switched off."
        same.update(active=False, problem=problem[:LONGEST_PROBLEM])

"""The record of an act: what was done, by whom, and how to take it back."""

from collections.abc import Iterable
from typing import Any

from articles.curating.journal import Journal
from articles.curating.kinds import Kind
from articles.models import Curation

LONGEST_SUMMARY = 500
NAMED, LONGEST_NAME = 3, 100
"""Records that a summary names, and characters of each name."""


def keep(journal: Journal, act: Curation.Act, kind: Kind, summary: str, by: str) -> Curation:
    """Store an act with all that it wrote over."""
    return Curation.objects.create(
        act=act,
        kind=kind.name,
        summary=f"{summary}."[:LONGEST_SUMMARY],
        done_by=by[:150],
        before={"steps": journal.steps},
    )


def named(records: Iterable[Any]) -> str:
    """Return the names of records as a summary says them: the first few."""
    names = [f"“{shortened(str(record))}”" for record in records]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return enumerated([*names[:NAMED], *more])


def enumerated(parts: list[str]) -> str:
    """Return parts of a sentence as it lists them: one, two and three."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def shortened(name: str) -> str:
    """Return a name, or the beginning of a long one."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def counted(number: int, what: str) -> str:
    """Return a number of things in words: 1 article, 2,000 articles; `what` is one of them."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"

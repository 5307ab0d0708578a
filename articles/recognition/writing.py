"""What recognition saw is written where it differs from what the archive holds; what editors decided stays.

Of an article whose people an editor changed, only quotations and doubts are written. A mention of an editor's stays as it
is; one that a source named stays, and is told how often and where the text has the name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields

from django.db import transaction

from articles import rows
from articles.models import Article, Mention, Origin, Role
from articles.people.appearing import Appearance, Seen
from articles.recognition.mentionrows import COLUMNS, Row, mention_row, role_of
from articles.recognition.sightings import Pair, keep, refusals

RECOGNISED = Origin.RECOGNISED.value
TOLD = ("role", "count", "quoted", "places")
Held = tuple[int, str, str, int, bool, str]
"""A mention as it is: id, origin, role, count, quoted, places."""


@dataclass(slots=True)
class Outcome:
    """What a run came to, in numbers: of articles, and of mentions."""

    articles: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    doubts: int = 0
    quotations: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __str__(self) -> str:
        return (
            f"{self.articles:,} articles read: {self.added:,} mentions added, {self.changed:,} changed, "
            f"{self.removed:,} removed; {self.quotations:,} quotations; {self.doubts:,} names left to editors"
        )


def write(sightings: Mapping[int, Seen]) -> Outcome:
    """Write what was seen in articles, by id, in one transaction and few queries for any number of them."""
    with transaction.atomic():
        there = dict(Article.objects.filter(id__in=sightings).values_list("id", "edited_fields"))
        sightings = {article: seen for article, seen in sightings.items() if article in there}
        ours = {article: seen for article, seen in sightings.items() if "people" not in there[article]}
        refused = refusals(sightings)
        outcome = write_mentions(ours, refused)
        keep(sightings, refused)
    outcome.articles = len(sightings)
    outcome.doubts = sum(len(seen.doubts) for seen in sightings.values())
    outcome.quotations = sum(len(seen.quotations) for seen in sightings.values())
    return outcome


def write_mentions(sightings: Mapping[int, Seen], refused: Collection[Pair]) -> Outcome:
    """Write the mentions of articles where they differ."""
    held = mentions_held(sightings)
    added: list[Row] = []
    changed: list[Row] = []
    removed: list[int] = []
    for article, seen in sightings.items():
        appearances = {a.person: a for a in seen.appearances if (article, a.person) not in refused}
        for person, appearance in appearances.items():
            if (known := held[article].get(person)) is None:
                added.append(mention_row(article, person, role_of(appearance), RECOGNISED, appearance))
            elif is_ours(known) and (row := retold(known, appearance)):
                changed.append(row)
        removed += stale(held[article], appearances)
    if removed:
        Mention.objects.filter(pk__in=removed).delete()
    rows.update(Mention, TOLD, changed)
    rows.insert(Mention, COLUMNS, added)
    return Outcome(added=len(added), changed=len(changed), removed=len(removed))


def mentions_held(articles: Mapping[int, Seen]) -> dict[int, dict[int, Held]]:
    """Return the mentions of articles as they are, by article and person: one query."""
    held: dict[int, dict[int, Held]] = defaultdict(dict)
    found = Mention.objects.filter(content_object__in=list(articles)).order_by("id")
    for article, person, *rest in found.values_list(
        "content_object_id", "tag_id", "id", "origin", "role", "count", "quoted", "places"
    ):
        held[article][person] = tuple(rest)
    return held


def is_ours(held: Held) -> bool:
    """Return whether a mention is none of an editor's."""
    return held[1] != Origin.EDITOR


def retold(held: Held, appearance: Appearance) -> Row | None:
    """Return what a mention has to say now; None if it says so already. An author stays one."""
    identity, _, role, *rest = held
    new = (
        role if role == Role.AUTHOR else role_of(appearance),
        appearance.count,
        appearance.is_quoted,
        appearance.places,
    )
    return None if new == (role, *rest) else (identity, *new)


def stale(held: Mapping[int, Held], appearances: Mapping[int, Appearance]) -> Iterator[int]:
    """Yield the mentions that recognition made once and would not make now; authors stay."""
    for person, (identity, origin, role, *_) in held.items():
        if origin == Origin.RECOGNISED and role != Role.AUTHOR and person not in appearances:
            yield identity

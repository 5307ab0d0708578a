"""The doubts that wait for an editor, each with those who may be meant: what they were that day, how often they are named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from articles.models import Doubt, Mention, Person, Status
from articles.offices import Tenures, standings, tenures_of
from articles.people.tenures import Standing
from articles.reviewing.doubts import MOST_AT_ONCE

Key = tuple[str, frozenset[int]]
"""A name and the ids of those who may be meant: doubts with the same key have the same answer, as a rule."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may be meant."""

    person: Person
    standing: Standing | None
    articles: int

    @property
    def order(self) -> tuple[bool, int, str]:
        """What candidates are put in order by: who held an office that day, then who is named most."""
        held = self.standing is not None and not self.standing.when
        return not held, -self.articles, self.person.sort_key


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt as it is put to an editor; `alike` is how many have the same name and the same candidates, itself included."""

    doubt: Doubt
    candidates: tuple[Candidate, ...]
    alike: int

    @property
    def end(self) -> int:
        """Where the name ends in the sentence."""
        return self.doubt.start + len(self.doubt.name)

    @property
    def before(self) -> str:
        """The sentence up to the name."""
        return self.doubt.sentence[: self.doubt.start]

    @property
    def name(self) -> str:
        """The name as it stands in the sentence."""
        return self.doubt.sentence[self.doubt.start : self.end]

    @property
    def after(self) -> str:
        """The sentence behind the name."""
        return self.doubt.sentence[self.end :]


def open_doubts(*, drafts: bool, name: str = "") -> QuerySet[Doubt]:
    """Return the doubts that wait, the oldest first: of published articles alone, or of all with `drafts`."""
    rows = Doubt.objects.filter(settled_at=None).order_by("pk")
    if not drafts:
        rows = rows.filter(article__status=Status.PUBLISHED)
    return rows.filter(name=name) if name else rows


def questions(doubts: QuerySet[Doubt], rows: QuerySet[Doubt], size: int) -> list[Question]:
    """Return the first of `rows` as questions, counted among all `doubts`: five queries for any number."""
    shown = rows.select_related("article").defer("article__body", "article__standfirst")
    page = list(shown.prefetch_related(Prefetch("candidates", Person.objects.defer("description")))[:size])
    people = {person.pk for doubt in page for person in doubt.candidates.all()}
    tenures, counts = tenures_of(people), articles_naming(people)
    same = Counter(keys_of(doubts, {doubt.name for doubt in page}).values())
    return [question(doubt, tenures, counts, same[key_of(doubt)]) for doubt in page]


def question(doubt: Doubt, tenures: Tenures, counts: dict[int, int], same: int) -> Question:
    """Return a doubt as a question, the likeliest candidate first."""
    people = list(doubt.candidates.all())
    held = {person.pk: tenures[person.pk] for person in people if person.pk in tenures}
    standing = standings(held, doubt.article.published_on)
    found = [Candidate(one, standing.get(one.pk), counts.get(one.pk, 0)) for one in people]
    return Question(doubt, tuple(sorted(found, key=lambda one: one.order)), max(same, 1))


def alike(doubts: QuerySet[Doubt], key: int) -> list[int]:
    """Return the ids of those of `doubts` that have the name and the candidates of the one with the id `key`, itself included."""
    doubt = doubts.filter(pk=key).prefetch_related("candidates").first()
    if doubt is None:
        return []
    keys = keys_of(doubts, [doubt.name])
    return [key, *(pk for pk, found in keys.items() if found == key_of(doubt) and pk != key)][:MOST_AT_ONCE]


def keys_of(doubts: QuerySet[Doubt], names: Iterable[str]) -> dict[int, Key]:
    """Return the keys of the first of `doubts` that have one of these names and candidates, by id: one query."""
    first = doubts.filter(name__in=list(names)).values("pk")[:MOST_AT_ONCE]
    links: Any = Doubt.candidates.through
    found: dict[int, tuple[str, set[int]]] = {}
    pairs = links.objects.filter(doubt__in=first).values_list("doubt_id", "doubt__name", "person_id")
    for doubt, name, person in pairs.order_by("doubt_id"):
        found.setdefault(doubt, (name, set()))[1].add(person)
    return {doubt: (name, frozenset(people)) for doubt, (name, people) in found.items()}


def key_of(doubt: Doubt) -> Key:
    """Return the key of a doubt whose candidates are loaded."""
    return doubt.name, frozenset(person.pk for person in doubt.candidates.all())


def articles_naming(people: Iterable[int]) -> dict[int, int]:
    """Return how many articles name each of these people: one query."""
    rows = Mention.objects.filter(tag__in=list(people)).order_by().values("tag")
    return dict(rows.annotate(articles=Count("pk")).values_list("tag", "articles"))

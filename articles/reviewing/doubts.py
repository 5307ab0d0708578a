"""An editor's answers to doubts: whom an article names, or that it names none of those who may be meant."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from articles.curating import Refused
from articles.curating.acts import counted, keep, named
from articles.curating.journal import Journal
from articles.curating.kinds import KINDS
from articles.models import Curation, Doubt, Mention, Origin, Person, Quotation, Refusal

MOST_AT_ONCE = 5_000
SURE = 100
PERSON = KINDS["person"]
SETTLED = "Nothing was changed: that was settled meanwhile, or is no longer in doubt."

Pair = tuple[int, int]
"""An article and a person, by id."""


def accept(choices: Mapping[int, int], *, by: str, refuse_others: bool = False) -> Curation:
    """Note whom articles name: `choices` are people by doubt, both by id. Return the act.

    With `refuse_others` the other candidates are not in these articles. Raises Refused if nothing is left to settle, or
    someone chosen is no candidate.
    """
    with transaction.atomic():
        doubts = locked(choices)
        chosen = [(doubt, candidate(doubt, choices[doubt.pk])) for doubt in doubts]
        journal = Journal()
        counts: Counter[Pair] = Counter()
        for doubt, person in chosen:
            counts[doubt.article_id, person.pk] += doubt.count
        name_in(journal, counts)
        if refuse_others:
            refuse(journal, pairs_of(doubts) - counts.keys(), by)
        settle(journal, doubts, by)
        said = summary(doubts, (person for _, person in chosen))
        return keep(journal, Curation.Act.ACCEPTED, PERSON, said, by)


def reject(doubts: Collection[int], *, by: str) -> Curation:
    """Note that articles name none of the candidates of these doubts, given by id; return the act.

    Whom an editor or the source named stays. Raises Refused if nothing is left to settle.
    """
    with transaction.atomic():
        asked = locked(doubts)
        journal = Journal()
        refuse(journal, pairs_of(asked), by)
        settle(journal, asked, by)
        people = (person for doubt in asked for person in doubt.candidates.all())
        said = summary(asked, people, "none of ")
        return keep(journal, Curation.Act.REJECTED, PERSON, said, by)


def locked(ids: Iterable[int]) -> list[Doubt]:
    """Return the doubts that are open still, with their candidates, locked. Raises Refused if there are none."""
    rows = Doubt.objects.select_for_update().filter(pk__in=list(ids)[:MOST_AT_ONCE], settled_at=None)
    candidates = Prefetch("candidates", Person.objects.only("name"))
    if found := list(rows.order_by("pk").prefetch_related(candidates)):
        return found
    raise Refused(SETTLED)


def candidate(doubt: Doubt, key: int) -> Person:
    """Return the candidate with the id `key`. Raises Refused if there is none."""
    for person in doubt.candidates.all():
        if person.pk == key:
            return person
    raise Refused(f"Nothing was changed: “{doubt.name}” is not held for that person any more.")


def pairs_of(doubts: Iterable[Doubt]) -> set[Pair]:
    """Return who may be meant in which article."""
    return {(doubt.article_id, person.pk) for doubt in doubts for person in doubt.candidates.all()}


def name_in(journal: Journal, counts: Mapping[Pair, int]) -> None:
    """Let articles name people on an editor's word, so many times more than they did."""
    known = among(Mention.objects.all(), counts, "content_object")
    more = [
        {"count": mention.count + counts[pair], "origin": Origin.EDITOR.value, "certainty": SURE}
        for pair, mention in known.items()
    ]
    journal.rewrite(list(known.values()), more)
    fresh = [pair for pair in counts if pair not in known]
    journal.make([Mention(content_object_id=pair[0], tag_id=pair[1], count=counts[pair]) for pair in fresh])
    refusals = among(Refusal.objects.all(), counts, "article", "person")
    journal.delete(Refusal, [refusal.pk for refusal in refusals.values()])


def refuse(journal: Journal, pairs: Collection[Pair], by: str) -> None:
    """Let articles not name people, whatever recognition found or finds; whom an editor or the source named stays."""
    known = among(Mention.objects.all(), pairs, "content_object")
    stays = {pair for pair, mention in known.items() if mention.origin != Origin.RECOGNISED}
    going = sorted(set(pairs) - stays)
    journal.delete(Mention, [known[pair].pk for pair in going if pair in known])
    said = Quotation.objects.filter(article__in={pair[0] for pair in going}).exclude(person=None)
    spoken = said.values_list("pk", "article_id", "person_id")
    journal.change(Quotation, [pk for pk, *pair in spoken if tuple(pair) in set(going)], person_id=None)
    refused = among(Refusal.objects.all(), going, "article", "person")
    fresh = [pair for pair in going if pair not in refused]
    journal.make([Refusal(article_id=pair[0], person_id=pair[1], decided_by=by[:150]) for pair in fresh])


def among(rows: Any, pairs: Collection[Pair], article: str, person: str = "tag") -> dict[Pair, Any]:
    """Return the rows of these pairs, by pair: one query."""
    articles, people = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    found = rows.filter(**{f"{article}__in": articles, f"{person}__in": people}).order_by("pk")
    by_pair = {(getattr(row, f"{article}_id"), getattr(row, f"{person}_id")): row for row in found}
    return {pair: row for pair, row in by_pair.items() if pair in pairs}


def settle(journal: Journal, doubts: Iterable[Doubt], by: str) -> None:
    """Note that an editor has told these names."""
    ids = [doubt.pk for doubt in doubts]
    journal.change(Doubt, ids, settled_at=timezone.now(), settled_by=by[:150])


def summary(doubts: list[Doubt], people: Iterable[Person], whether: str = "") -> str:
    """Return what was answered, in words."""
    names = list(dict.fromkeys(doubt.name for doubt in doubts))
    told = list(dict.fromkeys(people))
    number = counted(len({doubt.article_id for doubt in doubts}), "article")
    verb = "is" if len(names) == 1 else "are"
    return f"{named(names)} {verb} {whether}{named(told) if told else 'those known'} in {number}"

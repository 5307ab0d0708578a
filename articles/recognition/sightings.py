"""What recognition sees beside mentions is kept: quotations, and names that an editor has to tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles import rows
from articles.models import Doubt, Quotation
from articles.people.appearing import Seen
from articles.people.known import Doubtful, Text
from articles.people.quotations import Quoted
from articles.sentences import sentence_at

QUOTATION = ("article_id", "person_id", "speaker", "words", "verb", "start")
LONGEST_SENTENCE, LONGEST_NAME, LONGEST_VERB = 1_000, 200, 40
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article's texts, and what recognition sees in them."""

    text: Text
    seen: Seen


def keep(sightings: Mapping[int, Sighting]) -> None:
    """Write the quotations and the doubts of articles, by id, where they differ from those kept: few queries for any number."""
    keep_quotations(sightings)
    keep_doubts(sightings)


def keep_quotations(sightings: Mapping[int, Sighting]) -> None:
    """Replace the quotations of the articles that have others now."""
    kept: dict[int, list[Row]] = defaultdict(list)
    known = Quotation.objects.filter(article__in=list(sightings)).order_by("article", "start")
    for row in known.values_list(*QUOTATION):
        kept[row[0]].append(row)
    new = {
        article: [quotation_row(article, quoted) for quoted in sighting.seen.quotations]
        for article, sighting in sightings.items()
    }
    changed = [article for article, found in new.items() if found != kept[article]]
    if stale := [article for article in changed if kept[article]]:
        Quotation.objects.filter(article__in=stale).delete()
    rows.insert(Quotation, QUOTATION, (row for article in changed for row in new[article]))


def quotation_row(article: int, quoted: Quoted) -> Row:
    """Return the row of a quotation."""
    speaker, verb = quoted.speaker[:LONGEST_NAME], quoted.verb[:LONGEST_VERB]
    return article, quoted.person, speaker, quoted.words, verb, quoted.start


def keep_doubts(sightings: Mapping[int, Sighting]) -> None:
    """Put the doubts of articles into the review queue; those that an editor settled stay settled."""
    kept: dict[tuple[int, str], Doubt] = {
        (doubt.article_id, doubt.name): doubt
        for doubt in Doubt.objects.filter(article__in=list(sightings)).prefetch_related("candidates")
    }
    found = {
        (article, doubtful.name[:LONGEST_NAME]): (sighting, doubtful)
        for article, sighting in sightings.items()
        for doubtful in sighting.seen.doubts
    }
    stale = [d.pk for key, d in kept.items() if d.settled_at is None and is_other(d, found.get(key))]
    if stale:
        Doubt.objects.filter(pk__in=stale).delete()
    fresh = {key: told for key, told in found.items() if key not in kept or kept[key].pk in stale}
    make(fresh)


def is_other(doubt: Doubt, found: tuple[Sighting, Doubtful] | None) -> bool:
    """Return whether a doubt is no longer what recognition finds."""
    if found is None:
        return True
    doubtful = found[1]
    now = (doubtful.count, doubtful.reason, sorted(doubtful.candidates))
    return now != (doubt.count, doubt.reason, sorted(person.pk for person in doubt.candidates.all()))


def make(fresh: Mapping[tuple[int, str], tuple[Sighting, Doubtful]]) -> None:
    """Write new doubts with their candidates: two queries."""
    made = Doubt.objects.bulk_create(
        [doubt_of(article, sighting, doubtful) for (article, _), (sighting, doubtful) in fresh.items()]
    )
    links = zip(made, fresh.values(), strict=True)
    Doubt.candidates.through.objects.bulk_create(candidates_of(links))


def candidates_of(
    links: Iterable[tuple[Doubt, tuple[Sighting, Doubtful]]],
) -> list[object]:
    """Return the links between doubts and the people they may be."""
    through = Doubt.candidates.through
    return [
        through(doubt_id=doubt.pk, person_id=person)
        for doubt, (_, doubtful) in links
        for person in doubtful.candidates
    ]


def doubt_of(article: int, sighting: Sighting, doubtful: Doubtful) -> Doubt:
    """Return a doubt, not yet saved, with the sentence in which its name stands first."""
    sentence, start = sentence_at(sighting.text.part(doubtful.part), doubtful.start, LONGEST_SENTENCE)
    return Doubt(
        article_id=article,
        name=doubtful.name[:LONGEST_NAME],
        sentence=sentence,
        start=start,
        count=doubtful.count,
        reason=doubtful.reason,
    )

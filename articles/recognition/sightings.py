"""What recognition sees beside mentions is kept: quotations, and names that an editor has to tell."""

from collections import defaultdict
from collections.abc import Mapping

from articles import rows
from articles.models import Doubt, Quotation
from articles.people.appearing import Seen
from articles.people.known import Doubtful
from articles.people.quotations import Quoted

QUOTATION = ("article_id", "person_id", "speaker", "words", "verb", "start")
LONGEST_NAME, LONGEST_VERB = 200, 40
Row = tuple[object, ...]


def keep(sightings: Mapping[int, Seen]) -> None:
    """Write the quotations and the doubts of articles, by id, where they differ from those kept: few queries for any number."""
    keep_quotations(sightings)
    keep_doubts(sightings)


def keep_quotations(sightings: Mapping[int, Seen]) -> None:
    """Replace the quotations of the articles that have others now."""
    kept: dict[int, list[Row]] = defaultdict(list)
    known = Quotation.objects.filter(article__in=list(sightings)).order_by("article", "start")
    for row in known.values_list(*QUOTATION):
        kept[row[0]].append(row)
    new = {
        article: [quotation_row(article, quoted) for quoted in seen.quotations]
        for article, seen in sightings.items()
    }
    changed = [article for article, found in new.items() if found != kept[article]]
    if stale := [article for article in changed if kept[article]]:
        Quotation.objects.filter(article__in=stale).delete()
    rows.insert(Quotation, QUOTATION, (row for article in changed for row in new[article]))


def quotation_row(article: int, quoted: Quoted) -> Row:
    """Return the row of a quotation."""
    speaker, verb = quoted.speaker[:LONGEST_NAME], quoted.verb[:LONGEST_VERB]
    return article, quoted.person, speaker, quoted.words, verb, quoted.start


def keep_doubts(sightings: Mapping[int, Seen]) -> None:
    """Put the doubts of articles into the review queue; those that an editor settled stay settled."""
    kept: dict[tuple[int, str], Doubt] = {
        (doubt.article_id, doubt.name): doubt
        for doubt in Doubt.objects.filter(article__in=list(sightings)).prefetch_related("candidates")
    }
    found = {
        (article, doubtful.name[:LONGEST_NAME]): doubtful
        for article, seen in sightings.items()
        for doubtful in seen.doubts
    }
    stale = [d.pk for key, d in kept.items() if d.settled_at is None and is_other(d, found.get(key))]
    if stale:
        Doubt.objects.filter(pk__in=stale).delete()
    fresh = {key: told for key, told in found.items() if key not in kept or kept[key].pk in stale}
    make(fresh)


def is_other(doubt: Doubt, found: Doubtful | None) -> bool:
    """Return whether a doubt is no longer what recognition finds."""
    if found is None:
        return True
    now = (found.count, found.reason, sorted(found.candidates))
    return now != (doubt.count, doubt.reason, sorted(person.pk for person in doubt.candidates.all()))


def make(fresh: Mapping[tuple[int, str], Doubtful]) -> None:
    """Write new doubts with their candidates: two queries."""
    made = Doubt.objects.bulk_create(doubt_of(article, doubtful) for (article, _), doubtful in fresh.items())
    through = Doubt.candidates.through
    through.objects.bulk_create(
        through(doubt_id=doubt.pk, person_id=person)
        for doubt, doubtful in zip(made, fresh.values(), strict=True)
        for person in doubtful.candidates
    )


def doubt_of(article: int, doubtful: Doubtful) -> Doubt:
    """Return a doubt, not yet saved."""
    return Doubt(
        article_id=article,
        name=doubtful.name[:LONGEST_NAME],
        sentence=doubtful.sentence,
        start=doubtful.place,
        count=doubtful.count,
        reason=doubtful.reason,
    )

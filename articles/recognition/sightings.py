"""What recognition sees beside mentions is kept: quotations, and names that an editor has to tell."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from articles import rows
from articles.models import Doubt, Mention, Origin, Quotation, Refusal
from articles.people.appearing import Seen
from articles.people.known import Doubtful
from articles.people.quotations import Quoted

QUOTATION = ("article_id", "person_id", "speaker", "words", "verb", "start")
LONGEST_NAME, LONGEST_VERB = 200, 40
Row = tuple[object, ...]
Pair = tuple[int, int]


def keep(sightings: Mapping[int, Seen], refused: Collection[Pair]) -> None:
    """Write the quotations and the doubts of articles, by id, where they differ from those kept: few queries for any number.

    `refused` are the articles that do not name a person, by an editor's word: pairs of ids.
    """
    keep_quotations(sightings, refused)
    keep_doubts(sightings, refused)


def refusals(articles: Collection[int]) -> set[Pair]:
    """Return of which articles editors said that they do not name a person: pairs of ids."""
    return set(Refusal.objects.filter(article__in=list(articles)).values_list("article_id", "person_id"))


def keep_quotations(sightings: Mapping[int, Seen], refused: Collection[Pair]) -> None:
    """Replace the quotations of the articles that have others now; who was refused is no one's speaker."""
    kept: dict[int, list[Row]] = defaultdict(list)
    known = Quotation.objects.filter(article__in=list(sightings)).order_by("article", "start")
    for row in known.values_list(*QUOTATION):
        kept[row[0]].append(row)
    new = {
        article: [quotation_row(article, quoted, refused) for quoted in seen.quotations]
        for article, seen in sightings.items()
    }
    changed = [article for article, found in new.items() if found != kept[article]]
    if stale := [article for article in changed if kept[article]]:
        Quotation.objects.filter(article__in=stale).delete()
    rows.insert(Quotation, QUOTATION, (row for article in changed for row in new[article]))


def quotation_row(article: int, quoted: Quoted, refused: Collection[Pair]) -> Row:
    """Return the row of a quotation."""
    person = None if (article, quoted.person) in refused else quoted.person
    speaker, verb = quoted.speaker[:LONGEST_NAME], quoted.verb[:LONGEST_VERB]
    return article, person, speaker, quoted.words, verb, quoted.start


def keep_doubts(sightings: Mapping[int, Seen], refused: Collection[Pair]) -> None:
    """Put the doubts of articles into the review queue; those that an editor settled stay settled.

    Settled is also what an editor tagged one of the candidates for, or refused them all.
    """
    kept: dict[tuple[int, str], Doubt] = {
        (doubt.article_id, doubt.name): doubt
        for doubt in Doubt.objects.filter(article__in=list(sightings)).prefetch_related("candidates")
    }
    found = undecided(sightings, refused)
    stale = [d.pk for key, d in kept.items() if d.settled_at is None and is_other(d, found.get(key))]
    if stale:
        Doubt.objects.filter(pk__in=stale).delete()
    fresh = {key: told for key, told in found.items() if key not in kept or kept[key].pk in stale}
    make(fresh)


def undecided(sightings: Mapping[int, Seen], refused: Collection[Pair]) -> dict[tuple[int, str], Doubtful]:
    """Return the doubts of articles, by article and name, without those that an editor decided in another way."""
    found = {
        (article, doubtful.name[:LONGEST_NAME]): doubtful
        for article, seen in sightings.items()
        for doubtful in seen.doubts
    }
    decided = tagged(found)
    return {
        key: doubtful
        for key, doubtful in found.items()
        if not any((key[0], person) in decided for person in doubtful.candidates)
        and not all((key[0], person) in refused for person in doubtful.candidates)
    }


def tagged(found: Mapping[tuple[int, str], Doubtful]) -> set[Pair]:
    """Return which people editors tagged the articles of these doubts with: pairs of ids."""
    if not found:
        return set()
    links = Mention.objects.filter(content_object__in={article for article, _ in found}, origin=Origin.EDITOR)
    return set(links.values_list("content_object_id", "tag_id"))


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

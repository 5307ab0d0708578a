"""Near-copies: texts that several publications print, or one twice, grouped under the earliest.

Which texts may be alike is found by the bands of their fingerprints; whether they are, by the texts themselves.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles import rows
from articles.addresses import page_key
from articles.fingerprints import BANDS, FEWEST, bands, likeness
from articles.models import Article, Fingerprint
from articles.prepared import text_key
from articles.querysets import ArticleQuerySet

BATCH = 400

ALIKE = 0.6
"""The share of their runs of words that two texts must have in common."""
COLUMNS = tuple(f"band_{number}" for number in range(BANDS))
MOST_COMPARED = 40
"""Heads of groups that one text is compared with; more share a band only where bands say nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article just written, and the bands of its fingerprint."""

    article: Article
    text: str
    bands: tuple[int, ...]


def take_up(texts: Collection[Text]) -> None:
    """Keep the fingerprints of articles just written, and group them with the articles they are near-copies of."""
    fingerprints = {text.article.pk: text for text in texts if text.bands}
    keep(fingerprints.values())
    alike = candidates(fingerprints)
    written = {text.article.pk: text for text in texts}
    others = heads({pk for found in alike.values() for pk in found} - written.keys()) | written
    pairs = [
        (pk, head)
        for pk, found in alike.items()
        for head in sorted(found)[:MOST_COMPARED]
        if head in others and likeness(fingerprints[pk].text, others[head].text) >= ALIKE
    ]
    if pairs:
        settle(joined(pairs))


def keep(texts: Iterable[Text]) -> None:
    """Keep the fingerprints of texts that have one."""
    found = ((text.article.pk, *text.bands) for text in texts if text.bands)
    rows.insert(Fingerprint, ("article_id", *COLUMNS), found)


def candidates(texts: Mapping[int, Text]) -> dict[int, set[int]]:
    """Return by id the other articles that share a band with each of these: one query."""
    asked = Q()
    for number, column in enumerate(COLUMNS):
        asked |= Q(**{f"{column}__in": {text.bands[number] for text in texts.values()}})
    holders: dict[tuple[int, int], set[int]] = defaultdict(set)
    if not texts:
        return {}
    likely = Fingerprint.objects.filter(asked, article__copy_of=None)
    for pk, *numbers in likely.values_list("article_id", *COLUMNS):
        for band in enumerate(numbers):
            holders[band].add(pk)
    found = {
        pk: {other for band in enumerate(text.bands) for other in holders[band]} - {pk}
        for pk, text in texts.items()
    }
    return {pk: others for pk, others in found.items() if others}


def heads(ids: Collection[int]) -> dict[int, Text]:
    """Return the texts of articles of the archive: one query."""
    found = Article.objects.filter(pk__in=ids).only("body") if ids else ()
    return {article.pk: Text(article, article.body.text(), ()) for article in found}


def joined(pairs: Collection[tuple[int, int]]) -> list[list[Article]]:
    """Return the groups that pairs of alike articles make, each with all that stood with any of them: two queries."""
    ids = {pk for pair in pairs for pk in pair}
    tops = Article.objects.filter(pk__in=ids).exclude(copy_of=None).values("copy_of")
    related = Q(pk__in=ids) | Q(pk__in=tops) | Q(copy_of__in=ids) | Q(copy_of__in=tops)
    members = {
        article.pk: article for article in Article.objects.filter(related).only("published_at", "copy_of")
    }
    group = {pk: {pk} for pk in members}
    standing = [(pk, article.copy_of_id) for pk, article in members.items() if article.copy_of_id]
    for one, other in [*pairs, *standing]:
        if one in group and other in group and group[one] is not group[other]:
            group[one] |= group[other]
            group.update(dict.fromkeys(group[other], group[one]))
    distinct = {id(found): found for found in group.values()}
    return [[members[pk] for pk in found] for found in distinct.values() if len(found) > 1]


def settle(groups: Iterable[Collection[Article]]) -> None:
    """Put the members of each group under the earliest of them: one query."""
    changed = []
    for members in groups:
        first = min(members, key=lambda article: (article.published_at, article.pk))
        for article in members:
            head = None if article is first else first.pk
            if article.copy_of_id != head:
                article.copy_of_id = head
                changed.append(article)
    Article.objects.bulk_update(changed, ["copy_of"], batch_size=BATCH)


def let_go(ids: Collection[int]) -> None:
    """Take articles whose text changes or that go out of their groups; the others of a group stay together."""
    left = defaultdict(list)
    stay = Article.objects.filter(copy_of__in=ids).exclude(pk__in=ids)
    for article in stay.only("published_at", "copy_of"):
        left[article.copy_of_id].append(article)
    Article.objects.filter(pk__in=ids, copy_of__isnull=False).update(copy_of=None)
    settle(left.values())
    Fingerprint.objects.filter(article__in=ids).delete()


def texts_of(articles: Iterable[Article]) -> list[Text]:
    """Return the texts of articles with their bands."""
    found = ((article, article.body.text()) for article in articles)
    return [Text(article, text, bands(text)) for article, text in found]


def unread() -> ArticleQuerySet:
    """Return the articles that are long enough for a fingerprint and have none, or have no key of their text."""
    return Article.objects.filter(Q(fingerprint=None, word_count__gte=FEWEST) | Q(text_key=None))


def catch_up() -> Iterator[int]:
    """Take up the articles that have no fingerprint, a few hundred in each transaction, and yield how many."""
    last = 0
    while articles := list(unread().filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = articles[-1].pk
        with transaction.atomic():
            for article in articles:
                article.address_key = page_key(article.source_url)
                article.text_key = text_key(article.published_on, article.headline, article.body.text())
            Article.objects.bulk_update(articles, ["address_key", "text_key"])
            take_up([text for text in texts_of(articles) if text.bands])
        yield len(articles)


def number() -> int:
    """Return the number of articles that stand under an earlier one."""
    return Article.objects.exclude(copy_of=None).count()

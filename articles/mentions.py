"""The only writer of mentions and topics that no editor set: those a source names, and people recognised in texts."""

from collections.abc import Iterable

from articles.knownnames import KnownNames
from articles.matching import Prepared
from articles.models import Article, ArticleTopic, Mention, Origin
from articles.people.recognise import count_people

Pair = tuple[Article, Prepared]


def write(pairs: Iterable[Pair], known: KnownNames) -> None:
    """Tag each article with the people and topics of its source and the known people in its text.

    What was tagged by an earlier import or recognised before is replaced; what an editor set stays as it is.
    """
    pairs = list(pairs)
    ids = [article.id for article, _ in pairs]
    Mention.objects.filter(content_object__in=ids).exclude(origin=Origin.EDITOR).delete()
    ArticleTopic.objects.filter(content_object__in=ids).exclude(origin=Origin.EDITOR).delete()
    Mention.objects.bulk_create(
        (mention for pair in pairs for mention in mentions_of(*pair, known)), ignore_conflicts=True
    )
    ArticleTopic.objects.bulk_create(
        (link for pair in pairs for link in topics_of(*pair, known)), ignore_conflicts=True
    )


def mentions_of(article: Article, source: Prepared, known: KnownNames) -> Iterable[Mention]:
    """Yield the mentions of one article: the people its source names first, then those recognised."""
    text = f"{source.item.headline}\n{source.item.standfirst}\n{source.text}"
    counts = count_people(known.recogniser.find(text))
    named = dict.fromkeys(known.people[name.casefold()] for name in source.item.people)
    for person in named:
        yield Mention(
            content_object=article, tag_id=person, origin=Origin.IMPORT, count=counts.get(person, 1)
        )
    for person, count in counts.items():
        if person not in named:
            yield Mention(content_object=article, tag_id=person, origin=Origin.RECOGNISED, count=count)


def topics_of(article: Article, source: Prepared, known: KnownNames) -> Iterable[ArticleTopic]:
    """Yield the topics of one article."""
    for topic in dict.fromkeys(known.topics[name.casefold()] for name in source.item.topics):
        yield ArticleTopic(content_object=article, tag_id=topic, origin=Origin.IMPORT)

"""The only writer of mentions and topics that no editor set: those a source names, and people recognised in texts."""

from collections.abc import Iterable

from articles.knownnames import KnownNames
from articles.models import Article, ArticleTopic, Mention, Origin
from articles.people.recognise import count_people
from articles.versions import Prepared

Pair = tuple[Article, Prepared]


def write(pairs: Iterable[Pair], known: KnownNames) -> None:
    """Tag each article with the people and topics of its source and the known people in its text.

    What an earlier import set or recognised is replaced; what an editor set stays. Where an editor took a tag away or
    changed the text, the article's people, or topics, are the editor's altogether.
    """
    pairs = list(pairs)
    named = [pair for pair in pairs if not {"people", "body"}.intersection(pair[0].edited_fields)]
    filed = [pair for pair in pairs if "topics" not in pair[0].edited_fields]
    clear(Mention, named)
    clear(ArticleTopic, filed)
    mentions = (mention for pair in named for mention in mentions_of(*pair, known))
    Mention.objects.bulk_create(mentions, ignore_conflicts=True)
    topics = (link for pair in filed for link in topics_of(*pair, known))
    ArticleTopic.objects.bulk_create(topics, ignore_conflicts=True)


def clear(through: type[Mention] | type[ArticleTopic], pairs: list[Pair]) -> None:
    """Take away the articles' links that no editor set."""
    ids = [article.id for article, _ in pairs]
    through.objects.filter(content_object__in=ids).exclude(origin=Origin.EDITOR).delete()


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

"""The only writer of mentions and topics that no editor set: those a source or byline names, and people recognised in texts.

One article and one person have one mention: whoever wrote an article and is named in it too is its author.
"""

from collections.abc import Collection, Iterable, Mapping

from articles import rows
from articles.knownnames import KnownNames
from articles.models import Article, ArticleTopic, Mention, Origin, Role
from articles.people.appearing import Seen
from articles.people.bylines import authors
from articles.people.known import Text
from articles.people.names import bare
from articles.prepared import Prepared
from articles.recognition.mentionrows import AUTHOR, COLUMNS, Row, mention_row, role_of
from articles.recognition.sightings import keep, refusals

Pair = tuple[Article, Prepared]
TOPIC = ("article_id", "topic_id", "origin")
IMPORT, RECOGNISED = Origin.IMPORT.value, Origin.RECOGNISED.value


def write(pairs: Iterable[Pair], known: KnownNames, adding: Collection[int] = ()) -> None:
    """Tag each article with its authors, the people and topics of its source and the known people in its text.

    What an earlier import set or recognised is replaced; what an editor set stays. Where an editor took a tag away or
    changed the text, the article's people, or topics, are the editor's altogether; so are its authors where an editor
    changed the byline. Of the articles in `adding`, by id, the links stay too: their new text comes from elsewhere.
    """
    pairs = list(pairs)
    named = [pair for pair in pairs if not {"people", "body"}.intersection(pair[0].edited_fields)]
    filed = [pair for pair in pairs if "topics" not in pair[0].edited_fields]
    clear(Mention, [pair for pair in named if pair[0].pk not in adding])
    clear(ArticleTopic, [pair for pair in filed if pair[0].pk not in adding])
    sightings = {article.pk: sighting(article, source, known) for article, source in named}
    refused = refusals(sightings)
    found = (row for pair in named for row in mentions_of(*pair, known, sightings[pair[0].pk]))
    rows.insert(Mention, COLUMNS, (row for row in found if (row[0], row[1]) not in refused))
    keep({article: found for article, found in sightings.items() if article not in adding}, refused)
    rows.insert(ArticleTopic, TOPIC, (row for pair in filed for row in topics_of(*pair, known)))
    for article, _ in pairs:
        if "body" in article.edited_fields and not {"people", "byline"}.intersection(article.edited_fields):
            sign(article, known.people, Origin.IMPORT)


def clear(through: type[Mention] | type[ArticleTopic], pairs: list[Pair]) -> None:
    """Take away the articles' links that no editor set, but not the authors where an editor changed the byline."""
    links = through.objects.filter(content_object__in=[article.id for article, _ in pairs])
    signed = [article.id for article, _ in pairs if "byline" in article.edited_fields]
    if signed and through is Mention:
        links = links.exclude(content_object__in=signed, role=Role.AUTHOR)
    links.exclude(origin=Origin.EDITOR).delete()


def sighting(article: Article, source: Prepared, known: KnownNames) -> Seen:
    """Return what recognition sees in the text of an article's source."""
    text = Text(
        headline=source.item.headline,
        standfirst=source.item.standfirst,
        body=source.text,
        day=article.published_on,
    )
    return known.seen(text, (known.people[bare(name)] for name in source.item.people))


def mentions_of(article: Article, source: Prepared, known: KnownNames, found: Seen) -> Iterable[Row]:
    """Yield the rows of one article’s mentions: its authors, then the people its source names, then those recognised."""
    appearances = {appearance.person: appearance for appearance in found.appearances}
    wrote = [] if "byline" in article.edited_fields else writers(source.item.byline, known.people)
    named = dict.fromkeys(known.people[bare(name)] for name in source.item.people)
    for person in dict.fromkeys([*wrote, *named, *appearances]):
        origin = IMPORT if person in named or person in wrote else RECOGNISED
        seen = appearances.get(person)
        role = AUTHOR if person in wrote else role_of(seen)
        yield mention_row(article.pk, person, role, origin, seen)


def topics_of(article: Article, source: Prepared, known: KnownNames) -> Iterable[Row]:
    """Yield the rows of the topics of one article."""
    for topic in dict.fromkeys(known.topics[name.casefold()] for name in source.item.topics):
        yield article.pk, topic, IMPORT


def sign(article: Article, people: Mapping[str, int], origin: Origin) -> None:
    """Let an article's authors follow its byline; `people` are ids by the bare form of a name.

    Mentions that an editor set stay as they are. An author whom the byline no longer names, but the text does, is a
    person mentioned.
    """
    wrote = writers(article.byline, people)
    free = Mention.objects.filter(content_object=article).exclude(origin=Origin.EDITOR)
    dropped = free.filter(role=Role.AUTHOR).exclude(tag__in=wrote)
    dropped.filter(count=0).delete()
    dropped.update(role=Role.MENTIONED)
    free.filter(tag__in=wrote).update(role=Role.AUTHOR)
    added = (
        Mention(content_object=article, tag_id=person, role=Role.AUTHOR, origin=origin, count=0)
        for person in wrote
    )
    Mention.objects.bulk_create(added, ignore_conflicts=True)


def writers(byline: str, people: Mapping[str, int]) -> list[int]:
    """Return the ids of the people a byline names, in its order."""
    found = (people.get(bare(name)) for name in authors(byline))
    return list(dict.fromkeys(person for person in found if person is not None))

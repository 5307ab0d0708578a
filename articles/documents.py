"""Articles as the index takes them in, read from the database in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.models import Article, ArticleTopic, Mention, Quotation, Role, TopicTree
from articles.search.schema import IndexedArticle

CHUNK = 500
COLUMNS = (
    "id", "published_on", "published_at", "status", "publication_id", "section_id",
    "headline", "standfirst", "body", "byline", "language", "word_count",
)  # fmt: skip


def no_ids() -> defaultdict[int, list[int]]:
    """Return ids by the id of an article, none yet."""
    return defaultdict(list)


@dataclass(frozen=True, slots=True)
class Links:
    """What is linked with articles, by their ids: people they name, are about, quote, were written by; topics, quotations."""

    named: defaultdict[int, list[int]] = field(default_factory=no_ids)
    subjects: defaultdict[int, list[int]] = field(default_factory=no_ids)
    quoted: defaultdict[int, list[int]] = field(default_factory=no_ids)
    wrote: defaultdict[int, list[int]] = field(default_factory=no_ids)
    topics: defaultdict[int, list[int]] = field(default_factory=no_ids)
    said: defaultdict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))


def documents(ids: Iterable[int], tree: TopicTree) -> Iterator[IndexedArticle]:
    """Yield the articles with these ids that exist, in order of id; four queries for every 500."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield from chunk_of_documents(ordered[start : start + CHUNK], tree)


def all_documents(tree: TopicTree) -> Iterator[list[IndexedArticle]]:
    """Yield every article of the archive, a list of up to 500 at a time, in order of id."""
    for ids in all_ids():
        yield chunk_of_documents(ids, tree)


def all_ids() -> Iterator[list[int]]:
    """Yield the ids of all articles in order, a list of up to 500 at a time."""
    after = 0
    while ids := list(
        Article.objects.filter(id__gt=after).order_by("id").values_list("id", flat=True)[:CHUNK]
    ):
        yield ids
        after = ids[-1]


def chunk_of_documents(ids: list[int], tree: TopicTree) -> list[IndexedArticle]:
    """Return the articles with these ids that exist, in order of id."""
    links = links_of(ids)
    rows = Article.objects.filter(id__in=ids).order_by("id").values_list(*COLUMNS)
    return [document(row, links, tree) for row in rows]


def document(row: tuple[Any, ...], links: Links, tree: TopicTree) -> IndexedArticle:
    """Return the article of a row of `COLUMNS`."""
    number = row[0]
    return IndexedArticle(
        id=number,
        published_on=row[1],
        published_at=row[2],
        status=row[3],
        publication=row[4],
        section=row[5],
        people=in_order(links.named[number]),
        subjects=in_order(links.subjects[number]),
        speakers=in_order(links.quoted[number]),
        authors=in_order(links.wrote[number]),
        topics=in_order(tree.with_broader(links.topics[number])),
        headline=row[6],
        standfirst=row[7],
        body=row[8].text(),
        byline=row[9],
        language=row[10],
        words=row[11],
        said=tuple(links.said[number]),
    )


def in_order(ids: Iterable[int]) -> tuple[int, ...]:
    """Return ids in order, each once."""
    return tuple(sorted(set(ids)))


def links_of(ids: list[int]) -> Links:
    """Return whom the articles with these ids name and quote, and what they are about: three queries."""
    found = Links()
    mentions = Mention.objects.filter(content_object__in=ids)
    for article, person, role, quoted in mentions.values_list(
        "content_object_id", "tag_id", "role", "quoted"
    ):
        (found.wrote if role == Role.AUTHOR else found.named)[article].append(person)
        if role == Role.SUBJECT:
            found.subjects[article].append(person)
        if quoted:
            found.quoted[article].append(person)
    topics = ArticleTopic.objects.filter(content_object__in=ids)
    for article, topic in topics.values_list("content_object_id", "tag_id"):
        found.topics[article].append(topic)
    quotations = Quotation.objects.filter(article__in=ids).order_by("article", "start")
    for article, person, words in quotations.values_list("article_id", "person_id", "words"):
        found.said[article].append((person or 0, words))
        if person:
            found.quoted[article].append(person)
    return found

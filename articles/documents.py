"""Articles as the index takes them in, read from the database in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from articles.models import Article, ArticleTopic, Mention, Role, TopicTree
from articles.search.schema import IndexedArticle

Links = dict[int, list[int]]
CHUNK = 500
COLUMNS = (
    "id", "published_on", "published_at", "status", "publication_id", "section_id",
    "headline", "standfirst", "body", "byline", "language", "word_count",
)  # fmt: skip


def documents(ids: Iterable[int], tree: TopicTree) -> Iterator[IndexedArticle]:
    """Yield the articles with these ids that exist, in order of id; three queries for every 500."""
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
    people, authors, topics = *mentions(ids), topics_of(ids)
    rows = Article.objects.filter(id__in=ids).order_by("id").values_list(*COLUMNS)
    return [
        IndexedArticle(
            id=row[0],
            published_on=row[1],
            published_at=row[2],
            status=row[3],
            publication=row[4],
            section=row[5],
            people=tuple(sorted(people[row[0]])),
            authors=tuple(sorted(authors[row[0]])),
            topics=tuple(sorted(tree.with_broader(topics[row[0]]))),
            headline=row[6],
            standfirst=row[7],
            body=row[8].text(),
            byline=row[9],
            language=row[10],
            words=row[11],
        )
        for row in rows
    ]


def mentions(ids: list[int]) -> tuple[Links, Links]:
    """Return whom each of the articles names, and who wrote it."""
    named: Links = defaultdict(list)
    wrote: Links = defaultdict(list)
    rows = Mention.objects.filter(content_object__in=ids).values_list("content_object_id", "tag_id", "role")
    for article, person, role in rows:
        (wrote if role == Role.AUTHOR else named)[article].append(person)
    return named, wrote


def topics_of(ids: list[int]) -> Links:
    """Return what each of the articles is about."""
    found: Links = defaultdict(list)
    rows = ArticleTopic.objects.filter(content_object__in=ids).values_list("content_object_id", "tag_id")
    for article, topic in rows:
        found[article].append(topic)
    return found

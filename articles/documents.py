"""Articles as the index takes them in, read from the database in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from articles.models import Article, ArticleTopic, Mention, TopicTree
from articles.search.schema import IndexedArticle

CHUNK = 500
COLUMNS = (
    "id", "published_on", "published_at", "status", "publication_id", "section_id",
    "headline", "standfirst", "body", "byline",
)  # fmt: skip


def documents(ids: Iterable[int], tree: TopicTree) -> Iterator[IndexedArticle]:
    """Yield the articles with these ids that exist, in order of id; three queries for every 500."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield from chunk_of_documents(ordered[start : start + CHUNK], tree)


def all_documents(tree: TopicTree) -> Iterator[list[IndexedArticle]]:
    """Yield every article of the archive, a list of up to 500 at a time, in order of id."""
    after = 0
    while ids := list(
        Article.objects.filter(id__gt=after).order_by("id").values_list("id", flat=True)[:CHUNK]
    ):
        yield chunk_of_documents(ids, tree)
        after = ids[-1]


def chunk_of_documents(ids: list[int], tree: TopicTree) -> list[IndexedArticle]:
    """Return the articles with these ids that exist, in order of id."""
    people, topics = links(Mention, ids), links(ArticleTopic, ids)
    rows = Article.objects.filter(id__in=ids).order_by("id").values_list(*COLUMNS)
    return [
        IndexedArticle(
            id=identity,
            published_on=published_on,
            published_at=published_at,
            status=status,
            publication=publication,
            section=section,
            people=tuple(sorted(people[identity])),
            topics=tuple(sorted(tree.with_broader(topics[identity]))),
            headline=headline,
            standfirst=standfirst,
            body=body.text(),
            byline=byline,
        )
        for identity, published_on, published_at, status, publication, section, headline, standfirst, body, byline in rows
    ]


def links(through: type[Mention] | type[ArticleTopic], ids: list[int]) -> dict[int, list[int]]:
    """Return what each of the articles is linked with."""
    found: dict[int, list[int]] = defaultdict(list)
    for article, tag in through.objects.filter(content_object__in=ids).values_list(
        "content_object_id", "tag_id"
    ):
        found[article].append(tag)
    return found

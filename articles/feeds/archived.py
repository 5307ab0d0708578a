"""What the archive has already of a feed's entries, so that only the others are fetched and written."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from articles.models import Article, Feed, OtherSource
from articles.newsitem import NewsItem


class Kept(NamedTuple):
    """An article of the archive, as far as it is asked for here."""

    id: int
    words: int


@dataclass(frozen=True, slots=True)
class Archived:
    """The hashes of the records that the archive was given, and its articles by their references."""

    contents: frozenset[str]
    articles: dict[str, Kept]

    def has(self, item: NewsItem) -> bool:
        """Say whether the entry was taken as it is now, with its page or without."""
        return item.content_sha256 in self.contents or self.has_completed(item)

    def has_completed(self, item: NewsItem) -> bool:
        """Say whether the entry was taken as it is now, and its page was read or will never be."""
        return completed_hash(item) in self.contents

    def words_of(self, item: NewsItem) -> int:
        """Return how many words the archive has of the entry's article, 0 if it has no such article."""
        return self.articles[item.source_ref].words if item.source_ref in self.articles else 0


def archived(feed: Feed, items: Iterable[NewsItem]) -> Archived:
    """Return what the archive has of these items: three queries, however many."""
    items = list(items)
    hashes = {content for item in items for content in (item.content_sha256, completed_hash(item))}
    own = Article.objects.filter(publication=feed.publication)
    others = OtherSource.objects.filter(article__publication=feed.publication)
    contents = {
        content
        for records in (own, others)
        for content in records.filter(content_sha256__in=hashes).values_list("content_sha256", flat=True)
    }
    references = {item.source_ref for item in items if item.source_ref}
    rows = own.filter(source_ref__in=references).values_list("source_ref", "id", "word_count")
    return Archived(frozenset(contents), {reference: Kept(*kept) for reference, *kept in rows})


def completed_hash(item: NewsItem) -> str:
    """Return what stands for an entry together with its page.

    It follows from the entry alone: pages change with every comment, and an article is read anew when its feed says so.
    """
    return hashlib.sha256(f"page of {item.content_sha256}".encode()).hexdigest()

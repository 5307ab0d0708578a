"""All that is told of an article when it leaves the archive."""

from datetime import UTC
from urllib.parse import urljoin

from articles.authorship import named_in, unprinted_authors
from articles.models import Article
from articles.outgoing import Outgoing
from articles.people.bylines import authors


def outgoing(article: Article, base_url: str) -> Outgoing:
    """Return an article, loaded with its names, as exporters see it; addresses begin with `base_url`."""
    return Outgoing(
        id=article.id,
        permalink=urljoin(base_url, article.get_absolute_url()),
        slug=article.slug,
        headline=article.headline,
        standfirst=article.standfirst,
        body=article.body,
        byline=article.byline,
        authors=authors_of(article),
        section=article.section.name if article.section else "",
        publication=article.publication.name,
        published_on=article.published_on,
        published_at=article.published_at.astimezone(UTC) if article.time_known else None,
        added_at=article.added_at.astimezone(UTC),
        updated_at=article.updated_at.astimezone(UTC),
        language=article.language,
        word_count=article.word_count,
        people=tuple(mention.tag.name for mention in named_in(article)),
        topics=tuple(link.tag.name for link in article.topic_links.all()),
        source_url=article.source_url,
        source_ref=article.source_ref,
    )


def authors_of(article: Article) -> tuple[str, ...]:
    """Return who wrote an article: the names in the byline as they are printed, then those an editor knew."""
    unprinted = (person.name for person in unprinted_authors(article))
    return tuple(dict.fromkeys([*authors(article.byline), *unprinted]))

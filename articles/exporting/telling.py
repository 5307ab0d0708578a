"""All that is told of an article when it leaves the archive."""

from dataclasses import replace
from datetime import UTC
from urllib.parse import urljoin

from articles.authorship import named_in, unprinted_authors
from articles.models import Article
from articles.outgoing import Mentioned, Outgoing
from articles.people.bylines import authors
from articles.standing import Standings


def outgoing(article: Article, base_url: str, standings: Standings | None = None) -> Outgoing:
    """Return an article, loaded with its names, as exporters see it; addresses begin with `base_url`.

    Without `standings` no office is told.
    """
    mentions = mentions_in(article, standings or Standings())
    return replace(without_mentions(article, base_url), mentions=mentions)


def without_mentions(article: Article, base_url: str) -> Outgoing:
    """Return an article with all that is told of it but how its people appear in it."""
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


def mentions_in(article: Article, standings: Standings) -> tuple[Mentioned, ...]:
    """Return the people of an article, its authors too, with what they were on its date, in the order they were found."""
    return tuple(
        Mentioned(
            name=mention.tag.name,
            role=mention.role,
            quoted=mention.quoted,
            count=mention.count,
            office=standing.text if standing else "",
            in_office=standing is not None and not standing.when,
        )
        for mention in article.mentions.all()
        for standing in [standings.of(mention.tag_id, article.published_on)]
    )


def authors_of(article: Article) -> tuple[str, ...]:
    """Return who wrote an article: the names in the byline as they are printed, then those an editor knew."""
    unprinted = (person.name for person in unprinted_authors(article))
    return tuple(dict.fromkeys([*authors(article.byline), *unprinted]))

"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); what the archive adds stands under `_newsroom`."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from articles.citations import one_line
from articles.exports.feeds import authors, entry_id, moment, rfc3339, title
from articles.exports.json_lines import about
from articles.exports.texts import json_text, keywords, language_tag, summary, web_address
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "jsonfeed", "JSON Feed", "feed.json", "application/feed+json"
IS_FEED = True


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield what the feed says of itself, each item, its end."""
    yield json_text(_head(heading)).removesuffix("}") + ', "items": ['
    before = "\n"
    for article in articles:
        yield before + json_text(_item(article, full=full))
        before = ",\n"
    yield "\n]}\n"


def _head(heading: Heading) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(heading),
        "home_page_url": web_address(heading.url),
        "feed_url": web_address(heading.file_url),
        "description": one_line(heading.sentence),
        "_newsroom": about(heading),
    }


def _item(article: Outgoing, *, full: bool) -> dict[str, Any]:
    told = one_line(article.standfirst) if full else summary(article)
    item = {
        "id": entry_id(article),
        "url": web_address(article.permalink),
        "external_url": web_address(article.source_url),
        "title": one_line(article.headline),
        "summary": told,
        "date_published": rfc3339(moment(article)),
        "date_modified": rfc3339(article.updated_at),
        "authors": [{"name": name} for name in authors(article)],
        "tags": keywords(article),
        "language": language_tag(article.language),
    }
    content = {"content_html": str(article.body)} if full else {"content_text": told}
    return {name: value for name, value in item.items() if value} | content | {"_newsroom": _own(article)}


def _own(article: Outgoing) -> dict[str, Any]:
    return {
        "publication": article.publication,
        "section": article.section,
        "byline": article.byline,
        "published_on": article.published_on.isoformat(),
        "word_count": article.word_count,
        "mentions": list(map(asdict, article.mentions)),
    }

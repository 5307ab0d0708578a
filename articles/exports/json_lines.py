"""JSON Lines (https://jsonlines.org/): an article an object, an object a line, with everything the archive tells of it.

Each object has the same keys in the same order. `published` is the moment, in UTC, or the day where no more is known;
`published_on` is the dateline, which by the clock of the place may be another day. `people_offices` says what each of
`people` was on that day, in their order; `mentions` tells how each of them appears in the article, and each of its authors
who is known, and whether the office was held on the day (`in_office`) or is one held before or after. `list` says in the
first object which list it is, and is null in the others, rather than a line of its own: the number of lines is the number
of articles for `wc`, `jq` and `pandas.read_json(lines=True)` alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from articles.exports.texts import json_text
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "jsonl", "JSON Lines", "jsonl", "application/x-ndjson"
IS_FEED = False


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield a line for each article; the first says what the file is."""
    remark: dict[str, Any] | None = about(heading)
    for article in articles:
        yield json_text(record(article) | {"list": remark}) + "\n"
        remark = None


def about(heading: Heading) -> dict[str, Any]:
    """Return what a file of JSON says of itself."""
    return {
        "archive": heading.archive,
        "question": heading.question,
        "url": heading.url,
        "total": heading.total,
        "made_at": heading.made_at.isoformat(),
    }


def record(article: Outgoing) -> dict[str, Any]:
    """Return all that is told of an article."""
    return {
        "id": article.id,
        "permalink": article.permalink,
        "slug": article.slug,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "body_html": str(article.body),
        "byline": article.byline,
        "authors": list(article.authors),
        "section": article.section,
        "publication": article.publication,
        "published": article.moment.isoformat(),
        "published_on": article.published_on.isoformat(),
        "published_at": article.published_at and article.published_at.isoformat(),
        "language": article.language,
        "word_count": article.word_count,
        **names(article),
        "source_url": article.source_url,
        "source_ref": article.source_ref,
        "added_at": article.added_at.isoformat(),
        "updated_at": article.updated_at.isoformat(),
    }


def names(article: Outgoing) -> dict[str, Any]:
    """Return the people of an article, with what they were on its date, and its topics."""
    return {
        "people": list(article.people),
        "people_offices": list(article.people_offices),
        "mentions": list(map(asdict, article.mentions)),
        "topics": list(article.topics),
    }

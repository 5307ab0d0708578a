"""CSL-JSON, for citation processors (Zotero, pandoc, citeproc): an array with an `article-newspaper` for each article.

https://github.com/citation-style-language/schema (csl-data.json). Nothing but its items may stand in the array: what the
file is stands in the first item's `custom`, the schema's place for what it has no name for. When a reader looked at
the article (`accessed`) is not known here.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.citations import one_line
from articles.exports.json_lines import about
from articles.exports.references import key, names
from articles.exports.texts import json_text, keywords, language_tag, web_address
from articles.outgoing import Heading, Outgoing
from articles.people.cited import CitedName

NAME, LABEL, SUFFIX = "csl", "CSL-JSON", "csl.json"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
IS_FEED = False


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield the array's beginning, each item, its end."""
    yield "["
    custom: dict[str, Any] = {"custom": {"list": about(heading)}}
    before = "\n"
    for article in articles:
        yield before + json_text(_item(article, heading.archive) | custom)
        before, custom = ",\n", {}
    yield "\n]\n"


def _item(article: Outgoing, archive: str) -> dict[str, Any]:
    day = article.published_on
    item = {
        "id": key(article),
        "type": "article-newspaper",
        "title": one_line(article.headline),
        "author": [_name(name) for name in names(article)],
        "container-title": one_line(article.publication),
        "section": one_line(article.section),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": web_address(article.permalink),
        "language": language_tag(article.language),
        "abstract": one_line(article.standfirst),
        "keyword": ", ".join(keywords(article)),
        "source": one_line(archive),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: CitedName) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}

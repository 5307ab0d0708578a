"""Atom 1.0 (RFC 4287), with the number of articles as OpenSearch 1.1 says it.

The feed is as new as the file: which entry was changed last is not known before all are written.
"""

from collections.abc import Iterable, Iterator

from articles.citations import one_line
from articles.exports.feeds import authors, entry_id, moment, rfc3339, title
from articles.exports.texts import keywords, language_tag, summary, web_address
from articles.exports.xml import DECLARATION, element, opening
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "atom", "Atom", "atom", "application/atom+xml; charset=utf-8"
IS_FEED = True

_NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:os": "http://a9.com/-/spec/opensearch/1.1/"}


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield what the feed says of itself, each entry, its end."""
    yield DECLARATION + opening("feed", _NAMESPACES) + "\n" + "".join(_head(heading))
    for article in articles:
        start = opening("entry", {"xml:lang": language_tag(article.language)})
        yield f"{start}\n{''.join(_entry(article, full=full))}</entry>\n"
    yield "</feed>\n"


def _head(heading: Heading) -> Iterator[str]:
    yield element("id", web_address(heading.file_url))
    yield element("title", title(heading))
    yield element("subtitle", one_line(heading.sentence))
    yield element("updated", rfc3339(heading.made_at))
    yield element(
        "link", "", {"rel": "self", "type": "application/atom+xml", "href": web_address(heading.file_url)}
    )
    yield element("link", "", {"rel": "alternate", "type": "text/html", "href": web_address(heading.url)})
    yield f"<author>{element('name', one_line(heading.archive)).rstrip()}</author>\n"
    yield element("generator", "Newsroom")
    yield element("os:totalResults", str(heading.total))


def _entry(article: Outgoing, *, full: bool) -> Iterator[str]:
    address = web_address(article.permalink)
    yield element("id", entry_id(article))
    yield element("title", one_line(article.headline))
    yield element("published", rfc3339(moment(article)))
    yield element("updated", rfc3339(article.updated_at))
    yield element("link", "", {"rel": "alternate", "type": "text/html", "href": address})
    if source := web_address(article.source_url):
        yield element("link", "", {"rel": "via", "href": source})
    for name in authors(article):
        yield f"<author>{element('name', name).rstrip()}</author>\n"
    for word in keywords(article):
        yield element("category", "", {"term": word})
    if told := one_line(article.standfirst) if full else summary(article):
        yield element("summary", told)
    if full:
        yield element("content", article.body, {"type": "html", "xml:base": address})

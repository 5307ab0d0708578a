"""RSS 2.0.11 (https://www.rssboard.org/rss-specification), with Dublin Core and whole texts as content:encoded.

A description is HTML to readers of RSS, so its text is escaped once more. Years before 1000, which some readers of RFC 822
take for 1900 and later, are told by dc:date alone.
"""

from collections.abc import Iterable, Iterator

from articles.citations import one_line
from articles.exports.feeds import authors, entry_id, has_rfc822, moment, rfc822, rfc3339, title
from articles.exports.texts import keywords, language_tag, summary, web_address
from articles.exports.xml import DECLARATION, element, escaped, opening
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "rss", "RSS", "rss", "application/rss+xml; charset=utf-8"
IS_FEED = True

_NAMESPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:os": "http://a9.com/-/spec/opensearch/1.1/",
}


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield what the channel says of itself, each item, its end."""
    yield f"{DECLARATION}{opening('rss', _NAMESPACES)}\n<channel>\n{''.join(_head(heading))}"
    for article in articles:
        yield f"<item>\n{''.join(_item(article, full=full))}</item>\n"
    yield "</channel>\n</rss>\n"


def _head(heading: Heading) -> Iterator[str]:
    own = {"rel": "self", "type": "application/rss+xml", "href": web_address(heading.file_url)}
    yield element("title", title(heading))
    yield element("link", web_address(heading.url))
    yield element("description", escaped(one_line(heading.sentence)))
    yield element("atom:link", "", own)
    yield element("lastBuildDate", rfc822(heading.made_at))
    yield element("generator", "Newsroom")
    yield element("os:totalResults", str(heading.total))


def _item(article: Outgoing, *, full: bool) -> Iterator[str]:
    when = moment(article)
    yield element("title", one_line(article.headline))
    yield element("link", web_address(article.permalink))
    yield element("guid", entry_id(article), {"isPermaLink": "false"})
    yield element("pubDate", rfc822(when)) if has_rfc822(when) else element("dc:date", rfc3339(when))
    for name in authors(article):
        yield element("dc:creator", name)
    yield element("dc:publisher", one_line(article.publication))
    if language := language_tag(article.language):
        yield element("dc:language", language)
    for word in keywords(article):
        yield element("category", word)
    yield element("description", escaped(summary(article)))
    if full:
        yield element("content:encoded", article.body)

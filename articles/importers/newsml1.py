"""NewsML 1.0 to 1.2 of the IPTC (https://iptc.org/standards/newsml-1/): the news items in a `NewsML` root.

The first content that is text is the article; its headline and byline are those that stand nearest around it. An item is
published when it was first created. Items without text are passed over.
"""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from articles.importers.agency import Told
from articles.importers.base import Options
from articles.importers.newscontent import html_within
from articles.importers.newsxml import language_in, line_of, record_of
from articles.importers.xml import elements
from articles.markup import from_text
from articles.newsitem import NewsItem, Rejection


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each news item that has a text, in the file's order."""
    for element in elements(stream, frozenset({"NewsItem"})):
        if text_in(element) is not None:
            yield record_of(element, told_by, source, options)


def told_by(item: etree._Element) -> Told:
    """Return what a news item with a text tells."""
    content = text_in(item)
    status = named(at(item, "NewsManagement", "Status"))
    end = at(item, "NewsManagement", "StatusWillChange", "DateAndTime")
    language = named(nearest(content, "DescriptiveMetadata", "Language"))
    return Told(
        headline=line_of(nearest(content, "NewsLines", "HeadLine")),
        body=html_in(content),
        dates=tuple(
            line_of(at(item, "NewsManagement", name)) for name in ("FirstCreated", "ThisRevisionCreated")
        ),
        status=status,
        embargo=line_of(end) if status.lower() == "embargoed" else None,
        standfirst=line_of(nearest(content, "NewsLines", "SubHeadLine")),
        byline=line_of(nearest(content, "NewsLines", "ByLine")),
        publication=named(nearest(content, "AdministrativeMetadata", "Provider", "Party")),
        source_ref=reference_of(item),
        language=language or language_in(item),
        topics=tuple(map(line_of, item.iterfind(".//{*}NewsLines/{*}KeywordLine"))),
    )


def at(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the first element on a path of names."""
    return element.find("/".join(f"{{*}}{name}" for name in names))


def named(element: etree._Element | None) -> str:
    """Return the name that NewsML 1 gives a thing, "" for none."""
    return str(element.get("FormalName") or "") if element is not None else ""


def nearest(content: etree._Element | None, *names: str) -> etree._Element | None:
    """Return what stands on a path of names in the component around the content, or in that around it, and so on."""
    around = content.iterancestors("{*}NewsComponent") if content is not None else ()
    return next((found for component in around if (found := at(component, *names)) is not None), None)


def text_in(item: etree._Element) -> etree._Element | None:
    """Return the content of an item that is text, None if there is none."""
    return next(
        (found for found in item.iterfind(".//{*}ContentItem/{*}DataContent") if is_text(found)), None
    )


def is_text(content: etree._Element) -> bool:
    """Say whether content is text, by the type of its medium if that is told."""
    medium = named(at(content.getparent(), "MediaType"))
    is_encoded = at(content.getparent(), "Encoding") is not None
    return medium.lower() in ("", "text") and not is_encoded and bool("".join(content.itertext()).strip())


def html_in(content: etree._Element | None) -> str:
    """Return content as HTML: marked up, or as characters."""
    if content is None:
        return ""
    if next(content.iterchildren("{*}*"), None) is not None:
        return html_within(content)
    text = "".join(content.itertext())
    kind = named(at(content.getparent(), "Format")) + named(at(content.getparent(), "MimeType"))
    return text if "html" in kind.lower() else from_text(text)


def reference_of(item: etree._Element) -> str:
    """Return what all versions of an item have in common."""
    identifier = at(item, "Identification", "NewsIdentifier")
    if identifier is None:
        return ""
    parts = [line_of(at(identifier, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    return ":".join(["urn", "newsml", *parts]) if all(parts) else line_of(at(identifier, "PublicIdentifier"))

"""The text of a NewsML-G2 item: NITF, XHTML or plain text within it, in the best form it comes in."""

from lxml import etree

from articles.importers.base import Unfit
from articles.importers.newsxml import html_of, local
from articles.importers.nitf import body_of
from articles.markup import from_text


def content_of(item: etree._Element) -> str:
    """Return the text as HTML, "" if the item has a headline alone. Raises Unfit if the text stands elsewhere."""
    for text in (*map(html_within, item.iterfind("{*}contentSet/{*}inlineXML")), *written_in(item)):
        if text.strip():
            return text
    if item.find("{*}contentSet/{*}remoteContent") is not None:
        raise Unfit("its text is not in the file: remoteContent names where it stands")
    return ""


def html_within(content: etree._Element) -> str:
    """Return markup within an item as HTML."""
    for inside in content.iterchildren("{*}*"):
        if local(inside) == "nitf":
            return body_of(inside)
        if local(inside) == "html":
            body = inside.find("{*}body")
            return html_of(body) if body is not None else ""
    return html_of(content)


def written_in(item: etree._Element) -> list[str]:
    """Return the texts that are written as characters, as HTML; that with markup first. Encoded ones are no text."""
    found = [each for each in item.iterfind("{*}contentSet/{*}inlineData") if is_readable(each)]
    found.sort(key=lambda each: not is_markup(each))
    return [
        text if is_markup(each) else from_text(text) for each in found for text in ["".join(each.itertext())]
    ]


def is_readable(content: etree._Element) -> bool:
    """Say whether characters within an item are text."""
    kind = content.get("contenttype") or "text/plain"
    return not content.get("encoding") and (kind.startswith("text/") or is_markup(content))


def is_markup(content: etree._Element) -> bool:
    """Say whether characters within an item are HTML."""
    return "html" in (content.get("contenttype") or "")


def nitf_in(item: etree._Element) -> etree._Element | None:
    """Return the NITF within an item, None if there is none."""
    return next(item.iterfind("{*}contentSet/{*}inlineXML/{*}nitf"), None)

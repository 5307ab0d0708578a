"""NewsML-G2 of the IPTC (https://iptc.org/standards/newsml-g2/): news items, alone or in a news message.

Of a message the news items are read, wherever they stand; packages, concepts, knowledge and planning are no articles and
are passed over, and so are pictures, sound and video. An item is published when its content was made, else when its
first version was, else when this one was. What is withheld comes in as a draft, what is embargoed as scheduled; what is
canceled is rejected. Of an item that stands here in several versions, each is read, in the file's order.

NewsML 1 has another structure: `articles.importers.newsml1` reads it.
"""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from articles.importers import newsml1
from articles.importers.agency import Told, joined
from articles.importers.base import Options
from articles.importers.newscontent import content_of, nitf_in
from articles.importers.newsxml import first_line, language_in, line_of, placed, record_of
from articles.importers.nitf import byline_of, headline_of
from articles.importers.streams import peeked
from articles.importers.xml import elements, refuse_unsafe, root_of
from articles.newsitem import ImportFailure, NewsItem, Rejection

NAME = "newsml"
SUFFIXES: tuple[str, ...] = ()

_NAMESPACE = "iptc.org/std/nar/"
_ROOTS = frozenset({
    "catalogItem", "conceptItem", "knowledgeItem", "newsItem", "newsMessage", "packageItem", "planningItem",
})  # fmt: skip
_OLD_ROOT = "NewsML"
_SUMMARIES = frozenset({"", "summary", "standfirst"})
_TOPICS = frozenset({"", "abstract"})


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file's root is one of NewsML-G2 in its namespace, or that of NewsML 1."""
    root, attributes = root_of(head)
    return root == _OLD_ROOT or (root in _ROOTS and _NAMESPACE in attributes)


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each news item that is text, in the file's order."""
    head, stream = peeked(stream)
    refuse_unsafe(head)
    if not recognises(head, source):
        raise ImportFailure("the file is no NewsML: its root is neither of NewsML-G2 nor “NewsML”")
    if root_of(head)[0] == _OLD_ROOT:
        yield from newsml1.read(stream, source=source, options=options)
        return
    for element in elements(stream, frozenset({"newsItem"})):
        if is_text(element):
            yield record_of(element, told_by, source, options)


def is_text(item: etree._Element) -> bool:
    """Say whether a news item is text; one that does not say what it is, is if it has any."""
    kind = item.find("{*}itemMeta/{*}itemClass")
    if kind is not None:
        return code_of(kind) in ("text", "")
    return any(item.find(f"{{*}}contentSet/{{*}}{name}") is not None for name in ("inlineXML", "inlineData"))


def code_of(element: etree._Element, name: str = "qcode") -> str:
    """Return the code in an attribute without the alias or the address of its list: “ninat:text” is “text”."""
    code = element.get(name) or element.get({"qcode": "uri"}.get(name, f"{name}uri")) or ""
    return str(code).rstrip("/").replace("/", ":").rpartition(":")[2]


def told_by(item: etree._Element) -> Told:
    """Return what a news item tells."""
    about = item.find("{*}contentMeta")
    named = subjects_of(item)
    return Told(
        headline=headline_in(item),
        body=placed(item.find("{*}contentMeta/{*}dateline"), content_of(item)),
        dates=dates_of(item),
        status=next((code_of(found) for found in item.iterfind("{*}itemMeta/{*}pubStatus")), ""),
        embargo=embargo_of(item),
        standfirst=standfirst_of(item),
        byline=byline_in(item),
        section=first_line(item.iterfind("{*}itemMeta/{*}service/{*}name")),
        publication=provider_of(item),
        source_ref=item.get("guid") or "",
        language=language_of(item, about),
        people=tuple(name for kind, name in named if kind == "person"),
        topics=(
            *(name for kind, name in named if kind in _TOPICS),
            *map(line_of, item.iterfind("{*}contentMeta/{*}keyword")),
        ),
    )


def headline_in(item: etree._Element) -> str:
    """Return the main headline, else any, else that of NITF within, else the item's title."""
    found = sorted(
        item.iterfind("{*}contentMeta/{*}headline"),
        key=lambda each: code_of(each, "role") not in ("", "main"),
    )
    within = nitf_in(item)
    headline = first_line(iter(found)) or (headline_of(within) if within is not None else "")
    return headline or first_line(item.iterfind("{*}itemMeta/{*}title"))


def byline_in(item: etree._Element) -> str:
    """Return the byline as printed, here or in NITF within, else one of the names of those who made the content."""
    within = nitf_in(item)
    printed = first_line(item.iterfind("{*}contentMeta/{*}by")) or (
        byline_of(within) if within is not None else ""
    )
    return printed or joined(map(line_of, item.iterfind("{*}contentMeta/{*}creator/{*}name")))


def dates_of(item: etree._Element) -> tuple[str, ...]:
    """Return the dates that may be that of publication, the best first."""
    paths = (
        "{*}contentMeta/{*}contentCreated",
        "{*}itemMeta/{*}firstCreated",
        "{*}itemMeta/{*}versionCreated",
    )
    return tuple(line_of(item.find(path)) for path in paths)


def embargo_of(item: etree._Element) -> str | None:
    """Return when an embargo ends, "" if that is not said, None if there is none."""
    embargo = item.find("{*}itemMeta/{*}embargoed")
    return line_of(embargo) if embargo is not None else None


def standfirst_of(item: etree._Element) -> str:
    """Return the summary, else the headline below the main one."""
    found = (
        each for each in item.iterfind("{*}contentMeta/{*}description") if code_of(each, "role") in _SUMMARIES
    )
    below = (
        each for each in item.iterfind("{*}contentMeta/{*}headline") if "sub" in code_of(each, "role").lower()
    )
    return first_line(found) or first_line(below)


def provider_of(item: etree._Element) -> str:
    """Return the name of who answers for the item, as well as it is given."""
    provider = item.find("{*}itemMeta/{*}provider")
    if provider is None:
        return ""
    return first_line(provider.iterfind("{*}name")) or str(provider.get("literal") or "")


def language_of(item: etree._Element, about: etree._Element | None) -> str:
    """Return the language of the content, else that in which the item is written."""
    declared = about.find("{*}language") if about is not None else None
    return (declared.get("tag") or "" if declared is not None else "") or language_in(item)


def subjects_of(item: etree._Element) -> list[tuple[str, str]]:
    """Return what the content is about, as kinds and names; a subject without a name has that of its assertion."""
    asserted = {found.get("qcode"): found for found in item.iterfind("{*}assert")}
    named = []
    for subject in item.iterfind("{*}contentMeta/{*}subject"):
        known = asserted.get(subject.get("qcode")) if subject.get("qcode") else None
        sources = [each for each in (subject, known) if each is not None]
        kind = next(filter(None, (kind_of(each) for each in sources)), "")
        named.append(
            (kind, next(filter(None, (first_line(each.iterfind("{*}name")) for each in sources)), ""))
        )
    return named


def kind_of(concept: etree._Element) -> str:
    """Return what kind of thing a concept is: “person”, “abstract”; "" if it does not say."""
    kind = concept.find("{*}type")
    return code_of(concept, "type") or (code_of(kind) if kind is not None else "")

"""NITF, the News Industry Text Format of the IPTC, versions 2.5 to 3.6 (https://iptc.org/standards/nitf/).

A file holds one `nitf` element, or several in a root of their own. It is published on the date of its print
(`pubdata`), else of its release, else of its issue, else of its dateline; midnight says that the time is unknown, as the
standard has it. What is withheld comes in as a draft; what is embargoed as scheduled for its release, or as a draft if
it has none; what is canceled is rejected.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from articles.importers.agency import Told, one_line
from articles.importers.base import Options
from articles.importers.newsxml import first_line, html_of, language_in, line_of, lines_of, placed, record_of
from articles.importers.streams import decoded_head, peeked
from articles.importers.xml import elements, refuse_unsafe, root_of
from articles.newsitem import ImportFailure, NewsItem, Rejection

NAME = "nitf"
SUFFIXES = (".nitf",)

_OTHERS = frozenset({
    "conceptItem", "feed", "html", "knowledgeItem", "NewsML", "newsItem", "newsMessage", "packageItem", "RDF", "rss",
})  # fmt: skip
"""Roots of other formats, which may hold NITF as what they deliver."""
_START = re.compile(r"<(?:[\w.-]+:)?nitf[\s>]")
_WITHOUT_T = re.compile(r"\A(\d{8})(\d{6})(?=Z|[+-]|\Z)")
_MIDNIGHT = re.compile(r"(?<=\A\d{8})T0000(?:00)?(?:Z|[+-]\d{4})?\Z")
_NO_TOPIC = frozenset({"types_of_material", "taxonomic_classifier"})
"""Kinds of classifier that say what sort of text it is, or repeat the others as a path."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|v|[2-9]d|[2-9]th|esq|m\.?d|ph\.?d)\.?", re.I)
_TITLE = frozenset({"function", "alt-code"})


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file's root is `nitf`, or one of no other known format that holds such elements."""
    root, _ = root_of(head)
    return root == "nitf" or bool(root and root not in _OTHERS and _START.search(decoded_head(head)))


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem or Rejection for each `nitf` element, in the file's order."""
    head, stream = peeked(stream)
    refuse_unsafe(head)
    if not recognises(head, source):
        raise ImportFailure("the file is no NITF: it begins with no element “nitf”")
    for element in elements(stream, frozenset({"nitf"})):
        yield record_of(element, told_by, source, options)


def told_by(nitf: etree._Element) -> Told:
    """Return what a `nitf` element tells."""
    content = nitf.find("{*}body/{*}body.content")
    publication = attribute(nitf, "{*}head/{*}pubdata", "name")
    return Told(
        headline=headline_of(nitf),
        body=body_of(nitf),
        dates=dates_of(nitf),
        status=attribute(nitf, "{*}head/{*}docdata", "management-status"),
        embargo=embargo_of(nitf),
        standfirst=standfirst_of(nitf),
        byline=byline_of(nitf),
        section=attribute(nitf, "{*}head/{*}pubdata", "position.section"),
        publication=publication or line_of(nitf.find("{*}body/{*}body.head/{*}distributor")),
        source_url=attribute(nitf, "{*}head/{*}pubdata", "ex-ref"),
        source_ref=reference_of(nitf),
        language=language_in(nitf, nitf.find("{*}body"), content),
        people=tuple(map(person_of, nitf.iterfind("{*}head/{*}docdata/{*}identified-content/{*}person"))),
        topics=tuple(topics_of(nitf)),
    )


def attribute(nitf: etree._Element, path: str, name: str) -> str:
    """Return the attribute of the first element at `path` that has it."""
    return next((str(value) for found in nitf.iterfind(path) if (value := found.get(name))), "")


def headline_of(nitf: etree._Element) -> str:
    """Return the headline as printed, else the document's title."""
    printed = first_line(nitf.iterfind("{*}body/{*}body.head/{*}hedline/{*}hl1"))
    return printed or line_of(nitf.find("{*}head/{*}title"))


def standfirst_of(nitf: etree._Element) -> str:
    """Return the abstract, else the lines below the headline."""
    abstract = first_line(nitf.iterfind("{*}body/{*}body.head/{*}abstract"))
    below = map(line_of, nitf.iterfind("{*}body/{*}body.head/{*}hedline/{*}hl2"))
    return abstract or " · ".join(filter(None, below))


def byline_of(nitf: etree._Element) -> str:
    """Return the bylines as printed, the writer's title behind a comma."""
    found = nitf.findall("{*}body/{*}body.head/{*}byline")
    printed = [byline for byline in found if byline.get("class") != "normalized_byline"] or found
    return "; ".join(filter(None, (", ".join(lines_of(byline)) for byline in printed)))


def dates_of(nitf: etree._Element) -> tuple[str, ...]:
    """Return the dates that may be that of publication, the best first."""
    docdata, dateline = "{*}head/{*}docdata", "{*}body/{*}body.head/{*}dateline"
    found = (
        attribute(nitf, "{*}head/{*}pubdata", "date.publication"),
        attribute(nitf, f"{docdata}/{{*}}date.release", "norm"),
        attribute(nitf, f"{docdata}/{{*}}date.issue", "norm"),
        attribute(nitf, f"{dateline}/{{*}}story.date", "norm"),
    )
    return tuple(_MIDNIGHT.sub("", moment(text)) for text in found)


def moment(text: str) -> str:
    """Return a date of NITF as ISO 8601 writes it: before version 3.1 no letter stood before the time."""
    return _WITHOUT_T.sub(r"\1T\2", text.strip())


def embargo_of(nitf: etree._Element) -> str | None:
    """Return when an embargo ends, "" if that is not said, None if there is none."""
    if attribute(nitf, "{*}head/{*}docdata", "management-status").strip().lower() != "embargoed":
        return None
    return moment(attribute(nitf, "{*}head/{*}docdata/{*}date.release", "norm"))


def reference_of(nitf: etree._Element) -> str:
    """Return the document's own identifier, else the key by which its versions are told from other documents."""
    docdata = "{*}head/{*}docdata"
    identifier = attribute(nitf, f"{docdata}/{{*}}doc-id", "id-string") or str(nitf.get("uno") or "")
    return identifier or attribute(nitf, f"{docdata}/{{*}}du-key", "key")


def person_of(person: etree._Element) -> str:
    """Return a person's name in the order in which it is said: indexers write “Sessions, Jeff”."""
    parts = [line_of(person.find(f"{{*}}{name}")) for name in ("name.given", "name.family")]
    if all(parts):
        return " ".join(parts)
    name = line_of(person, without=_TITLE) or one_line(person.get("value") or "")
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given and not _SUFFIX.fullmatch(given) else name


def topics_of(nitf: etree._Element) -> Iterator[str]:
    """Yield keywords, subjects (the narrowest word for each) and what classifies the content."""
    for keyword in nitf.iterfind("{*}head/{*}docdata/{*}key-list/{*}keyword"):
        yield keyword.get("key") or ""
    for subject in nitf.iterfind("{*}head/{*}tobject/{*}tobject.subject"):
        kinds = (subject.get(f"tobject.subject.{kind}") for kind in ("detail", "matter", "type"))
        yield next(filter(None, kinds), "")
    for classifier in nitf.iterfind("{*}head/{*}docdata/{*}identified-content/{*}classifier"):
        if classifier.get("type") not in _NO_TOPIC:
            yield line_of(classifier) or classifier.get("value") or ""


def body_of(nitf: etree._Element) -> str:
    """Return the text as HTML: place, content and tagline; the whole text alone where its beginning stands apart."""
    content = nitf.find("{*}body/{*}body.content")
    blocks = content.findall("{*}block") if content is not None else []
    whole = [block for block in blocks if block.get("class") == "full_text"] or [content]
    text = "".join(html_of(part) for part in whole if part is not None)
    end = "".join(f"<p>{html_of(line)}</p>" for line in nitf.iterfind("{*}body/{*}body.end/{*}tagline"))
    return placed(nitf.find("{*}body/{*}body.head/{*}dateline"), text) + end

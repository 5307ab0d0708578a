"""ninjs 2.1, News in JSON of the IPTC (https://iptc.org/standards/ninjs/): an array with one object for each article.

An array has no place for a remark: the first article's `ednote`, a note to who receives it and not for print, says what
the file is. What ninjs has no field for stands where it lets providers name things: the section is a subject that relates
as "section"; the source's reference and address are alternative identifiers, and so is the day, where `contentcreated`
can't tell it: of an article whose time is unknown, which has midnight there, and of one of another day in UTC.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "ninjs", "ninjs (IPTC)", "ninjs.json", "application/json"
IS_FEED = False

STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
"""The vocabulary of what a party did for the content."""
PUBLICATION, AUTHOR = f"{ROLES}origcont", f"{ROLES}author"
SECTION, ABOUT = "section", "about"
SOURCE_REF, SOURCE_URL, PUBLISHED_ON = "source_ref", "source_url", "published_on"


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield an array of items, the first of which says what the file is; without `full`, items without their bodies."""
    before, remark = "[\n", heading.sentence
    for article in articles:
        item = item_of(article, remark, full=full)
        yield before + json.dumps(item, ensure_ascii=False)
        before, remark = ",\n", ""
    yield "[]\n" if before == "[\n" else "\n]\n"


def item_of(article: Outgoing, remark: str = "", *, full: bool = True) -> dict[str, Any]:
    """Return an article as ninjs; what is empty is left out."""
    fields = {
        **envelope(article, "full" if full else "partial"),
        "ednote": remark,
        "language": article.language,
        "headlines": [{"role": "main", "value": article.headline}],
        "by": article.byline,
        "descriptions": summaries(article),
        "bodies": bodies(article) if full else [],
        "people": persons(article),
        "subjects": subjects(article),
        "infosources": parties(article),
        "slugline": article.slug,
        "altids": identifiers(article),
    }
    return {name: value for name, value in fields.items() if value}


def envelope(article: Outgoing, completeness: str) -> dict[str, Any]:
    """Return what an item says of itself: what it is, in which version, and when."""
    return {
        "uri": article.permalink,
        "standard": STANDARD,
        "type": "text",
        "representationtype": completeness,
        "profile": "text-only",
        "version": written(article.updated_at),
        "versioncreated": written(article.updated_at),
        "firstcreated": written(article.added_at),
        "contentcreated": written(article.published_at or midnight(article.published_on)),
        "pubstatus": "usable",
    }


def midnight(day: date) -> datetime:
    """Return the beginning of a day in UTC: `contentcreated` has no form for a day whose time is unknown."""
    return datetime.combine(day, time.min, UTC)


def written(moment: datetime) -> str:
    """Return a moment as RFC 3339 writes it."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def summaries(article: Outgoing) -> list[dict[str, str]]:
    """Return the standfirst, if there is one."""
    standfirst = {"role": "summary", "contenttype": "text/plain", "value": article.standfirst}
    return [standfirst] if article.standfirst else []


def bodies(article: Outgoing) -> list[dict[str, Any]]:
    """Return the text with its size, if there is any."""
    body = {
        "role": "main",
        "contenttype": "text/html",
        "charcount": len(article.body.text()),
        "wordcount": article.word_count,
        "value": str(article.body),
    }
    return [body] if article.body else []


def subjects(article: Outgoing) -> list[dict[str, str]]:
    """Return the topics, and the section as what it is."""
    section = [{"name": article.section, "rel": SECTION}] if article.section else []
    return [*section, *({"name": name, "rel": ABOUT} for name in article.topics)]


def persons(article: Outgoing) -> list[dict[str, str]]:
    """Return the people named, those whom the article is about as what it relates to."""
    about = {mention.name for mention in article.mentions if mention.role == "subject"}
    return [{"name": name} | ({"rel": ABOUT} if name in about else {}) for name in article.people]


def parties(article: Outgoing) -> list[dict[str, str]]:
    """Return the publication and the authors, with their roles."""
    publication = [{"name": article.publication, "role": PUBLICATION}] if article.publication else []
    return [*publication, *({"name": name, "role": AUTHOR} for name in article.authors)]


def identifiers(article: Outgoing) -> list[dict[str, str]]:
    """Return what else identifies the article, and its day where `contentcreated` does not tell it."""
    moment = article.published_at
    is_told = moment is not None and moment.astimezone(UTC).date() == article.published_on
    found = {
        SOURCE_REF: article.source_ref,
        SOURCE_URL: article.source_url,
        PUBLISHED_ON: "" if is_told else article.published_on.isoformat(),
    }
    return [{"role": role, "value": value} for role, value in found.items() if value]

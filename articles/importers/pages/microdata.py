"""What the elements of a page declare: microdata (https://html.spec.whatwg.org/multipage/microdata.html), rel, hAtom, time."""

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from articles.importers.pages.declared import Declared, in_one_line, names_in, terms_in
from articles.importers.pages.elements import classes, has_class, is_aside, printed, within

MOST = 50
"""Elements of a kind that are looked at."""
_UPDATED = frozenset({"updated", "modified", "date-modified", "dateupdated", "time-updated", "last-updated"})


def declared_in(tree: etree._Element) -> Declared:
    """Return what marked-up elements say of the page's article."""
    marked = _marked(tree)
    headings = [text for element in tree.iter("h1") if (text := printed(element))]
    headline = _first(marked, "headline") or (headings[0] if len(set(headings)) == 1 else "")
    tags = [each for each in tree.iter("a") if "tag" in (each.get("rel") or "").lower().split()][:MOST]
    return Declared(
        headline=in_one_line(headline or _hatom(tree, "entry-title")),
        standfirst=in_one_line(_first(marked, "alternativeheadline")),
        authors=names_in([_name(element) for element in marked.get("author", [])]),
        dates=tuple(_dates(tree, marked)),
        section=in_one_line(_first(marked, "articlesection")),
        topics=terms_in(
            [_value(element) for element in marked.get("keywords", [])] or _printed(tags) or [""]
        ),
        language=tree.get("lang") or tree.get("xml:lang") or "",
        body=_body(marked),
        is_article=1 in (len(marked.get("articlebody", [])), len(marked.get("headline", []))),
    )


def _printed(elements: list[etree._Element]) -> list[str]:
    return [printed(element) for element in elements if not is_aside(element)]


def _marked(tree: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the elements by the lower-case property they are marked as; those of comments and asides are left out."""
    marked: dict[str, list[etree._Element]] = {}
    for element in tree.iter():
        for name in (element.get("itemprop") or "").lower().split():
            found = marked.setdefault(name, [])
            if len(found) < MOST and not is_aside(element):
                found.append(element)
    return {name: found for name, found in marked.items() if found}


def _first(marked: dict[str, list[etree._Element]], name: str) -> str:
    return next((value for element in marked.get(name, []) if (value := _value(element))), "")


def _value(element: etree._Element) -> str:
    return element.get("content") or element.get("datetime") or printed(element)


def _name(author: etree._Element) -> str:
    """Return the name of an author, which may be marked within what is marked as the author."""
    named = next((each for each in author.iter() if (each.get("itemprop") or "").lower() == "name"), author)
    return _value(named)


def _dates(tree: etree._Element, marked: dict[str, list[etree._Element]]) -> Iterator[str]:
    """Yield the dates of publication that elements bear, the most trustworthy first."""
    yield from filter(None, (_value(element) for element in marked.get("datepublished", [])))
    times = [element for element in islice(within(tree, "time"), MOST) if _is_of_publication(element)]
    yield from (element.get("datetime") for element in times if element.get("pubdate") is not None)
    for element in tree.iter("time", "abbr", "span"):
        if has_class(element, "published") and not is_aside(element):
            yield element.get("datetime") or element.get("title") or ""
    yield from _of_plain_times(times)


def _of_plain_times(times: list[etree._Element]) -> Iterable[str]:
    """Return the date of the first time element in the article with the page's heading, or the one date there is."""
    dates = [element.get("datetime") for element in times]
    articles = {article for element in times for article in element.iterancestors("article")}
    headed = [article for article in articles if article.find(".//h1") is not None]
    if len(headed) == 1:
        dates = [time.get("datetime") for time in times if headed[0] in time.iterancestors("article")][:1]
    return dates if len({date[:10] for date in dates}) == 1 else []


def _is_of_publication(time: etree._Element) -> bool:
    marks = classes(time) | set((time.get("itemprop") or "").lower().split())
    return bool(time.get("datetime")) and not marks & _UPDATED and "datemodified" not in marks


def _hatom(tree: etree._Element, name: str) -> str:
    found = [
        text for each in tree.iter("h1", "h2", "h3") if has_class(each, name) and (text := printed(each))
    ]
    return found[0] if len(found) == 1 else ""


def _body(marked: dict[str, list[etree._Element]]) -> str:
    """Return the text that is marked as the article's, "" if it is marked as part of another."""
    bodies = marked.get("articlebody", [])
    outer = [each for each in bodies if not any(around in bodies for around in each.iterancestors())]
    return "".join(etree.tostring(each, encoding="unicode", method="html", with_tail=False) for each in outer)

"""Elements of a page: what is printed in them, and which stand beside the article."""

from collections.abc import Iterator

from lxml import etree

MAX_PRINTED = 2_000
"""Characters of a heading, a byline or a term; what is longer is none."""

_ASIDE = frozenset({"aside", "footer", "nav", "template"})
_ASIDE_CLASSES = frozenset({"comment", "comments", "comment-list", "related", "sidebar", "recommended"})
_UNPRINTED = frozenset({"button", "noscript", "script", "style", "time", "svg"})


def printed(element: etree._Element) -> str:
    """Return the text of an element in one line, without times and buttons; "" if it is long."""
    pieces: list[str] = []
    size = 0
    for piece in _pieces(element):
        pieces.append(piece)
        size += len(piece)
        if size > 4 * MAX_PRINTED:
            return ""
    line = " ".join("".join(pieces).split())
    return line if len(line) <= MAX_PRINTED else ""


def _pieces(element: etree._Element) -> Iterator[str]:
    skipped = None
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if skipped is None and each.tag in _UNPRINTED and each is not element:
                skipped = each
            if skipped is None:
                yield each.text or ""
            continue
        if each is skipped:
            skipped = None
        if skipped is None and each is not element:
            yield each.tail or ""


def within(tree: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements of that name which belong to the article, in the page's order."""
    return (element for element in tree.iter(name) if not is_aside(element))


def is_aside(element: etree._Element) -> bool:
    """Say whether an element stands beside the article: in navigation, in a comment, among what else to read."""
    return any(
        around.tag in _ASIDE or around.get("itemprop") == "comment" or classes(around) & _ASIDE_CLASSES
        for around in (element, *element.iterancestors())
    )


def classes(element: etree._Element) -> set[str]:
    """Return the classes of an element, in lower case."""
    return set((element.get("class") or "").lower().split())


def has_class(element: etree._Element, name: str) -> bool:
    """Say whether an element has a class."""
    return name in (element.get("class") or "").lower().split()

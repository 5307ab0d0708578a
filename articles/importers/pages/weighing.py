"""How much work a page is: what makes extraction slow or large is refused before it begins.

Measured on hostile pages just below these bounds, one core of two shared with others: 7 s and 200 MB at most.
"""

from lxml import etree

MAX_ELEMENTS = 20_000
MAX_TEXT = 2_000_000
"""Characters of text; what stands in code and attributes does not count."""
MAX_DEPTH = 250
"""libxml2 stops reading at 256 and loses the rest."""
MAX_ELEMENTS_BY_DEPTH = 500_000
MAX_TEXT_BY_DEPTH = 20_000_000
"""Each element and each character counted once for every element it stands in. Ordinary pages come to 30,000 and 500,000."""
MAX_CELLS = 50_000
"""Of all tables, counted as if every row were as wide as the widest: extraction fills rows up."""
MAX_SPAN = 100


class TooLarge(ValueError):
    """A page that has more in it than an article has; the message says more of what."""


def refuse_heavy(tree: etree._Element) -> None:
    """Raise TooLarge if it would take long to find the article in a page."""
    depth = elements = text = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            text += depth * len(element.tail or "")
            continue
        depth += 1
        elements += depth
        text += depth * len(element.text or "")
        if depth > MAX_DEPTH:
            raise TooLarge(f"its elements stand more than {MAX_DEPTH} deep in one another")
        if elements > MAX_ELEMENTS_BY_DEPTH or text > MAX_TEXT_BY_DEPTH:
            raise TooLarge("it is too large, and its elements stand too deep in one another")
    if cells_of(tree) > MAX_CELLS:
        raise TooLarge(f"its tables have more than {MAX_CELLS:,} cells")


def cells_of(tree: etree._Element) -> int:
    """Return how many cells the tables of a page come to when they are filled up."""
    spanned = sum(_span(cell, "colspan") * _span(cell, "rowspan") for cell in tree.iter("td", "th"))
    widths = [sum(_span(cell, "colspan") for cell in row) for row in tree.iter("tr")]
    return max(spanned, len(widths) * min(max(widths, default=0), MAX_SPAN))


def _span(cell: etree._Element, name: str) -> int:
    written = cell.get(name, "1")
    return min(int(written), MAX_SPAN) if written.isdecimal() and len(written) < MAX_SPAN else 1
